"""Work that somebody waits for, done one piece at a time on each lane, tried again after growing pauses.

A job lies in the database until what it made lies there too; killed in between, it is done again. It must not know
what a job makes.
"""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar, Final

from bot.flows.outputs import Say
from bot.media.folder import Folder
from bot.ports import Desk, Job, JobKind
from bot.runner import Runner
from bot.settings import Settings
from bot.store import Store, StoreDesk
from bot.texts import words

LOG: Final = logging.getLogger(__name__)

FIRST_PAUSE: Final = 2_000
"""Before the second try, ms; each later pause is twice as long."""
LOOK_SECONDS: Final = 30.0
"""How often due jobs are looked for without being woken."""


class _Lane:
    """A place where one job at a time is done."""

    __slots__ = ("alone", "number", "woken")

    def __init__(self, number: int) -> None:
        self.number = number
        self.woken = asyncio.Event()
        self.alone = asyncio.Lock()


class JobLoop(ABC):
    """The loop over the jobs of some kinds; one at a time on each lane, the other core is for taps."""

    kinds: ClassVar[tuple[JobKind, ...]]
    lanes: ClassVar[int] = 1
    """Which job belongs to which is said by the job alone: none is ever on two."""
    tries: ClassVar[int] = 8
    longest_pause: ClassVar[int] = 300_000
    """Between two tries, ms."""
    failed: ClassVar[str] = "report.failed"
    """What is said when a job is given up."""

    def __init__(
        self, store: Store, runner: Runner, folder: Folder, settings: Settings, now: Callable[[], int]
    ) -> None:
        """Look for jobs in the store, hand over through the runner; `now` in ms."""
        self._store = store
        self._runner = runner
        self._folder = folder
        self._settings = settings
        self._now = now
        self._lanes = tuple(map(_Lane, range(self.lanes)))

    @abstractmethod
    async def _serve(self, job: Job) -> None:
        """Do a job and close it in the turn that keeps what it made."""

    def wake(self) -> None:
        """Look for due jobs now: there may be a new one."""
        for lane in self._lanes:
            lane.woken.set()

    async def run(self) -> None:
        """Serve until cancelled."""
        async with asyncio.TaskGroup() as together:
            for lane in self._lanes:
                together.create_task(self._run(lane))

    async def _run(self, lane: _Lane) -> None:
        while True:
            lane.woken.clear()
            await self._drain(lane)
            with suppress(TimeoutError):
                # Not wait_for: being woken in the moment of being cancelled, it forgets the cancellation.
                async with asyncio.timeout(LOOK_SECONDS):
                    await lane.woken.wait()

    async def drained(self) -> None:
        """Return when nothing is due."""
        async with asyncio.TaskGroup() as together:
            for lane in self._lanes:
                together.create_task(self._drain(lane))

    async def _drain(self, lane: _Lane) -> None:
        async with lane.alone:
            while (due := await self._store.read(lambda desk: self._due(desk, lane.number))) is not None:
                await self._try(due)

    def _due(self, desk: StoreDesk, lane: int) -> Job | None:
        """Return the next job of a lane: here there is one."""
        del lane
        now = self._now()
        return next((job for kind in self.kinds for job in desk.jobs.due(kind, now, 1)), None)

    async def _try(self, job: Job) -> None:
        """Serve a job; whatever goes wrong is an outcome to be dealt with, not the end of the loop."""
        serving = asyncio.ensure_future(self._serve(job))
        try:
            await asyncio.wait({serving})
        finally:
            if not serving.done():
                serving.cancel()
                await asyncio.wait({serving})
        error = serving.exception()
        if error is not None:
            await self._put_off(job, repr(error))

    def last(self, job: Job) -> bool:
        """Say whether there is no try left after the one that failed now."""
        return job.attempts + 1 >= self.tries

    async def _put_off(self, job: Job, error: str) -> None:
        if self.last(job):
            LOG.error("job %d (%s %s) is given up: %s", job.id, job.kind, job.subject, error)
            await self._give_up(job, error)
            return
        pause = min(self.longest_pause, FIRST_PAUSE * 2**job.attempts)
        LOG.warning("job %d (%s %s) again in %d ms: %s", job.id, job.kind, job.subject, pause, error)
        not_before = self._now() + pause
        await self._store.write(lambda desk: desk.jobs.retry(job.id, not_before, error))
        asyncio.get_running_loop().call_later(pause / 1000, self.wake)

    async def _give_up(self, job: Job, error: str) -> None:
        """Tell whoever waits that it is not to be had."""
        chat = job.params["chat"]
        language = await self._store.read(lambda desk: self._language(desk, chat))
        said = Say(words(language)(self.failed))
        await self._runner.deliver(chat, said, lambda desk: desk.jobs.failed(job.id, error))

    def _language(self, desk: Desk, chat: int) -> str:
        person = desk.people.by_account(chat, self._now())
        return person.language if person else self._settings.language

    async def _close(self, job: Job) -> None:
        """Forget a job for which there is nothing to do any more."""
        await self._store.write(lambda desk: desk.jobs.done(job.id))
