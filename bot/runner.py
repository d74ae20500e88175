"""From the inbox to the outbox: one transaction an input, in order within a chat.

The store's writer thread runs the turns in the order in which they are handed over, so order within a chat is the
order of `take`. The runner knows no SQL and no Telegram: reading updates and writing calls are handed in.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.changes import Change, Moment, make
from bot.clock import Clock, to_ms
from bot.flows.engine import World, turn
from bot.flows.inputs import AnyInput, Membership
from bot.flows.outputs import Output, Say
from bot.flows.settled import told
from bot.ports import Call, Desk, Queued, Received, Unavailable, Writer
from bot.texts import words

log = logging.getLogger(__name__)

PAUSE: Final = 5
"""Seconds before a full or failing disk is tried again: nothing is parked or lost for it."""

TRIES: Final = 3
"""An update that fails so often is put aside; it never blocks its chat."""

T = TypeVar("T")
Read = Callable[[str, int], AnyInput | None]
"""The raw text of an update and when it was received (ms)."""
Calls = Callable[[int, Sequence[Output], int], list[Call]]


class TurnFailed(Exception):
    """A turn raised; everything it did is rolled back."""

    def __init__(self, row: int) -> None:
        """Name the row that failed, which need not be the row that was handed over."""
        super().__init__(row)
        self.row = row


@dataclass(frozen=True, slots=True)
class Done:
    """What a turn leads to once it is committed."""

    queued: Sequence[Queued] = ()
    back: int | None = None
    """A chat whose person came back."""
    jobs: bool = False
    """It asked for work in the background."""


class Runner:
    """Turns waiting inbox rows into effects."""

    def __init__(  # noqa: PLR0913 - each part that is handed in by its name
        self,
        *,
        store: Writer,
        clock: Clock,
        world: World,
        read: Read,
        calls: Calls,
        push: Callable[[Sequence[Queued]], None],
        wake_jobs: Callable[[], None],
        wake_chat: Callable[[int], None] = lambda _chat: None,
    ) -> None:
        """Take what a turn needs, and who is told when it is committed."""
        self._store = store
        self._clock = clock
        self._world = world
        self._read = read
        self._calls = calls
        self._push = push
        self._wake_jobs = wake_jobs
        self._wake_chat = wake_chat
        self._running: set[asyncio.Task[None]] = set()
        self._starting = False

    # -- rows -------------------------------------------------------------------------------------

    def take(self, rows: Sequence[int]) -> None:
        """Start a turn for each new row, in the order given; they are committed together where they wait together."""
        for row in rows:
            task = asyncio.get_running_loop().create_task(self._run(row))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def backlog(self) -> list[int]:
        """Do what was found in the inbox at start, one by one, each try counted before it begins.

        To be awaited before the sender starts, which begins with what this leaves in the outbox: a program that dies
        here then died of the update in hand, not beside it, and no innocent update is put aside for it. Returns the
        chats whose people came back.
        """
        self._starting = True
        try:
            waiting = await self._store.write(lambda desk: desk.inbox.backlog())
            found = [await self._begin(row) for row in waiting]
        finally:
            self._starting = False
        return [done.back for done in found if done.back is not None]

    async def _begin(self, row: int) -> Done:
        attempts = await self._store.write(lambda desk: desk.inbox.begin(row))
        if attempts <= TRIES:
            return await self._turn(row)
        await self._park(row, "killed the program while it was handled")
        return Done()

    async def drain(self) -> None:
        """Wait until everything that was taken is done."""
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _run(self, row: int) -> None:
        done = await self._turn(row)
        self._after(done.queued, jobs=done.jobs)
        if done.back is not None:
            self._wake_chat(done.back)

    async def _turn(self, row: int) -> Done:
        """Do the oldest update of a row's chat, so that one that failed is not overtaken by later ones."""
        while True:
            try:
                return await self._store.write(lambda desk: self.turn(desk, row))
            except TurnFailed as failed:
                await self._count(failed)
            except Unavailable:
                log.exception("the database cannot be written; trying again in %d s", PAUSE)
                await asyncio.sleep(PAUSE)

    async def _count(self, failed: TurnFailed) -> None:
        """Count a turn that failed by our own mistake; one that fails always is put aside."""
        cause = failed.__cause__ or failed
        try:
            if await self._failed(failed.row, cause) >= TRIES:
                await self._park(failed.row, repr(cause))
        except Unavailable:
            await asyncio.sleep(PAUSE)

    async def _failed(self, row: int, error: BaseException) -> int:
        attempts: int = await self._store.write(lambda desk: desk.inbox.failed(row, repr(error)))
        log.warning("update in row %d failed, try %d of %d: %r", row, attempts, TRIES, error)
        return attempts

    async def _park(self, row: int, why: str) -> None:
        """Put an update aside with its raw text, and tell the person that it did nothing."""

        def aside(desk: Desk) -> list[Queued]:
            received = desk.inbox.read(row)
            now = to_ms(self._clock.now())
            if not desk.inbox.park(row, why, now):
                # Several turns of a chat fail at its oldest update together: it is put aside, and told of, once.
                return []
            log.error("update in row %d is put aside: %s", row, why)
            if received is None or received.chat <= 0:
                return []
            language = self._world.language
            known = desk.people.by_account(received.chat, now)
            say = words(known.language if known else language)
            return self._queue(desk, received.chat, [Say(say("problem.failed"))], now) if known else []

        self._after(await self._store.write(aside))

    # -- one turn ---------------------------------------------------------------------------------

    def turn(self, desk: Desk, row: int) -> Done:
        """Do the oldest update of a row's chat inside the transaction that is open; nothing is sent here."""
        received = desk.inbox.claim(row)
        if received is None:
            return Done()
        try:
            return self._do(desk, received)
        except Exception as error:
            raise TurnFailed(received.id) from error

    def _do(self, desk: Desk, received: Received) -> Done:
        now = to_ms(self._clock.now())
        given = self._read(received.raw, received.received)
        done = Done()
        if isinstance(given, Membership):
            # A blocked chat's calls fail with 403 and are held back by the sender; here only the way back is known.
            done = Done(back=None if given.blocked else given.chat)
        elif given is not None:
            queued = self._queue(desk, given.chat, turn(desk, self._world, given, now), now)
            done = Done(queued, jobs=desk.jobs.asked)
        desk.inbox.done(received.id, now)
        return done

    def _queue(self, desk: Desk, chat: int, outputs: Sequence[Output], now: int) -> list[Queued]:
        return [desk.outbox.add(call, now) for call in self._calls(chat, outputs, now)]

    def _after(self, queued: Sequence[Queued], *, jobs: bool = True) -> None:
        if self._starting:
            return
        if queued:
            self._push(queued)
        if jobs:
            self._wake_jobs()

    # -- the program's own changes ----------------------------------------------------------------

    async def settle(self, change: Change, finish: Callable[[Desk], object] | None = None) -> None:
        """Make a change of the program itself and tell those whom it concerns; `finish` closes its job with it."""

        def apply(desk: Desk) -> list[Queued]:
            if finish:
                finish(desk)
            now = to_ms(self._clock.now())
            make(desk, change, Moment(now, None, self._clock.new_id))
            return [
                queued
                for chat, outputs in told(desk, self._world, change, now)
                for queued in self._queue(desk, chat, outputs, now)
            ]

        self._after(await self._store.write(apply))

    async def deliver(
        self, chat: int, what: Output | Sequence[Output], finish: Callable[[Desk], object]
    ) -> None:
        """Queue what a job made for a chat in the transaction that closes the job."""
        outputs = what if isinstance(what, Sequence) else (what,)

        def apply(desk: Desk) -> list[Queued]:
            finish(desk)
            return self._queue(desk, chat, outputs, to_ms(self._clock.now()))

        self._after(await self._store.write(apply))
