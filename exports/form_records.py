"""What the forms of an application are written from: answers by keys, lines of a list, pictures, conditions.

Answers are as `rubrics.form_answers` keeps them; keys as in `rubrics.form_sums`, and `gate.ITEM.LETTER` for conditions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from exports.archive_records import Piece
from rubrics.forms import Form
from rubrics.model import Item
from rubrics.rules import Gate

State = Literal["met", "unmet", "na", "open"]
"""What an applicant says of a condition."""
_STATES: Final[Mapping[str, State]] = {"yes": "met", "no": "unmet", "na": "na"}


@dataclass(frozen=True, slots=True)
class FormRecord:
    """One form of one application; the campaign's year is what its years are counted from."""

    form: Form
    language: str
    year: int
    answers: Mapping[str, str]
    dated: datetime


@dataclass(frozen=True, slots=True)
class ListRecord:
    """A list of recommended studios: head and foot by keys, one line a studio by the ids of the columns.

    A line may leave out its number. `quota` is given only for the city's final list, where more lines are warned of.
    """

    form: Form
    language: str
    answers: Mapping[str, str]
    lines: tuple[Mapping[str, str], ...]
    dated: datetime
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class FormPicture:
    """A picture that belongs to a heading; `data` is None where it never came."""

    name: str
    data: bytes | None = field(repr=False)
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that lies elsewhere: its address, or the word that it is handed in on a disk."""

    label: str
    label_en: str
    said: str


@dataclass(frozen=True, slots=True)
class OutlineRecord:
    """An outline as a text: answers by `FORM.HEADING`, pictures by the numbers of the headings."""

    form: Form
    language: str
    studio: str
    unit: str
    answers: Mapping[str, str]
    dated: datetime
    pictures: Mapping[str, tuple[FormPicture, ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    """What is handed in beside the text; said at its end."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the scheme and what the applicant answered; `item` and `letter` are those of the rule."""

    item: str
    letter: str
    title: str
    title_en: str
    text: str
    state: State
    measured: str = ""
    """The figure that was answered, with its unit."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A form or text as it was rendered, with its title; `name` is that of the file with its ending."""

    name: str
    title: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WayLine:
    """A step on the way of an application in words: its day, its name, who decided by which paper, what was said."""

    on: str
    step: str
    decided: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationRecord:
    """A whole application: who applies for what, its papers, its conditions and files.

    The `item` of a piece is that of a condition, or empty for a file that belongs to none.
    """

    code: str
    scheme: str
    year: int
    track: str
    studio: str
    unit: str
    leader: str
    state: str
    language: str
    dated: datetime
    papers: tuple[Paper, ...]
    conditions: tuple[Condition, ...] = ()
    files: tuple[Piece, ...] = ()
    links: tuple[Link, ...] = ()
    way: tuple[WayLine, ...] = ()
    draft: bool = False
    """Not handed in yet: the page says so."""


def conditions_of(gates: Iterable[tuple[Item, Gate]], answers: Mapping[str, str]) -> tuple[Condition, ...]:
    """Return conditions, given in the order of the scheme, with what was answered to each."""
    found: list[Condition] = []
    for item, rule in gates:
        said = answers.get(f"gate.{item.no}.{rule.letter}", "")
        words = (item.title, item.title_en or item.title, rule.text)
        found.append(Condition(item.no, rule.letter, *words, *_judged(rule, said)))
    return tuple(found)


def _judged(rule: Gate, said: str) -> tuple[State, str, str]:
    """What an answer says of a condition: whether it is met, the figure, the reason."""
    word, _, reason = said.partition(" ")
    if not word:
        return "open", "", ""
    if word in _STATES:
        return _STATES[word], "", reason.strip()
    passes = rule.passes(None, _figure(word))
    figure = f"{word} {rule.unit}" if rule.unit else word
    return ("open" if passes is None else "met" if passes else "unmet"), figure, reason.strip()


def _figure(word: str) -> Decimal | None:
    try:
        found = Decimal(word)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
