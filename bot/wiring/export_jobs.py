"""Exports on their way to the chats that asked for them: made in a child and told how far they are.

What holds photos and files, or something of every studio, takes minutes: it is made on a lane of its own, so that
nobody waits for it with a sheet. On each lane one is made at a time, and whoever was served longest ago comes first.
The right to have it is asked for again before it is made. A job lies in the database until its files lie in the outbox;
killed in between, it is done again. One that is called off is gone from the database: then the child is ended, and what
it made is deleted and not sent. It must not know what an export looks like.
"""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar, Final

from bot.changes.cancel_export import MOST, being_made
from bot.entities import Scope
from bot.flows.export import face
from bot.flows.export.filled import FilledBy, filled_by
from bot.flows.export.kinds import large
from bot.flows.export.order import Order
from bot.flows.export.reading import may_have
from bot.flows.html import escape
from bot.flows.outputs import Face, Output, Redraw, SendStored
from bot.flows.refusals import spoken
from bot.media.folder import Folder
from bot.ports import Desk, Job, JobKind
from bot.problems import Named, Refusal
from bot.runner import Runner
from bot.settings import Settings
from bot.store import Store, StoreDesk
from bot.texts import Words, words
from bot.wiring.child import MOST_ERROR, ChildFailed, child_environment, file_name
from bot.wiring.job_loop import JobLoop

LOG: Final = logging.getLogger(__name__)

LARGEST: Final = 49_000_000
"""Bytes of a file that a bot may send through the public API, with some to spare; what is larger is split."""
PATIENCE_SECONDS: Final = 1200.0
"""A child that takes longer is ended."""
EDIT_SECONDS: Final = 3.0
"""Between two edits of the message that says how far it is."""
WATCH_SECONDS: Final = 1.0
"""Between two looks whether an export was called off."""
MAKING: Final = "making"
"""Folder in the data folder in which files grow; what a killed program left there is removed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An order that may be made, for whom, and what it is called."""

    order: Order
    scopes: tuple[Scope, ...]
    by: FilledBy
    say: Words
    title: str


class CalledOff(Exception):
    """Nobody waits for this export any more."""


class ExportJobs(JobLoop):
    """The loop in the background."""

    kinds: ClassVar[tuple[JobKind, ...]] = ("export",)
    tries: ClassVar[int] = 4
    lanes: ClassVar[int] = 2
    largest: int = LARGEST

    def __init__(
        self, store: Store, runner: Runner, folder: Folder, settings: Settings, now: Callable[[], int]
    ) -> None:
        """As its parent; the folder in which files grow is made anew."""
        super().__init__(store, runner, folder, settings, now)
        self._making = settings.data_dir / MAKING
        shutil.rmtree(self._making, ignore_errors=True)
        self._handing_over = asyncio.Lock()
        self._served: dict[int, int] = {}
        """Chat -> the place of its last export among all that were begun."""

    def _due(self, desk: StoreDesk, lane: int) -> Job | None:
        """Return the export whose chat waits longest for its turn; of one chat, that which is due longest."""
        due = desk.jobs.due("export", self._now(), MOST)
        mine = [job for job in due if large(Order.model_validate(job.params["order"])) == lane]
        return min(mine, key=lambda job: self._served.get(job.params["chat"], 0), default=None)

    async def _serve(self, job: Job) -> None:
        self._served[job.params["chat"]] = max(self._served.values(), default=0) + 1
        asked = await self._store.read(lambda desk: self._asked(desk, job))
        if isinstance(asked, Face):
            await self._finish(job, Redraw(job.params["card"], asked))
            return
        self._making.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._making) as into:
            try:
                told = await self._watched(job, asked, Path(into))
                # One after the other: a file that is taken away again must not be another's too.
                async with self._handing_over:
                    await self._sent(job, asked, told)
            except CalledOff:
                LOG.info("the export %s was called off", job.params["order"])

    async def _watched(self, job: Job, asked: Asked, into: Path) -> dict[str, Any]:
        """Let the files be made, and stop that where somebody calls it off."""
        making = asyncio.ensure_future(self._made(job, asked, into))
        try:
            while not (await asyncio.wait({making}, timeout=WATCH_SECONDS))[0]:
                await self._store.read(lambda desk: _wanted(desk, job))
        finally:
            if not making.done():
                making.cancel()
                await asyncio.wait({making})
        return making.result()

    async def _sent(self, job: Job, asked: Asked, told: dict[str, Any]) -> None:
        """Send what was made, or say why nothing was; files of one that was called off meanwhile go again."""
        if "refused" in told:
            why = spoken(asked.say, told["refused"]["code"], _params(told["refused"]["params"]), html=True)
            await self._finish(job, Redraw(job.params["card"], face.refused(asked.title, why)))
            return
        kept = [await asyncio.to_thread(self._kept, each) for each in told["made"]]
        files = [each for each, _ in kept]
        done = Redraw(job.params["card"], face.finished(asked.title, asked.say, len(files)))
        try:
            await self._finish(job, done, *files)
        except CalledOff:
            for each in (each for each, new in kept if new):
                await asyncio.to_thread(self._folder.remove, each.sha256)
            raise

    async def _finish(self, job: Job, *outputs: Output) -> None:
        def finish(desk: Desk) -> None:
            _wanted(desk, job)
            desk.jobs.done(job.id)

        await self._runner.deliver(job.params["chat"], outputs, finish)

    def _asked(self, desk: StoreDesk, job: Job) -> Asked | Face:
        """Return the order if the person may have it now, else what its message says instead."""
        order = Order.model_validate(job.params["order"])
        person = desk.people.by_account(job.params["chat"], self._now())
        say = words(person.language if person else order.language)
        title = face.about(desk, order, say)
        if person is None:
            return face.refused(title, spoken(say, "not_yours", {}, html=True))
        try:
            _, scopes = may_have(desk, person, order)
        except Refusal as refusal:
            return face.refused(title, spoken(say, refusal.code, refusal.params, html=True))
        return Asked(order, scopes, filled_by(person), say, title)

    def _kept(self, made: dict[str, str]) -> tuple[SendStored, bool]:
        """Take a finished file in among the stored ones; says whether it is a new one."""
        path, digest = Path(made["path"]), sha256()
        grown = self._folder.temporary()
        with path.open("rb") as source, grown.open("wb") as target:
            while chunk := source.read(1 << 20):
                digest.update(chunk)
                target.write(chunk)
        name = digest.hexdigest()
        new = not self._folder.exists(name)
        self._folder.adopt(grown, name)
        return SendStored(name, file_name(made["name"]), escape(made["note"])), new

    # --- the child

    def told(self, asked: Asked, into: Path) -> dict[str, Any]:
        """Return what a child is told."""
        return {
            "order": asked.order.model_dump(mode="json"),
            "scopes": [scope.model_dump(mode="json") for scope in asked.scopes],
            "by": asked.by.model_dump(mode="json"),
            "into": str(into),
            "largest": self.largest,
            "now": self._now(),
        }

    async def _made(self, job: Job, asked: Asked, into: Path) -> dict[str, Any]:
        """Let a child make the files; what it says of its way is shown now and then."""
        wanted = self.told(asked, into)
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.wiring.export_child",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=child_environment(self._settings),
        )  # fmt: skip
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                told, said = await self._listened(child, json.dumps(wanted).encode(), job, asked)
                code = await child.wait()
        except TimeoutError as error:
            raise ChildFailed("timeout") from error
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        if code != 0 or not told:
            raise ChildFailed(code, said.decode("utf-8", "replace")[-MOST_ERROR:])
        return told

    async def _listened(
        self, child: asyncio.subprocess.Process, wanted: bytes, job: Job, asked: Asked
    ) -> tuple[dict[str, Any], bytes]:
        """Hand the child its order, and read both of its streams to the end."""
        if child.stdin is None or child.stdout is None or child.stderr is None:
            raise ChildFailed("pipes")
        child.stdin.write(wanted)
        child.stdin.close()
        errors = asyncio.ensure_future(child.stderr.read())
        told: dict[str, Any] = {}
        clock, shown = asyncio.get_running_loop().time, 0.0
        try:
            async for line in child.stdout:
                told = json.loads(line)
                if "of" in told and clock() - shown >= EDIT_SECONDS:
                    shown = clock()
                    await self._progress(job, asked, told)
            return ({} if "of" in told else told), await errors
        finally:
            errors.cancel()

    async def _progress(self, job: Job, asked: Asked, told: dict[str, int]) -> None:
        card = job.params["card"]
        shown = face.progress(asked.title, asked.say, told["done"], told["of"], card=card)
        await self._edit(job, Redraw(card, shown))

    async def _edit(self, job: Job, shown: Redraw) -> None:
        """Edit the message of an export that goes on."""
        await self._runner.deliver(job.params["chat"], (shown,), lambda desk: _wanted(desk, job))

    # --- what goes wrong

    async def _put_off(self, job: Job, error: str) -> None:
        """Say on its message that it is tried again, or that it is given up."""
        last = self.last(job)

        def said(desk: StoreDesk) -> Face:
            order = Order.model_validate(job.params["order"])
            say = words(self._language(desk, job.params["chat"]))
            why = say("export.failed" if last else "export.again")
            keys = () if last else face.cancelling(job.params["card"], say)
            return face.refused(face.about(desk, order, say), why, keys=keys)

        shown = Redraw(job.params["card"], await self._store.read(said))
        if not last:
            with suppress(CalledOff):
                await self._edit(job, shown)
                await super()._put_off(job, error)
            return
        LOG.error("the export %s could not be made, given up: %s", job.params["order"], error)
        await self._runner.deliver(job.params["chat"], (shown,), lambda desk: desk.jobs.failed(job.id, error))


def _wanted(desk: Desk, job: Job) -> None:
    """Raise where an export was called off: its job is gone."""
    if being_made(desk, job.subject) is None:
        raise CalledOff(job.subject)


def _params(found: dict[str, Any]) -> dict[str, Any]:
    """Return parameters as they were before a child wrote them: lists were tuples, names in two languages objects."""
    return {name: _param(value) for name, value in found.items()}


def _param(value: Any) -> Any:  # noqa: ANN401 - what JSON holds
    if isinstance(value, list):
        return tuple(map(_param, value))
    return Named(**value) if isinstance(value, dict) else value
