"""扣N分: a fault that costs its points once, however often it was seen."""

from decimal import Decimal
from typing import ClassVar, Literal

from rubrics.rules.base import Effect, RuleKind, Side


class Once(RuleKind):
    """Costs its points once."""

    side: ClassVar[Side] = "deduct"
    kind: Literal["once"]

    def take(self, count: int, amount: Decimal | None = None) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """Seen is deducted once."""
        return Effect("-", self.points, min(count, 1))
