"""Sheets to be made: a child process draws each, so that nobody's tap waits for a workbook.

A job lies in the database until the document that it made lies in the outbox; killed in between, it is done again and
sent once. It must not know what a sheet looks like.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Final

from bot.changes.sign import shown
from bot.flows.appeal.papers import beside_sheet
from bot.flows.html import escape
from bot.flows.outputs import Rows, Say, SendStored
from bot.flows.walk.own import worded
from bot.flows.walk.result import result_of
from bot.media.folder import Folder
from bot.ports import Desk, Job, JobKind
from bot.runner import Runner
from bot.settings import Settings
from bot.store import Store, StoreDesk
from bot.texts import words

LOG: Final = logging.getLogger(__name__)

TRIES: Final = 8
FIRST_PAUSE: Final = 2_000
LONGEST_PAUSE: Final = 300_000
"""Pauses between tries, ms."""
LOOK_SECONDS: Final = 30.0
"""How often due jobs are looked for without being woken."""
RENDER_SECONDS: Final = 180.0
"""A child that draws longer is ended."""
MOST_ERROR: Final = 400


class SheetFailed(Exception):
    """The child did not draw a sheet."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sheet with the words that go with it."""

    visit: str
    name: str
    caption: str
    rows: Rows = ()


class SheetJobs:
    """The loop in the background; one sheet at a time, the other core is for taps."""

    kinds: ClassVar[tuple[JobKind, ...]] = ("sheet",)
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
        self._woken = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()

    def wake(self) -> None:
        """Look for due jobs now: there may be a new one."""
        self._woken.set()

    async def run(self) -> None:
        """Draw sheets until cancelled."""
        while True:
            self._woken.clear()
            await self.drained()
            with suppress(TimeoutError):
                # Not wait_for: being woken in the moment of being cancelled, it forgets the cancellation.
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._woken.wait()

    async def drained(self) -> None:
        """Return when nothing is due."""
        async with self._one_at_a_time:
            while due := await self._store.read(self._due):
                await self._try(due[0])

    def _due(self, desk: StoreDesk) -> tuple[Job, ...]:
        now = self._now()
        return tuple(job for kind in self.kinds for job in desk.jobs.due(kind, now, 1))

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

    async def _serve(self, job: Job) -> None:
        wanted = await self._store.read(lambda desk: self._wanted(desk, job))
        content = await self._render(wanted.visit)
        sha256 = await asyncio.to_thread(self._folder.put_bytes, content)
        document = SendStored(sha256=sha256, name=wanted.name, caption=wanted.caption, rows=wanted.rows)
        await self._runner.deliver(job.params["chat"], document, lambda desk: desk.jobs.done(job.id))

    def _wanted(self, desk: StoreDesk, job: Job) -> Wanted:
        found = desk.visits.assessment(job.subject)
        if found is None:
            raise SheetFailed(job.subject)
        say = words(self._language(desk, job.params["chat"]))
        figures = desk.visits.sheet(found.id) or {}
        facts = {"studio": found.studio_name, "period": found.visit.period}
        caption = say(
            "panel.sheet.caption" if found.visit.blind else worded(found, "sheet.caption"),
            **{name: escape(text) for name, text in facts.items()},
            result=result_of(figures, say),
            code=shown(found.digest or ""),
        )
        file = "panel.sheet.file" if found.visit.blind else worded(found, "sheet.file")
        name = file_name(say(file, **facts))
        lines, rows = beside_sheet(desk, found, str(job.params.get("why", "")), say)
        return Wanted(found.visit.id, name, "\n".join([caption, *lines]), rows)

    def _language(self, desk: Desk, chat: int) -> str:
        person = desk.people.by_account(chat, self._now())
        return person.language if person else self._settings.language

    async def _render(self, visit: str) -> bytes:
        return await self._export("sheet", visit)

    async def _export(self, kind: str, visit: str) -> bytes:
        """Let a child of this program write an export of a visit."""
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "export", kind, "--visit", visit, "-o", "-",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=child_environment(self._settings),
        )  # fmt: skip
        try:
            content, said = await asyncio.wait_for(child.communicate(), RENDER_SECONDS)
        except TimeoutError as error:
            raise SheetFailed("timeout") from error
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        if child.returncode != 0 or not content:
            raise SheetFailed(child.returncode, said.decode("utf-8", "replace")[-MOST_ERROR:])
        return content

    async def _put_off(self, job: Job, error: str) -> None:
        attempts = job.attempts + 1
        if attempts >= TRIES:
            LOG.error("the %s of %s could not be made, given up: %s", job.kind, job.subject, error)
            chat = job.params["chat"]
            language = await self._store.read(lambda desk: self._language(desk, chat))
            said = Say(words(language)(self.failed))
            await self._runner.deliver(chat, said, lambda desk: desk.jobs.failed(job.id, error))
            return
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2**job.attempts)
        LOG.warning("the %s of %s could not be made, again in %d ms: %s", job.kind, job.subject, pause, error)
        not_before = self._now() + pause
        await self._store.write(lambda desk: desk.jobs.retry(job.id, not_before, error))
        asyncio.get_running_loop().call_later(pause / 1000, self.wake)


def child_environment(settings: Settings) -> Mapping[str, str]:
    """Return the environment of a child: the same data, and no token."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SCOREWALK_")}
    return kept | {
        "SCOREWALK_TOKEN": "",
        "SCOREWALK_DATABASE_URL": settings.database,
        "SCOREWALK_MEDIA_URL": str(settings.media_dir),
        "SCOREWALK_DATA_DIR": str(settings.data_dir),
        "SCOREWALK_TIMEZONE": settings.timezone,
        "SCOREWALK_LANGUAGE": settings.language,
        "PYTHONIOENCODING": "utf-8",
    }


def file_name(name: str) -> str:
    """Return a name that is one on every system."""
    return "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in name)  # noqa: PLR2004
