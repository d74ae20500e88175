"""加N分/项: points per occurrence that are reported beside the total, unless the scheme counts them in.

`{letter: a, kind: bonus, points: 2, unit: 项, cap: 6, text: 集团公司成果奖励}`
"""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from rubrics.points import ZERO
from rubrics.rules.base import Effect, RuleKind, Side


class Bonus(RuleKind):
    """Adds its points per unit, at most `max` times where the source has a cap."""

    kind: Literal["bonus"]
    unit: str = Field(min_length=1)

    @property
    def side(self) -> Side:
        """Adds beside the total."""
        return "bonus"

    @property
    def repeats(self) -> bool:
        """Counted one by one."""
        return True

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """Every occurrence adds."""
        return Effect("+", self.points, count)
