"""The visit that a day was set for: brought to the minds of the studio's leaders and of its assessors on the eve.

Whoever set the day on the eve itself has told them then; nobody is told the same thing twice in a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from bot import access
from bot.entities import Assessment, Person, Plan
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title, today
from bot.flows.outputs import Say
from bot.flows.screen import Ask
from bot.flows.visits.told import way_in
from bot.ports import Desk
from bot.reminders.kinds import Due, Kind, Today
from bot.reminders.people import led, writes_log

NAME: Final = "visit_eve"
DAY: Final = timedelta(days=1)
NOTE: Final = 500


def _due(desk: Desk, today: Today) -> Iterable[Due]:
    plans = [plan for plan in desk.plans.between(str(today.day), str(today.day + DAY)) if _known(plan, today)]
    visits = [(plan, found) for plan in plans if (found := _open(desk, plan.visit))]
    if not visits:
        return
    leaders = tuple(led(desk, today.now))
    for plan, found in visits:
        whom = [person.id for person, studio in leaders if studio.id == found.studio]
        for person in dict.fromkeys((*whom, *found.members)):
            yield Due(NAME, person, (plan.visit, plan.day))


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
    if found is None or plan is None:
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
    return Say("\n".join(lines), ((way_in(desk, found, words, leads=leads),),))


KIND: Final = Kind(NAME, _due, _say, _may)
