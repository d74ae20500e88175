"""场地不少于25平方米, 一般不少于5人, 尚未命名: a condition that is met or not and has no points.

`{letter: a, kind: gate, strength: hard, minimum: 25, unit: ㎡, text: 有固定场地}`
"""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from rubrics.known import Known
from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, RuleKind, Side

Strength = Literal["hard", "soft", "exclusion"]
"""`soft` may be unmet with a recorded reason (原则上); `exclusion` is worded as the state that passes (尚未命名)."""
GateState = Literal["met", "unmet"]


class Gate(RuleKind):
    """Is met or not; where the scheme states a number, what was measured decides."""

    may_be_zero: ClassVar[bool] = True
    kind: Literal["gate"]
    points: Points = Field(default=ZERO, le=0)
    strength: Strength
    minimum: Points | None = None
    maximum: Points | None = None
    suggest: str | None = Field(default=None, min_length=1)
    known: Known | None = None
    """What the standing file offers an applicant as the number that is measured."""

    @property
    def side(self) -> Side:
        """Has no points."""
        return "gate"

    @property
    def reach(self) -> Decimal | None:
        """No points at all."""
        return ZERO

    @property
    def measures(self) -> bool:
        """Whether a number decides."""
        return self.minimum is not None or self.maximum is not None

    def passes(self, said: GateState | None, measured: Decimal | None) -> bool | None:
        """Whether the condition holds; None while nothing was entered."""
        if measured is not None and self.measures:
            return (self.minimum is None or measured >= self.minimum) and (
                self.maximum is None or measured <= self.maximum
            )
        return None if said is None else said == "met"

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - no points
        """Nothing: a gate is judged, not counted."""
        return Effect("+", ZERO, min(count, 1))
