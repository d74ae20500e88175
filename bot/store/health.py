"""What can be said of a database by looking at it: damage, settings, revision, broken chains, what waits.

Facts only; whether one is bad, and how it is said, is decided elsewhere. Nothing is changed or repaired.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from bot.clock import SystemClock
from bot.store import dialect, migrate
from bot.store.compiled import Rows, Statement
from bot.store.desk import StoreDesk
from bot.store.tables import drafts, files, history, inbox, jobs, outbox, proof_files
from bot.store.tables_base import fixed

MOST: Final = 5
"""Complaints of one kind that are reported."""

_STORED: Final = Statement(
    select(files.c.sha256, files.c.size)
    .where(files.c.state == fixed("stored"), files.c.sha256.is_not(None))
    .distinct()
    .order_by(files.c.sha256)
)
_OF_LOGS: Final = Statement(
    select(proof_files.c.sha256, proof_files.c.size)
    .where(proof_files.c.state == fixed("stored"), proof_files.c.sha256.is_not(None))
    .distinct()
    .order_by(proof_files.c.sha256)
)
_DOCUMENTS: Final = Statement(
    select(drafts.c.sha256, drafts.c.size)
    .where(drafts.c.sha256.is_not(None))
    .distinct()
    .order_by(drafts.c.sha256)
)
_NEWEST: Final = Statement(select(func.max(history.c.at)))
_PARKED: Final = Statement(select(func.count()).select_from(inbox).where(inbox.c.state == fixed("parked")))
_UNDONE: Final = Statement(select(func.count()).select_from(inbox).where(inbox.c.state == fixed("waiting")))
_UNSENT: Final = Statement(select(func.count()).select_from(outbox).where(outbox.c.state == fixed("waiting")))
_GIVEN_UP: Final = Statement(select(func.count()).select_from(jobs).where(jobs.c.state == fixed("failed")))


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much lies in the queues."""

    undone: int
    """Updates received and not dealt with."""
    parked: int
    """Updates put aside for good."""
    unsent: int
    """Calls not made."""
    given_up: int
    """Files and sheets that could not be had."""


class Patient:
    """A database that is being looked at."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Look over an open connection."""
        self._raw = raw
        self._rows = Rows(raw)

    def damage(self) -> tuple[str, ...]:
        """Return what `quick_check` and `foreign_key_check` complain about."""
        found = [row[0] for row in self._raw.execute(f"PRAGMA quick_check({MOST})") if row[0] != "ok"]
        broken = self._raw.execute("PRAGMA foreign_key_check").fetchmany(MOST)
        return (*found, *(f"{table} {row} → {parent}" for table, row, parent, _ in broken))

    def journal(self) -> str:
        """Return the journal mode; anything but `wal` was set by somebody else."""
        return str(self._raw.execute("PRAGMA journal_mode").fetchone()[0])

    def revision(self) -> tuple[str | None, str]:
        """Return the revision of the tables and the one that this program knows."""
        return migrate.revision(self._raw), migrate.HEAD

    def broken_chains(self) -> tuple[tuple[str, int], ...]:
        """Return the streams of the history whose hashes do not fit, each with its first bad row."""
        desk = StoreDesk(self._raw, SystemClock(), {})
        verified = ((stream, desk.history.verify(stream)) for stream in desk.history.streams())
        return tuple((stream, seq) for stream, seq in verified if seq is not None)

    def streams(self) -> int:
        """Return how many streams the history has."""
        return len(StoreDesk(self._raw, SystemClock(), {}).history.streams())

    def newest(self) -> int | None:
        """Return the time (ms) of the newest row of the history."""
        found: int | None = self._rows.value(_NEWEST)
        return found

    def stored(self) -> tuple[tuple[str, int | None], ...]:
        """Return SHA-256 and size of every file that should be in the media folder."""
        rows = (*self._rows.all(_STORED), *self._rows.all(_OF_LOGS), *self._rows.all(_DOCUMENTS))
        return tuple(dict.fromkeys((row[0], row[1]) for row in rows))

    def published(self) -> tuple[tuple[str, int, str], ...]:
        """Return id, version and SHA-256 of every rubric as it stands, those left out that people published here."""
        desk = StoreDesk(self._raw, SystemClock(), {})
        return tuple(
            (each.id, each.version, desk.library.sha256(each.id, each.version) or "")
            for each in desk.library.current()
            if desk.drafts.published_as(each.id, each.version) is None
        )

    def waiting(self) -> Waiting:
        """Return how much lies in the queues."""
        return Waiting(*(self._rows.value(each) for each in (_UNDONE, _PARKED, _UNSENT, _GIVEN_UP)))


@contextmanager
def examined(where: Path | str) -> Iterator[Patient]:
    """Open a database to look at it, whatever its revision; refuses what is missing or cannot be opened."""
    with closing(dialect.connect(dialect.file_of(where), dialect.READER)) as raw:
        raw.execute(dialect.BEGIN_READ)
        yield Patient(raw)
