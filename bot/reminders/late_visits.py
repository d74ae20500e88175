"""Visits whose day is over and that are not signed: their assessors are told once, and their coordinators get the list.

All visits of one day are told together; one that is given another day is late anew when that day is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from bot import access
from bot.entities import Assessment, Person
from bot.flows.html import escape
from bot.flows.month.mine import rubric_title, today
from bot.flows.outputs import Button, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.visits.states import VISITS
from bot.flows.visits.told import group, way_in
from bot.ports import Desk
from bot.reminders.kinds import Due, Kind, Today

MINE: Final = "visit_late"
OVERVIEW: Final = "visits_late"
LATE_DAYS: Final = 30
"""Days for which it is still brought to mind, if that could not be done on the first of them."""
LINES: Final = 20


def _late(desk: Desk, day: date) -> Iterator[tuple[str, Assessment]]:
    """Yield the visits that are late on a day, each with the day that was set; one that was signed once is not."""
    first, last = day - timedelta(days=LATE_DAYS), day - timedelta(days=1)
    for plan in desk.plans.between(first.isoformat(), last.isoformat()):
        found = desk.visits.of_visit(plan.visit)
        if found is not None and found.state == "open" and found.round == 1:
            yield plan.day, found


def _owing(desk: Desk, found: Assessment) -> Iterator[str]:
    """Yield the members who have not signed: neither the joint sheet nor, of a panel that scores blind, their own."""
    ballots = {each.person: each.assessment for each in desk.panels.ballots(found.visit.id)}
    signed = {each.person for each in desk.panels.countersigns(found.id)}
    for person in found.members:
        own = desk.visits.assessment(ballots[person]) if person in ballots else None
        if person not in signed and (own is None or own.state == "open"):
            yield person


def _due_mine(desk: Desk, today_: Today) -> Iterable[Due]:
    wanted = {(person, day) for day, found in _late(desk, today_.day) for person in _owing(desk, found)}
    for person, day in sorted(wanted):
        yield Due(MINE, person, (day,))


def _may_mine(desk: Desk, person: Person, due: Due) -> bool:
    del desk, due
    return access.may(person, "assess")


def _say_mine(desk: Desk, ask: Ask, due: Due) -> Say | None:
    found = [
        each
        for day, each in _late(desk, today(ask))
        if day == due.about[0] and ask.who.id in _owing(desk, each) and access.may(ask.who, "mark", each)
    ]
    if not found:
        return None
    words = ask.words
    lines = [words("remind.visit_late", day=due.about[0], count=len(found)), *_lines(desk, ask, found)]
    button = (
        way_in(desk, found[0], words, leads=False, who=ask.who.id)
        if len(found) == 1
        else Button(words("visit.button.mine"), pack(VISITS, "l"))
    )
    return Say("\n".join([*lines, words("remind.visit_late_what")]), ((button,),))


def _lines(desk: Desk, ask: Ask, found: list[Assessment], *, names: bool = False) -> Iterator[str]:
    words = ask.words
    for each in found[:LINES]:
        rubric = rubric_title(desk.library.get(each.visit.rubric, each.visit.version), words)
        line = f"▲ {escape(each.studio_name)} · {rubric} {each.visit.period}"
        yield words("remind.visit_late_names", line=line, names=_names(desk, ask, each)) if names else line
    if len(found) > LINES:
        yield words("remind.more", count=len(found) - LINES)


def _names(desk: Desk, ask: Ask, found: Assessment) -> tuple[str, ...]:
    return tuple(map(escape, group(desk, found, ask)))


def _due_overview(desk: Desk, today_: Today) -> Iterable[Due]:
    late = tuple(_late(desk, today_.day))
    if not late:
        return
    for person in desk.people.with_role("coordinator", today_.now):
        mine = {day for day, found in late if _theirs(desk, person, found)}
        for day in sorted(mine):
            yield Due(OVERVIEW, person.id, (day,))


def _theirs(desk: Desk, person: Person, found: Assessment) -> bool:
    studio = desk.studios.get(found.studio)
    return studio is not None and access.may(person, "plan", studio)


def _may_overview(desk: Desk, person: Person, due: Due) -> bool:
    del desk, due
    return access.may(person, "plan")


def _say_overview(desk: Desk, ask: Ask, due: Due) -> Say | None:
    late = _late(desk, today(ask))
    found = [each for day, each in late if day == due.about[0] and _theirs(desk, ask.who, each)]
    if not found:
        return None
    words = ask.words
    lines = [
        words("remind.visits_late", day=due.about[0], count=len(found)),
        *_lines(desk, ask, found, names=True),
        words("remind.once"),
    ]
    button = Button(words("visits.button.late", count=len(found)), pack(VISITS, "g", 0, 1))
    return Say("\n".join(lines), ((button,),))


KIND: Final = Kind(MINE, _due_mine, _say_mine, _may_mine)
LIST: Final = Kind(OVERVIEW, _due_overview, _say_overview, _may_overview)
