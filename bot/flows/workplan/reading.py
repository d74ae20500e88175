"""What the screens of plans show, as values; what one may not see is refused like what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from bot import access
from bot.changes.work_plan.asked import Asked, asked_of, due_by, report_logged
from bot.changes.work_plan.checks import BACK, period_checked
from bot.changes.work_plan.state import EVERY, PlanState, TaskLine, filed, lines_of, plan_state
from bot.entities import PlanTask, Proof, Studio, WorkPlan
from bot.flows.file.mine import kept_studio
from bot.flows.file.reading import album_of
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import day_of, today
from bot.flows.screen import Ask
from bot.flows.taps import Tap
from bot.flows.workplan.states import OnePlanState, TaskState
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period

QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a studio's plans."""

    studio: Studio
    year: int
    plans: tuple[PlanState, ...]
    """Of the year, then of its quarters."""
    report: PlanState
    asked: Asked
    today: date
    writes: bool
    reviews: bool
    logged: bool = False
    """A report about the year stands in the log of activities."""

    @property
    def earlier(self) -> bool:
        """Whether the year before can still be written."""
        return self.year > self.today.year - BACK

    @property
    def later(self) -> bool:
        """Whether the year after can be planned already."""
        return self.year <= self.today.year


@dataclass(frozen=True, slots=True)
class OnePlan:
    """The plan of a period, or the report about a year."""

    state: OnePlanState
    studio: Studio
    period: Period
    standing: PlanState
    asked: bool
    """A rubric of the studio asks for it."""
    today: date
    writes: bool
    reviews: bool
    reviewer: str
    """Name of whoever decided last."""
    reviewed_on: str
    pieces: tuple[Proof, ...]
    album: Proof | None = None

    @property
    def plan(self) -> WorkPlan | None:
        """What is stored of it."""
        return self.standing.plan

    @property
    def lines(self) -> tuple[TaskLine, ...]:
        """The tasks that are shown: those that stand, and those taken out since the plan was accepted."""
        return self.standing.shown


@dataclass(frozen=True, slots=True)
class OneTask:
    """A task, with its plan."""

    state: TaskState
    line: TaskLine
    plan: WorkPlan
    period: Period
    studio: Studio
    today: date
    writes: bool
    reviews: bool
    pieces: tuple[Proof, ...]
    album: Proof | None = None

    @property
    def task(self) -> PlanTask:
        """The task as it is now."""
        return self.line.task


def waiting(desk: Desk, studio: Studio, year: int, *, tasks: bool = True) -> int:
    """Return how much of a studio waits for its review: plans, reports, and tasks of this year and the last.

    Without the tasks it takes one question, so that it can be asked of hundreds of studios.
    """
    count = 0
    for plan in desk.work_plans.of_studio(studio.id):
        if plan.state == "handed_in":
            count += 1
        elif tasks and plan.state == "accepted" and int(plan.period[:4]) >= year - 1:
            count += sum(each.state == "done" for each in desk.work_plans.tasks(plan.id))
    return count


def late(desk: Desk, studio: Studio, day: date) -> bool:
    """Say whether the plan of this year or quarter is asked for, was due and was not handed in."""
    if studio.retired:
        return False
    periods = (Period.holding("year", day), Period.holding("quarter", day))
    due = [each for each in periods if due_by(each, "plan") < day]
    asked = asked_of(desk, studio) if due else Asked()
    return any(asked.wants(each, "plan") and not filed(desk, studio.id, each, "plan") for each in due)


def year_of(desk: Desk, ask: Ask, studio: Studio, year: int) -> Year:
    """Return a year of a studio's plans, this year where none is named."""
    day = today(ask)
    year = min(max(year or day.year, day.year - BACK), day.year + 1)
    names = (str(year), *(f"{year}-Q{number}" for number in range(1, QUARTERS + 1)))
    dated = partial(day_of, ask=ask)
    return Year(
        studio,
        year,
        tuple(plan_state(desk, studio.id, name, day, dated) for name in names),
        plan_state(desk, studio.id, str(year), day, dated, "report"),
        asked_of(desk, studio),
        day,
        writes(ask, studio),
        access.may(ask.who, "review_plan", studio),
        report_logged(desk, studio.id, Period.parse(str(year))),
    )


def one_plan(desk: Desk, ask: Ask, state: OnePlanState, given: AnyInput | Tap | None) -> OnePlan:
    """Return the plan of a period that the person may see, begun or not, or refuse."""
    studio, day = kept_studio(desk, ask, state.studio), today(ask)
    period = Period.parse(state.period)
    if desk.work_plans.at(studio.id, EVERY, state.period, state.kind) is None:
        period = period_checked(state.period, state.kind, day)
    standing = plan_state(desk, studio.id, str(period), day, partial(day_of, ask=ask), state.kind)
    plan = standing.plan
    by = desk.people.get(plan.reviewed_by, ask.now) if plan is not None and plan.reviewed_by else None
    return OnePlan(
        state,
        studio,
        period,
        standing,
        asked_of(desk, studio).wants(period, state.kind),
        day,
        writes(ask, studio),
        access.may(ask.who, "review_plan", studio) and not studio.retired,
        by.name if by else "",
        day_of(plan.reviewed, ask).isoformat() if plan is not None and plan.reviewed is not None else "",
        desk.proofs.of(plan.id) if plan is not None else (),
        album_of(desk, given),
    )


def one_task(desk: Desk, ask: Ask, state: TaskState, given: AnyInput | Tap | None) -> OneTask:
    """Return a task that the person may see, or refuse."""
    task = desk.work_plans.task(state.task)
    plan = desk.work_plans.get(task.plan) if task is not None else None
    if task is None or plan is None:
        raise Refusal("workplan_gone")
    studio = kept_studio(desk, ask, task.studio)
    lines = lines_of(desk.work_plans.tasks(plan.id))
    line = next((each for each in lines if each.task.id == task.id), None)
    if line is None:
        raise Refusal("workplan_gone")
    return OneTask(
        state,
        line,
        plan,
        Period.parse(plan.period),
        studio,
        today(ask),
        writes(ask, studio),
        access.may(ask.who, "review_plan", studio) and not studio.retired,
        desk.proofs.of(task.id),
        album_of(desk, given),
    )


def writes(ask: Ask, studio: Studio) -> bool:
    """Say whether the person leads a studio that is not retired."""
    return access.may(ask.who, "log", studio) and not studio.retired
