"""Tasks of a plan were written, changed or taken out; once the plan is accepted, what they were stays beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.changes.work_plan.checks import (
    OPEN,
    TASKS,
    PlanChange,
    TaskWords,
    my_task,
    reason_of,
    same,
    seen_as,
    settled,
    told_of,
    words_checked,
)
from bot.changes.work_plan.state import OWED
from bot.entities import PlanTask, WorkPlan
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period


class AddPlanTasks(PlanChange):
    """Write tasks into a plan; into an accepted one with a reason."""

    name: ClassVar[str] = "add_plan_tasks"

    tasks: tuple[str, ...]
    """The ids that they get."""
    said: tuple[TaskWords, ...]
    reason: str = ""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, not while it is reviewed; days in the period, nothing twice."""
        found = self.standing(desk, moment)
        known = any(desk.work_plans.task(each) for each in self.tasks)
        if known or len(self.tasks) != len(self.said) or not self.said or self.kind != "plan":
            raise Refusal("not_yours")
        if found is not None:
            changeable(found, self.reason)
        beside: list[TaskWords | PlanTask] = [*live_tasks(desk, found)]
        for each in self.said:
            words = words_checked(each, Period.parse(self.period))
            room(beside)
            not_twice(words, beside)
            beside.append(words)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store them behind those that are there; what came after the review says so."""
        found = self.begun(desk, moment)
        place = max((each.place for each in desk.work_plans.tasks(found.id)), default=0)
        words: dict[str, str] = {}
        for task, each in zip(self.tasks, self.said, strict=True):
            place += 1
            made = self._made(found, task, place, words_checked(each, Period.parse(self.period)), moment)
            words |= {
                f"{task}.{key}": value for key, value in desk.work_plans.put_task(made, moment.actor).items()
            }
            if found.state == "accepted":
                desk.work_plans.put_task(_none_before(made, reason_of(self.reason), moment), moment.actor)
        desk.work_plans.put(_later(found, moment), found.by)
        told = {**told_of(found), "tasks": ",".join(self.tasks), "late": found.state == "accepted"}
        return Told(stream_of(found.studio), {**told, "words": words})

    def _made(self, plan: WorkPlan, task: str, place: int, words: TaskWords, moment: Moment) -> PlanTask:
        return PlanTask(
            id=task,
            plan=plan.id,
            studio=plan.studio,
            place=place,
            **words.model_dump(),
            by=moment.actor or "",
            changed=moment.now,
        )


class EditPlanTask(Change):
    """Change what a task says; of an accepted plan with a reason."""

    name: ClassVar[str] = "edit_plan_task"

    task: str
    revision: int
    said: TaskWords
    reason: str = ""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while it is to be done and its plan is not under review."""
        found, plan = my_task(desk, self.task, moment)
        changeable(plan, self.reason)
        to_do(found)
        seen_as(found, self.revision)
        words = words_checked(self.said, Period.parse(plan.period))
        not_twice(words, [each for each in live_tasks(desk, plan) if each.id != found.id])
        if (found.title, found.due, found.owner) == (words.title, words.due, words.owner):
            raise Refusal("workplan_same")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; what an accepted plan said stays beside it with the reason."""
        found, plan = my_task(desk, self.task, moment)
        words = words_checked(self.said, Period.parse(plan.period))
        if plan.state == "accepted":
            desk.work_plans.put_task(_before(found, reason_of(self.reason), moment), moment.actor)
        told = task_stored(desk, found, moment, **words.model_dump())
        desk.work_plans.put(_later(plan, moment), plan.by)
        return Told(told.stream, {**told.payload, "due": [found.due, words.due]})


class DropPlanTask(Change):
    """Take a task out; the reason is needed and kept."""

    name: ClassVar[str] = "drop_plan_task"

    task: str
    revision: int
    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while it is to be done and its plan is not under review."""
        found, plan = my_task(desk, self.task, moment)
        changeable(plan, self.reason)
        to_do(found)
        seen_as(found, self.revision)
        reason_of(self.reason)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep it as dropped, with the reason."""
        found, plan = my_task(desk, self.task, moment)
        desk.work_plans.put(_later(plan, moment), plan.by)
        return task_stored(desk, found, moment, state="dropped", result=reason_of(self.reason))


def changeable(plan: WorkPlan, reason: str) -> None:
    """Refuse to change the tasks of a plan under review; those of an accepted one need a reason."""
    if plan.state == "handed_in":
        raise Refusal("workplan_waiting")
    if plan.state not in OPEN:
        reason_of(reason)


def to_do(task: PlanTask) -> None:
    """Refuse what is not to be done any more."""
    if task.state not in OWED:
        raise settled(task)


def live_tasks(desk: Desk, plan: WorkPlan | None) -> list[PlanTask]:
    """Return the tasks of a plan that stand."""
    return [each for each in desk.work_plans.tasks(plan.id) if each.state != "dropped"] if plan else []


def room(beside: Sequence[TaskWords | PlanTask]) -> None:
    """Refuse one task more than a plan may have."""
    if len(beside) >= TASKS:
        raise Refusal("workplan_many", count=len(beside) + 1, limit=TASKS)


def not_twice(words: TaskWords, beside: Sequence[TaskWords | PlanTask]) -> None:
    """Refuse a task that stands there already."""
    for each in beside:
        if same(words, each):
            raise Refusal("workplan_twice", title=each.title, due=each.due)


def task_stored(desk: Desk, found: PlanTask, moment: Moment, **fields: object) -> Told:
    """Store a task one revision on, and say what the history keeps."""
    after = found.model_copy(update={**fields, "changed": moment.now, "revision": found.revision + 1})
    words = desk.work_plans.put_task(after, moment.actor)
    told = {"task": found.id, "plan": found.plan, "state": [found.state, after.state], "words": words}
    return Told(stream_of(found.studio), told)


def _later(plan: WorkPlan, moment: Moment) -> WorkPlan:
    """Return a plan whose tasks have changed: whoever saw it before sees it again before deciding."""
    return plan.model_copy(update={"changed": moment.now, "revision": plan.revision + 1})


def _before(task: PlanTask, reason: str, moment: Moment) -> PlanTask:
    """Return what a task was, as it is kept beside it."""
    kept = {"id": moment.mint(), "state": "dropped", "result": reason, "changed": moment.now}
    return task.model_copy(update={**kept, "by": moment.actor or ""})


def _none_before(task: PlanTask, reason: str, moment: Moment) -> PlanTask:
    """Return the note that there was nothing before a task."""
    return _before(task, reason, moment).model_copy(update={"title": "", "owner": "", "revision": 0})
