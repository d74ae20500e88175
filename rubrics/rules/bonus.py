"""加N分/项: points per occurrence that are reported beside the total and never in it."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from rubrics.rules.base import Effect, RuleKind, Side


class Bonus(RuleKind):
    """Adds its points per unit, at most `max` times where the source has a cap."""

    side: ClassVar[Side] = "bonus"
    repeats: ClassVar[bool] = True
    kind: Literal["bonus"]
    unit: str = Field(min_length=1)

    def take(self, count: int, amount: Decimal | None = None) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """Every occurrence adds."""
        return Effect("+", self.points, count)
