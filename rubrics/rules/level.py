"""优/良/差, Excellent (4): a named level of which exactly one is picked.

`{letter: a, kind: level, name: 优, points: 4, text: 全面落实}` · `share: 0.8` of the part's points ·
`low: 1, high: 2` for a level within which the assessor judges
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from rubrics.points import ZERO, Points
from rubrics.rules.base import Effect, Figure, RuleKind, Side, without_points


class Level(RuleKind):
    """Earns its points, its share of the part, or an amount from `low` to `high`."""

    model_config = ConfigDict(json_schema_extra=without_points)

    pick_one: ClassVar[bool] = True
    may_be_zero: ClassVar[bool] = True
    kind: Literal["level"]
    name: str = Field(min_length=1)
    points: Points = Field(ge=0)
    share: Annotated[Points, Field(gt=0)] | None = None
    low: Points | None = None
    high: Annotated[Points, Field(gt=0)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_says_how_much(cls, data: Any) -> Any:  # noqa: ANN401 - unchecked input by nature
        if isinstance(data, Mapping) and any(
            data.get(field) is not None for field in ("share", "low", "high")
        ):
            return {"points": ZERO, **data}
        return data

    @property
    def side(self) -> Side:
        """Earns."""
        return "award"

    @property
    def printed(self) -> str | None:
        """The name of the level."""
        return self.name

    @property
    def figure(self) -> Figure | None:
        """A level with bounds leaves the points open."""
        return None if self.high is None else "points"

    def most_in(self, worth: Decimal) -> Decimal | None:
        """The most that the level stands for."""
        if self.share is not None:
            return self.share * worth
        return self.points if self.high is None else self.high

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:
        """Picked once."""
        if self.high is not None:
            return Effect("+", amount or ZERO, min(count, 1))
        return Effect("+", self.points if self.share is None else self.share * worth, min(count, 1))
