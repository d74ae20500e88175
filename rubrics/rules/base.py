"""What all kinds of rule have in common, and the effect that a rule has on its part.

A kind says how counts become points; it knows neither its item nor the sheet.
"""

from abc import abstractmethod
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from rubrics.numbering import Letter, Slug
from rubrics.periods import Period, When
from rubrics.points import ZERO, Points

Side = Literal["award", "deduct", "bonus", "gate", "beyond"]
"""What a rule works on: `gate` no points at all, `beyond` more than its own row (or the row's other rules)."""
Effects = Literal["deduct", "award", "bonus"]
"""The sides that a file may choose from, where a kind is not bound to one."""
Sign = Literal["+", "-"]
Scope = Literal["part", "item", "section", "sheet", "items"]
Figure = Literal["points", "actual", "factor"]
"""What the amount of an occurrence is: points decided, a figure found, a factor."""


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


def without_points(schema: dict[str, Any]) -> None:
    """Say in a JSON Schema that a kind can state its worth otherwise than in points."""
    schema["required"] = [field for field in schema["required"] if field != "points"]


def moved(side: Side) -> Sign:
    """The sign of what a rule of this side moves."""
    return "-" if side == "deduct" else "+"


class RuleKind(BaseModel):
    """The fields and questions that every kind of rule has; `side` says what it works on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    may_be_zero: ClassVar[bool] = False
    """Whether 0 is an answer: a figure found, or a question after which nothing follows."""
    may_be_bare: ClassVar[bool] = False
    """Whether the letter alone is an answer although an amount can be given."""
    sets_start: ClassVar[bool] = True
    """Whether the rule says where its item starts; one that only takes from what others left does not."""
    pick_one: ClassVar[bool] = False
    """Whether entering the rule replaces the other ones of its kind in its part."""

    letter: Letter
    points: Points = Field(gt=0)
    text: str = Field(min_length=1)
    short: str | None = Field(default=None, min_length=1)
    quote: str = ""
    unit: str | None = Field(default=None, min_length=1)
    max: int | None = Field(default=None, ge=1, le=999)
    when: When | None = None
    ruled_by: Slug | None = None
    cap: Annotated[Points, Field(gt=0)] | None = None
    list: Slug | None = None
    activity: Slug | None = None

    @property
    @abstractmethod
    def side(self) -> Side:
        """What the rule works on."""

    @property
    def repeats(self) -> bool:
        """Whether the rule can count more than once."""
        return False

    @property
    def figure(self) -> Figure | None:
        """What the amount of an occurrence is; None where the rule has its own points."""
        return None

    @property
    def wants_amount(self) -> bool:
        """Whether an occurrence carries an amount."""
        return self.figure is not None

    @property
    def needs_reason(self) -> bool:
        """Whether an amount without a reason is a gap."""
        return False

    @property
    def by_itself(self) -> bool:
        """Whether the rule follows from the row and cannot be entered."""
        return False

    @property
    def printed(self) -> str | None:
        """The printed name by which the rule can be picked."""
        return None

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

    def most_in(self, worth: Decimal) -> Decimal | None:  # noqa: ARG002 - kinds with shares look at it
        """The most points that the rule alone can move in a part worth so much; None without a limit."""
        reach = self.reach
        return self.cap if reach is None else reach if self.cap is None else min(reach, self.cap)

    def at_full(self, worth: Decimal) -> Decimal | None:
        """What the rule earns where everything is in order, in a part worth so much; None if it stays away."""
        return self.most_in(worth) if self.side == "award" else None

    def counts_in(self, period: Period | None) -> bool:
        """Whether the rule belongs to a sheet of this period; without a period every rule does."""
        return period is None or self.when is None or period.closes(self.when)

    @abstractmethod
    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:
        """What `count` ≥ 1 occurrences do in a part that is worth so much.

        `amount` is what the occurrences that carry one add up to. Caps are not yet applied.
        """
