"""The buttons of the year, of one plan and of one task."""

from __future__ import annotations

from typing import Final, Protocol

from bot.flows.outputs import Button, Rows
from bot.flows.proof_files import counted
from bot.flows.taps import pack
from bot.flows.workplan.faces import GOALS, LEAF, leaf_at, leaf_of, leaves, period_name
from bot.flows.workplan.reading import OnePlan, OneTask, Year
from bot.flows.workplan.states import LETTERS, LIST, PLAN, TASK
from bot.texts import Words
from rubrics.periods import Period

ACROSS: Final = 4
PRESETS: Final = 3
"""Reasons for taking a task out that are offered."""
_Row = tuple[Button, ...]


class _Key(Protocol):
    """Makes the button of a label, a verb and its arguments."""

    def __call__(self, label: str, verb: str, /, *args: object) -> Button:
        """Return it."""
        ...


def plan_data(studio: str, period: object, kind: str, verb: str = "o", *args: object) -> str:
    """Return the data of a button about the plan of a period."""
    return pack(PLAN, verb, studio, period, LETTERS["report" if kind == "report" else "plan"], *args)


def year_keys(view: Year, words: Words, *, several: bool) -> Rows:
    """Return a button for each plan of the year, the report, the years beside it."""
    studio = view.studio.id
    year, *quarters = view.plans
    rows: list[_Row] = [
        (
            Button(words("workplan.label.year"), plan_data(studio, year.period, "plan")),
            Button(words("workplan.report"), plan_data(studio, view.year, "report")),
        ),
        tuple(
            Button(words("workplan.label.quarter", number=number), plan_data(studio, each.period, "plan"))
            for number, each in enumerate(quarters, 1)
        ),
    ]
    beside = []
    if view.earlier:
        beside.append(
            Button(
                words("workplan.button.before", name=view.year - 1), pack(LIST, "o", studio, view.year - 1)
            )
        )
    if view.later:
        beside.append(
            Button(words("workplan.button.after", name=view.year + 1), pack(LIST, "o", studio, view.year + 1))
        )
    rows.append(tuple(beside))
    if several:
        rows.append((Button(words("workplan.button.studios"), pack(LIST, "s")),))
    return tuple(row for row in rows if row)


def plan_keys(view: OnePlan, words: Words) -> Rows:
    """Return what the person can do with a plan or a report."""
    state, plan = view.state, view.plan

    def key(label: str, verb: str, *args: object, **facts: object) -> Button:
        data = plan_data(view.studio.id, view.period, state.kind, verb, *args)
        return Button(words(f"workplan.button.{label}", **facts), data)

    if state.ask:
        return ((key("leave", "o"),),)
    ones = [
        Button(str(number), pack(TASK, "o", line.task.id))
        for number, line in enumerate(leaf_of(view), 1 + leaf_at(view) * LEAF)
    ]
    rows: list[_Row] = [tuple(ones[at : at + ACROSS]) for at in range(0, len(ones), ACROSS)]
    rows.append(_leaves(view, words))
    if view.writes:
        rows += _writing(view, key)
    if view.reviews and plan is not None and plan.state == "handed_in":
        accept = "accept_report" if state.kind == "report" else "accept"
        rows.append((key(accept, "a", plan.revision), key("return", "r")))
    shown = []
    if plan is not None and len(plan.text) > GOALS:
        shown.append(key("whole", "t"))
    if view.pieces:
        shown.append(key("files", "f", files=counted(view.pieces)))
    rows += [tuple(shown), _beside(view, words)]
    rows.append(
        (
            Button(
                words("workplan.button.year", year=view.period.start.year),
                pack(LIST, "o", view.studio.id, view.period.start.year),
            ),
        )
    )
    return tuple(row for row in rows if row)


def _writing(view: OnePlan, key: _Key) -> list[_Row]:
    plan, report = view.plan, view.state.kind == "report"
    sheet = () if report else (key("sheet", "x"),)
    if plan is None:
        return [(key("begin", "b"), *sheet)]
    if plan.state == "handed_in":
        return [(key("take_back", "k", plan.revision),)]
    if plan.state == "accepted":
        return [sheet]
    hand_in = key("hand_in_report" if report else "hand_in", "h", plan.revision)
    if not report:
        return [(hand_in, key("goals", "g")), sheet]
    return [(hand_in, key("anew", "n"))] if plan.text else [(hand_in,)]


def _leaves(view: OnePlan, words: Words) -> _Row:
    at, found = leaf_at(view), []
    for there, label in ((at - 1, "button.page_back"), (at + 1, "button.page_on")):
        if 0 <= there < leaves(view):
            found.append(
                Button(words(label), plan_data(view.studio.id, view.period, view.state.kind, "l", there))
            )
    return tuple(found)


def _beside(view: OnePlan, words: Words) -> _Row:
    """Return the ways to the periods before and after."""
    period, kind = view.period, view.state.kind
    before, after = period.previous(), period.following()
    found = [
        Button(
            words("workplan.button.before", name=_name(before, words)),
            plan_data(view.studio.id, before, kind),
        )
    ]
    allowed = after.start <= view.today if kind == "report" else after.start.year <= view.today.year + 1
    if allowed:
        found.append(
            Button(
                words("workplan.button.after", name=_name(after, words)),
                plan_data(view.studio.id, after, kind),
            )
        )
    return tuple(found)


def _name(period: Period, words: Words) -> str:
    return str(period.start.year) if period.kind == "year" else period_name(period, words)


def task_keys(view: OneTask, words: Words) -> Rows:
    """Return what the person can do with a task."""
    task, state = view.task, view.state

    def key(label: str, verb: str, *args: object, **facts: object) -> Button:
        return Button(words(f"workplan.button.{label}", **facts), pack(TASK, verb, task.id, *args))

    if state.ask:
        rows: list[_Row] = []
        if state.ask == "drop":
            rows.append(
                tuple(
                    Button(words(f"workplan.preset.{n}"), pack(TASK, "w", task.id, state.revision, n))
                    for n in range(1, PRESETS + 1)
                )
            )
        return (*rows, (key("leave", "o"),))
    rows = [*_leading(view, key)]
    if view.reviews and task.state == "done" and view.plan.state == "accepted":
        rows.append((key("close", "c", task.revision), key("back", "b")))
    if view.pieces:
        rows.append((key("files", "f", files=counted(view.pieces)),))
    there = plan_data(view.studio.id, view.period, "plan")
    rows.append((Button(words("workplan.button.plan", name=period_name(view.period, words)), there),))
    return tuple(row for row in rows if row)


def _leading(view: OneTask, key: _Key) -> list[_Row]:
    task, plan = view.task, view.plan
    if not view.writes:
        return []
    if task.state == "done":
        return [(key("undone", "u", task.revision),)]
    if task.state not in {"open", "returned"}:
        return []
    rows: list[_Row] = []
    if plan.state in {"handed_in", "accepted"}:
        rows.append((key("done", "d"),))
    if plan.state != "handed_in":
        rows.append((key("edit", "e"), key("drop", "x")))
    return rows
