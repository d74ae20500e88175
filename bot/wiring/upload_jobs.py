"""Workbooks on their way in: read by a child with limits, one at a time, and handed to whoever waits for them.

On their way out: the list that an import reads, and the mistakes of one that could not be imported, as files. A job
lies in the database until what it made lies there too; killed in between, it is done again. It must not know what a
workbook says: the readers are listed in `bot.reports.uploads`, the screens in `bot.flows.uploads`, lists in `LISTS`.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar, Final

from bot import access
from bot.changes import Change, FailUpload, ReadUpload
from bot.changes.receive_upload import may_send
from bot.clock import from_ms
from bot.entities import Upload
from bot.flows.file.mine import kept_studio, seen
from bot.flows.html import escape, short
from bot.flows.outputs import SendStored
from bot.flows.screen import Ask, Stale
from bot.flows.screens import BY_NAME
from bot.flows.uploads.kinds import KINDS
from bot.flows.uploads.uploaded import NAME, UploadedScreen
from bot.ports import Job, JobKind
from bot.problems import Refusal
from bot.reports import plans, registers, studios, visits
from bot.store import StoreDesk
from bot.texts import words
from bot.wiring import uploads
from bot.wiring.child import file_name
from bot.wiring.job_loop import JobLoop
from bot.wiring.reading import Reader, by_child
from rubrics.periods import Period
from rubrics.problems import Refused

LOG: Final = logging.getLogger(__name__)

LIST: Final = "@"
MISTAKES: Final = "!"
"""First characters of a job's subject that asks for a list by its kind, or for the mistakes of an upload."""

Drawn = tuple[Callable[[], bytes], str, str]
"""What draws a file, its name and its caption."""


class UploadJobs(JobLoop):
    """The loop in the background."""

    kinds: ClassVar[tuple[JobKind, ...]] = ("upload",)
    reader: Reader = staticmethod(by_child)
    """Who opens a file."""

    async def _serve(self, job: Job) -> None:
        if job.subject[:1] in {LIST, MISTAKES}:
            await self._hand_out(job)
            return
        found = await self._store.read(lambda desk: desk.uploads.get(job.subject))
        if found is None or found.state != "waiting":
            await self._close(job)
            return
        try:
            change: Change = ReadUpload(upload=found.id, result=await self._read(found))
        except Refused as refused:
            params = dict(refused.problem.params)
            change = FailUpload(upload=found.id, code=refused.problem.code, params=params)
        await self._settle(job, change)

    async def _read(self, found: Upload) -> str:
        data = await asyncio.to_thread(self._folder.read, found.sha256 or "")
        read = partial(uploads.read, data, found.kind, reader=self.reader)
        return json.dumps(await asyncio.to_thread(read), ensure_ascii=False)

    async def _settle(self, job: Job, change: Change) -> None:
        try:
            await self._runner.settle(change, lambda desk: desk.jobs.done(job.id))
        except Refusal:
            # It was given up while it was being read.
            await self._close(job)

    async def _give_up(self, job: Job, error: str) -> None:
        if job.subject[:1] in {LIST, MISTAKES}:
            await super()._give_up(job, error)
            return
        await self._settle(job, FailUpload(upload=job.subject, code="upload_failed"))

    # -- handing out ------------------------------------------------------------------------------

    async def _hand_out(self, job: Job) -> None:
        drawn = await self._store.read(lambda desk: self._drawn(desk, job))
        if drawn is None:
            await self._close(job)
            return
        draw, name, caption = drawn
        sha256 = await asyncio.to_thread(lambda: self._folder.put_bytes(draw()))
        document = SendStored(sha256=sha256, name=file_name(name), caption=caption)
        await self._runner.deliver(job.params["chat"], document, lambda desk: desk.jobs.done(job.id))

    def _drawn(self, desk: StoreDesk, job: Job) -> Drawn | None:
        """Return what is handed out; None if it is gone, or whoever asked may not have it now."""
        chat, now = job.params["chat"], self._now()
        person = desk.people.by_account(chat, now)
        if person is None:
            return None
        ask = Ask(person, words(person.language), now, _nothing_new, self._settings.zone, chat)
        name, _, studio = job.subject[1:].partition(":")
        if job.subject[:1] == LIST and name in OF_STUDIOS:
            return OF_STUDIOS[name](desk, ask, studio)
        if job.subject[:1] == LIST:
            if not access.may(person, "manage"):
                return None
            return LISTS[job.subject[1:]](desk, ask)
        return _mistakes(desk, ask, job.subject[1:])


def _nothing_new() -> str:
    raise RuntimeError("read")


def _mistakes(desk: StoreDesk, ask: Ask, upload: str) -> Drawn | None:
    found = desk.uploads.get(upload)
    screen: Any = BY_NAME[KINDS[found.kind]] if found else None
    if found is None or found.person != ask.who.id or found.state != "read":
        return None
    if not may_send(ask.who, found.kind):
        return None
    if not isinstance(screen, UploadedScreen):
        return None
    text = screen.listing(desk, ask, found)
    caption = ask.words("import.file.caption", name=escape(short(found.name, NAME)))
    return (lambda: text.encode("utf-8-sig")), ask.words("import.file"), caption


def _studios(desk: StoreDesk, ask: Ask) -> Drawn:
    scopes = [grant.scope for grant in ask.who.grants if grant.role in access.DESK]
    listed = desk.studios.covered(scopes)
    today = from_ms(ask.now).astimezone(ask.zone).date()
    record = studios.record(desk, listed, ask.who.language, ask.now, today.year)
    name = ask.words("studios.file", day=today.isoformat())
    return (lambda: studios.render(record)), name, ask.words("studios.file.caption", count=len(listed))


def _registers(desk: StoreDesk, ask: Ask, studio: str) -> Drawn | None:
    """Return the file of a studio; None if whoever asked may not see it now."""
    try:
        known = seen(desk, ask, studio)
    except (Refusal, Stale):
        return None
    record = registers.record(desk, known, ask.who.language, ask.now)
    today = from_ms(ask.now).astimezone(ask.zone).date()
    name = ask.words("file.file", studio=short(known.name, NAME), day=today.isoformat())
    caption = ask.words("file.file.caption", studio=escape(known.name))
    return (lambda: registers.render(record)), name, caption


def _plans(desk: StoreDesk, ask: Ask, plan: str) -> Drawn | None:
    """Return the table of a plan, with empty rows; None if whoever asked may not see it now."""
    studio, _, period = plan.partition(":")
    try:
        known = kept_studio(desk, ask, studio)
    except (Refusal, Stale):
        return None
    record = plans.to_fill(desk, known, Period.parse(period), ask)
    name = ask.words("workplan.sheet.file", studio=short(known.name, NAME), period=period)
    caption = ask.words("workplan.sheet.caption", name=escape(known.name), period=period)
    return (lambda: plans.drawn(record)), name, caption


def _visits(desk: StoreDesk, ask: Ask) -> Drawn:
    record = visits.record(desk, ask)
    name = ask.words("visit_list.file")
    return (
        (lambda: visits.render(record)),
        name,
        ask.words("visit_list.file.caption", count=len(record.studios)),
    )


OF_STUDIOS: Final[Mapping[str, Callable[[StoreDesk, Ask, str], Drawn | None]]] = {
    "registers": _registers,
    "plans": _plans,
}
"""Kind -> what one studio has of it, as a workbook that an import reads."""
LISTS: Final[Mapping[str, Callable[[StoreDesk, Ask], Drawn]]] = {"studios": _studios, "visits": _visits}
"""Kind -> the list as a workbook that an import reads."""
