"""What was to be put right by a day and is not: the leaders are told once, of all that was due that day together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from bot.entities import Fix, Person
from bot.flows.fix.states import LIST
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.reminders.hours import local
from bot.reminders.kinds import Due, Kind, Today
from bot.reminders.people import led, writes_log

NAME: Final = "fix_overdue"
LATE_DAYS: Final = 30
"""Days for which it is still brought to mind, if that could not be done on the first of them."""
LINES: Final = 10
PROBLEM: Final = 60


def _due(desk: Desk, today: Today) -> Iterable[Due]:
    since = today.day - timedelta(days=LATE_DAYS)
    late = {
        (fix.studio, fix.due)
        for fix in desk.fixes.overdue(str(today.day))
        if date.fromisoformat(fix.due) >= since
    }
    if not late:
        return
    for leader, studio in led(desk, today.now):
        for whose, day in sorted(late):
            if whose == studio.id:
                yield Due(NAME, leader.id, (studio.id, day))


def _may(desk: Desk, person: Person, due: Due) -> bool:
    return writes_log(desk, person, due.about[0])


def _say(desk: Desk, ask: Ask, due: Due) -> Say | None:
    studio, day = due.about
    found, late = desk.studios.get(studio), _late(desk, ask, studio, day)
    if found is None or not late:
        return None
    words = ask.words
    lines = [
        words("remind.fix"),
        words("remind.fix_due", studio=escape(found.name), due=day, count=len(late)),
        *(
            words("remind.fix_line", item=fix.item, problem=escape(short(fix.problem or fix.clause, PROBLEM)))
            for fix in late[:LINES]
        ),
    ]
    if len(late) > LINES:
        lines.append(words("remind.more", count=len(late) - LINES))
    button = Button(words("button.open"), pack(LIST, "v", "mine"))
    return Say("\n".join([*lines, words("remind.once")]), ((button,),))


def _late(desk: Desk, ask: Ask, studio: str, day: str) -> tuple[Fix, ...]:
    today = local(ask.now, ask.zone).date().isoformat()
    return tuple(fix for fix in desk.fixes.overdue(today) if (fix.studio, fix.due) == (studio, day))


KIND: Final = Kind(NAME, _due, _say, _may)
