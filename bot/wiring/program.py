"""One running bot: every part built from settings, started in order and stopped in order.

It must not know signals, the command line or which Bot API server it speaks to.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, BinaryIO, Final, Self

from bot.clock import Clock, SystemClock
from bot.flows.engine import World
from bot.flows.screen import Door
from bot.media.fetcher import Fetcher
from bot.media.folder import Folder
from bot.problems import Refusal
from bot.reminders import KINDS, Keeper
from bot.runner import Runner
from bot.settings import Settings
from bot.store import Store
from bot.tg import bot as tg_bot
from bot.tg import messages, updates
from bot.tg.files import Downloads
from bot.tg.limits import NoPace
from bot.tg.receiver import Intake, Poller
from bot.tg.sender import Sender
from bot.wiring.control import Control
from bot.wiring.draft_jobs import DraftJobs
from bot.wiring.export_jobs import ExportJobs
from bot.wiring.fix_papers import FixPapers
from bot.wiring.parts import FetchJobs, Storing, make_folder, menus, milliseconds
from bot.wiring.sheets import SheetJobs
from bot.wiring.upkeep import Upkeep
from bot.wiring.upload_jobs import UploadJobs

LOG: Final = logging.getLogger(__name__)

DRAIN_SECONDS: Final = 3.0
"""How long turns that were begun, and calls on their way, may take when the program stops."""


class Program:
    """A bot that runs between entering and leaving; `ended` returns only if a part of it fails."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock | None = None,
        pace: bool = True,
        prepare: Callable[[Store], Awaitable[None]] | None = None,
    ) -> None:
        """Set up; nothing is opened yet.

        Without `pace` it speaks as fast as it can (to a stand-in without limits). `prepare` is awaited with the open
        store before anything is sent or received.
        """
        self.settings = settings
        self.clock = clock or SystemClock()
        self.username: str | None = None
        """The bot's name, once Telegram has said it."""
        self._pace = pace
        self._prepare = prepare
        self._stack = AsyncExitStack()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        if not self.settings.token.get_secret_value():
            raise Refusal("token_missing")
        try:
            await self._build()
        except BaseException:
            await self._stack.aclose()
            raise
        self._begin(self._serve(), "start")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def _build(self) -> None:
        settings, now = self.settings, milliseconds(self.clock)
        make_folder(settings.data_dir)
        self.store = await self._stack.enter_async_context(Store.open(settings.database, clock=self.clock))
        if self._prepare is not None:
            await self._prepare(self.store)
        self.folder = await asyncio.to_thread(Folder, settings.media_dir)
        self.made = await asyncio.to_thread(Folder, settings.exports_dir)
        storing = Storing(self.store)
        self.bot = tg_bot.make_bot(settings.token.get_secret_value(), settings.api_base)
        self._stack.push_async_callback(self.bot.close_connections)
        await self.bot.open()
        self.sender = Sender(
            self.bot,
            storing.outbox,
            find_card=storing.message_of,
            open_file=self._open_file,
            now=now,
            pace=None if self._pace else NoPace(),
        )
        door = Door(self.clock.secret, lambda: self.username)
        world = World(settings.zone, settings.language, self.clock.new_id, door)
        self.runner = Runner(
            store=self.store,
            clock=self.clock,
            world=world,
            read=updates.read,
            calls=messages.calls,
            push=self.sender.push,
            wake_jobs=self._wake_jobs,
            wake_chat=self.sender.wake,
        )
        self.fetcher = Fetcher(
            self.folder, FetchJobs(self.store, self.runner), Downloads(self.bot).fetch, now
        )
        self.sheets = SheetJobs(self.store, self.runner, self.made, settings, now)
        self.papers = FixPapers(self.store, self.runner, self.made, settings, now)
        self.uploads = UploadJobs(self.store, self.runner, self.folder, settings, now)
        self.exports = ExportJobs(self.store, self.runner, self.made, settings, now)
        self.drafts = DraftJobs(self.store, self.runner, self.folder, settings, now)
        self.reminders = Keeper(
            kinds=KINDS,
            store=self.store,
            clock=self.clock,
            world=world,
            calls=messages.calls,
            push=self.sender.push,
        )
        intake = Intake(self.bot.number, storing.persist, self.runner.take, now)
        self._poller = Poller(self.bot, intake)
        self.control = Control(settings, self.store, self.clock, lambda: self.username)
        await self.control.open()
        self._stack.push_async_callback(self.control.close)

    def _open_file(self, sha256: str) -> BinaryIO:
        """Open a file that is to be sent: one that was made, else one that came in."""
        return (self.made if self.made.exists(sha256) else self.folder).open(sha256)

    def _wake_jobs(self) -> None:
        self.fetcher.wake()
        self.sheets.wake()
        self.papers.wake()
        self.exports.wake()
        self.drafts.wake()
        self.uploads.wake()

    # -- running ----------------------------------------------------------------------------------

    async def _serve(self) -> None:
        """Do what was left in the inbox, then speak to Telegram: first what was left to say, then what is new."""
        back = await self.runner.backlog()
        self.username = await tg_bot.introduce(self.bot)
        LOG.info("running as @%s", self.username)
        await self._set_menus()
        await self.sender.start()
        for chat in back:
            self.sender.wake(chat)
        self._begin(self.fetcher.run(), "fetcher")
        self._begin(self.sheets.run(), "sheets")
        self._begin(self.papers.run(), "papers")
        self._begin(self.exports.run(), "exports")
        self._begin(self.drafts.run(), "drafts")
        self._begin(self.uploads.run(), "uploads")
        self._begin(self.reminders.run(), "reminders")
        self._begin(Upkeep(self.store, self.clock, self.made, self.settings.export_days).run(), "upkeep")
        await self._poller.run()

    async def _set_menus(self) -> None:
        """Set what strangers see; a bot without it works all the same."""
        setting = asyncio.ensure_future(tg_bot.set_menus(self.bot, menus(self.settings)))
        try:
            await asyncio.wait({setting})
        finally:
            setting.cancel()
        if setting.exception() is not None:
            LOG.warning("the command menu could not be set: %s", setting.exception())

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._tasks.append(asyncio.create_task(work, name=name))

    async def ended(self) -> None:
        """Return when a part has ended, which none does by itself: the program is broken and must be started anew."""
        while True:
            watched = set(self._tasks)
            done, _ = await asyncio.wait(watched, timeout=1.0, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                error = None if task.cancelled() else task.exception()
                LOG.critical("%s ended", task.get_name(), exc_info=error)
                return

    async def stop(self) -> None:
        """Take nothing more, finish what was begun, close; what is left is on disk."""
        try:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            try:
                await asyncio.wait_for(self.runner.drain(), DRAIN_SECONDS)
            except TimeoutError:
                LOG.warning("turns are left for the next start")
            await self.sender.close(DRAIN_SECONDS)
        finally:
            await self._stack.aclose()
