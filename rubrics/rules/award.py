"""得N分: a criterion that earns its points when it is met.

`{letter: a, kind: award, points: 2, text: 建立健全组织机构}`
"""

from decimal import Decimal
from typing import Literal

from rubrics.points import ZERO
from rubrics.rules.base import Effect, RuleKind, Side


class Award(RuleKind):
    """Earns its points once."""

    kind: Literal["award"]

    @property
    def side(self) -> Side:
        """Earns."""
        return "award"

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - a criterion is met or not
        """Met is met once."""
        return Effect("+", self.points, min(count, 1))
