"""每下降5%扣0.5分, 每增加20万元扣1分: a measure that moves points for every step away from its baseline.

`{letter: a, kind: step, baseline: 95, per: 5, direction: below, points: 0.5, measure: "%", rounding: full,
text: 合格率}`; the entry is the figure measured
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, Effects, Figure, RuleKind, Side, moved

Rounding = Literal["full", "started", "exact"]
"""What a step that was only begun counts: nothing, a whole step, its part."""


class Step(RuleKind):
    """Moves its points for every `per` that the figure lies `below` or `above` the baseline."""

    may_be_zero: ClassVar[bool] = True
    kind: Literal["step"]
    baseline: Points
    per: Annotated[Points, Field(gt=0)]
    direction: Literal["below", "above"]
    measure: str = Field(min_length=1)
    rounding: Rounding
    effect: Effects = "deduct"

    @property
    def side(self) -> Side:
        """As the file says."""
        return self.effect

    @property
    def figure(self) -> Figure:
        """The figure measured."""
        return "actual"

    @property
    def reach(self) -> Decimal | None:
        """All steps down to nothing; upwards there is no end."""
        return None if self.direction == "above" else self._points(self.steps(ZERO))

    def steps(self, figure: Decimal) -> Fraction:
        """How many steps the figure is away, in the direction that counts."""
        away = self.baseline - figure if self.direction == "below" else figure - self.baseline
        steps = max(Fraction(0), Fraction(away) / Fraction(self.per))
        if self.rounding == "exact":
            return steps
        return Fraction(floor(steps) if self.rounding == "full" else ceil(steps))

    def _points(self, steps: Fraction) -> Decimal:
        exact = steps * Fraction(self.points)
        return Decimal(exact.numerator) / Decimal(exact.denominator)

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - one figure
        """So many steps, so many times the points."""
        steps = self.steps(amount or ZERO)
        sign = moved(self.effect)
        if steps.denominator == 1:
            return Effect(sign, self.points, int(steps))
        return Effect(sign, self._points(steps), 1)
