"""扣3-5分, 加8～10分: an amount within printed bounds that the assessor judges.

`{letter: a, kind: judged, low: 3, high: 5, text: 制度不全面}` · with `unit: 处`, each of them is judged for itself
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, Effects, Figure, RuleKind, Side, moved


class Judged(RuleKind):
    """Moves an amount from `low` to `high` in steps of `step` (the rubric's unless said)."""

    kind: Literal["judged"]
    points: Points = Field(default=ZERO, le=0)
    low: Points
    high: Annotated[Points, Field(gt=0)]
    step: Annotated[Points, Field(gt=0)] | None = None
    effect: Effects = "deduct"

    @property
    def side(self) -> Side:
        """As the file says."""
        return self.effect

    @property
    def repeats(self) -> bool:
        """Only what has a unit is judged more than once."""
        return self.unit is not None

    @property
    def figure(self) -> Figure:
        """The points judged."""
        return "points"

    @property
    def reach(self) -> Decimal | None:
        """The upper bound, as often as the rule can count."""
        return None if self.most is None else self.high * self.most

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - the bounds are the entry's
        """What was judged, all occurrences together."""
        return Effect(moved(self.effect), amount or ZERO, min(count, 1))
