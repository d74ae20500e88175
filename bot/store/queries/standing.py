"""A studio's standing file: registers with what happened to their entries, money of the fund, plans and tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import bindparam, func, select, update

from bot.entities import FileEntry, FileStep, FundMove, PlanTask, WorkPlan
from bot.ports.file_glance import FileAsk, FileGlance
from bot.store.compiled import Rows, Statement
from bot.store.queries.file_glance import glance
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import file_entries, file_steps, fund_moves, plan_tasks, work_plans
from bot.store.tables_base import fixed

_ENTRY: Final = Spoken(FileEntry, file_entries, "name", "details", left=("dropped",))
_STANDS = file_entries.c.dropped == fixed(0)
_GET = Statement(_ENTRY.whole.where(file_entries.c.id == bindparam("entry"), _STANDS))
_OF_STUDIO = Statement(
    _ENTRY.whole.where(file_entries.c.studio == bindparam("studio"), _STANDS).order_by(
        file_entries.c.kind, file_entries.c.on, file_entries.c.id
    )
)
_OF_KIND = Statement(
    _ENTRY.whole.where(
        file_entries.c.studio == bindparam("studio"), file_entries.c.kind == bindparam("kind"), _STANDS
    ).order_by(file_entries.c.on, file_entries.c.id)
)
_DROP = Statement(
    update(file_entries).where(file_entries.c.id == bindparam("entry")).values(dropped=fixed(1))
)
_STEP: Final = Spoken(FileStep, file_steps, "text")
_STEPS = Statement(_STEP.whole.where(file_steps.c.entry == bindparam("entry")).order_by(file_steps.c.place))
_STEPS_OF_STUDIO = Statement(
    _STEP.whole.join(file_entries, file_entries.c.id == file_steps.c.entry)
    .where(file_entries.c.studio == bindparam("studio"), _STANDS)
    .order_by(file_steps.c.entry, file_steps.c.place)
)

_MOVE: Final = Spoken(FundMove, fund_moves, "note", left=("dropped",))
_BOOKED = fund_moves.c.dropped == fixed(0)
_MOVE_OF = Statement(_MOVE.whole.where(fund_moves.c.id == bindparam("move"), _BOOKED))
_MOVES = Statement(
    _MOVE.whole.where(fund_moves.c.studio == bindparam("studio"), _BOOKED).order_by(
        fund_moves.c.year, fund_moves.c.on, fund_moves.c.at, fund_moves.c.id
    )
)
_DROP_MOVE = Statement(
    update(fund_moves).where(fund_moves.c.id == bindparam("move")).values(dropped=fixed(1))
)

_PLAN: Final = Spoken(WorkPlan, work_plans, "text", "remark")
_PLAN_OF = Statement(_PLAN.whole.where(work_plans.c.id == bindparam("plan")))
_PLAN_AT = Statement(
    _PLAN.whole.where(
        work_plans.c.studio == bindparam("studio"),
        work_plans.c.rubric == bindparam("rubric"),
        work_plans.c.period == bindparam("period"),
        work_plans.c.kind == bindparam("kind"),
    )
)
_PLANS = Statement(
    _PLAN.whole.where(work_plans.c.studio == bindparam("studio")).order_by(
        work_plans.c.period.desc(), work_plans.c.kind, work_plans.c.id
    )
)
_TASK: Final = Spoken(PlanTask, plan_tasks, "title", "owner", "result")
_TASK_OF = Statement(_TASK.whole.where(plan_tasks.c.id == bindparam("task")))
_TASKS = Statement(_TASK.whole.where(plan_tasks.c.plan == bindparam("plan")).order_by(plan_tasks.c.place))
_DUE = Statement(
    _TASK.whole.where(
        plan_tasks.c.state.in_([fixed("open"), fixed("returned")]), plan_tasks.c.due < bindparam("day")
    ).order_by(plan_tasks.c.studio, plan_tasks.c.due, plan_tasks.c.place)
)
_NEXT_STEP = Statement(
    select(func.coalesce(func.max(file_steps.c.place), fixed(0)) + fixed(1)).where(
        file_steps.c.entry == bindparam("entry")
    )
)


class Registers:
    """The registers of the studios."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, entry: str) -> FileEntry | None:
        """Return an entry that was not taken out."""
        return next(iter(_ENTRY.read(self._rows.all(_GET, entry=entry))), None)

    def of_studio(self, studio: str, kind: str | None = None) -> tuple[FileEntry, ...]:
        """Return the entries of a studio (of one kind), by day."""
        if kind is None:
            return _ENTRY.read(self._rows.all(_OF_STUDIO, studio=studio))
        return _ENTRY.read(self._rows.all(_OF_KIND, studio=studio, kind=kind))

    def put(self, entry: FileEntry, author: str | None) -> Mapping[str, str]:
        """Store an entry as it is now; returns the salted hashes of its words, by field."""
        return _ENTRY.put(self._rows, self._words, entry, self.get(entry.id), author)

    def drop(self, entry: str) -> None:
        """Take an entry out; its files stay on disk."""
        self._rows.run(_DROP, entry=entry)

    def glance(self, ask: FileAsk) -> FileGlance:
        """Return what a card needs of a studio's file and of its log, in one question."""
        return glance(self._rows, ask)

    def steps(self, entry: str) -> tuple[FileStep, ...]:
        """Return what happened to an entry, in the order in which it was entered."""
        return _STEP.read(self._rows.all(_STEPS, entry=entry))

    def steps_of(self, studio: str) -> tuple[FileStep, ...]:
        """Return what happened to all entries of a studio, entry by entry."""
        return _STEP.read(self._rows.all(_STEPS_OF_STUDIO, studio=studio))

    def step(self, step: FileStep) -> Mapping[str, str]:
        """Add what happened as the next step, whatever its place; returns the salted hashes of its words, by field."""
        place = self._rows.value(_NEXT_STEP, entry=step.entry)
        placed = step.model_copy(update={"place": place})
        return _STEP.put(self._rows, self._words, placed, None, step.by)


class Fund:
    """Money of the studios' funds."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, move: str) -> FundMove | None:
        """Return one that stands."""
        return next(iter(_MOVE.read(self._rows.all(_MOVE_OF, move=move))), None)

    def of_studio(self, studio: str) -> tuple[FundMove, ...]:
        """Return those of a studio, by year and day."""
        return _MOVE.read(self._rows.all(_MOVES, studio=studio))

    def put(self, move: FundMove, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""
        return _MOVE.put(self._rows, self._words, move, self.get(move.id), author)

    def drop(self, move: str) -> None:
        """Take one out; its files stay on disk."""
        self._rows.run(_DROP_MOVE, move=move)


class WorkPlans:
    """Plans, reports and their tasks."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, plan: str) -> WorkPlan | None:
        """Return one."""
        return next(iter(_PLAN.read(self._rows.all(_PLAN_OF, plan=plan))), None)

    def at(self, studio: str, rubric: str, period: str, kind: str) -> WorkPlan | None:
        """Return the plan, or the report, of a studio for a period."""
        rows = self._rows.all(_PLAN_AT, studio=studio, rubric=rubric, period=period, kind=kind)
        return next(iter(_PLAN.read(rows)), None)

    def of_studio(self, studio: str) -> tuple[WorkPlan, ...]:
        """Return those of a studio, newest period first."""
        return _PLAN.read(self._rows.all(_PLANS, studio=studio))

    def put(self, plan: WorkPlan, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""
        return _PLAN.put(self._rows, self._words, plan, self.get(plan.id), author)

    def task(self, task: str) -> PlanTask | None:
        """Return a task."""
        return next(iter(_TASK.read(self._rows.all(_TASK_OF, task=task))), None)

    def tasks(self, plan: str) -> tuple[PlanTask, ...]:
        """Return the tasks of a plan, in its order."""
        return _TASK.read(self._rows.all(_TASKS, plan=plan))

    def overdue(self, day: str) -> tuple[PlanTask, ...]:
        """Return every task that is open or was sent back and due before a day (ISO)."""
        return _TASK.read(self._rows.all(_DUE, day=day))

    def put_task(self, task: PlanTask, author: str | None) -> Mapping[str, str]:
        """Store a task as it is now; returns the salted hashes of its words, by field."""
        return _TASK.put(self._rows, self._words, task, self.task(task.id), author)
