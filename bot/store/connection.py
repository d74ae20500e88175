"""A database connection with a thread of its own, on which whole functions run.

The thread is aiosqlite's; two of its private names are used here and nowhere else, and a test names them.
It must not know what the functions do.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.store import dialect
from bot.store.worker import orphaned

T = TypeVar("T")


class Connection(aiosqlite.Connection):
    """An aiosqlite connection that takes functions of the raw connection instead of single statements."""

    def __init__(self, path: Path) -> None:
        """Prepare a connection to an existing file; `await` opens it."""
        super().__init__(lambda: dialect.attach(path), iter_chunk_size=64)

    async def hand(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run a function of the raw connection on the thread; the thread is no daemon, so `close` must follow."""
        result: T = await self._execute(function, self._conn)  # type: ignore[no-untyped-call]
        return result

    async def serve(self, function: Callable[[sqlite3.Connection], None]) -> None:
        """Run a function that serves until it is told to end; left alone by a program that failed, end the thread."""

        def serve_and_leave(raw: sqlite3.Connection) -> None:
            function(raw)
            if orphaned():
                self.stop()

        await self.hand(serve_and_leave)
