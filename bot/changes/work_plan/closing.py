"""A task of a plan was done, the saying so taken back, closed by whoever reviews it, or sent back."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from bot.changes.base import Change, Moment, Told
from bot.changes.work_plan.checks import OPEN, my_task, reason_of, reviewed_task, seen_as, settled
from bot.changes.work_plan.tasks import task_stored, to_do
from bot.entities import PlanTask, WorkPlan
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period

RESULT: Final = 500


class FinishPlanTask(Change):
    """Say that it is done: on which day, what came of it; without files the reason why there are none."""

    name: ClassVar[str] = "finish_plan_task"

    task: str
    revision: int
    on: str
    """ISO date."""
    result: str
    unproved: str = ""
    """Why there are no files."""
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, once the plan is handed in; never without proof or a reason."""
        found, plan = my_task(desk, self.task, moment)
        seen_as(found, self.revision)
        finished(found, plan, self.on, self.result, date.fromisoformat(self.today))
        if not desk.proofs.of(found.id):
            if not self.unproved:
                raise Refusal("workplan_no_proof")
            reason_of(self.unproved)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; it waits for whoever reviews it."""
        found, plan = my_task(desk, self.task, moment)
        result = finished(found, plan, self.on, self.result, date.fromisoformat(self.today))
        if self.unproved and not desk.proofs.of(found.id):
            result = f"{result}\n{reason_of(self.unproved)}"
        return task_stored(desk, found, moment, state="done", on=self.on, result=result)


class UnfinishPlanTask(Change):
    """It is not done after all."""

    name: ClassVar[str] = "unfinish_plan_task"

    task: str
    revision: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until it is closed."""
        found, _ = my_task(desk, self.task, moment)
        waits(found)
        seen_as(found, self.revision)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Open it again; its files stay."""
        found, _ = my_task(desk, self.task, moment)
        return task_stored(desk, found, moment, state="open", on="", result="")


class ClosePlanTask(Change):
    """What was done is in order (核销)."""

    name: ClassVar[str] = "close_plan_task"

    task: str
    revision: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators and unit unions of the studio, once the plan is accepted; nobody their own."""
        decides(desk, self.task, self.revision, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it."""
        return task_stored(desk, decides(desk, self.task, self.revision, moment), moment, state="closed")


class SendBackPlanTask(Change):
    """It is not done yet, or not proved: back to the leader with the reason."""

    name: ClassVar[str] = "send_back_plan_task"

    task: str
    revision: int
    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators and unit unions of the studio, with a reason; nobody their own."""
        decides(desk, self.task, self.revision, moment)
        reason_of(self.reason)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Send it back; what was said of it stays above the reason."""
        found = decides(desk, self.task, self.revision, moment)
        said = "\n".join((found.result, reason_of(self.reason)))
        return task_stored(desk, found, moment, state="returned", result=said)


def finished(task: PlanTask, plan: WorkPlan, on: str, result: str, today: date) -> str:
    """Return what came of a task on one line, or refuse what cannot be."""
    if plan.state in OPEN:
        raise Refusal("workplan_not_handed_in")
    to_do(task)
    if on > today.isoformat():
        raise Refusal("workplan_done_ahead", on=on, today=today.isoformat())
    since = Period.parse(plan.period).start.isoformat()
    if on < since:
        raise Refusal("workplan_done_before", on=on, since=since)
    said = " ".join(result.split())
    if not any(char.isalpha() for char in said):
        raise Refusal("workplan_no_result")
    if len(said) > RESULT:
        raise Refusal("text_long", count=len(said), limit=RESULT)
    return said


def waits(task: PlanTask) -> None:
    """Refuse what nobody has said to be done, or what is decided."""
    if task.state in {"closed", "dropped"}:
        raise settled(task)
    if task.state != "done":
        raise Refusal("workplan_task_open")


def decides(desk: Desk, task: str, revision: int, moment: Moment) -> PlanTask:
    """Return a task that waits for a decision that is the person's to take, or refuse."""
    found, plan = reviewed_task(desk, task, moment)
    waits(found)
    if plan.state != "accepted":
        raise Refusal("workplan_not_accepted")
    seen_as(found, revision)
    return found
