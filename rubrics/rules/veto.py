"""一票否决: a fact that fails the item, the section or the whole assessment, whatever the points.

`{letter: a, kind: veto, scope: sheet, text: 弄虚作假, quote: 弄虚作假的取消资格}`
"""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, RuleKind, Side


class Veto(RuleKind):
    """Zeroes its item or section; a veto of the sheet fails the assessment and leaves the total in view."""

    kind: Literal["veto"]
    points: Points = Field(default=ZERO, le=0)
    scope: Literal["item", "section", "sheet"] = "sheet"

    @property
    def side(self) -> Side:
        """Speaks about more than points."""
        return "beyond"

    @property
    def reach(self) -> Decimal | None:
        """All that its scope is worth, which the rule does not know."""
        return None

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - a veto moves no points
        """An item's veto leaves nothing of it; others are for the sheet."""
        return Effect("-", ZERO, min(count, 1), "item" if self.scope == "item" else None)
