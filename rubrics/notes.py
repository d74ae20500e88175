"""What a scheme says besides its table: readings, discrepancies, rulings, clauses of its articles.

The code must not hide any of them: they are shown where they matter and printed on the sheet.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from rubrics.numbering import ItemNo, Letter, Slug
from rubrics.points import Points, on_step, points, show
from rubrics.problems import Refused

NonEmpty = Field(min_length=1)
English = Annotated[str, Field(min_length=1)] | None
"""The same for readers of English; the source's own words stand where it is missing."""
VALUE: Final = "$value"
"""In a change: the number that the ruling was answered with."""


class Frozen(BaseModel):
    """A value read from a scheme: unknown fields are refused, nothing can be changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Variant(Frozen):
    """A type of studio that this rubric tells apart, be it `by_name` only, with the same conditions and points."""

    id: Slug
    title: str = NonEmpty
    title_en: str | None = None
    by_name: bool = False


class Exclusive(Frozen):
    """Letters of one item that cannot all be true.

    Alternatives and contradictions are warned about only; of `rungs` (未签订扣10分；已签订但不规范扣5分) the heaviest
    counts and covers the others.
    """

    letters: tuple[Letter, ...]
    kind: Literal["alternative", "contradiction", "rungs"]


class Reading(Frozen):
    """How a passage that can be understood in several ways was understood, and why."""

    id: Slug
    at: tuple[ItemNo, ...] = ()
    says: str = NonEmpty
    says_en: English = None
    read: str = NonEmpty
    read_en: English = None
    reason: str = NonEmpty
    reason_en: English = None


class Discrepancy(Frozen):
    """Where the source contradicts itself: what it says, and how it was read.

    One about a sum excuses its item, or the section all of whose items it names, from adding up.
    """

    id: Slug
    about: Literal["text", "sum"] = "text"
    at: tuple[ItemNo, ...] = ()
    says: str = NonEmpty
    says_en: English = None
    read: str = NonEmpty
    read_en: English = None
    reason: str = NonEmpty
    reason_en: English = None


def _plain(value: Any) -> Any:  # noqa: ANN401 - what a file says, of any shape
    """One amount has one form, so that 2.50 and 2.5 are the same change."""
    if isinstance(value, Decimal):
        return Decimal(show(value))
    if isinstance(value, list | tuple):
        return tuple(_plain(one) for one in value)
    return {key: _plain(one) for key, one in value.items()} if isinstance(value, dict) else value


class Change(BaseModel):
    """One place of the tree, and what its fields become when an option is taken; null takes a field away.

    The place is said by one field more, by its kind and what it is called: `rule: "2.2 b"`, `item: "2.2"`,
    `band: excellent`, `rubric: true`.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        json_schema_extra={
            "minProperties": 2,
            "maxProperties": 2,
            "examples": [
                {"rule": "2.2 b", "set": {"max": 2}},
                {"item": "2.2", "set": {"points": 8}},
                {"band": "excellent", "set": {"at_least": VALUE}},
                {"rubric": True, "set": {"step": 1}},
            ],
        },
    )

    set: Annotated[dict[str, Any], BeforeValidator(_plain)] = NonEmpty

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Every place that is said, as kind and key; a change that can be made says one."""
        extra = self.model_extra or {}
        return tuple(
            (kind, "true" if key is True else " ".join(str(key).split())) for kind, key in extra.items()
        )

    def with_value(self, value: Decimal) -> "Change":
        """The change with the number in the places that wait for it."""
        return self.model_copy(update={"set": _filled(self.set, value)})


def _filled(value: Any, number: Decimal) -> Any:  # noqa: ANN401 - same
    if value == VALUE:
        return number
    if isinstance(value, tuple):
        return tuple(_filled(one, number) for one in value)
    return {key: _filled(one, number) for key, one in value.items()} if isinstance(value, dict) else value


class RulingOption(Frozen):
    """One answer that the unit can give to an open question, and what it changes in the tree."""

    id: Slug
    text: str = NonEmpty
    text_en: English = None
    changes: tuple[Change, ...] = ()


class RulingValue(Frozen):
    """The bounds of an answer that is a number; what is suggested decides nothing."""

    least: Points
    most: Points
    step: Annotated[Points, Field(gt=0)] | None = None
    unit: str = NonEmpty
    unit_en: English = None
    suggested: Points

    def holds(self, number: Decimal) -> bool:
        """Say whether the number may be the answer."""
        on = self.step is None or on_step(number - self.least, self.step)
        return self.least <= number <= self.most and on

    def read(self, answer: str) -> Decimal | None:
        """The number that was answered; None where it is none or out of bounds."""
        try:
            number = points(answer)
        except Refused:
            return None
        return number if self.holds(number) else None


def _answer(value: object) -> object:
    """A number in a file is answered with its digits."""
    if isinstance(value, Decimal):
        return show(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


_SLUG: Final = r"^[a-z0-9][a-z0-9._-]{0,63}$"
Answer = Annotated[
    Slug,
    BeforeValidator(_answer),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": _SLUG}, {"type": "number"}]}),
]
"""The id of an option, or a number in digits."""


class Ruling(Frozen):
    """口径: a question that the source leaves open and the unit answers once per campaign.

    The answer is one of `options`, or a number within `value` that goes into `changes`. Without `shipped`
    nothing is decided until somebody does.
    """

    id: Slug
    at: tuple[ItemNo, ...] = ()
    question: str = NonEmpty
    question_en: English = None
    options: tuple[RulingOption, ...] = ()
    value: RulingValue | None = None
    changes: tuple[Change, ...] = ()
    shipped: Answer | None = None
    assumed: bool
    reason: str = NonEmpty
    reason_en: English = None

    def asks(self, *, english: bool = False) -> str:
        """The question without the mark at its end: the sentence around it sets its own."""
        return ((english and self.question_en) or self.question).rstrip("?？ ")

    def option(self, option_id: str | None) -> RulingOption | None:
        """The option with this id."""
        return next((option for option in self.options if option.id == option_id), None)

    def number(self, answer: str | None) -> Decimal | None:
        """The number that was answered, where the answer is one."""
        return self.value.read(answer) if self.value and answer is not None else None

    def settled(self, answer: str | None) -> bool:
        """Say whether the answer decides the question."""
        return self.option(answer) is not None or self.number(answer) is not None

    def taken(self, answer: str | None) -> tuple[Change, ...]:
        """What the answer changes; one that decides nothing changes nothing."""
        if option := self.option(answer):
            return option.changes
        number = self.number(answer)
        return () if number is None else tuple(change.with_value(number) for change in self.changes)

    def said(self, answer: str | None, *, english: bool = False) -> str | None:
        """The answer in words; None where nothing is decided."""
        if option := self.option(answer):
            return (english and option.text_en) or option.text
        number = self.number(answer)
        if number is None or self.value is None:
            return None
        return f"{show(number)} {(english and self.value.unit_en) or self.value.unit}"

    def answers(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """Every answer worth trying: all options, or the number that is suggested."""
        for option in self.options:
            yield option.id, option.changes
        if self.value:
            suggested = show(self.value.suggested)
            yield suggested, self.taken(suggested)


class Clause(Frozen):
    """A passage of the articles around the table, verbatim, with the place where it stands."""

    id: Slug
    where: str | None = None
    quote: str = NonEmpty
