"""A studio's standing file: registers, the fund, plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.entities import (
    FileEntry,
    FileStep,
    FundMove,
    PlanTask,
    WorkPlan,
)
from bot.ports.file_glance import FileAsk, FileGlance


class Registers(Protocol):
    """The registers of the studios."""

    def get(self, entry: str) -> FileEntry | None:
        """Return an entry that was not taken out."""

    def of_studio(self, studio: str, kind: str | None = None) -> tuple[FileEntry, ...]:
        """Return the entries of a studio (of one kind), by day."""

    def put(self, entry: FileEntry, author: str | None) -> Mapping[str, str]:
        """Store an entry as it is now; returns the salted hashes of its words, by field."""

    def drop(self, entry: str) -> None:
        """Take an entry out; its files stay on disk."""

    def glance(self, ask: FileAsk) -> FileGlance:
        """Return what a card needs of a studio's file and of its log, in one question."""

    def steps(self, entry: str) -> tuple[FileStep, ...]:
        """Return what happened to an entry, in the order in which it was entered."""

    def steps_of(self, studio: str) -> tuple[FileStep, ...]:
        """Return what happened to all entries of a studio, entry by entry."""

    def step(self, step: FileStep) -> Mapping[str, str]:
        """Add what happened as the next step, whatever its place; returns the salted hashes of its words, by field."""


class Fund(Protocol):
    """Money of the studios' funds."""

    def get(self, move: str) -> FundMove | None:
        """Return one that stands."""

    def of_studio(self, studio: str) -> tuple[FundMove, ...]:
        """Return those of a studio, by year and day."""

    def put(self, move: FundMove, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""

    def drop(self, move: str) -> None:
        """Take one out; its files stay on disk."""


class WorkPlans(Protocol):
    """Plans, reports and their tasks."""

    def get(self, plan: str) -> WorkPlan | None:
        """Return one."""

    def at(self, studio: str, rubric: str, period: str, kind: str) -> WorkPlan | None:
        """Return the plan, or the report, of a studio for a period."""

    def of_studio(self, studio: str) -> tuple[WorkPlan, ...]:
        """Return those of a studio, newest period first."""

    def put(self, plan: WorkPlan, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""

    def task(self, task: str) -> PlanTask | None:
        """Return a task."""

    def tasks(self, plan: str) -> tuple[PlanTask, ...]:
        """Return the tasks of a plan, in its order."""

    def overdue(self, day: str) -> tuple[PlanTask, ...]:
        """Return every task that is open or was sent back and due before a day (ISO)."""

    def put_task(self, task: PlanTask, author: str | None) -> Mapping[str, str]:
        """Store a task as it is now; returns the salted hashes of its words, by field."""
