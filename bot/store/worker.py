"""Functions from the event loop to a database thread and their results back, many at a time.

A queue that needs no lock of ours goes one way, one wake-up of the loop per batch goes the other: a hop of its own
for each function would cost as much as the function. It must not know transactions.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Final

LOG: Final = logging.getLogger(__name__)
LARGEST: Final = 64
"""Functions in a batch at most: bounds what a failing batch repeats and how long the first one waits."""
PATIENCE: Final = 2.0
"""Seconds after which an idle server looks whether anybody is left who could ask or close."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one function: its result, or what it raised."""

    result: Any = None
    error: BaseException | None = None


class Closed(RuntimeError):
    """The store was not entered, or is closed already."""


Work = Callable[..., Any]
Asked = tuple[Work, "asyncio.Future[Any]"]


class Line:
    """Where functions wait for a thread. Several threads may serve one line."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Wait in this loop for results."""
        self._loop = loop
        self._waiting: SimpleQueue[Asked | None] = SimpleQueue()
        self._open = True

    async def ask(self, work: Work) -> Any:  # noqa: ANN401 - whatever the function returns
        """Run a function on a serving thread. A caller that is cancelled meanwhile does not stop it."""
        if not self._open:
            raise Closed
        answer: asyncio.Future[Any] = self._loop.create_future()
        self._waiting.put((work, answer))
        return await answer

    def close(self, servers: int) -> None:
        """Take nothing more; what waits is still served, then each server returns."""
        self._open = False
        for _ in range(servers):
            self._waiting.put(None)

    def serve(self, handle: Callable[[list[Work]], list[Outcome]], largest: int = LARGEST) -> None:
        """Hand over what waits, batch by batch, until the line closes. Runs on the serving thread.

        It also ends when the main thread has ended: the program failed without closing, and must not hang on us.
        """
        while True:
            batch, more = self._batch(largest)
            if batch:
                try:
                    outcomes = handle([work for work, _ in batch])
                except BaseException as error:  # noqa: BLE001 - callers must not wait for ever; they raise it
                    outcomes = [Outcome(error=error)] * len(batch)
                answered = [(answer, outcome) for (_, answer), outcome in zip(batch, outcomes, strict=True)]
                # The loop may be gone when the program is torn down; what was committed stays committed.
                with suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(_deliver, answered)
            if not more:
                return

    def _next(self) -> Asked | None:
        while True:
            try:
                return self._waiting.get(timeout=PATIENCE)
            except Empty:
                if orphaned():
                    return None

    def _batch(self, largest: int) -> tuple[list[Asked], bool]:
        """Wait for one, then take what is there."""
        batch: list[Asked] = []
        asked = self._next()
        while asked is not None:
            batch.append(asked)
            if len(batch) == largest:
                break
            try:
                asked = self._waiting.get_nowait()
            except Empty:
                break
        return batch, asked is not None


def orphaned() -> bool:
    """Say whether the main thread has ended, so that nobody will close anything any more."""
    return not threading.main_thread().is_alive()


def _deliver(answered: list[tuple[asyncio.Future[Any], Outcome]]) -> None:
    for answer, outcome in answered:
        if answer.done():  # the caller was cancelled; its work stands all the same
            if outcome.error is not None:
                LOG.error("a function whose caller had gone failed", exc_info=outcome.error)
        elif outcome.error is None:
            answer.set_result(outcome.result)
        else:
            answer.set_exception(_raisable(outcome.error))


def _raisable(error: BaseException) -> BaseException:
    """A future refuses StopIteration."""
    if isinstance(error, StopIteration):
        return RuntimeError(f"a function of the store raised {error!r}")
    return error
