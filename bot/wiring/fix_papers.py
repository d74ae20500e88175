"""整改通知书 and pictures side by side, on their way to the chat that asked for them: like sheets, one at a time.

It must not know what they look like.
"""

from __future__ import annotations

import asyncio
from typing import ClassVar

from bot.changes.open_fixes import lifted
from bot.changes.sign import rubric_of
from bot.entities import Fix
from bot.flows.html import escape
from bot.flows.outputs import Output, Say, SendStored
from bot.flows.walk.marks_text import title_of
from bot.media.folder import Stored
from bot.ports import Job, JobKind
from bot.reports import side_by_side
from bot.reports.side_by_side import PAIRS, Compared
from bot.store import StoreDesk
from bot.texts import Words, words
from bot.wiring.child import ChildFailed, file_name
from bot.wiring.sheets import SheetJobs, Wanted


class FixPapers(SheetJobs):
    """The loop in the background."""

    kinds: ClassVar[tuple[JobKind, ...]] = ("notice", "compare")
    failed: ClassVar[str] = "fix.notice_failed"

    async def _serve(self, job: Job) -> None:
        if job.kind == "notice":
            await super()._serve(job)
            return
        say, fix, title, found = await self._store.read(lambda desk: self._compared(desk, job))
        content = await asyncio.to_thread(side_by_side.draw, found, self._picture)
        shown: Output = Say(say("fix.pictures_none"))
        if content is not None:
            sha256 = await asyncio.to_thread(self._folder.put_bytes, content)
            name = file_name(say("fix.pictures_file", number=fix.number))
            shown = SendStored(sha256, name, _caption(say, fix, title, found), photo=True)
        await self._runner.deliver(job.params["chat"], shown, lambda desk: desk.jobs.done(job.id))

    def _wanted(self, desk: StoreDesk, job: Job) -> Wanted:
        found = desk.visits.assessment(job.subject)
        if found is None:
            raise ChildFailed(job.subject)
        say = words(self._language(desk, job.params["chat"]))
        count = sum(not lifted(fix) for fix in desk.fixes.of_assessment(found.id))
        facts = {"studio": found.studio_name, "period": found.visit.period}
        caption = say(
            "fix.notice_caption", count=count, **{name: escape(text) for name, text in facts.items()}
        )
        return Wanted(found.visit.id, file_name(say("fix.notice_file", **facts)), caption)

    async def _render(self, visit: str) -> bytes:
        return await self._export("rectification", visit)

    def _compared(self, desk: StoreDesk, job: Job) -> tuple[Words, Fix, str, Compared]:
        fix = desk.fixes.get(job.subject)
        found = desk.visits.assessment(fix.assessment) if fix else None
        if fix is None or found is None:
            raise ChildFailed(job.subject)
        say = words(self._language(desk, job.params["chat"]))
        item = rubric_of(desk, found).item(fix.item)
        title = title_of(item.title, item.title_en, say) if item else ""
        return say, fix, title, side_by_side.compared(desk, fix)

    def _picture(self, sha256: str) -> bytes:
        # What came in lies in another folder than what is made.
        return Stored(self._settings.media_dir).path(sha256).read_bytes()


def _caption(say: Words, fix: Fix, title: str, found: Compared) -> str:
    lines = [say("fix.pictures_caption", number=fix.number, item=fix.item, title=title)]
    before, after = (max(0, len(each) - PAIRS) for each in (found.before, found.after))
    if before or after:
        lines.append(say("fix.pictures_more", before=before, after=after))
    return "\n".join(lines)
