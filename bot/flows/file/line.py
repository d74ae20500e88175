"""A line that says a whole entry: `成员 王强 液压 高级工 2024-05-01`, parts apart by blanks or by semicolons.

Days, choices, figures and money are known by what they are, words go to the fields in their order. What is wrong is
kept beside what is right, so that nothing of the line must be typed again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.changes.registers.values import choice_said, day_said, value_of
from bot.problems import Refusal
from bot.texts.registers import BETWEEN_DAYS, REGISTERS, Field, Register
from rubrics.entry_day import day as day_with_year
from rubrics.entry_day_meant import is_like_day
from rubrics.entry_day_words import days_joined
from rubrics.entry_money import money
from rubrics.numbering import canonical

_FIRST: Final = re.compile(r"\s*([^\W\d_]+)[\s:：,，;；]+(\S.*)", re.DOTALL)
_APART: Final = re.compile(r"[;；\n\t]")
_COMMA: Final = re.compile(r"\uff0c|,(?![0-9]{3}(?![0-9]))")
"""Not the comma of 30,000."""
_ALMOST_DAY: Final = re.compile(r"[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}")
_BARE: Final = re.compile(r"[0-9./-]+")


@dataclass(slots=True)
class Line:
    """What a line says."""

    kind: Register
    said: dict[str, str] = field(default_factory=dict)
    wrong: Refusal | None = None
    where: str = ""
    """The field that is wrong, empty where a part had no field."""

    @property
    def whole(self) -> bool:
        """Whether it says more than one thing, a day among them: no name with blanks in it does."""
        return bool(self.said.get("name")) and ("on" in self.said or self.where == "on")

    @property
    def open(self) -> str:
        """Return the field to be asked next: what is wrong, else the first that must be said, else nothing."""
        if self.where:
            return self.where
        return next((each.id for each in self.kind.fields if each.must and not self.said.get(each.id)), "")


def named(word: str) -> Register | None:
    """Return the register that a word names, in either language."""
    plain = canonical(word).strip()
    return next((each for each in REGISTERS if plain in map(canonical, (*each.said, each.zh, each.en))), None)


def line_of(text: str, here: Register | None, today: date) -> Line | None:
    """Return what a line says; on a register its word may be left out. None where no register is named."""
    first = _FIRST.fullmatch(text)
    kind = named(first[1]) if first else None
    rest = re.sub(BETWEEN_DAYS, " ", first[2] if first and kind else text)
    kind = kind or here
    if kind is None:
        return None
    line = Line(kind)
    for part in (each.strip() for each in _parts(rest, today)):
        if part:
            _take(line, part, today)
    return line


def _parts(text: str, today: date) -> list[str]:
    """Cut at semicolons where there are any, at commas where a day stands between them, else at blanks."""
    if _APART.search(text):
        return _APART.split(text)
    between = days_joined([each.strip() for each in _COMMA.split(text)], lambda said: _is_day(said, today))
    if any(_is_day(each, today) for each in between) and len(between) > 1:
        return between
    return days_joined(text.split(), lambda said: _is_day(said, today))


def _take(line: Line, part: str, today: date) -> None:
    found = _field(line, part, today)
    if found is None:
        if line.wrong is None:
            labels = tuple(f"{line.kind.id}.{each.id}" for each in line.kind.fields)
            line.wrong = Refusal("register_parts", value=part, part=labels)
        return
    try:
        line.said[found.id] = value_of(line.kind, found, part, today)
    except Refusal as refusal:
        if line.wrong is None:
            line.wrong, line.where = refusal, found.id


def _field(line: Line, part: str, today: date) -> Field | None:
    """Return the field that a part of the line is for."""
    free = [each for each in line.kind.fields if each.id not in line.said and each.id != line.where]
    if _is_day(part, today):
        return next((each for each in free if each.type in {"day", "ahead"}), None)
    for each in free:
        if each.type == "choice" and choice_said(each.choices, part):
            return each
        if each.type == "figure" and part[0].isdecimal() and _reads(line.kind, each, part, today):
            return each
        if each.type == "money" and money(part) is not None:
            return each
    return next((each for each in free if each.type in {"words", "code"}), None)


def _is_day(part: str, today: date) -> bool:
    """Say whether a part is meant as a day, also one that the calendar does not have."""
    plain = canonical(part)
    if day_with_year(plain) or _ALMOST_DAY.fullmatch(plain) or is_like_day(plain):
        return True
    return not _BARE.fullmatch(plain) and day_said(part, today, ahead=True) is not None


def _reads(kind: Register, one: Field, part: str, today: date) -> bool:
    try:
        value_of(kind, one, part, today)
    except Refusal:
        return False
    return True
