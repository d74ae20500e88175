"""Small adapters between two parts that do not know each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from bot.changes import Change, FailDraft, FailUpload, SettleFile, StoreDocument, StoreUpload
from bot.clock import Clock, to_ms
from bot.entities import Draft, FileRef, Upload
from bot.flows.menu import COMMANDS
from bot.media.fetcher import Wanted
from bot.ports import Desk, RawUpdate
from bot.problems import Refusal
from bot.runner import Runner
from bot.settings import Settings
from bot.store import Store, StoreDesk
from bot.texts import TEXTS, words

_STRANGERS_SEE: Final = ("start", "help")


def milliseconds(clock: Clock) -> Callable[[], int]:
    """Return the clock as the parts ask it: stored time, ms."""
    return lambda: to_ms(clock.now())


class Storing:
    """The store as intake, sender and fetcher see it."""

    def __init__(self, store: Store) -> None:
        """Write through the store."""
        self._store = store

    async def persist(self, updates: Sequence[RawUpdate]) -> Sequence[int]:
        """Commit updates; returns the rows that are new."""
        return await self._store.write(lambda desk: desk.inbox.receive(updates))

    async def outbox(self, work: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - whatever the function returns
        """Run a function of the outbox in a transaction."""
        return await self._store.write(lambda desk: work(desk.outbox))

    async def message_of(self, card: str) -> int | None:
        """Return the message that a card became."""
        found = await self._store.read(lambda desk: desk.cards.get(card))
        return found.message if found else None


class FetchJobs:
    """Files to be fetched, and what becomes of them; a file is settled in the transaction that ends its job."""

    def __init__(self, store: Store, runner: Runner) -> None:
        """Read from the store; settle through the runner, so that people are told."""
        self._store = store
        self._runner = runner

    async def due(self, now: int, limit: int) -> Sequence[Wanted]:
        """Return what is to be fetched now."""

        def wanted(desk: StoreDesk) -> list[Wanted]:
            return [
                Wanted(job.id, job.subject, file.file_id, job.attempts)
                for job in desk.jobs.due("fetch", now, limit)
                if (file := _wanted_file(desk, job.subject)) is not None
            ]

        return await self._store.read(wanted)

    async def stored(self, wanted: Wanted, sha256: str, size: int) -> None:
        """Mark a file as stored; a document or workbook is read next."""
        change: Change = SettleFile(file=wanted.file, state="stored", sha256=sha256, size=size)
        found = await self._wanted(wanted)
        if isinstance(found, Draft):
            change = StoreDocument(draft=wanted.file, sha256=sha256, size=size)
        if isinstance(found, Upload):
            change = StoreUpload(upload=wanted.file, sha256=sha256, size=size)
        await self._settle(wanted, change, lambda desk: desk.jobs.done(wanted.job))

    async def lost(self, wanted: Wanted, failure: str) -> None:
        """Mark a file as one that cannot be had."""
        change: Change = SettleFile(file=wanted.file, state="failed", failure=failure)
        found = await self._wanted(wanted)
        if isinstance(found, Draft):
            change = FailDraft(draft=wanted.file, code=failure)
        if isinstance(found, Upload):
            change = FailUpload(upload=wanted.file, code=failure)
        await self._settle(wanted, change, lambda desk: desk.jobs.failed(wanted.job, failure))

    async def _wanted(self, wanted: Wanted) -> FileRef | Draft | Upload | None:
        return await self._store.read(lambda desk: _wanted_file(desk, wanted.file))

    async def _settle(self, wanted: Wanted, change: Change, finish: Callable[[Desk], object]) -> None:
        try:
            await self._runner.settle(change, finish)
        except Refusal:
            # The draft or the upload was given up while its file was on its way.
            await self._store.write(lambda desk: desk.jobs.done(wanted.job))

    async def later(self, wanted: Wanted, not_before: int, error: str) -> None:
        """Put a job off."""
        await self._store.write(lambda desk: desk.jobs.retry(wanted.job, not_before, error))


def _wanted_file(desk: StoreDesk, subject: str) -> FileRef | Draft | Upload | None:
    """Return what a job is to fetch: evidence, a file of a studio, a document, or a workbook."""
    found = desk.files.file(subject) or desk.proofs.file(subject)
    return found or desk.drafts.get(subject) or desk.uploads.get(subject)


def menus(settings: Settings) -> dict[str, list[tuple[str, str]]]:
    """Return the commands that people without a menu of their own see, by Telegram's language code."""
    shown = {"": settings.language, "zh": "zh-CN", "en": "en"}
    return {
        code: [(name, words(language)(f"command.{name}")) for name in COMMANDS if name in _STRANGERS_SEE]
        for code, language in shown.items()
        if language in TEXTS or code == ""
    }


def make_folder(path: Path) -> None:
    """Make the data folder, for its owner alone."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
