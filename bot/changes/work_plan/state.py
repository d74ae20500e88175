"""How a studio's plans stand: handed in or not, which tasks are due, done, closed with proof, overdue, changed.

One plan of a year or a quarter serves every rubric that asks for it. A task that was changed after the plan was
accepted leaves what it was before at the same place, with the reason: the row of the highest revision is the task, the
others are its earlier versions; an earlier version without a title says that the task was added then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.entities import PlanTask, WorkPlan
from bot.ports import Desk
from rubrics.periods import Period

EVERY: Final = ""
"""The rubric of a plan that serves all of them."""
FILED: Final = ("handed_in", "accepted")
"""States of a plan that its leader has done with."""
OWED: Final = ("open", "returned")
"""States of a task about which the leader has something to do."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with what it was before."""

    task: PlanTask
    earlier: tuple[PlanTask, ...] = ()
    """Oldest first; each carries the reason for which it was changed."""
    files: int = 0

    @property
    def dropped(self) -> bool:
        """Whether it was taken out."""
        return self.task.state == "dropped"

    def overdue(self, day: date) -> bool:
        """Say whether it should have been done before a day and is not."""
        return self.task.state in OWED and self.task.due < day.isoformat()

    @property
    def late(self) -> bool:
        """Whether it was done after the day on which it was due."""
        return self.task.state in {"done", "closed"} and self.task.on > self.task.due


@dataclass(frozen=True, slots=True)
class Figures:
    """How many tasks there are; those taken out are not among them."""

    tasks: int = 0
    done: int = 0
    """Done, and waiting for whoever reviews them."""
    closed: int = 0
    proved: int = 0
    """Closed, with files as proof."""
    overdue: int = 0
    late: int = 0
    """Done or closed, after they were due."""
    changed: int = 0
    """Changed or added after the plan was accepted."""
    dropped: int = 0
    """Taken out after the plan was accepted."""


@dataclass(frozen=True, slots=True)
class PlanState:
    """How the plan or the report of a period stands; `plan` None where there is none."""

    period: str
    plan: WorkPlan | None = None
    handed_in: date | None = None
    """The day on which it was handed in last, also where it was sent back since."""
    accepted: date | None = None
    files: int = 0
    lines: tuple[TaskLine, ...] = ()
    figures: Figures = field(default_factory=Figures)

    @property
    def shown(self) -> tuple[TaskLine, ...]:
        """The tasks that are shown: those that stand, and those taken out since the plan was accepted."""
        return tuple(each for each in self.lines if not each.dropped or _since(each, self.plan))


def lines_of(tasks: Iterable[PlanTask], files: Mapping[str, int] | None = None) -> tuple[TaskLine, ...]:
    """Return the tasks of a plan with their earlier versions, by the day on which they are due."""
    places: dict[int, list[PlanTask]] = {}
    for task in tasks:
        places.setdefault(task.place, []).append(task)
    lines = []
    for rows in places.values():
        *earlier, task = sorted(rows, key=lambda each: each.revision)
        lines.append(TaskLine(task, tuple(earlier), (files or {}).get(task.id, 0)))
    return tuple(sorted(lines, key=lambda each: (each.dropped, each.task.due, each.task.place)))


def figures(lines: Sequence[TaskLine], day: date, plan: WorkPlan | None = None) -> Figures:
    """Return how the tasks of a plan stand on a day."""
    live = [each for each in lines if not each.dropped]
    closed = [each for each in live if each.task.state == "closed"]
    return Figures(
        tasks=len(live),
        done=sum(each.task.state == "done" for each in live),
        closed=len(closed),
        proved=sum(each.files > 0 for each in closed),
        overdue=sum(each.overdue(day) for each in live),
        late=sum(each.late for each in live),
        changed=sum(bool(each.earlier) for each in live),
        dropped=sum(each.dropped and _since(each, plan) for each in lines),
    )


def _since(line: TaskLine, plan: WorkPlan | None) -> bool:
    """Say whether a task was touched last after its plan was accepted."""
    reviewed = plan.reviewed if plan is not None and plan.state == "accepted" else None
    return reviewed is not None and line.task.changed >= reviewed


def plan_state(
    desk: Desk, studio: str, period: str, day: date, day_of: Callable[[int], date], kind: str = "plan"
) -> PlanState:
    """Return how the plan (or the `report`) of a studio for a period stands on a day; `day_of` dates stored times."""
    plan = desk.work_plans.at(studio, EVERY, period, kind)
    if plan is None:
        return PlanState(period)
    tasks = desk.work_plans.tasks(plan.id)
    files = {each.id: _files(desk, each.id) for each in tasks if each.state not in {"open", "dropped"}}
    lines = lines_of(tasks, files)
    accepted = plan.reviewed if plan.state == "accepted" else None
    return PlanState(
        period,
        plan,
        day_of(plan.handed_in) if plan.handed_in is not None else None,
        day_of(accepted) if accepted is not None else None,
        _files(desk, plan.id),
        lines,
        figures(lines, day, plan),
    )


def filed(desk: Desk, studio: str, period: Period, kind: str) -> bool:
    """Say whether the plan, or the report, of a period lies with those who review it, or was accepted."""
    plan = desk.work_plans.at(studio, EVERY, str(period), kind)
    return plan is not None and plan.state in FILED


def _files(desk: Desk, owner: str) -> int:
    return sum(len(piece.files) for piece in desk.proofs.of(owner))
