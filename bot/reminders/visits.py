"""The visit that a day was set for: brought to the minds of the studio's leaders and of its assessors on the eve.

Whoever set the day on the eve itself has told them then; nobody is told the same thing twice in a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from bot import access
from bot.entities import Assessment, Person, Plan, Studio
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title, today
from bot.flows.outputs import Button, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.visits.states import VISITS
from bot.flows.visits.told import way_in
from bot.ports import Desk
from bot.reminders.kinds import Due, Kind, Today
from bot.reminders.people import led, writes_log

NAME: Final = "visit_eve"
SEVERAL: Final = "visits_eve"
DAY: Final = timedelta(days=1)
NOTE: Final = 500
NOTES: Final = 3
LINES: Final = 30


def _due(desk: Desk, today: Today) -> Iterable[Due]:
    """Yield whoever has one visit on a day."""
    for person, plans in _whose(desk, today).items():
        if len(plans) == 1:
            yield Due(NAME, person[0], (plans[0].visit, plans[0].day))


def _due_several(desk: Desk, today: Today) -> Iterable[Due]:
    """Yield whoever has several on one day: they are told of all of them together."""
    for (person, day), plans in _whose(desk, today).items():
        if len(plans) > 1:
            yield Due(SEVERAL, person, (day,))


def _whose(desk: Desk, today: Today) -> dict[tuple[str, str], list[Plan]]:
    """Return the visits of which each person is to be told, by person and day."""
    plans = [plan for plan in desk.plans.between(str(today.day), str(today.day + DAY)) if _known(plan, today)]
    visits = [(plan, found) for plan in plans if (found := _open(desk, plan.visit))]
    if not visits:
        return {}
    leaders = tuple(led(desk, today.now))
    whose: dict[tuple[str, str], list[Plan]] = {}
    for plan, found in visits:
        whom = [person.id for person, studio in leaders if studio.id == found.studio]
        for person in dict.fromkeys((*whom, *found.members)):
            whose.setdefault((person, plan.day), []).append(plan)
    return whose


def _known(plan: Plan, today: Today) -> bool:
    return today.day_of(plan.at) < date.fromisoformat(plan.day) - DAY


def _open(desk: Desk, visit: str) -> Assessment | None:
    found = desk.visits.of_visit(visit)
    return found if found is not None and found.state == "open" else None


def _may(desk: Desk, person: Person, due: Due) -> bool:
    visit, day = due.about
    found, plan = _open(desk, visit), desk.plans.of_visit(visit)
    if found is None or plan is None or plan.day != day:
        # Signed, or set for another day: that is told of when its own eve comes.
        return False
    return access.may(person, "mark", found) or writes_log(desk, person, found.studio)


def _say(desk: Desk, ask: Ask, due: Due) -> Say | None:
    visit, day = due.about
    found, plan = _open(desk, visit), desk.plans.of_visit(visit)
    if found is None or plan is None or desk.reminders.claimed(Due(SEVERAL, ask.who.id, (day,)).key):
        return None
    words = ask.words
    head = "remind.visit_today" if day == today(ask).isoformat() else "remind.visit_tomorrow"
    lines = [
        words(head),
        words(
            "remind.visit_what",
            day=day,
            studio=escape(found.studio_name),
            rubric=rubric_title(desk.library.get(found.visit.rubric, found.visit.version), words),
            period=found.visit.period,
        ),
    ]
    names = [known.name for each in found.members if (known := desk.people.get(each, ask.now))]
    if names:
        lines.append(words("remind.visit_group", names=tuple(map(escape, names))))
    if plan.note:
        lines.append(words("remind.visit_note", note=escape(short(plan.note, NOTE))))
    leads = not access.may(ask.who, "mark", found)
    return Say("\n".join(lines), ((way_in(desk, found, words, leads=leads, who=ask.who.id),),))


def _may_several(desk: Desk, person: Person, due: Due) -> bool:
    del due
    return access.may(person, "assess") or any(True for _ in _led(desk, person))


def _led(desk: Desk, person: Person) -> Iterable[Studio]:
    scopes = [grant.scope for grant in person.grants if grant.role in access.LEADERS]
    return desk.studios.covered(scopes) if scopes else ()


def _say_several(desk: Desk, ask: Ask, due: Due) -> Say | None:
    day = due.about[0]
    rows = [(plan, found) for plan in desk.plans.between(day, day) if (found := _open(desk, plan.visit))]
    mine = [
        (plan, found)
        for plan, found in rows
        if access.may(ask.who, "mark", found) or writes_log(desk, ask.who, found.studio)
    ]
    if not mine:
        return None
    words = ask.words
    head = "remind.visits_today" if day == today(ask).isoformat() else "remind.visits_tomorrow"
    lines = [words(head, count=len(mine), day=day)]
    for _, found in mine[:LINES]:
        rubric = rubric_title(desk.library.get(found.visit.rubric, found.visit.version), words)
        lines.append(f"· {escape(found.studio_name)} · {rubric} {found.visit.period}")
    if len(mine) > LINES:
        lines.append(words("remind.more", count=len(mine) - LINES))
    notes = dict.fromkeys(plan.note for plan, _ in mine if plan.note)
    lines += [words("remind.visit_note", note=escape(short(note, NOTE))) for note in [*notes][:NOTES]]
    return Say("\n".join(lines), ((Button(words("visit.button.mine"), pack(VISITS, "l")),),))


KIND: Final = Kind(NAME, _due, _say, _may)
TOGETHER: Final = Kind(SEVERAL, _due_several, _say_several, _may_several)
