"""不得分: a fault that takes a part, an item, a named group of items, a section or the sheet to nothing.

`{letter: a, kind: zero, text: 无制度}` ·
`{letter: b, kind: zero, scope: items, items: ["2.1", "2.2"], text: 未编制应急预案}`
"""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from rubrics.numbering import ItemNo
from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, RuleKind, Scope, Side


class Zero(RuleKind):
    """Leaves nothing of its scope; it has no points of its own."""

    sets_start: ClassVar[bool] = False
    kind: Literal["zero"]
    points: Points = Field(default=ZERO, le=0)
    scope: Scope = "item"
    items: tuple[ItemNo, ...] = ()

    @property
    def side(self) -> Side:
        """Costs; where other rules of the item earn, it costs what they earned."""
        return "deduct"

    @property
    def reach(self) -> Decimal | None:
        """All that its scope is worth, which the rule does not know."""
        return None

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - all is all
        """Nothing is left of the scope."""
        return Effect("-", ZERO, min(count, 1), self.scope)
