"""追加扣除10分, 从总分扣1分: points taken from the total or the section, beside what the row loses.

`{letter: b, kind: extra, points: 10, after: 4, text: 扣满4分}`: with `after` it follows by itself when
the row has lost that much; without, it is entered
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, RuleKind, Side


class Extra(RuleKind):
    """Takes its points, per unit where it has one, from more than its row."""

    kind: Literal["extra"]
    scope: Literal["total", "section"] = "total"
    after: Annotated[Points, Field(gt=0)] | None = None

    @property
    def side(self) -> Side:
        """Does not touch its row."""
        return "beyond"

    @property
    def repeats(self) -> bool:
        """Only what has a unit counts more than once."""
        return self.unit is not None and self.after is None

    @property
    def by_itself(self) -> bool:
        """A row that has lost so much brings the rule with it."""
        return self.after is not None

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """So many times the points."""
        return Effect("-", self.points, count)
