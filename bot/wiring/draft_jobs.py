"""Documents on their way to drafts, and drafts on their way out as files: two kinds of jobs, one at a time.

A document is read by a child with limits (`drafts`), a corrected draft by a thread. A job lies in the database until
what it made lies there too; killed in between, it is done again. It must not know what a draft looks like.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import ClassVar, Final

from bot.changes import Change, FailDraft, OpenDraft
from bot.entities import Draft, DraftCounts, DraftQuestion
from bot.flows.outputs import SendStored
from bot.flows.rubrics.handed import Handed, handed, listed
from bot.ports import Job, JobKind
from bot.problems import Refusal
from bot.wiring import drafts
from bot.wiring.job_loop import JobLoop
from bot.wiring.reading import Reader, by_child
from rubrics import files
from rubrics.draft import questions
from rubrics.draft.reader import Draft as Made
from rubrics.problems import Refused, problem

PATIENCE_SECONDS: Final = 30.0
"""A document that a busy machine has not read by then is refused; its processor time is limited anyway."""


class DraftJobs(JobLoop):
    """The loop in the background."""

    kinds: ClassVar[tuple[JobKind, ...]] = ("draft", "draft_file")
    tries: ClassVar[int] = 5
    longest_pause: ClassVar[int] = 60_000
    reader: Reader = staticmethod(by_child)
    """Who opens a file."""

    async def _serve(self, job: Job) -> None:
        await (self._read(job) if job.kind == "draft" else self._hand_out(job))

    # -- reading ----------------------------------------------------------------------------------

    async def _read(self, job: Job) -> None:
        found = await self._store.read(lambda desk: desk.drafts.get(job.subject))
        if found is None or found.state != "waiting":
            await self._close(job)
            return
        try:
            change: Change = await self._opened(found)
        except Refused as refused:
            change = _failed(found.id, refused.problem.code, refused.problem.params)
        try:
            await self._runner.settle(change, lambda desk: desk.jobs.done(job.id))
        except Refusal as refusal:
            # It was given up, or what it was to correct was published, while it was being read.
            await self._refused(job, found, refusal)

    async def _refused(self, job: Job, found: Draft, refusal: Refusal) -> None:
        now = await self._store.read(lambda desk: desk.drafts.get(found.id))
        if now is None or now.state != "waiting":
            await self._close(job)
            return
        change = _failed(found.id, refusal.code, refusal.params)
        await self._runner.settle(change, lambda desk: desk.jobs.done(job.id))

    async def _opened(self, found: Draft) -> Change:
        data = await self._document(found)
        digest = await asyncio.to_thread(self._folder.put_bytes, data)
        if found.kind == "yaml":
            return await self._corrected(found, data, digest)
        made, asked = await asyncio.to_thread(_draft, data, found, self.reader)
        return OpenDraft(
            draft=found.id,
            sha256=digest,
            text=made.text,
            questions=tuple(DraftQuestion.model_validate(questions.to_json(each)) for each in asked),
            counts=DraftCounts(sections=made.sections, items=made.items, rules=made.rules, bonus=made.bonus),
        )

    async def _document(self, found: Draft) -> bytes:
        if found.kind == "text":
            return found.pasted.encode("utf-8", "replace")
        return await asyncio.to_thread(self._folder.read, found.sha256 or "")

    async def _corrected(self, found: Draft, data: bytes, digest: str) -> Change:
        loaded = await asyncio.to_thread(_loaded, data, found.name)
        rubric = loaded.rubric
        if rubric is None:
            errors = tuple(each for each in loaded.problems if each.severity == "error")
            plain, spoken = await self._store.read(lambda desk: listed(desk, found, errors, self._now()))
            listing = await asyncio.to_thread(self._folder.put_bytes, plain.encode())
            return FailDraft(
                draft=found.id,
                code="yaml_wrong",
                params={"count": len(errors)},
                lines=spoken,
                listing=listing,
            )
        counts = DraftCounts(
            sections=len(rubric.sections),
            items=len(rubric.items),
            rules=sum(len(item.rules) for item in rubric.items),
            bonus=len(rubric.bonus_items),
        )
        return OpenDraft(draft=found.id, sha256=digest, text=loaded.text, counts=counts)

    # -- handing out ------------------------------------------------------------------------------

    async def _hand_out(self, job: Job) -> None:
        chat = job.params["chat"]
        found: Handed | None = await self._store.read(
            lambda desk: handed(desk, job.subject, chat, self._now())
        )
        if found is None:
            await self._close(job)
            return
        digest = await asyncio.to_thread(self._folder.put_bytes, found.text.encode())
        document = SendStored(sha256=digest, name=found.name, caption=found.caption)
        await self._runner.deliver(chat, document, lambda desk: desk.jobs.done(job.id))

    # -- what goes wrong --------------------------------------------------------------------------

    async def _give_up(self, job: Job, error: str) -> None:
        change = _failed(job.subject, "draft_failed", {})
        try:
            if job.kind != "draft":
                raise Refusal("draft_gone")  # noqa: TRY301 - nobody waits on a page for a file
            await self._runner.settle(change, lambda desk: desk.jobs.failed(job.id, error))
        except Refusal:
            await self._store.write(lambda desk: desk.jobs.failed(job.id, error))


def _failed(draft: str, code: str, params: Mapping[str, object]) -> FailDraft:
    return FailDraft(draft=draft, code=code, params=dict(params))


def _draft(data: bytes, found: Draft, reader: Reader) -> tuple[Made, tuple[questions.Question, ...]]:
    """Read a document in a child and work out what is to be asked."""
    made = drafts.read(
        data, found.name or "pasted.txt", found.rubric, seconds=PATIENCE_SECONDS, reader=reader
    )
    return made, questions.questions(made.text, made.findings)


def _loaded(data: bytes, name: str) -> files.Loaded:
    """Read a corrected draft."""
    try:
        return files.loads(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise Refused(problem("file_not_utf8")) from error
