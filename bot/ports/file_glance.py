"""What an assessor's card needs of a studio's standing file, read in one question together with its log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.entities import FileEntry, FileStep
from bot.ports.logs import Glance


@dataclass(frozen=True, slots=True)
class FileAsk:
    """What is asked: registers by name (also `plans` and `fund`), and the span of the log that is looked at."""

    studio: str
    rubric: str
    assessment: str
    kinds: Sequence[str]
    start: str = ""
    """ISO day; empty where nothing is asked of the log."""
    end: str = ""
    year: int = 0
    """The year whose logged days are counted; 0 where nothing is asked of them."""


@dataclass(frozen=True, slots=True)
class SeenTask:
    """A task of a plan as it is now."""

    plan: str
    due: str
    state: str
    proved: bool


@dataclass(frozen=True, slots=True)
class SeenPlan:
    """A plan of a period."""

    id: str
    period: str
    state: str
    handed_in: int | None


@dataclass(frozen=True, slots=True)
class SeenMoney:
    """A move of the fund."""

    year: int
    kind: str
    on: str
    amount: str
    checked: bool
    at: int


@dataclass(frozen=True, slots=True)
class FileGlance:
    """What the file says; nothing at all of a studio that keeps none here."""

    kept: bool = False
    """Whether anything stands in any register, plan or fund."""
    entries: tuple[FileEntry, ...] = ()
    steps: tuple[FileStep, ...] = ()
    proved: frozenset[str] = frozenset()
    """Ids of the entries that have a photo or file."""
    plans: tuple[SeenPlan, ...] = ()
    tasks: tuple[SeenTask, ...] = ()
    money: tuple[SeenMoney, ...] = ()
    granted: Mapping[int, str] = field(default_factory=dict)
    days: tuple[str, ...] = ()
    """ISO days of the activities of the year, of whatever scheme."""
    seen: int | None = None
    """When the last official sheet by the rubric was signed (not this one), ms."""
    log: Glance = field(default_factory=Glance)
