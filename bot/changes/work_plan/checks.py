"""What the changes of plans have in common: whose they are, which period, whether they may still be written."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from bot import access
from bot.changes.base import Change, Moment
from bot.changes.registers.checks import retired
from bot.changes.studio_fields import alike
from bot.changes.work_plan.state import EVERY
from bot.entities import PlanTask, Studio, WorkPlan
from bot.entities.frozen import Frozen
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period
from rubrics.problems import Refused

PlanKind = Literal["plan", "report"]
TITLE: Final = 80
OWNER: Final = 30
TEXT: Final = 12000
"""Characters of the goals of a plan, or of a report."""
REASON: Final = 300
TASKS: Final = 60
"""Tasks of a plan."""
BACK: Final = 5
"""Years back for which something may still be written."""
OPEN: Final = ("draft", "returned")
"""States in which a plan is its leader's to write."""

_SETTLED: Final = {
    "done": "workplan_task_done",
    "closed": "workplan_task_closed",
    "dropped": "workplan_task_dropped",
}


class TaskWords(Frozen):
    """What a line says of a task."""

    title: str
    due: str
    """ISO date."""
    owner: str = ""


def my_plans(desk: Desk, studio: str, moment: Moment) -> Studio:
    """Return a studio whose plans the person writes, or refuse; a retired one's are closed."""
    found = desk.studios.get(studio)
    if moment.person is None or found is None or not access.may(moment.person, "log", found):
        raise Refusal("not_yours")
    retired(found)
    return found


def reviewed(desk: Desk, studio: str, moment: Moment) -> Studio:
    """Return a studio whose plans the person reviews, or refuse: never one's own."""
    found = desk.studios.get(studio)
    if moment.person is None or found is None or not access.may(moment.person, "read_log", found):
        raise Refusal("not_yours")
    if access.leads(moment.person, found.id, found.unit):
        raise Refusal("workplan_own")
    if not access.may(moment.person, "review_plan", found):
        raise Refusal("workplan_keeper")
    retired(found)
    return found


def period_checked(period: str, kind: str, today: date) -> Period:
    """Return a year, or (of a plan) a quarter, that is not too far off, or refuse."""
    try:
        found = Period.parse(period)
    except Refused:
        raise Refusal("workplan_period", value=period) from None
    if found.kind not in (("year", "quarter") if kind == "plan" else ("year",)):
        raise Refusal("workplan_period", value=period)
    if not today.year - BACK <= found.start.year <= today.year + 1:
        raise Refusal("workplan_far", value=period, first=str(today.year - BACK), last=str(today.year + 1))
    if kind == "report" and found.start > today:
        raise Refusal("workplan_report_ahead", value=period)
    return found


def writable(plan: WorkPlan) -> None:
    """Refuse to write what waits for its review, or was accepted."""
    if plan.state == "handed_in":
        raise Refusal("workplan_waiting")
    if plan.state == "accepted":
        raise Refusal("workplan_accepted")


def settled(task: PlanTask) -> Refusal:
    """Return the refusal that says how a task stands about which nothing is to be done by its leader."""
    return Refusal(_SETTLED[task.state])


def seen_as(found: WorkPlan | PlanTask, revision: int) -> None:
    """Refuse to act on what has changed since it was shown."""
    if found.revision != revision:
        raise Refusal("workplan_changed")


def reason_of(text: str) -> str:
    """Return a reason on one line, or refuse where there is none."""
    said = " ".join(text.split())
    if not any(char.isalpha() for char in said):
        raise Refusal("workplan_no_reason")
    if len(said) > REASON:
        raise Refusal("text_long", count=len(said), limit=REASON)
    return said


def title_checked(text: str) -> str:
    """Return what is to be done on one line, or refuse what says nothing or too much."""
    title = " ".join(text.split())
    if not any(char.isalpha() for char in title):
        raise Refusal("workplan_title", value=title)
    if len(title) > TITLE:
        raise Refusal("workplan_title_long", count=len(title), limit=TITLE)
    return title


def owner_checked(text: str) -> str:
    """Return who answers for a task on one line, or refuse what is too long."""
    owner = " ".join(text.split())
    if len(owner) > OWNER:
        raise Refusal("workplan_owner_long", count=len(owner), limit=OWNER)
    return owner


def due_checked(due: date, period: Period) -> date:
    """Return a day of the period, or refuse any other."""
    if not period.holds(due):
        since, until = period.start.isoformat(), period.end.isoformat()
        raise Refusal("workplan_outside", on=due.isoformat(), since=since, until=until)
    return due


def words_checked(words: TaskWords, period: Period) -> TaskWords:
    """Return what a task says as it is kept, or refuse what is wrong with it."""
    title, owner = title_checked(words.title), owner_checked(words.owner)
    due = due_checked(date.fromisoformat(words.due), period)
    return TaskWords(title=title, due=due.isoformat(), owner=owner)


def same(one: TaskWords | PlanTask, other: TaskWords | PlanTask) -> bool:
    """Say whether two tasks are one: the same title, due on the same day."""
    return (alike(one.title), one.due) == (alike(other.title), other.due)


class PlanChange(Change):
    """A change of a plan that the person writes; the first one begins it."""

    plan: str
    """Its id, also of one that is not begun."""
    studio: str
    period: str
    kind: PlanKind = "plan"
    today: str
    """ISO date where the program runs."""

    def standing(self, desk: Desk, moment: Moment) -> WorkPlan | None:
        """Return the plan of the period where there is one, or refuse whoever may not write it."""
        my_plans(desk, self.studio, moment)
        found = desk.work_plans.at(self.studio, EVERY, self.period, self.kind)
        if found is None:
            if desk.work_plans.get(self.plan) is not None:
                raise Refusal("not_yours")
            period_checked(self.period, self.kind, date.fromisoformat(self.today))
        return found

    def begun(self, desk: Desk, moment: Moment) -> WorkPlan:
        """Return the plan of the period, begun where there was none."""
        found = self.standing(desk, moment)
        if found is not None:
            return found
        plan = WorkPlan(
            id=self.plan,
            studio=self.studio,
            rubric=EVERY,
            period=self.period,
            kind=self.kind,
            by=moment.actor or "",
            at=moment.now,
            changed=moment.now,
            revision=0,
        )
        desk.work_plans.put(plan, moment.actor)
        return plan


def told_of(plan: WorkPlan) -> dict[str, object]:
    """Return what the history says of a plan: ids and codes."""
    return {"plan": plan.id, "kind": plan.kind, "period": plan.period}


def my_task(desk: Desk, task: str, moment: Moment) -> tuple[PlanTask, WorkPlan]:
    """Return a task that the person's studio answers for, with its plan, or refuse."""
    found = desk.work_plans.task(task)
    plan = desk.work_plans.get(found.plan) if found else None
    if found is None or plan is None:
        raise Refusal("workplan_gone")
    my_plans(desk, found.studio, moment)
    return found, plan


def reviewed_task(desk: Desk, task: str, moment: Moment) -> tuple[PlanTask, WorkPlan]:
    """Return a task that the person reviews, with its plan, or refuse."""
    found = desk.work_plans.task(task)
    plan = desk.work_plans.get(found.plan) if found else None
    if found is None or plan is None:
        raise Refusal("workplan_gone")
    reviewed(desk, found.studio, moment)
    return found, plan
