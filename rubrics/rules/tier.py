"""培训率≥90%得1分: one of several rungs of which exactly one is picked; holes between them are allowed.

`{letter: a, kind: tier, full: true, text: 培训率为100%}` ·
`{letter: b, kind: tier, points: 1, name: 90%以上, text: 培训率≥90%}`
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Literal

from pydantic import ConfigDict, Field, model_validator

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, RuleKind, Side, without_points

_TRUE: Final = frozenset({"true", "yes", "on", "y", "t", "1"})
"""How true may be written in a file."""


class Tier(RuleKind):
    """Earns its points (0 is an answer) or, with `full`, all that the part is worth."""

    model_config = ConfigDict(json_schema_extra=without_points)

    pick_one: ClassVar[bool] = True
    kind: Literal["tier"]
    points: Points = Field(ge=0)
    full: bool = False
    name: str | None = Field(default=None, min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _full_needs_no_points(cls, data: Any) -> Any:  # noqa: ANN401 - unchecked input by nature
        if isinstance(data, Mapping) and str(data.get("full")).lower() in _TRUE:
            return {"points": ZERO, **data}
        return data

    @property
    def side(self) -> Side:
        """Earns."""
        return "award"

    @property
    def printed(self) -> str | None:
        """The name of the rung."""
        return self.name

    def most_in(self, worth: Decimal) -> Decimal | None:
        """Its points, or the part's."""
        return worth if self.full else self.points

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - picked is picked
        """Picked once."""
        return Effect("+", worth if self.full else self.points, min(count, 1))
