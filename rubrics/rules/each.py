"""每处扣N分, 少一次扣N分, 扣N分/项: a fault that costs its points for every occurrence."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from rubrics.rules.base import Effect, RuleKind, Side


class Each(RuleKind):
    """Costs its points per unit (处, 次, 项 …), at most `max` times where that many are possible."""

    side: ClassVar[Side] = "deduct"
    repeats: ClassVar[bool] = True
    kind: Literal["each"]
    unit: str = Field(min_length=1)

    def take(self, count: int, amount: Decimal | None = None) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """Every occurrence is deducted; the floor is the part's."""
        return Effect("-", self.points, count)
