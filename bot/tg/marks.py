"""What became of calls, written down in batches: what ends while one commit runs is in the next.

Marks are written in the order in which things happened, so the database always knows a beginning of it: a call
that is repeated after a crash can never undo the effect of a later one that was already marked.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final, Protocol

from bot.ports import Queued

LOG = logging.getLogger(__name__)

IDLE_SECONDS: Final = 0.25
"""How long a mark may wait for company if repeating its call would change nothing."""
RETRY_SECONDS: Final = 1.0


class OutboxRows(Protocol):
    """What the store's outbox keeps of calls."""

    def waiting(self) -> Sequence[Queued]:
        """Return every unsent call by chat and order, but for parked chats."""

    def parked_chats(self) -> frozenset[int]:
        """Return the chats that cannot be reached."""

    def sent(self, rows: Sequence[int], now: int) -> None:
        """Mark calls as made."""

    def sent_card(self, row: int, card: str, message: int, now: int) -> None:
        """Mark the call as made whose message is a card."""

    def merged(self, row: int, now: int) -> None:
        """Mark a call that a newer one made needless."""

    def failed(self, row: int, error: str, now: int) -> None:
        """Give a call up for good."""

    def retry(self, row: int, not_before: int, attempts: int) -> None:
        """Put a call off."""

    def park_chat(self, chat: int, now: int) -> None:
        """Keep back what waits for a chat."""

    def wake_chat(self, chat: int) -> bool:
        """Let calls to a chat go again."""


Mark = Callable[[OutboxRows], None]
Write = Callable[[Callable[[OutboxRows], object]], Coroutine[Any, Any, Any]]
"""Runs a function of the outbox in a transaction; returns after the commit."""


class Marks:
    """The marks that are still to be written."""

    def __init__(self, write: Write) -> None:
        """Write through the store's writer."""
        self._write = write
        self._waiting: list[Mark] = []
        self._writing: list[Mark] = []
        self._hurry = False
        self._task: asyncio.Task[object] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def add(self, *marks: Mark, at_once: bool) -> None:
        """Write marks with the next commit, or in a moment if repeating their calls changes nothing."""
        self._waiting.extend(marks)
        self._hurry |= at_once
        self._plan()

    async def flush(self) -> None:
        """Write everything that waits now; what cannot be written stays unmarked, and is repeated one day."""
        while running := self._running():
            await asyncio.wait(running)
        if self._waiting:
            self._begin()
            await asyncio.wait(self._running())
        self._stop_timer()

    def _running(self) -> set[asyncio.Task[object]]:
        return {self._task} if self._task is not None else set()

    def _plan(self, delay: float = IDLE_SECONDS) -> None:
        if self._task is not None or not self._waiting:
            return
        if self._hurry and delay <= IDLE_SECONDS:
            self._begin()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(delay, self._begin)

    def _begin(self) -> None:
        self._stop_timer()
        self._writing, self._waiting, self._hurry = self._waiting, [], False
        self._task = asyncio.ensure_future(self._write(self._apply))
        self._task.add_done_callback(self._ended)

    def _apply(self, rows: OutboxRows) -> None:
        for mark in self._writing:
            mark(rows)

    def _ended(self, task: asyncio.Task[object]) -> None:
        self._task = None
        if task.cancelled() or task.exception() is None:
            self._plan()
            return
        LOG.error("what became of calls could not be written", exc_info=task.exception())
        self._waiting = self._writing + self._waiting
        self._plan(RETRY_SECONDS)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
