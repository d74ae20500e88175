"""每处扣N分, 少一次扣N分, 扣N分/项: a fault that costs its points for every occurrence.

`{letter: b, kind: each, points: 1, unit: 处, cap: 3, text: 档案不实}` (每处扣1分，最高扣3分)
"""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from rubrics.points import ZERO
from rubrics.rules.base import Effect, RuleKind, Side


class Each(RuleKind):
    """Costs its points per unit (处, 次, 项 …), at most `max` times where that many are possible."""

    kind: Literal["each"]
    unit: str = Field(min_length=1)

    @property
    def side(self) -> Side:
        """Costs."""
        return "deduct"

    @property
    def repeats(self) -> bool:
        """Counted one by one."""
        return True

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """Every occurrence is deducted; the floor is the part's."""
        return Effect("-", self.points, count)
