"""加倍扣分, 减半扣分, 考核得分=小计×系数: a factor on some rules of the item, on the item, the section or the total.

`{letter: c, kind: multiplier, factor: 2, of: [a, b], text: 屡查屡犯}` ·
`{letter: a, kind: multiplier, low: 0.8, high: 1.2, scope: total, text: 质量系数}`
"""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rubrics.numbering import Letter
from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, Figure, RuleKind, Side


class Multiplier(RuleKind):
    """Multiplies what the letters in `of` move, or without letters the sum of its scope; exactly."""

    may_be_zero: ClassVar[bool] = True
    kind: Literal["multiplier"]
    points: Points = Field(default=ZERO, le=0)
    factor: Points | None = None
    low: Points | None = None
    high: Annotated[Points, Field(gt=0)] | None = None
    of: tuple[Letter, ...] = ()
    scope: Literal["item", "section", "total"] = "item"

    @property
    def side(self) -> Side:
        """Has no points of its own."""
        return "beyond"

    @property
    def figure(self) -> Figure | None:
        """A factor that the scheme leaves open."""
        return "factor" if self.factor is None else None

    @property
    def reach(self) -> Decimal | None:
        """Nothing by itself."""
        return None

    def times(self, amount: Decimal | None) -> Decimal:
        """The factor that holds: the scheme's, or the one entered."""
        one = Decimal(1) if amount is None else amount
        return one if self.factor is None else self.factor

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - a factor adds nothing
        """Nothing by itself: see `times`."""
        return Effect("+", ZERO, min(count, 1))
