"""Group commit: what waited while the last commit ran becomes one transaction.

There is no timer, so a single function waits for nobody. A batch is first run straight through: a savepoint keeps a
copy of every page that its function touches, an eighth of a busy turn, and nearly every batch needs none. Where a
function raises, all is taken back and each runs in a savepoint; where the disk refuses that too, they are tried one by
one. So a function may be run three times, and must do nothing but read and write through its desk.
It must not know what the functions do.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from bot.ports import Unavailable
from bot.store.desk import StoreDesk
from bot.store.dialect import BEGIN_READ, BEGIN_WRITE
from bot.store.worker import Outcome, Work

_SAVEPOINT: Final = "SAVEPOINT work"
_RELEASE: Final = "RELEASE work"
_TAKE_BACK: Final = "ROLLBACK TO work"


_TROUBLE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
"""What the machine refuses; everything else is wrong with what was asked."""


class _Lost(Exception):
    """The database took back the whole transaction by itself (full disk, failing disk)."""


class Transactions:
    """Runs batches of functions on one raw connection, on the thread that owns it."""

    def __init__(self, raw: sqlite3.Connection, desk: StoreDesk) -> None:
        """Work on a connection and the desk on it."""
        self._raw = raw
        self._desk = desk
        self.commits = 0
        """Transactions committed so far."""

    def write(self, batch: list[Work]) -> list[Outcome]:
        """Commit a batch; a function that raises is rolled back alone."""
        if len(batch) == 1:
            return [self._alone(batch[0])]
        straight = self._straight(batch)
        if straight is not None:
            return straight
        try:
            return self._together(batch)
        except (sqlite3.Error, _Lost):
            self._undo()
            return [self._alone(work) for work in batch]

    def read(self, batch: list[Work]) -> list[Outcome]:
        """Run functions that only look, each on one unmoving view of the data."""
        return [self._look(work) for work in batch]

    def _straight(self, batch: list[Work]) -> list[Outcome] | None:
        """Commit a batch of which none fails; None, with nothing done, where one did."""
        outcomes = []
        try:
            self._raw.execute(BEGIN_WRITE)
            for work in batch:
                outcomes.append(Outcome(work(self._desk.clear())))
                if not self._raw.in_transaction:
                    return None
            self._raw.execute("COMMIT")
        except BaseException:  # noqa: BLE001 - it is raised again in a savepoint, and there it is its caller's
            self._undo()
            return None
        self.commits += 1
        return outcomes

    def _together(self, batch: list[Work]) -> list[Outcome]:
        self._raw.execute(BEGIN_WRITE)
        outcomes = [self._in_savepoint(work) for work in batch]
        self._raw.execute("COMMIT")
        self.commits += 1
        return outcomes

    def _in_savepoint(self, work: Work) -> Outcome:
        self._raw.execute(_SAVEPOINT)
        try:
            outcome = Outcome(work(self._desk.clear()))
        except BaseException as error:  # noqa: BLE001 - it is the caller's, and is raised there
            outcome = Outcome(error=_named(error))
        if not self._raw.in_transaction:
            raise _Lost
        if outcome.error is not None:
            self._raw.execute(_TAKE_BACK)
        self._raw.execute(_RELEASE)
        return outcome

    def _alone(self, work: Work) -> Outcome:
        try:
            self._raw.execute(BEGIN_WRITE)
            result = work(self._desk.clear())
            if not self._raw.in_transaction:
                raise _Lost  # noqa: TRY301 - handled like any other failure of this function
            self._raw.execute("COMMIT")
        except BaseException as error:  # noqa: BLE001 - it is the caller's, and is raised there
            self._undo()
            return Outcome(error=_named(error))
        self.commits += 1
        return Outcome(result)

    def _look(self, work: Work) -> Outcome:
        try:
            self._raw.execute(BEGIN_READ)
            return Outcome(work(self._desk.clear()))
        except BaseException as error:  # noqa: BLE001 - it is the caller's, and is raised there
            return Outcome(error=error)
        finally:
            self._undo()

    def _undo(self) -> None:
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")


def _named(error: BaseException) -> BaseException:
    """Return the error that callers know for a full or failing disk, wherever in the chain it came from."""
    cause: BaseException | None = error
    while cause is not None:
        code = getattr(cause, "sqlite_errorcode", None)
        if isinstance(cause, _Lost) or (code is not None and code & 0xFF in _TROUBLE):
            trouble = Unavailable(str(cause) or "the transaction was taken back")
            trouble.__cause__ = error
            return trouble
        cause = cause.__cause__
    return error
