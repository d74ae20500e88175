"""Fetches, in the background, what people sent, and settles each file once: stored, or why it cannot be had.

A bad line is waited out; nobody's answer waits for a file. It must not know where the files come from or what they
are evidence of.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from bot.media.folder import Folder

LOG = logging.getLogger(__name__)

AT_ONCE: Final = 3
"""Files on their way at the same time."""
TRIES_WHEN_GONE: Final = 4
"""Telegram's "wrong file_id or temporarily unavailable" is believed after so many tries."""
FIRST_PAUSE: Final = 1_000
LONGEST_PAUSE: Final = 600_000
"""Pauses between tries, ms."""
LOOK_SECONDS: Final = 30.0
"""How often due jobs are looked for without being woken."""

SHORT_SECONDS: Final = 0.05
"""The least pause between two looks, for clocks that are a little apart."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that is to be fetched."""

    job: int
    file: str
    """Our id."""
    file_id: str
    """Telegram's."""
    attempts: int = 0


class Got(Protocol):
    """What became of one try."""

    @property
    def sha256(self) -> str:
        """The hash of what is on disk."""
        ...

    @property
    def size(self) -> int:
        """Its bytes."""
        ...

    @property
    def failure(self) -> str | None:
        """Or the problem code why it cannot be had."""
        ...

    @property
    def final(self) -> bool:
        """Trying again would not help."""
        ...


class Files(Protocol):
    """The jobs and files in the store; each call is one transaction."""

    async def due(self, now: int, limit: int) -> Sequence[Wanted]:
        """Return what is to be fetched now, the oldest first."""
        ...

    async def stored(self, wanted: Wanted, sha256: str, size: int) -> None:
        """Mark a file as stored and its job as done."""
        ...

    async def lost(self, wanted: Wanted, failure: str) -> None:
        """Mark a file as one that cannot be had, and its job as given up."""
        ...

    async def later(self, wanted: Wanted, not_before: int, error: str) -> None:
        """Put a job off."""
        ...


Fetch = Callable[[str, Path], Awaitable[Got]]
"""Writes a file by Telegram's id to a path; raises if the line is bad."""


class Fetcher:
    """The loop in the background."""

    def __init__(self, folder: Folder, files: Files, fetch: Fetch, now: Callable[[], int]) -> None:
        """Fetch into a folder; `now` in ms."""
        self._folder = folder
        self._files = files
        self._fetch = fetch
        self._now = now
        self._woken = asyncio.Event()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._put_off_to: dict[int, int] = {}

    def wake(self) -> None:
        """Look for due jobs now: there is a new one."""
        self._woken.set()

    async def run(self) -> None:
        """Fetch until cancelled."""
        try:
            while True:
                self._woken.clear()
                looking = asyncio.ensure_future(self._begin())
                # An error of the store is waited out like one of the line.
                await asyncio.wait({looking})
                if looking.exception() is not None:
                    LOG.error("the files to fetch could not be looked up", exc_info=looking.exception())
                await self._pause()
        finally:
            for task in self._busy.values():
                task.cancel()

    async def drained(self) -> None:
        """Return when what is due now is settled or put off."""
        await self._begin()
        while self._busy:
            await asyncio.wait(set(self._busy.values()))
            await self._begin()

    async def _pause(self) -> None:
        now = self._now()
        ahead = [(moment - now) / 1000 for moment in self._put_off_to.values()]
        wait = min((max(seconds, SHORT_SECONDS) for seconds in ahead), default=LOOK_SECONDS)
        with suppress(TimeoutError):
            # Not wait_for: being woken in the moment of being cancelled, it forgets the cancellation.
            async with asyncio.timeout(min(wait, LOOK_SECONDS)):
                await self._woken.wait()

    async def _begin(self) -> None:
        if len(self._busy) >= AT_ONCE:
            return
        for wanted in await self._files.due(self._now(), AT_ONCE * 2):
            if wanted.job not in self._busy and len(self._busy) < AT_ONCE:
                self._put_off_to.pop(wanted.job, None)
                task = self._busy[wanted.job] = asyncio.ensure_future(self._serve(wanted))
                task.add_done_callback(partial(self._ended, wanted))

    async def _serve(self, wanted: Wanted) -> None:
        grown = await asyncio.to_thread(self._folder.temporary)
        try:
            got = await self._fetch(wanted.file_id, grown)
            if got.failure is None:
                await asyncio.to_thread(self._folder.adopt, grown, got.sha256)
                await self._files.stored(wanted, got.sha256, got.size)
            elif got.final or wanted.attempts + 1 >= TRIES_WHEN_GONE:
                await self._files.lost(wanted, got.failure)
            else:
                await self._put_off(wanted, got.failure)
        finally:
            grown.unlink(missing_ok=True)

    async def _put_off(self, wanted: Wanted, error: str) -> None:
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(wanted.attempts, 20))
        not_before = self._now() + pause
        self._put_off_to[wanted.job] = not_before
        await self._files.later(wanted, not_before, error)

    def _ended(self, wanted: Wanted, task: asyncio.Task[None]) -> None:
        """Make room for the next; what failed for whatever reason is tried again later."""
        error = None if task.cancelled() else task.exception()
        if error is None:
            self._busy.pop(wanted.job, None)
            self.wake()
            return
        LOG.warning("file %s could not be fetched: %r", wanted.file, error)
        again = asyncio.ensure_future(self._put_off(wanted, repr(error)))
        self._busy[wanted.job] = again
        again.add_done_callback(partial(self._let_go, wanted))

    def _let_go(self, wanted: Wanted, task: asyncio.Task[None]) -> None:
        self._busy.pop(wanted.job, None)
        if not task.cancelled() and task.exception() is not None:
            LOG.error("file %s could not be put off", wanted.file, exc_info=task.exception())
        else:
            self.wake()
