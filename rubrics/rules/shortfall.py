"""每月不少于2次 … 少一次扣5分: what is missing from a target costs its points per unit.

`{letter: a, kind: shortfall, target: 2, points: 5, unit: 次, text: 理论授课每月不少于2次}`;
the entry is the actual figure
"""

from decimal import ROUND_CEILING, Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, Figure, RuleKind, Side


class Shortfall(RuleKind):
    """Costs its points for every unit below `target`, at most `max` of them; `fractions` lets parts of a unit count."""

    may_be_zero: ClassVar[bool] = True
    kind: Literal["shortfall"]
    target: Annotated[Points, Field(gt=0)]
    unit: str = Field(min_length=1)
    fractions: bool = False

    @property
    def side(self) -> Side:
        """Costs."""
        return "deduct"

    @property
    def figure(self) -> Figure:
        """The figure found."""
        return "actual"

    @property
    def reach(self) -> Decimal | None:
        """Everything missing, as far as it counts."""
        return self.points * (self.target if self.max is None else min(self.target, Decimal(self.max)))

    def missing(self, actual: Decimal) -> Decimal:
        """How many units count as missing; without fractions a unit that was begun is not there."""
        missing = max(ZERO, self.target - actual)
        if not self.fractions:
            missing = missing.to_integral_value(ROUND_CEILING)
        return missing if self.max is None else min(missing, Decimal(self.max))

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - one figure
        """So many missing, so many times the points."""
        missing = self.missing(amount or ZERO)
        whole = int(missing)
        return Effect("-", self.points, whole) if whole == missing else Effect("-", self.points * missing, 1)
