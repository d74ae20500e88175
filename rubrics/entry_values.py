"""The grammar of the value in a line of entry: `满`, `4分`, `-2`, `ab`, `a3b2`, `+b`, `a=3.5`.

Form only. Which letters an item has, and how much it is worth, is decided elsewhere.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from rubrics.numbering import canonical
from rubrics.points import show
from rubrics.rules import Rule, Step

Sign = Literal["", "+", "-"]

_FULL: Final = frozenset({"满", "满分", "full"})
_NOT_APPLICABLE: Final = frozenset({"n/a", "不适用"})
# Longer than anything that can be right, short enough to be quoted in an answer.
_AMOUNT: Final = r"[0-9]{1,24}(?:\.[0-9]{1,24})?"
_NUMBER: Final = re.compile(rf"(-?)({_AMOUNT})分?")
_MARK: Final = re.compile(rf"([a-z])(?:=({_AMOUNT})|\*?([0-9]{{1,24}}))?")
_MARKS: Final = re.compile(rf"([+-]?)((?:{_MARK.pattern})+)")

_FIGURE: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(\S*)")
"""A number with one word behind it at most."""


@dataclass(frozen=True, slots=True)
class Word:
    """`满` or `n/a`."""

    means: Literal["full", "na"]


@dataclass(frozen=True, slots=True)
class Number:
    """A score, or with `less` what is missing to full."""

    amount: Decimal
    less: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter with its count or its amount; neither means once."""

    letter: str
    count: int | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Letters: exactly these, so many more, or so many fewer."""

    sign: Sign
    marks: tuple[Mark, ...]


Value = Word | Number | Marks


def value(text: str) -> Value | None:
    """Read a value in canonical form; None for anything else."""
    if text in _FULL or text in _NOT_APPLICABLE:
        return Word("full" if text in _FULL else "na")
    if number := _NUMBER.fullmatch(text):
        return Number(_plain(number[2]), less=bool(number[1]))
    return _marks(text)


def _marks(text: str) -> Marks | None:
    match = _MARKS.fullmatch(text)
    if match is None:
        return None
    sign: Sign = "+" if match[1] == "+" else "-" if match[1] else ""
    return Marks(sign, tuple(_mark(*found) for found in _MARK.findall(match[2])))


def _mark(letter: str, amount: str, count: str) -> Mark:
    return Mark(letter, int(count) if count else None, _plain(amount) if amount else None)


def _plain(amount: str) -> Decimal:
    return Decimal(show(Decimal(amount)))


def figure(text: str, rule: Rule) -> str | None:
    """Return the number that a text is, alone or with the rule's unit behind it."""
    found = _FIGURE.fullmatch(canonical(text).strip())
    measure = rule.measure if isinstance(rule, Step) else ""
    units = {"", "分", canonical(rule.unit or ""), canonical(measure)}
    return found[1] if found and found[2] in units else None


def beginning(text: str) -> int:
    """Return how much of the text is a value when what follows is left away; 0 if nothing is."""
    ends = [match.end() for form in (_NUMBER, _MARKS) if (match := form.match(text))]
    ends += [len(word) for word in (*_FULL, *_NOT_APPLICABLE) if text.startswith(word)]
    return max(ends, default=0)


def amount_said(text: str) -> str:
    """The amount that somebody wrote, with or without the word for points; what is none stays as it is."""
    written = canonical(text).strip()
    found = _NUMBER.fullmatch(written)
    return f"{found[1]}{found[2]}" if found else written
