"""酌情加分: a bonus whose amount the assessor sets and gives a reason for."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, RuleKind, Side


class Discretionary(RuleKind):
    """Adds what was decided, at most `limit` where the source sets one; it has no points of its own."""

    side: ClassVar[Side] = "bonus"
    repeats: ClassVar[bool] = True
    wants_amount: ClassVar[bool] = True
    kind: Literal["discretionary"]
    points: Points = Field(default=ZERO, le=0)
    limit: Points | None = Field(default=None, gt=0)

    @property
    def reach(self) -> Decimal | None:
        """The limit, if there is one."""
        return self.limit

    def take(self, count: int, amount: Decimal | None = None) -> Effect:
        """What was decided counts as one amount, however many results it covers."""
        return Effect("+", amount or ZERO, min(count, 1))
