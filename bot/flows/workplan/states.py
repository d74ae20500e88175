"""Where a chat stands with a studio's plans."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from bot.changes.work_plan.checks import PlanKind, TaskWords
from bot.entities.frozen import Frozen
from bot.flows.books import YearBookState

LIST: Final = "wl"
PLAN: Final = "wp"
TASK: Final = "wt"
IMPORT: Final = "wi"
"""Codes of the screens: the first part of their buttons' data."""
LIST_SCREEN: Final = "plan"
PLAN_SCREEN: Final = "work_plan"
TASK_SCREEN: Final = "plan_task"
IMPORT_SCREEN: Final = "plan_import"
"""Names of the screens, stored in sessions."""

KINDS: Final[dict[str, PlanKind]] = {"p": "plan", "r": "report"}
"""A letter of a button -> what it is about."""
LETTERS: Final = {kind: letter for letter, kind in KINDS.items()}


class PlansState(YearBookState):
    """A year of a studio's plans; without a studio, which one is asked; without a year, this one."""


class OnePlanState(Frozen):
    """The plan of a period, or the report about a year, begun or not."""

    studio: str
    period: str
    kind: PlanKind = "plan"
    leaf: int = 0
    ask: Literal["", "goals", "anew", "return", "reason"] = ""
    revision: int = 0
    """The revision about which it was asked."""
    pending: tuple[TaskWords, ...] = ()
    """Tasks that wait for the reason."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return f"{self.studio}:{self.period}:{self.kind}"


class TaskState(Frozen):
    """A task of a plan."""

    task: str
    ask: Literal["", "edit", "reason", "drop", "done", "proof", "back"] = ""
    revision: int = 0
    """The revision about which it was asked."""
    said: dict[str, str] = Field(default_factory=dict)
    """What waits for a reason or for proof."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.task
