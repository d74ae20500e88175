"""得N分: a criterion that earns its points when it is met."""

from decimal import Decimal
from typing import ClassVar, Literal

from rubrics.rules.base import Effect, RuleKind, Side


class Award(RuleKind):
    """Earns its points once."""

    side: ClassVar[Side] = "award"
    kind: Literal["award"]

    def take(self, count: int, amount: Decimal | None = None) -> Effect:  # noqa: ARG002 - a criterion is met or not
        """Met is met once."""
        return Effect("+", self.points, min(count, 1))
