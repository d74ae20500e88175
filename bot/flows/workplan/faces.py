"""How plans look: a year at a glance, one plan with its tasks, one task, as texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from bot.changes.work_plan.asked import due_by
from bot.changes.work_plan.state import PlanState, TaskLine
from bot.entities import PlanTask
from bot.flows.html import escape, short
from bot.flows.proof_files import counted
from bot.flows.rubric_names import rubric_name
from bot.flows.workplan.reading import OnePlan, OneTask, Year
from bot.texts import Words
from rubrics.periods import Period

LEAF: Final = 8
"""Tasks of one card."""
NAME: Final = 24
TITLE: Final = 40
GOALS: Final = 600
"""Characters of the goals, or of a report, that a card shows."""
REASON: Final = 200
EARLIER: Final = 5
"""Changes of a task that a card shows, the newest."""
BARS: Final = 5
APART: Final = " · "
PLANS: Final = {"draft": "○", "handed_in": "●", "accepted": "✓", "returned": "▲"}
TASKS: Final = {"open": "○", "done": "●", "closed": "✓", "returned": "▲", "dropped": "–"}
COUNTED: Final = ("done", "overdue", "changed", "dropped")
"""What is told of the tasks besides those that are closed, where there are any."""
_QUARTER: Final = "quarter"


def period_name(period: Period, words: Words) -> str:
    """Return what the plan of a period is called: 2026 年度, 2026 年 2 季度."""
    if period.kind == _QUARTER:
        return words("workplan.quarter", year=period.start.year, number=period.end.month // 3)
    return words("workplan.year", year=period.start.year)


def plan_name(period: Period, kind: str, words: Words) -> str:
    """Return what is written for a period: its plan, or its report."""
    return words(f"workplan.name.{kind}", period=period_name(period, words))


# -- a year -----------------------------------------------------------------------------------------


def year_text(view: Year, words: Words) -> str:
    """Return a year at a glance."""
    lines = [words("workplan.head", year=view.year, studio=escape(short(view.studio.name, NAME)))]
    lines += [_asked(view, words), ""]
    lines += [_plan_line(view, each, "plan", words) for each in view.plans]
    lines.append(_plan_line(view, view.report, "report", words))
    if view.studio.retired:
        lines += ["", words("workplan.retired", day=view.studio.retired)]
    elif view.writes:
        lines += ["", words("workplan.hint_year", year=view.year)]
    return "\n".join(lines)


def _asked(view: Year, words: Words) -> str:
    asked = view.asked
    if not asked.rubrics:
        return words("workplan.not_asked")
    what = tuple(
        words(f"workplan.asks.{each}") for each in ("year", "quarter", "report") if getattr(asked, each)
    )
    names = tuple(escape(rubric_name(each, words)) for each in asked.rubrics)
    return words("workplan.asked", what=what, rubrics=names)


def _plan_line(view: Year, one: PlanState, kind: str, words: Words) -> str:
    period = Period.parse(one.period)
    label = words("workplan.report") if kind == "report" else _label(period, words)
    if one.plan is None and kind == "report" and view.logged:
        return words("workplan.line_logged", label=label)
    if one.plan is None:
        due = due_by(period, kind)
        wanted = view.asked.wants(period, kind)
        if wanted and due < view.today:
            return words("workplan.line_late", label=label, due=due.isoformat())
        if wanted:
            return words("workplan.line_due", label=label, due=due.isoformat())
        return words("workplan.line_none", label=label)
    said = words(f"workplan.is.{kind}.{one.plan.state}", on=_on(one))
    figures = f" · {progress(one, words)}" if one.plan.kind == "plan" else ""
    return words("workplan.line", sign=PLANS[one.plan.state], label=label, said=said, figures=figures)


def _label(period: Period, words: Words) -> str:
    if period.kind == _QUARTER:
        return words("workplan.label.quarter", number=period.end.month // 3)
    return words("workplan.label.year")


def _on(one: PlanState) -> str:
    day = one.accepted or one.handed_in
    return day.isoformat() if day is not None else ""


def progress(one: PlanState, words: Words) -> str:
    """Return `5/8 完成，1 逾期`."""
    found = one.figures
    parts = [words("workplan.progress", closed=found.closed, tasks=found.tasks)]
    parts += [
        words(f"workplan.count.{name}", count=count)
        for name, count in ((name, getattr(found, name)) for name in COUNTED)
        if count
    ]
    return words("workplan.figures", parts=tuple(parts))


# -- one plan ---------------------------------------------------------------------------------------


def plan_text(view: OnePlan, words: Words) -> str:
    """Return one plan with the leaf of its tasks in view, or one report."""
    name = plan_name(view.period, view.state.kind, words)
    lines = [words("workplan.plan_head", name=name, studio=escape(short(view.studio.name, NAME)))]
    lines += _standing(view, words)
    plan = view.plan
    if plan is not None and plan.text:
        # Two lines of people's words stay two lines.
        shown = plan.text if len(plan.text) <= GOALS else plan.text[: GOALS - 1].rstrip() + "…"
        lines += ["", words(f"workplan.text.{plan.kind}", text=escape(shown))]
    if view.pieces:
        lines.append(words("workplan.attached", files=counted(view.pieces)))
    if view.state.kind == "plan":
        lines += _tasks(view, words)
    if hint := _hint(view):
        lines += ["", words(hint, until=view.period.end.isoformat())]
    return "\n".join(lines)


def _standing(view: OnePlan, words: Words) -> Iterator[str]:
    plan, one = view.plan, view.standing
    due = due_by(view.period, view.state.kind)
    if plan is None or plan.state == "draft":
        yield words("workplan.none" if plan is None else "workplan.draft")
        if view.asked:
            late = "workplan.was_due" if due < view.today else "workplan.due"
            yield words(late, due=due.isoformat())
        return
    handed = one.handed_in.isoformat() if one.handed_in else ""
    said = {"on": view.reviewed_on, "name": escape(view.reviewer), "handed": handed}
    yield words(f"workplan.stands.{plan.kind}.{plan.state}", **said)
    if plan.remark:
        # Handed in anew, whoever reviews it sees what was to be changed.
        key = "workplan.remark" if plan.state == "returned" else "workplan.last_remark"
        yield words(key, text=escape(short(plan.remark, REASON)))


def _tasks(view: OnePlan, words: Words) -> Iterator[str]:
    if not view.lines:
        if view.plan is not None:
            yield words("workplan.no_tasks")
        return
    done, found = view.standing.figures.closed, view.standing.figures.tasks
    bars = "▰" * (BARS * done // found) if found else ""
    yield words("workplan.bar", bar=bars.ljust(BARS, "▱"), progress=progress(view.standing, words))
    yield ""
    for number, line in enumerate(leaf_of(view), 1 + leaf_at(view) * LEAF):
        yield task_line(line, number, view.today, words)
    if leaves(view) > 1:
        yield words("import.page", page=leaf_at(view) + 1, pages=leaves(view))


def leaves(view: OnePlan) -> int:
    """Return how many leaves the tasks fill."""
    return max(1, -(-len(view.lines) // LEAF))


def leaf_at(view: OnePlan) -> int:
    """Return which leaf is in view, from 0."""
    return min(view.state.leaf, leaves(view) - 1)


def leaf_of(view: OnePlan) -> tuple[TaskLine, ...]:
    """Return the tasks of the leaf in view."""
    return view.lines[leaf_at(view) * LEAF : (leaf_at(view) + 1) * LEAF]


def task_line(line: TaskLine, number: int, day: date, words: Words) -> str:
    """Return one line of a plan."""
    task, overdue = line.task, line.overdue(day)
    sign = "▲" if overdue else TASKS[task.state]
    said = words("workplan.mark.overdue", days=_days(task.due, day)) if overdue else ""
    marks = (said, *(words(f"workplan.mark.{each}") for each in _marks(line)))
    parts = (escape(short(task.title, TITLE)), task.due, escape(short(task.owner, NAME)), *marks)
    shown = APART.join(part for part in parts if part)
    return words("workplan.task_line", number=number, sign=sign, parts=shown)


def _marks(line: TaskLine) -> Iterator[str]:
    """Yield how a task stands, in the order in which it is said."""
    if line.late:
        yield "late"
    if line.task.state != "open":
        yield line.task.state
    if line.earlier and not line.dropped:
        yield "changed"


def _days(due: str, day: date) -> int:
    return (day - date.fromisoformat(due)).days


def _hint(view: OnePlan) -> str:
    plan, report = view.plan, view.state.kind == "report"
    if view.state.ask:
        return "" if view.state.ask == "reason" else f"workplan.ask.{view.state.ask}_{view.state.kind}"
    if not view.writes:
        return ""
    if plan is None or plan.state in {"draft", "returned"}:
        return "workplan.hint_report" if report else "workplan.hint"
    if plan.state == "handed_in":
        return "workplan.hint_waiting"
    return "" if report else "workplan.hint_accepted"


# -- one task ---------------------------------------------------------------------------------------


def task_text(view: OneTask, words: Words) -> str:
    """Return one task with what it was, what was done, and its files."""
    task, line = view.task, view.line
    name = plan_name(view.period, view.plan.kind, words)
    lines = [
        words(
            "workplan.task_head",
            title=escape(task.title),
            name=name,
            studio=escape(short(view.studio.name, NAME)),
        )
    ]
    lines.append(_task_stands(view, words))
    if task.owner:
        lines.append(words("workplan.owner", owner=escape(task.owner)))
    versions = (*line.earlier, task)
    lines += [_earlier(before, after, words) for before, after in [*pairwise(versions)][-EARLIER:]]
    lines += _result(view, words)
    if view.pieces:
        lines.append(words("workplan.proof", files=counted(view.pieces)))
    elif task.state in {"done", "closed"}:
        lines.append(words("workplan.no_proof"))
    return "\n".join(lines)


def _task_stands(view: OneTask, words: Words) -> str:
    task = view.task
    days = _days(task.due, view.today)
    if view.line.overdue(view.today):
        return words("workplan.task.overdue", due=task.due, days=days)
    if task.state == "open":
        return words("workplan.task.open", due=task.due, days=-days)
    late = (
        words("workplan.task.late", days=_days(task.due, date.fromisoformat(task.on)))
        if view.line.late
        else ""
    )
    return words(f"workplan.task.{task.state}", due=task.due, late=late)


def _earlier(before: PlanTask, after: PlanTask, words: Words) -> str:
    reason = escape(short(before.result, REASON))
    if not before.title:
        return words("workplan.added", reason=reason)
    shown = (before.title, before.due, before.owner)
    parts = [
        each
        for each, new in zip(shown, (after.title, after.due, after.owner), strict=True)
        if each != new and each
    ]
    return words("workplan.before", before=escape(" ".join(parts) or "–"), reason=reason)


def _result(view: OneTask, words: Words) -> Iterator[str]:
    task = view.task
    if task.state == "dropped":
        yield words("workplan.dropped", reason=escape(short(task.result, REASON)))
        return
    said = task.result.split("\n") if task.result else []
    why = said.pop() if task.state == "returned" and said else ""
    if said:
        yield words("workplan.result", on=task.on, text=escape(short(said[0], GOALS)))
    for each in said[1:]:
        yield words("workplan.unproved", reason=escape(short(each, REASON)))
    if why:
        yield words("workplan.sent_back", reason=escape(short(why, REASON)))
