"""A year of a studio's plans, or one plan to be filled in: what the desk holds, as the record that `exports` draws."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Final

from bot.changes.work_plan.checks import TASKS
from bot.changes.work_plan.state import PlanState, TaskLine, plan_state
from bot.clock import from_ms
from bot.entities import PlanTask, Studio
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.reports.score_sheet import Paper
from bot.texts import Words, words
from exports import plans
from exports.plans import PlanLine, PlanSheet, PlansRecord
from rubrics.periods import Period

BLANKS: Final = 15
FEWEST: Final = 3
"""Empty rows of a sheet that is to be filled in."""


def drawn(record: PlansRecord) -> bytes:
    """Return the workbook of a record."""
    return plans.render(record)


def render(desk: Desk, studio: Studio, year: int, language: str, now: int, paper: Paper) -> bytes:
    """Return the workbook of a year of a studio's plans."""
    return plans.render(record(desk, studio, year, language, now, paper))


def record(desk: Desk, studio: Studio, year: int, language: str, now: int, paper: Paper) -> PlansRecord:
    """Return the plans of a year, of its quarters and the report that there are; `now` in ms."""
    say, day = words(language), from_ms(now).astimezone(paper.zone).date()
    whole = Period.parse(str(year))

    def dated(at: int) -> date:
        return from_ms(at).astimezone(paper.zone).date()

    read = partial(plan_state, desk, studio.id, day=day, day_of=dated)
    periods = [(each, "plan") for each in (whole, *whole.split("quarter"))]
    found = [(period, kind, read(str(period), kind=kind)) for period, kind in [*periods, (whole, "report")]]
    return PlansRecord(
        language,
        studio.name,
        studio.unit,
        year,
        tuple(_sheet(desk, one, period, kind, day, say) for period, kind, one in found if one.plan),
        from_ms(now),
        studio.id,
    )


def to_fill(desk: Desk, studio: Studio, period: Period, ask: Ask) -> PlansRecord:
    """Return the plan of a period, begun or not, with empty rows to be filled in."""
    say, day = ask.words, from_ms(ask.now).astimezone(ask.zone).date()

    def dated(at: int) -> date:
        return from_ms(at).astimezone(ask.zone).date()

    one = plan_state(desk, studio.id, str(period), day, dated)
    sheet = _sheet(desk, one, period, "plan", day, say)
    room = max(FEWEST, min(BLANKS, TASKS - one.figures.tasks))
    return PlansRecord(
        ask.who.language,
        studio.name,
        studio.unit,
        period.start.year,
        (replace(sheet, blanks=room, figures=""),),
        from_ms(ask.now),
        studio.id,
    )


def _sheet(desk: Desk, one: PlanState, period: Period, kind: str, day: date, say: Words) -> PlanSheet:
    plan = one.plan
    quarter = period.kind == "quarter"
    number = period.end.month // 3
    named = say("workplan.quarter" if quarter else "workplan.year", year=period.start.year, number=number)
    tab = say("workplan.label.quarter", number=number) if quarter else say("workplan.label.year")
    by = desk.people.get(plan.reviewed_by, 0) if plan is not None and plan.reviewed_by else None
    state = say(f"workplan.book.{kind}.{plan.state}") if plan is not None else ""
    fields = [
        (say("workplan.book.state"), state),
        (say(f"workplan.book.{kind}.filed_on"), one.handed_in.isoformat() if one.handed_in else ""),
        (say(f"workplan.book.{kind}.settled_on"), one.accepted.isoformat() if one.accepted else ""),
        (say(f"workplan.book.{kind}.by"), by.name if by is not None and one.accepted else ""),
        (say("workplan.book.files"), str(one.files) if one.files else ""),
    ]
    report = kind == "report"
    return PlanSheet(
        say("workplan.report") if report else tab,
        say(f"workplan.name.{kind}", period=named),
        tuple(fields),
        say(f"workplan.text.{kind}", text=plan.text) if plan is not None and plan.text else "",
        None if report else tuple(_lines(one, day, say)),
        "" if report else _figures(one, say),
    )


def _figures(one: PlanState, say: Words) -> str:
    found = one.figures
    names = ("tasks", "closed", "proved", "done", "overdue", "late", "changed", "dropped")
    counts = {name: getattr(found, name) for name in names}
    return say("workplan.book.figures", **counts)


def _lines(one: PlanState, day: date, say: Words) -> Iterator[PlanLine]:
    for line in one.shown:
        task = line.task
        overdue = line.overdue(day)
        state = "overdue" if overdue else "late" if line.late and task.state == "closed" else task.state
        yield PlanLine(
            task.title,
            task.owner,
            task.due,
            say(f"workplan.book.task.{state}"),
            task.on,
            "" if line.dropped else task.result,
            line.files,
            "\n".join(_changes(line, say)),
            late=overdue or line.late,
            dropped=line.dropped,
            id=task.id,
        )


def _changes(line: TaskLine, say: Words) -> Iterator[str]:
    for before, after in pairwise((*line.earlier, line.task)):
        if not before.title:
            yield say("workplan.added", reason=before.result)
        else:
            yield say("workplan.before", before=_was(before, after), reason=before.result)
    if line.dropped:
        yield say("workplan.dropped", reason=line.task.result)


def _was(before: PlanTask, after: PlanTask) -> str:
    fields: tuple[Callable[[PlanTask], str], ...] = (
        lambda each: each.title,
        lambda each: each.due,
        lambda each: each.owner,
    )
    return " ".join(field(before) for field in fields if field(before) != field(after)) or "–"
