"""What all kinds of rule have in common, and the effect that a rule has on its part.

A kind says how counts become points; it knows neither its item nor the sheet.
"""

from abc import abstractmethod
from decimal import Decimal
from typing import ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from rubrics.numbering import Letter, Slug
from rubrics.periods import Period, When
from rubrics.points import Points

Side = Literal["award", "deduct", "bonus"]
Sign = Literal["+", "-"]
Scope = Literal["part", "item"]


class Effect(NamedTuple):
    """What a rule that was met does to its part: so many times so many points up or down, or all of them."""

    sign: Sign
    each: Decimal
    times: int
    zeroes: Scope | None = None

    @property
    def value(self) -> Decimal:
        """The points moved, without sign and before any floor or cap."""
        return self.each * self.times


class RuleKind(BaseModel):
    """The fields and questions that every kind of rule has; `side` says what it works on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    side: ClassVar[Side]
    repeats: ClassVar[bool] = False
    wants_amount: ClassVar[bool] = False

    letter: Letter
    points: Points = Field(gt=0)
    text: str = Field(min_length=1)
    short: str | None = Field(default=None, min_length=1)
    quote: str = ""
    unit: str | None = Field(default=None, min_length=1)
    max: int | None = Field(default=None, ge=1, le=999)
    when: When | None = None
    ruled_by: Slug | None = None

    @property
    def label(self) -> str:
        """The condition in the words that fit on a phone."""
        return self.short or self.text

    @property
    def most(self) -> int | None:
        """How many times the rule can count; None where the source sets no limit."""
        return self.max if self.repeats else 1

    @property
    def reach(self) -> Decimal | None:
        """The most points that the rule alone can move; None where there is no limit."""
        return None if self.most is None else self.points * self.most

    def counts_in(self, period: Period | None) -> bool:
        """Whether the rule belongs to a sheet of this period; without a period every rule does."""
        return period is None or self.when is None or period.closes(self.when)

    @abstractmethod
    def take(self, count: int, amount: Decimal | None = None) -> Effect:
        """What `count` ≥ 1 occurrences do; `amount` is what the occurrences that carry one add up to."""
