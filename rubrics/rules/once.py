"""扣N分: a fault that costs its points once, however often it was seen.

`{letter: a, kind: once, points: 2, text: 未建立档案}`
"""

from decimal import Decimal
from typing import Literal

from rubrics.points import ZERO
from rubrics.rules.base import Effect, RuleKind, Side


class Once(RuleKind):
    """Costs its points once."""

    kind: Literal["once"]

    @property
    def side(self) -> Side:
        """Costs."""
        return "deduct"

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """Seen is deducted once."""
        return Effect("-", self.points, min(count, 1))
