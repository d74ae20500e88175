"""The month of a studio's log: its leaders are told half-way, on the eve of the day it is due, and once overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from bot.entities import Person
from bot.flows.html import escape, short
from bot.flows.month.face import missing_lines
from bot.flows.month.keys import CODE, LABEL
from bot.flows.month.mine import mark_of, month_name, rubric_title
from bot.flows.month.reading import Page
from bot.flows.outputs import Button, Say
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.reminders.calendar import MONTH_EVE, MONTH_HALF, MONTH_OVERDUE, slots
from bot.reminders.kinds import Due, Kind, Today
from bot.reminders.owed import Owed, owed
from bot.reminders.people import led, listed, writes_log
from bot.texts import Words
from rubrics.periods import Period

LINES: Final = 12
"""Missing things that a reminder names; the month itself has all."""

Line = Callable[[Page, Words], str]


def _due(kind: str, desk: Desk, today: Today) -> Iterable[Due]:
    wanted = [slot for slot in slots(today.day) if slot.kind == kind]
    if not wanted:
        return
    since = listed(desk, today)
    for leader, studio in led(desk, today.now):
        for slot in wanted:
            if since.get(studio.id, slot.listed_by) <= slot.listed_by:
                yield Due(kind, leader.id, (slot.month, studio.id))


def _may(desk: Desk, person: Person, due: Due) -> bool:
    return writes_log(desk, person, due.about[1])


# -- what is said ---------------------------------------------------------------------------------


def _half(desk: Desk, ask: Ask, due: Due) -> Say | None:
    """Half-way only what is missing is worth a word: the month itself is not due yet."""
    found = _owed(desk, ask, due)
    found = found.where(lambda page: bool(page.missing)) if found else None
    return _say(due, found, ask.words, _half_line) if found else None


def _eve(desk: Desk, ask: Ask, due: Due) -> Say | None:
    found = _owed(desk, ask, due)
    return _say(due, found, ask.words, _eve_line) if found else None


def _overdue(desk: Desk, ask: Ask, due: Due) -> Say | None:
    found = _owed(desk, ask, due)
    return _say(due, found, ask.words, _overdue_line, ask.words("remind.once")) if found else None


def _owed(desk: Desk, ask: Ask, due: Due) -> Owed | None:
    month, studio = due.about
    return owed(desk, ask, studio, month)


def _half_line(page: Page, words: Words) -> str:
    left = (Period.parse(page.state.month).end - page.today).days
    return words("remind.half_line", days=left, due=page.due.isoformat())


def _eve_line(page: Page, words: Words) -> str:
    if page.row is not None:
        return words("remind.reopened_line")
    last = page.today >= page.due
    return words("remind.last_line" if last else "remind.eve_line", due=page.due.isoformat())


def _overdue_line(page: Page, words: Words) -> str:
    if page.row is not None:
        return words("remind.reopened_line")
    return words("remind.overdue_line", due=page.due.isoformat())


def _say(due: Due, found: Owed, words: Words, line: Line, *end: str) -> Say:
    """Return one message for a studio, its rubrics one after the other, with a button to each month."""
    month = month_name(due.about[0], words)
    parts = [words(f"remind.{due.kind}", month=month), escape(found.studio.name)]
    for page in found.pages if found.own else found.pages[:1]:
        parts += _lines(page, found, words, line)
        if not page.entries:
            parts.append(words("remind.nothing_half" if due.kind == MONTH_HALF else "remind.nothing_yet"))
    return Say("\n".join([*parts, *end]), tuple(_keys(found, words)))


def _lines(page: Page, found: Owed, words: Words, line: Line) -> Iterator[str]:
    if found.own:
        yield f"<b>{rubric_title(page.rubric, words)}</b>"
    yield line(page, words)
    missing = missing_lines(page, words) if found.own else []
    if missing:
        yield words("month.missing", count=len(missing))
        yield from missing[:LINES]
    if len(missing) > LINES:
        yield words("remind.more", count=len(missing) - LINES)


def _keys(found: Owed, words: Words) -> Iterator[tuple[Button, ...]]:
    if not found.own:
        yield (Button(words("button.open"), pack(CODE, "o", found.studio.id, found.pages[0].state.month)),)
        return
    for page in found.pages:
        label = words("button.open")
        if len(found.pages) > 1:
            label = short(f"{label} {rubric_name(page.rubric, words)}", LABEL)
        mark = mark_of(page.rubric.id)
        yield (Button(label, pack(CODE, "o", found.studio.id, page.state.month, mark)),)


KINDS: Final = tuple(
    Kind(name, partial(_due, name), say, _may)
    for name, say in ((MONTH_HALF, _half), (MONTH_EVE, _eve), (MONTH_OVERDUE, _overdue))
)
