"""The real program in this process, talking HTTP to the stand-in; started, stopped and started again on one folder.

What a person does is in `tests.kit.chat`; here are the installation around it, its clock and the people in it.
"""

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import SecretStr

from bot.changes import AddStudio, Change, Invite, Moment, make
from bot.clock import SteppedClock, to_ms
from bot.entities import Invitation, Role, Scope, Studio
from bot.ports import Job, JobKind
from bot.reports import rectification, score_sheet
from bot.sandbox import StandIn
from bot.settings import Settings
from bot.store import StoreDesk
from bot.tg.seconds import Seconds
from bot.wiring.export_child import make as make_export
from bot.wiring.export_jobs import Asked
from bot.wiring.job_loop import JobLoop
from bot.wiring.program import Program as Running
from bot.wiring.reading import by_child, unrefused
from rubrics import files
from rubrics.model import Rubric
from tests.kit.aiogram_check import Judges
from tests.kit.chat import Chat
from tests.kit.installed import installed
from tests.kit.waiting import PATIENCE

T = TypeVar("T")
START = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
"""A Monday, ten o'clock in Shanghai: the year 2025 and its December are over."""
EVERYWHERE = Scope(kind="all")
LONGEST_LOOK = 0.02
"""Seconds between two looks at a program that is busy for long: what looks takes from what works."""
KINDS: Final[tuple[JobKind, ...]] = (
    "fetch", "sheet", "draft", "draft_file", "notice", "compare", "upload", "export"
)  # fmt: skip
"""Work of the background that scripts wait for."""
TRANSPORT = frozenset(
    {"inbox", "outbox", "sessions", "cards", "parked_chats", "reminders", "alembic_version"}
)
"""Tables that say what was received, sent and shown; all others say what is so."""


class NoWaiting:
    """Time for the sender: whoever waits finds that it has passed."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        """Seconds since the start."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Let them have passed."""
        self._now += seconds
        await asyncio.sleep(0)


def studio(name: str = "张建国工作室", unit: str = "一矿", number: int = 1, **types: str) -> Studio:
    """A studio; `tongliao` names its type in that rubric."""
    kinds = {"tongliao-2020": types.get("tongliao", "skills")}
    return Studio(id=f"studio{number:07d}", name=name, unit=unit, leader=name[:3], types=kinds)


def _in_process(module: str, given: Sequence[str], data: bytes, seconds: float) -> dict[str, Any]:
    """Ask the reader itself and no child; what it says is plain values all the same."""
    assert seconds > 0
    return unrefused(json.loads(json.dumps(import_module(module).answer(data, *given))))


class Program:
    """One installation with its own stand-in for Telegram."""

    def __init__(self, folder: Path, judges: Judges) -> None:
        self.folder = folder
        self.clock = SteppedClock(START)
        self.standin = StandIn(now=lambda: START, check=judges, seed=7)
        self.judges = judges
        self.running: Running | None = None
        self.patient = True
        """Acts wait for files that are being fetched and sheets that are being drawn."""
        self.child = False
        """Sheets are drawn and files read by processes of their own, as in real life; it costs a second each."""
        self.seconds: Seconds = NoWaiting()
        """How the sender waits between tries."""

    # -- the program ------------------------------------------------------------------------------

    async def open(self) -> None:
        """Start the stand-in and the program."""
        await self.standin.start()
        await self.start()

    async def close(self) -> None:
        """Stop both."""
        await self.stop()
        await self.standin.close()

    async def start(self) -> None:
        """Start the program on its folder; returns when it has taken up what was left."""
        settings = Settings(
            token=SecretStr(self.standin.token),
            api_base=self.standin.api_base,
            data_dir=self.folder,
            _env_file=None,
        )
        installed(self.folder / "scorewalk.db", START)
        before = self.standin.bot.updates._poll
        self.running = await Running(settings, clock=self.clock, pace=False).__aenter__()
        self.running.sender._seconds = self.seconds
        if not self.child:
            self.running.sheets._render = self._draw  # type: ignore[method-assign]
            self.running.papers._render = self._notice  # type: ignore[method-assign]
            self.running.exports._made = self._export  # type: ignore[method-assign]
            self.running.drafts.reader = self.running.uploads.reader = _in_process
        async with asyncio.timeout(PATIENCE):
            while self.standin.bot.updates._poll in {None, before}:  # noqa: ASYNC110 - nobody is told of a poll
                await asyncio.sleep(0.001)
        await self.settle()

    async def stop(self) -> None:
        """Stop the program as a signal would."""
        if self.running:
            await self.running.stop()
            self.running = None

    async def restart(self) -> None:
        """Stop and start again."""
        await self.stop()
        await self.start()

    async def settle(self) -> None:
        """Wait until nothing is left to do: every update taken, every turn done, every call made and marked."""
        if self.running is None:
            return
        pause = 0.001
        async with asyncio.timeout(PATIENCE):
            while await self._busy(self.running):
                await asyncio.sleep(pause)
                pause = min(pause * 1.5, LONGEST_LOOK)

    async def _busy(self, running: Running) -> bool:
        await running.runner.drain()
        await running.sender.drained()
        # Asked on the writer's thread: what it committed before is known here when it answers.
        jobs = await running.store.write(self._jobs)
        return bool(jobs or len(self.standin.bot.updates) or running.runner._running or running.sender._tasks)

    def _jobs(self, desk: StoreDesk) -> bool:
        now = to_ms(self.clock.now())
        return self.patient and any(desk.jobs.due(kind, now, 1) for kind in KINDS)

    async def _draw(self, visit: str) -> bytes:
        def draw(desk: StoreDesk) -> bytes:
            found = desk.visits.of_visit(visit)
            assert found
            return score_sheet.render(desk, found, self.paper)

        return await self.read(draw)

    async def _notice(self, visit: str) -> bytes:
        def write(desk: StoreDesk) -> bytes:
            found = desk.visits.of_visit(visit)
            assert found
            return rectification.render(desk, found, self.paper)

        return await self.read(write)

    async def _export(self, job: Job, asked: Asked, into: Path) -> dict[str, Any]:
        running = self.running
        assert running
        return await asyncio.to_thread(make_export, running.exports.told(asked, into), running.settings)

    def with_children(self) -> None:
        """From here on exports are made, and files read, by processes of their own."""
        assert self.running
        vars(self.running.exports).pop("_made", None)
        self.running.drafts.reader = self.running.uploads.reader = by_child

    @property
    def paper(self) -> score_sheet.Paper:
        """What every sheet of this installation has in common."""
        running = self.running
        assert running
        return score_sheet.Paper(
            running.settings.zone, lambda sha256: running.folder.path(sha256).read_bytes()
        )

    def pass_time(self, **span: float) -> None:
        """Let time pass for the program and for Telegram."""
        self.clock.move(timedelta(**span))
        self.standin.advance(timedelta(**span).total_seconds())

    async def deliver(self, raw: dict[str, Any], *, poison: bool = False) -> None:
        """Let Telegram deliver an update that no phone of ours can make; `poison`: one that is against the Bot API."""
        number = self.standin.poison(raw)
        if poison:
            self.judges.poisoned.add(number)
        await self.settle()

    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Go on while files are on their way."""
        self.patient = False
        yield
        self.patient = True

    @asynccontextmanager
    async def held(self, loop: JobLoop) -> AsyncIterator[None]:
        """Let work of the background wait, and nobody wait for it, until the end of this."""
        with self.impatient():
            async with AsyncExitStack() as stack:
                for lane in loop._lanes:
                    await stack.enter_async_context(lane.alone)
                yield
            loop.wake()

    # -- its data ---------------------------------------------------------------------------------

    async def make(self, *changes: Change, by: str | None = None) -> None:
        """Make changes as the command line does, or as a person (by name)."""

        def apply(desk: StoreDesk) -> None:
            now = to_ms(self.clock.now())
            person = self._id(by) if by else None
            actor = desk.people.get(person, now) if person else None
            for change in changes:
                make(desk, change, Moment(now, actor, self.clock.new_id))

        await self._store.write(apply)

    async def join(self, assessment: str, name: str) -> None:
        """Make a person a member of an assessment."""
        person, now = self._id(name), to_ms(self.clock.now())
        await self._store.write(lambda desk: desk.visits.join(assessment, person, now))

    async def read(self, work: Callable[[StoreDesk], T]) -> T:
        """Look into the store."""
        return await self._store.read(work)

    async def publish(self, *paths: Path) -> None:
        """Put rubrics of the tests' own on the shelf, beside those that are shipped."""
        for path in paths:
            loaded = files.load(path)
            assert loaded.rubric, loaded.problems
            publish = partial(self._published, loaded.rubric, loaded.text, loaded.sha256)
            await self._store.write(publish)

    def _published(self, rubric: Rubric, text: str, sha256: str, desk: StoreDesk) -> None:
        desk.library.publish(rubric, text, sha256, to_ms(self.clock.now()))

    @property
    def _store(self) -> Any:
        assert self.running
        return self.running.store

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Look into the database file itself."""
        with closing(sqlite3.connect(self.folder / "scorewalk.db")) as raw:
            return raw.execute(sql).fetchall()

    def change(self, sql: str) -> None:
        """Change the database file itself, as nobody should: the program must be stopped."""
        with closing(sqlite3.connect(self.folder / "scorewalk.db")) as raw, raw:
            raw.execute(sql)

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that is so: all tables but those of the transport."""
        with closing(sqlite3.connect(self.folder / "scorewalk.db")) as raw:
            names = [
                name
                for (name,) in raw.execute("select name from sqlite_master where type = 'table'")
                if name not in TRANSPORT and not name.startswith("sqlite_")
            ]
            return {
                name: sorted(raw.execute(f"select * from {name}"), key=repr)  # noqa: S608 - names from the database
                for name in names
            }

    def _id(self, name: str) -> str:
        ((person,),) = self.rows(f"select id from persons where name = '{name}'")  # noqa: S608 - names of ours
        return str(person)

    # -- people -----------------------------------------------------------------------------------

    async def add(self, *studios: Studio) -> None:
        """Put studios on the list."""
        await self.make(*(AddStudio(studio=each) for each in studios))

    async def revoke(self, name: str) -> None:
        """End every grant of a person now."""
        person, now = self._id(name), to_ms(self.clock.now())

        def end(desk: StoreDesk) -> None:
            found = desk.people.get(person, now)
            for grant in found.grants if found else ():
                desk.people.revoke(grant.id, now)

        await self._store.write(end)

    async def invite(
        self, name: str, role: Role, scope: Scope = EVERYWHERE, *, days: float = 7, person: str | None = None
    ) -> str:
        """Make an invitation link, also for a person (by name) who is known; returns what its START button says."""
        secret = self.clock.secret()
        expires = to_ms(self.clock.now() + timedelta(days=days))
        digest = hashlib.sha256(secret.encode()).hexdigest()
        meant = Invitation(
            digest=digest,
            name=name,
            unit="一矿",
            role=role,
            scope=scope,
            person=self._id(person) if person else None,
            expires=expires,
        )
        await self.make(Invite(invitation=meant))
        return secret

    async def person(
        self, name: str, role: Role = "assessor", scope: Scope = EVERYWHERE, language: str = "zh-hans"
    ) -> Chat:
        """A person who has joined by a link."""
        secret = await self.invite(name, role, scope)
        chat = self.stranger(name, language)
        await chat.start(secret)
        return chat

    def stranger(self, name: str, language: str = "zh-hans") -> Chat:
        """A person whom nobody has invited."""
        return Chat(self.standin.phone(name, language), self.settle)
