"""The doors of the store: one that many turns share, and two for programs without a loop.

Only here are connections opened and closed. It must not know what is read and written.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from bot.clock import Clock, SystemClock, to_ms
from bot.store import dialect, migrate, schemes
from bot.store.connection import Connection
from bot.store.desk import StoreDesk
from bot.store.lock import Lock
from bot.store.queries.library import Shelf
from bot.store.worker import Closed, Line
from bot.store.writer import Transactions
from rubrics import files

T = TypeVar("T")
READERS: Final = 2


class Store:
    """The database of a running bot: one writer, some readers, each on a thread of its own.

    Use it as `async with Store.open(path, clock=clock) as store`; the threads end only when it is closed.
    """

    def __init__(self, path: Path, clock: Clock, rubric_files: Iterable[Path], readers: int) -> None:
        """Prepare; nothing is opened yet."""
        self._path = path
        self._clock = clock
        self._rubric_files = tuple(rubric_files)
        self._shelf: Shelf = {}
        self._lock: Lock | None = None
        self._readers = readers
        self._opened: list[Connection] = []
        self._serving: list[asyncio.Task[None]] = []
        self._writing: Line | None = None
        self._reading: Line | None = None
        self._transactions: Transactions | None = None

    @classmethod
    def open(
        cls,
        where: Path | str,
        *,
        clock: Clock,
        rubric_files: Iterable[Path] | None = None,
        readers: int = READERS,
    ) -> Self:
        """Return the store of a database address or path, to be entered with `async with`.

        Entering takes the lock, checks and migrates the tables and publishes the rubric files (those shipped, if none
        are given); it refuses with `locked`, `schema_newer`, `rubric_changed` or a `database_…` code.
        """
        paths = files.shipped() if rubric_files is None else rubric_files
        return cls(dialect.file_of(where), clock, paths, readers)

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def write(self, work: Callable[[StoreDesk], T]) -> T:
        """Run a function in its own savepoint; what waits together is committed together. Returns after the commit.

        The function may be run a second time when the disk refused the batch it was in. If the caller is cancelled the
        function still runs and is committed.
        """
        if self._writing is None:
            raise Closed
        result: T = await self._writing.ask(work)
        return result

    async def read(self, work: Callable[[StoreDesk], T]) -> T:
        """Run a function that only looks, on a reader's thread, while others write."""
        if self._reading is None:
            raise Closed
        result: T = await self._reading.ask(work)
        return result

    @property
    def commits(self) -> int:
        """How many transactions were committed since the store was opened."""
        return self._transactions.commits if self._transactions else 0

    async def close(self) -> None:
        """Finish what waits, then end the threads and give the lock back; closing twice does no harm."""
        try:
            for line, servers in ((self._writing, 1), (self._reading, len(self._opened) - 1)):
                if line is not None:
                    line.close(servers)
            await asyncio.gather(*self._serving, return_exceptions=True)
        finally:
            self._writing = self._reading = None
            self._serving.clear()
            await self._close_connections()

    async def _close_connections(self) -> None:
        try:
            while self._opened:
                await self._opened.pop().close()
        finally:
            for connection in self._opened:
                connection.stop()
            if self._lock is not None:
                self._lock.release()

    async def _start(self) -> None:
        dialect.create(self._path)
        self._lock = Lock(self._path)
        loop = asyncio.get_running_loop()
        writer = await self._open(dialect.WRITER)
        self._transactions = transactions = await writer.hand(self._prepare)
        readers = [await self._open(dialect.READER) for _ in range(self._readers)]
        self._writing, self._reading = Line(loop), Line(loop)
        self._serving = [
            asyncio.create_task(writer.serve(partial(_write, self._writing, transactions))),
            *(asyncio.create_task(each.serve(partial(self._read, self._reading))) for each in readers),
        ]

    async def _open(self, pragmas: dict[str, int | str]) -> Connection:
        connection = Connection(self._path)
        await connection
        self._opened.append(connection)
        await connection.hand(lambda raw: dialect.set_up(raw, pragmas))
        return connection

    def _prepare(self, raw: sqlite3.Connection) -> Transactions:
        desk = self._desk_on(raw)
        prepare(raw, desk, self._rubric_files, to_ms(self._clock.now()))
        return Transactions(raw, desk)

    def _desk_on(self, raw: sqlite3.Connection) -> StoreDesk:
        return StoreDesk(raw, self._clock, self._shelf)

    def _read(self, line: Line, raw: sqlite3.Connection) -> None:
        line.serve(Transactions(raw, self._desk_on(raw)).read, largest=1)


def _write(line: Line, transactions: Transactions, _raw: sqlite3.Connection) -> None:
    line.serve(transactions.write)


def prepare(raw: sqlite3.Connection, desk: StoreDesk, rubric_files: Iterable[Path], now: int) -> None:
    """Check and migrate the tables and publish rubric files."""
    dialect.sound(raw)
    migrate.upgrade(raw)
    raw.execute(dialect.BEGIN_WRITE)
    try:
        schemes.publish(desk, rubric_files, now)
        raw.execute("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")


class Alone:
    """The writer of a command that runs while no bot does."""

    def __init__(self, transactions: Transactions) -> None:
        """Write through one connection."""
        self._transactions = transactions

    def write(self, work: Callable[[StoreDesk], T]) -> T:
        """Run a function in a transaction and commit it."""
        (outcome,) = self._transactions.write([work])
        if outcome.error is not None:
            raise outcome.error
        result: T = outcome.result
        return result


@contextmanager
def open_alone(
    where: Path | str, *, clock: Clock, rubric_files: Iterable[Path] | None = None
) -> Iterator[Alone]:
    """Open a database to write without a loop; refuses with `locked` while a bot runs."""
    path = dialect.file_of(where)
    dialect.create(path)
    lock = Lock(path)
    try:
        with closing(dialect.connect(path, dialect.WRITER)) as raw:
            desk = StoreDesk(raw, clock, {})
            paths = files.shipped() if rubric_files is None else rubric_files
            prepare(raw, desk, paths, to_ms(clock.now()))
            yield Alone(Transactions(raw, desk))
    finally:
        lock.release()


@contextmanager
def open_reader(where: Path | str) -> Iterator[StoreDesk]:
    """Open a database that exists to look at it, also while a bot runs; all is seen as of one moment."""
    with closing(dialect.connect(dialect.file_of(where), dialect.READER)) as raw:
        raw.execute(dialect.BEGIN_READ)
        migrate.expect_head(raw)
        yield StoreDesk(raw, SystemClock(), {})
