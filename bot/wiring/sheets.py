"""Sheets to be made: a child process draws each, so that nobody's tap waits for a workbook.

A job lies in the database until the document that it made lies in the outbox; killed in between, it is done again and
sent once. It must not know what a sheet looks like.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from typing import ClassVar, Final

from bot.changes.sign import shown
from bot.flows.appeal.papers import beside_sheet
from bot.flows.html import escape
from bot.flows.outputs import Rows, SendStored
from bot.flows.walk.own import worded
from bot.flows.walk.result import result_of
from bot.ports import Job, JobKind
from bot.store import StoreDesk
from bot.texts import words
from bot.wiring.child import MOST_ERROR, ChildFailed, child_environment, file_name
from bot.wiring.job_loop import JobLoop

RENDER_SECONDS: Final = 180.0
"""A child that draws longer is ended."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sheet with the words that go with it."""

    visit: str
    name: str
    caption: str
    rows: Rows = ()


class SheetJobs(JobLoop):
    """The loop in the background."""

    kinds: ClassVar[tuple[JobKind, ...]] = ("sheet",)

    async def _serve(self, job: Job) -> None:
        wanted = await self._store.read(lambda desk: self._wanted(desk, job))
        content = await self._render(wanted.visit)
        sha256 = await asyncio.to_thread(self._folder.put_bytes, content)
        document = SendStored(sha256=sha256, name=wanted.name, caption=wanted.caption, rows=wanted.rows)
        await self._runner.deliver(job.params["chat"], document, lambda desk: desk.jobs.done(job.id))

    def _wanted(self, desk: StoreDesk, job: Job) -> Wanted:
        found = desk.visits.assessment(job.subject)
        if found is None:
            raise ChildFailed(job.subject)
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
            raise ChildFailed("timeout") from error
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        if child.returncode != 0 or not content:
            raise ChildFailed(child.returncode, said.decode("utf-8", "replace")[-MOST_ERROR:])
        return content
