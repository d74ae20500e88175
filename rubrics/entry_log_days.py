"""Days as people write them in a log: 今天, 5月12日, 5-12, 12日, 2026-05-12, May 12; with or without blanks around.

Without a year this year's day is meant if it has come, else last year's if it lies within half a year; a day that does
not exist or has not come is refused, never moved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rubrics.draft.numerals import WORDED, number
from rubrics.entry_log_text import BEFORE, BEHIND, Remainder
from rubrics.entry_months import NAME, month_number
from rubrics.problems import Problem, Refused, problem

_FURTHEST: Final = 183
"""How many days a day of last year may lie back without its year: what is further is more likely still to come."""
_FIRST_YEAR: Final = 2000
_YEAR_END: Final = 12
_AGO: Final = {"今天": 0, "今日": 0, "today": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2}
_N: Final = rf"(?:[0-9]{{1,4}}|{WORDED})"
_NO_DIGIT: Final = r"(?<![0-9.\-/零〇一二两三四五六七八九十百千])"

_STRONG: Final = (
    re.compile(rf"(?P<ago>{'|'.join(_AGO)})"),
    re.compile(
        rf"{_NO_DIGIT}(?:(?P<year>[0-9]{{4}}|[零〇一二三四五六七八九]{{4}}|今|去)年\s*)?"
        rf"(?P<month>{_N})\s*月\s*(?P<day>{_N})\s*[日号]"
    ),
    re.compile(
        rf"{_NO_DIGIT}(?P<year>[0-9]{{4}})\s*[-./年]\s*(?P<month>{_N})\s*[-./月]\s*(?P<day>{_N})(?![0-9])[日号]?"
    ),
    re.compile(rf"{BEFORE}(?P<year>20[0-9]{{2}})(?P<month>[01][0-9])(?P<day>[0-3][0-9]){BEHIND}"),
    re.compile(
        rf"{BEFORE}{NAME}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>20[0-9]{{2}}))?{BEHIND}"
    ),
    re.compile(
        rf"{BEFORE}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+{NAME}(?:,?\s+(?P<year>20[0-9]{{2}}))?{BEHIND}"
    ),
)
"""Forms that cannot be anything but a day."""
_WEAK: Final = (
    re.compile(rf"{BEFORE}(?P<month>[0-9]{{1,2}})[-./](?P<day>[0-9]{{1,2}}){BEHIND}"),
    re.compile(rf"{BEFORE}(?P<month>{_N})\s*月\s*(?P<day>{_N}){BEHIND}"),
    re.compile(rf"{BEFORE}(?P<day>{_N})[日号]{BEHIND}"),
)
"""Forms that may be something else (a clause 3.2, a course of 3日) where a day is said otherwise."""
_SPAN: Final = re.compile(rf"\s*(?:-|~|至|到)\s*(?:{_N}\s*月\s*)?{_N}\s*[日号]")
"""A second day behind the first one: one entry is about one day."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What was written of a day."""

    text: str
    year: int | None
    month: int | None
    day: int


def day(text: str, today: date) -> date | Problem:
    """Return the day that a text is, or what is wrong with it."""
    rest = Remainder(text)
    try:
        found = take_day(rest, today)
    except Refused as refused:
        return refused.problem
    return found if not rest.words() else problem("log_day_unread", value=rest.words())


def take_day(rest: Remainder, today: date) -> date:
    """Take the one day out of a line; raises Refused where there is none, more than one, or one that cannot be."""
    found = _matches(rest, _STRONG) or _matches(rest, _WEAK)
    if not found:
        raise Refused(problem("log_day_missing"))
    first, *others = found
    span = _SPAN.match(rest.text, first.end())
    for one in found:
        rest.take(one)
    if others or span:
        second = others[0].group() if others else span.group() if span else ""
        raise Refused(problem("log_day_twice", first=first.group().strip(), second=second.strip(" -~")))
    return _resolved(_said(first, today), today)


def _matches(rest: Remainder, forms: tuple[re.Pattern[str], ...]) -> list[re.Match[str]]:
    """Return the places where days stand, from left to right, without those inside others."""
    every = sorted(
        (match for form in forms for match in form.finditer(rest.text)),
        key=lambda one: (one.start(), -one.end()),
    )
    kept: list[re.Match[str]] = []
    for match in every:
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def _said(match: re.Match[str], today: date) -> _Said:
    found: dict[str, str | None] = match.groupdict()
    text = match.group().strip()
    if ago := found.get("ago"):
        on = today - timedelta(days=_AGO[ago])
        return _Said(text, on.year, on.month, on.day)
    name = found.get("name")
    month = month_number(name) if name else _number(found.get("month"), text)
    said = _number(found.get("day"), text)
    return _Said(text, _year(found.get("year"), today), month, said or 0)


def _year(written: str | None, today: date) -> int | None:
    if written in {"今", "去"}:
        return today.year - (written == "去")
    return None if written is None else int(number(written) or 0)


def _number(written: str | None, text: str) -> int | None:
    if written is None:
        return None
    value = number(written)
    if value is None or value != int(value):
        raise Refused(problem("log_day_unread", value=text))
    return int(value)


def _resolved(said: _Said, today: date) -> date:
    if said.month is not None and not 1 <= said.month <= _YEAR_END:
        raise Refused(problem("log_day_none", value=said.text))
    if said.year is not None:
        on = _made(said.year, said.month or 0, said.day)
        if on is None or said.year < _FIRST_YEAR:
            raise Refused(problem("log_day_none", value=said.text))
        return _come(on, today)
    for on in _years(said, today) if said.month else _recent(said, today):
        if on <= today:
            return on
    raise Refused(_ahead(said, today))


def _years(said: _Said, today: date) -> Iterator[date]:
    """Yield this year's day and the last one's, if that is not too long ago."""
    for year in (today.year, today.year - 1):
        on = _made(year, said.month or 0, said.day)
        if on and (year == today.year or (today - on).days <= _FURTHEST):
            yield on


def _recent(said: _Said, today: date) -> Iterator[date]:
    """Yield this month's day, then the last month's if this month's is still to come."""
    before = today.replace(day=1) - timedelta(days=1)
    this = _made(today.year, today.month, said.day)
    if this:
        yield this
    if said.day > today.day and (last := _made(before.year, before.month, said.day)):
        yield last


def _ahead(said: _Said, today: date) -> Problem:
    """Say that a day is still to come, or that there is no such day."""
    on = _made(today.year, said.month or today.month, said.day)
    if on is None:
        return problem("log_day_none", value=said.text)
    return problem("log_day_ahead", on=on.isoformat(), today=today.isoformat())


def _come(on: date, today: date) -> date:
    if on > today:
        raise Refused(problem("log_day_ahead", on=on.isoformat(), today=today.isoformat()))
    return on


def _made(year: int, month: int, day_: int) -> date | None:
    try:
        return date(year, month, day_)
    except ValueError:
        return None
