"""酌情加分, 酌情扣分: an amount that the assessor sets and gives a reason for.

`{letter: a, kind: discretionary, effect: deduct, limit: 10, text: 资料不齐全}` (酌情扣分，最高扣10分)
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, Effects, Figure, RuleKind, Side, moved


class Discretionary(RuleKind):
    """Moves what was decided, at most `limit` where the source sets one; it has no points of its own."""

    kind: Literal["discretionary"]
    points: Points = Field(default=ZERO, le=0)
    effect: Effects = "bonus"
    limit: Annotated[Points, Field(gt=0)] | None = None

    @property
    def side(self) -> Side:
        """As the file says."""
        return self.effect

    @property
    def repeats(self) -> bool:
        """Each result or fault has its own amount."""
        return True

    @property
    def figure(self) -> Figure:
        """The points decided."""
        return "points"

    @property
    def needs_reason(self) -> bool:
        """Nothing but the reason supports the amount."""
        return True

    @property
    def reach(self) -> Decimal | None:
        """The limit, if there is one."""
        return self.limit

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - decided is decided
        """What was decided counts as one amount, however many results it covers."""
        return Effect(moved(self.effect), amount or ZERO, min(count, 1))
