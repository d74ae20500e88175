"""Plans: a task that is due soon or was due; a plan of the year or a quarter, or a report, that was not handed in.

The days by which plans and reports are due are suggested ones; only studios are told whose rubrics ask for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Final

from bot.changes.work_plan.asked import asked_of, due_by, report_logged
from bot.changes.work_plan.checks import PlanKind
from bot.changes.work_plan.state import FILED, filed
from bot.entities import Person, PlanTask, Studio
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.workplan.faces import TITLE, plan_name
from bot.flows.workplan.keys import plan_data
from bot.flows.workplan.states import LIST, TASK
from bot.ports import Desk
from bot.reminders.hours import local
from bot.reminders.kinds import Due, Kind, Today
from bot.reminders.people import led, listed, writes_log
from rubrics.periods import Period

SOON: Final = "plan_task_soon"
LATE: Final = "plan_task_late"
OWED: Final = "plan_late"
BEFORE: Final = timedelta(days=3)
"""So long before it is due a task is brought to mind."""
AFTER: Final = timedelta(days=30)
"""So long something is still brought to mind that was due, if that could not be done on the first day."""
DAY: Final = timedelta(days=1)
LINES: Final = 10


# -- tasks ------------------------------------------------------------------------------------------


def _span(name: str, day: date) -> tuple[str, str]:
    """Return the first and the last day on which what is told today is due."""
    first, last = (day, day + BEFORE) if name == SOON else (day - AFTER, day - DAY)
    return first.isoformat(), last.isoformat()


def _open(desk: Desk, name: str, day: date) -> Iterator[PlanTask]:
    """Return the tasks of plans that were handed in, not said to be done, of which is told today."""
    first, last = _span(name, day)
    until = (date.fromisoformat(last) + DAY).isoformat()
    found = [each for each in desk.work_plans.overdue(until) if first <= each.due]
    promised = {plan: _promised(desk, plan) for plan in {each.plan for each in found}}
    return (each for each in found if promised[each.plan])


def _tasks_due(name: str, desk: Desk, today: Today) -> Iterable[Due]:
    days = {(each.studio, each.due) for each in _open(desk, name, today.day)}
    if not days:
        return
    for leader, studio in led(desk, today.now):
        for whose, day in sorted(days):
            if whose == studio.id:
                yield Due(name, leader.id, (studio.id, day))


def _say_tasks(name: str, desk: Desk, ask: Ask, due: Due) -> Say | None:
    studio, day = due.about
    found = desk.studios.get(studio)
    every = _open(desk, name, local(ask.now, ask.zone).date())
    tasks = [each for each in every if (each.studio, each.due) == (studio, day)]
    if found is None or not tasks:
        return None
    words = ask.words
    lines = [
        words(f"remind.{name}"),
        words(f"remind.{name}_due", studio=escape(found.name), due=day, count=len(tasks)),
    ]
    for each in tasks[:LINES]:
        what = " · ".join(part for part in (short(each.title, TITLE), each.owner) if part)
        lines.append(words("remind.plan_task", task=escape(what)))
    if len(tasks) > LINES:
        lines.append(words("remind.more", count=len(tasks) - LINES))
    if name == LATE:
        lines.append(words("remind.once"))
    data = pack(TASK, "o", tasks[0].id) if len(tasks) == 1 else pack(LIST, "o", studio, day[:4])
    return Say("\n".join(lines), ((Button(words("button.open"), data),),))


def _promised(desk: Desk, plan: str) -> bool:
    """Say whether a plan was handed in: a draft promises nothing yet."""
    found = desk.work_plans.get(plan)
    return found is not None and found.state in FILED


# -- plans and reports ------------------------------------------------------------------------------


def slots(day: date) -> tuple[Period, ...]:
    """Return the year and the quarter whose plans were due, where that is not too long ago."""
    every = (Period.holding("year", day), Period.holding("quarter", day))
    return tuple(each for each in every if DAY <= day - due_by(each, "plan") <= AFTER)


def _plans_due(desk: Desk, today: Today) -> Iterable[Due]:
    found = slots(today.day)
    if not found:
        return
    since = listed(desk, today)
    for leader, studio in led(desk, today.now):
        for period in found:
            if since.get(studio.id, period.start) <= due_by(period, "plan"):
                yield Due(OWED, leader.id, (str(period), studio.id))


def _say_plans(desk: Desk, ask: Ask, due: Due) -> Say | None:
    name, studio = due.about
    found, period = desk.studios.get(studio), Period.parse(name)
    owed = tuple(_owed(desk, ask, found, period)) if found is not None else ()
    if found is None or not owed:
        return None
    words = ask.words
    lines = [words(f"remind.plan_late_{period.kind}", year=period.start.year, number=period.end.month // 3)]
    lines.append(escape(found.name))
    for each, kind in owed:
        by = due_by(each, kind).isoformat()
        lines.append(words(f"remind.{kind}_owed", name=plan_name(each, kind, words), due=by))
    lines += [words("remind.plan_suggested"), words("remind.once")]
    several = len(owed) > 1
    data = pack(LIST, "o", studio, period.start.year) if several else plan_data(studio, *owed[0])
    return Say("\n".join(lines), ((Button(words("button.open"), data),),))


def _owed(desk: Desk, ask: Ask, studio: Studio, period: Period) -> Iterator[tuple[Period, PlanKind]]:
    """Yield the plan of a period, and with the year the report about the one before it, where they are owed."""
    asked = asked_of(desk, studio)
    if asked.wants(period, "plan") and not filed(desk, studio.id, period, "plan"):
        yield period, "plan"
    if period.kind != "year":
        return
    last = period.previous()
    since = listed(desk, Today(ask.now, ask.zone)).get(studio.id, last.start)
    done = filed(desk, studio.id, last, "report") or report_logged(desk, studio.id, last)
    if asked.report and since <= last.end and not done:
        yield last, "report"


def _may(place: int, desk: Desk, person: Person, due: Due) -> bool:
    return writes_log(desk, person, due.about[place])


KINDS: Final = (
    *(
        Kind(name, partial(_tasks_due, name), partial(_say_tasks, name), partial(_may, 0))
        for name in (SOON, LATE)
    ),
    Kind(OWED, _plans_due, _say_plans, partial(_may, 1)),
)
