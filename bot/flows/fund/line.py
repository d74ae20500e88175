"""A line that says a whole spending: `工具 1999.5 扭力扳手 4月2日`; what is wrong is kept beside what is right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.changes.fund.purposes import FIELDS, purpose_said, value_of
from bot.changes.registers.values import day_said
from bot.problems import Refusal
from bot.texts.fund import ASSET
from rubrics.entry_day_meant import is_like_day
from rubrics.entry_day_words import WIDEST, WITHOUT_YEAR, days_joined
from rubrics.entry_money import money
from rubrics.numbering import canonical

_PIECES: Final = re.compile(r"[;；\n\t]")
_MARK: Final = r"(?:[-./]|[^\x00-\x7f])"
"""What stands between the figures of a day: a sign, or a word of one character."""
_ALMOST_DAY: Final = re.compile(rf"[0-9]{{1,4}}{_MARK}[0-9]{{1,2}}(?:{_MARK}[0-9]{{0,4}}[^\x00-\x7f]?)?")
_ALMOST_AMOUNT: Final = re.compile(r"[-+¥￥]?[0-9][0-9.,]*[^\W\d_]?")


@dataclass(slots=True)
class Line:
    """What a line says."""

    said: dict[str, str] = field(default_factory=dict)
    asset: bool = False
    wrong: Refusal | None = None
    where: str = ""
    """The field that is wrong."""

    @property
    def open(self) -> str:
        """Return the field to be asked next, empty where everything is said."""
        return self.where or next((each for each in FIELDS["spending"] if not self.said.get(each)), "")


def line_of(text: str, today: date) -> Line:
    """Return what a line says of a spending; words that are nothing else say what it was for.

    Of `June 30 2000` the last figure is the amount where the line has no other.
    """
    line = _read(text, today, WIDEST)
    return line if "amount" in {*line.said, line.where} else _amount_apart(text, today) or line


def _amount_apart(text: str, today: date) -> Line | None:
    """Return a line whose day has no year, so that there is an amount; None where there still is none."""
    line = _read(text, today, WITHOUT_YEAR)
    return line if "amount" in line.said else None


def _parts(text: str, today: date, widest: int) -> list[str]:
    """Return the parts of a line; the words of a day are one part."""
    return [
        part
        for piece in _PIECES.split(text)
        for part in days_joined(piece.split(), lambda said: _is_day(said, today), widest)
    ]


def _is_day(said: str, today: date) -> bool:
    """Say whether words are meant as a day, also one that the calendar does not have."""
    return day_said(said, today) is not None or is_like_day(said)


def _read(text: str, today: date, widest: int) -> Line:
    line, words = Line(), list[str]()
    for part in _parts(text, today, widest):
        name = _field(line, part, today)
        if name == "asset":
            line.asset = True
        elif name == "what":
            words.append(part)
        else:
            _take(line, name, part, today)
    if words:
        _take(line, "what", " ".join(words), today)
    return line


def _take(line: Line, name: str, part: str, today: date) -> None:
    try:
        line.said[name] = value_of(name, part, today)
    except Refusal as refusal:
        if line.wrong is None:
            line.wrong, line.where = refusal, name


def _field(line: Line, part: str, today: date) -> str:
    """Return the field that a part of a line is for; the first bare figure is the amount, a second one a day."""
    plain = canonical(part)
    free = {each for each in ("purpose", "amount", "on") if each not in line.said and each != line.where}
    if plain in ASSET:
        return "asset"
    if "purpose" in free and purpose_said(part) is not None:
        return "purpose"
    if "amount" in free and money(part) is not None:
        return "amount"
    if "on" in free and (_is_day(part, today) or _ALMOST_DAY.fullmatch(plain)):
        return "on"
    if "amount" in free and _ALMOST_AMOUNT.fullmatch(plain):
        return "amount"
    return "what"
