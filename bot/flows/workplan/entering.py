"""Lines that become tasks of a plan: the right ones are kept, the wrong ones named with what to send instead."""

from __future__ import annotations

from collections.abc import Iterable

from bot.changes.base import Change
from bot.changes.work_plan.checks import PlanKind, TaskWords
from bot.changes.work_plan.state import PlanState
from bot.changes.work_plan.tasks import AddPlanTasks
from bot.changes.work_plan.writing import BeginWorkPlan, WriteWorkPlan
from bot.entities import PlanTask
from bot.flows.html import escape, short
from bot.flows.inputs import Said
from bot.flows.month.mine import today
from bot.flows.outputs import Say
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Step
from bot.flows.workplan.lines import Reading, tasks_of
from bot.flows.workplan.states import PLAN_SCREEN, OnePlanState
from bot.problems import Refusal
from bot.texts import Words
from rubrics.periods import Period

QUOTED = 40
NAMED = 15
"""Lines that are named in one answer."""
TYPED = 3000
"""Characters of a message that are given back."""


def base(plan: str, studio: str, period: object, ask: Ask, kind: PlanKind = "plan") -> dict[str, object]:
    """Return the fields that every change of a plan has."""
    day = today(ask).isoformat()
    return {"plan": plan, "studio": studio, "period": str(period), "kind": kind, "today": day}


def begun(named: PlanState, studio: str, goals: str, lines: str, ask: Ask) -> Step:
    """Begin a plan, or go on with one, with goals and tasks."""
    period = Period.parse(named.period)
    fields = base(named.plan.id if named.plan else ask.mint(), studio, period, ask)
    change: Change = BeginWorkPlan.model_validate(fields)
    if goals:
        change = WriteWorkPlan.model_validate({**fields, "text": goals})
    reading = tasks_of(lines, period, (each.task for each in named.lines if not each.dropped), first=2)
    added = (adding(reading.good, fields, ask),) if reading.good else ()
    go = Go(PLAN_SCREEN, OnePlanState(studio=studio, period=str(period)))
    return Step((change, *added), go=go, say=answer(reading, ask.words), fresh=True)


def adding(words: Iterable[TaskWords], fields: dict[str, object], ask: Ask, reason: str = "") -> AddPlanTasks:
    """Return the change that writes tasks."""
    said = tuple(words)
    ids = tuple(ask.mint() for _ in said)
    return AddPlanTasks.model_validate({**fields, "tasks": ids, "said": said, "reason": reason})


def read(text: str, period: Period, live: Iterable[PlanTask]) -> Reading:
    """Return what a message says, or refuse it where it is one line and wrong."""
    reading = tasks_of(text, period, live)
    if not reading.count:
        raise Refusal("workplan_press")
    if reading.count == 1 and reading.wrong:
        raise reading.wrong[0][2]
    return reading


def answer(reading: Reading, words: Words) -> tuple[Say, ...]:
    """Return what is said of the lines that are wrong; the card shows the others."""
    if not reading.wrong:
        return ()
    lines = [words("workplan.lines", count=reading.count, good=len(reading.good))]
    for number, line, refusal in reading.wrong[:NAMED]:
        why = spoken(words, refusal.code, refusal.params, html=True)
        lines.append(words("workplan.line_wrong", number=number, line=escape(short(line, QUOTED)), why=why))
    if len(reading.wrong) > NAMED:
        lines.append(words("workplan.more_wrong", count=len(reading.wrong) - NAMED))
    return (Say("\n".join(lines)),)


def given_back(given: Said, words: Words) -> Say:
    """Return what is said where somebody was faster: that it changed, and what was typed."""
    why = spoken(words, "workplan_changed", {}, html=True)
    return Say(f"{why}\n{words('workplan.typed', text=escape(given.text[:TYPED]))}", reply_to=given.message)
