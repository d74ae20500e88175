"""不得分: a fault that takes the part or the whole item to nothing, whatever else was found."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, RuleKind, Scope, Side


class Zero(RuleKind):
    """Leaves nothing of its scope; it has no points of its own."""

    side: ClassVar[Side] = "deduct"
    kind: Literal["zero"]
    points: Points = Field(default=ZERO, le=0)
    scope: Scope = "item"

    @property
    def reach(self) -> Decimal | None:
        """All that its scope is worth, which the rule does not know."""
        return None

    def take(self, count: int, amount: Decimal | None = None) -> Effect:  # noqa: ARG002 - all is all
        """Nothing is left of the scope."""
        return Effect("-", ZERO, min(count, 1), self.scope)
