"""Makes the calls of the outbox: in order within a chat, chats side by side, at the pace Telegram allows.

At least once: a call whose fate is unknown is repeated. Edits and answers can be repeated without harm, and a
message that comes twice is better than one that never comes. It must not know what is said; on the way of a tap
it reads nothing from the store.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import IO, Any, Final, Protocol

from telegram.error import RetryAfter, TelegramError

from bot.ports import Call, Queued
from bot.tg.cards import CardMessages, Find
from bot.tg.lanes import ANSWER, EDIT, SEND_LIKE, Item, Lane, as_send, fields
from bot.tg.limits import FREE, Floods, NoPace, Pace, flood_seconds, pause_after
from bot.tg.marks import Marks, OutboxRows, Write
from bot.tg.request import INVALID, QUOTED, Attachment, never_sent
from bot.tg.seconds import RealSeconds, Seconds
from bot.tg.verdicts import Verdict, changed, judge

LOG = logging.getLogger(__name__)

SHORT_PAUSE: Final = 15.0
"""Longest pause, in seconds, between tries that cannot double anything."""
LONG_PAUSE: Final = 120.0
"""Longest pause between tries of a message that may have arrived each time."""

TYPES: Final = {
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Content types of what is sent; phones choose the program that opens a file by them."""


class Caller(Protocol):
    """What the sender needs of the Bot."""

    async def call(
        self, method: str, fields: Mapping[str, Any], files: Mapping[str, Attachment] | None = None
    ) -> bytes:
        """Call a method and return the reply as it came."""
        ...


class Sender:
    """All chats' calls."""

    def __init__(
        self,
        bot: Caller,
        write: Write,
        *,
        find_card: Find,
        open_file: Callable[[str], IO[bytes]],
        now: Callable[[], int],
        pace: Pace | NoPace | None = None,
        seconds: Seconds | None = None,
    ) -> None:
        """Call through `bot`, mark through `write`; `now` in ms, `open_file` by SHA-256."""
        self._bot = bot
        self._write = write
        self._open_file = open_file
        self._now = now
        self._pace = Pace() if pace is None else pace
        self._seconds = seconds or RealSeconds()
        self._marks = Marks(write)
        self._cards = CardMessages(find_card)
        self._floods = Floods()
        self._lanes: dict[int, Lane] = {}
        self._parked: dict[int, list[Queued]] = {}
        self._waking: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._calling: set[asyncio.Task[Any] | None] = set()
        self._closing = False

    async def start(self) -> None:
        """Take up what was left unsent."""
        rows, parked = await self._write(lambda outbox: (outbox.waiting(), outbox.parked_chats()))
        self._parked = {chat: [] for chat in parked}
        self.push(rows)

    def push(self, rows: Sequence[Queued]) -> None:
        """Take new rows, just committed."""
        for queued in rows:
            chat = queued.call.chat
            if queued.call.method == ANSWER:
                self._spawn(self._answer(self._item(queued)))
            elif chat in self._parked:
                # Something new for a chat that could not be reached is worth one try.
                self._parked[chat].append(queued)
                self.wake(chat)
            else:
                self._line_up(chat, self._item(queued))

    def wake(self, chat: int) -> None:
        """Send again to a chat that was parked: the person is back."""
        if chat in self._parked and chat not in self._waking:
            self._waking.add(chat)
            self._spawn(self._unpark(chat))

    async def drained(self) -> None:
        """Return when nothing is left to send now and everything is marked."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))
        await self._marks.flush()

    async def close(self, seconds: float = 5.0) -> None:
        """Let the calls on their way land, begin no other, write the marks; the rest waits in the outbox."""
        self._closing = True
        for task in self._tasks - self._calling:
            task.cancel()
        if self._tasks:
            _, late = await asyncio.wait(set(self._tasks), timeout=seconds)
            for task in late:
                task.cancel()
        await self._marks.flush()

    # --- a chat's calls, one after the other

    def _line_up(self, chat: int, item: Item) -> None:
        lane = self._lanes.get(chat)
        if lane is None:
            lane = self._lanes[chat] = Lane(chat)
            lane.add(item)
            self._spawn(self._drive(lane), partial(self._stopped, lane))
        else:
            lane.add(item)

    async def _drive(self, lane: Lane) -> None:
        while lane and not self._closing:
            item = lane.first
            wait = self._wait(lane.chat, item)
            if wait > 0:
                await self._seconds.sleep(wait)
                continue
            lane.leave()
            if self._expired(item):
                self._settle(lane, item, "expired")
                continue
            try:
                message = await self._make(item)
            except TelegramError as error:
                self._cope(lane, item, error)
            except OSError:
                LOG.exception("%s to %s: the file to send cannot be read", item.call.method, lane.chat)
                self._settle(lane, item, "file_missing")
            else:
                self._settle(lane, item, None, message)
        # Nothing is awaited after the last look at the lane, so no row can be added to one that has ended.
        self._forget(lane)

    def _stopped(self, lane: Lane, task: asyncio.Task[None]) -> None:
        if task.cancelled() or task.exception() is None:
            return
        LOG.critical("a call could not be made for a reason of ours", exc_info=task.exception())
        self._forget(lane)
        if lane.flying is not None:
            self._settle(lane, lane.flying, "internal")
        for item in lane:
            self._line_up(lane.chat, item)

    def _forget(self, lane: Lane) -> None:
        if self._lanes.get(lane.chat) is lane:
            del self._lanes[lane.chat]

    def _wait(self, chat: int, item: Item) -> float:
        """Return the seconds until an item may go, taking its places in the rates on the way."""
        now = self._seconds.now()
        wait = max(item.ready_at - now, self._floods.wait(chat, now))
        if wait <= 0 and item.call.method not in FREE:
            if not item.in_chat:
                item.in_chat = True
                wait = self._pace.in_chat(chat, now)
            if wait <= 0 and not item.in_all:
                item.in_all = True
                wait = self._pace.in_all(now)
            item.ready_at = now + wait
        return wait

    def _cope(self, lane: Lane, item: Item, error: TelegramError) -> None:
        verdict = judge(error, item.call)
        match verdict:
            case Verdict.DONE:
                self._settle(lane, item, None)
            case Verdict.REFUSED:
                LOG.error("Telegram refuses %s to %s: %s", item.call.method, lane.chat, error)
                self._settle(lane, item, error.message[:QUOTED])
            case Verdict.PARK:
                self._park(lane)
            case Verdict.RESEND | Verdict.MOVED:
                item.call = changed(item.call, error)
                item.again(self._seconds.now())
                lane.put_back()
            case Verdict.FLOOD | Verdict.LATER:
                self._put_off(item, error)
                lane.put_back()

    def _put_off(self, item: Item, error: TelegramError) -> None:
        """Set the time of the next try; written down, since a flood wait holds after a restart too."""
        now = self._seconds.now()
        if isinstance(error, RetryAfter):
            pause = flood_seconds(error)
            self._floods.impose(item.call.chat, now + pause, now)
        else:
            item.attempts += 1
            doubles = item.call.method in SEND_LIKE and not never_sent(error)
            pause = pause_after(item.attempts, longest=LONG_PAUSE if doubles else SHORT_PAUSE)
        LOG.warning(
            "%s to %s failed (%s), next try in %.0f s", item.call.method, item.call.chat, error, pause
        )
        item.again(now + pause)
        retry = partial(_retry, item.row, self._now() + int(pause * 1000), item.attempts)
        self._marks.add(retry, at_once=False)

    def _settle(self, lane: Lane, item: Item, failure: str | None, message: int | None = None) -> None:
        lane.landed()
        self._mark(item, failure, message)

    def _mark(self, item: Item, failure: str | None, message: int | None = None) -> None:
        call, now = item.call, self._now()
        mark: Callable[[OutboxRows], None]
        if failure is not None:
            mark = partial(_failed, item, failure, now)
        elif message is not None and call.card is not None:
            self._cards.remember(call.card, message)
            mark = partial(_sent_card, item, call.card, message, now)
        else:
            mark = partial(_sent, item, now)
        self._marks.add(mark, at_once=call.method in SEND_LIKE)

    # --- chats that cannot be reached

    def _park(self, lane: Lane) -> None:
        LOG.info("chat %s cannot be reached: what is for it waits", lane.chat)
        lane.clear()
        self._parked[lane.chat] = []
        now = self._now()
        self._marks.add(lambda outbox: outbox.park_chat(lane.chat, now), at_once=True)

    async def _unpark(self, chat: int) -> None:
        try:
            # First what is known of sent calls, or they would be read as unsent.
            await self._marks.flush()
            found = await self._write(lambda outbox: (outbox.wake_chat(chat), outbox.waiting())[1])
        finally:
            self._waking.discard(chat)
        held = self._parked.pop(chat, [])
        rows = {queued.id: queued for queued in (*found, *held) if queued.call.chat == chat}
        self.push([rows[row] for row in sorted(rows)])

    # --- single calls

    async def _answer(self, item: Item) -> None:
        """Answer a tap, past all lines: answers have no rate, and the phone is waiting."""
        while not self._closing:
            wait = item.ready_at - self._seconds.now()
            if wait > 0:
                await self._seconds.sleep(wait)
            if self._expired(item):
                self._mark(item, "expired")
                return
            try:
                await self._make(item)
            except TelegramError as error:
                verdict = judge(error, item.call)
                if verdict in {Verdict.LATER, Verdict.FLOOD}:
                    self._put_off(item, error)
                    continue
                self._mark(item, None if verdict is Verdict.DONE else error.message)
            else:
                self._mark(item, None)
            return

    async def _make(self, item: Item) -> int | None:
        """Make a call; returns the number of the message if it is a card from now on."""
        call = item.call
        message = None
        if call.method == EDIT and call.card is not None:
            message = await self._cards.of(call.card)
            if message is None:
                call = item.call = as_send(call)
        task = asyncio.current_task()
        self._calling.add(task)
        try:
            reply = await self._post(call, message)
        finally:
            self._calling.discard(task)
        return _message_of(reply) if call.makes_card else None

    async def _post(self, call: Call, message: int | None) -> bytes:
        if call.file is None:
            return await self._bot.call(call.method, fields(call, message))
        name = call.file["name"]
        mime = TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream")
        with self._open_file(call.file["sha256"]) as content:
            files = {call.file["field"]: Attachment(name, content, mime)}
            return await self._bot.call(call.method, fields(call, message), files)

    def _expired(self, item: Item) -> bool:
        return item.call.expires is not None and self._now() >= item.call.expires

    def _item(self, queued: Queued) -> Item:
        ahead = queued.not_before - self._now() if queued.not_before else 0
        ready_at = self._seconds.now() + ahead / 1000 if ahead > 0 else float("-inf")
        return Item(queued.id, queued.call, queued.attempts, ready_at)

    def _spawn(
        self,
        work: Coroutine[Any, Any, None],
        then: Callable[[asyncio.Task[None]], object] | None = None,
    ) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(then or _report)


def _message_of(reply: bytes) -> int:
    try:
        return int(json.loads(reply)["result"]["message_id"])
    except (ValueError, KeyError, TypeError) as error:
        raise TelegramError(INVALID) from error


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception() is not None:
        LOG.critical("a call could not be made for a reason of ours", exc_info=task.exception())


def _sent(item: Item, now: int, outbox: OutboxRows) -> None:
    outbox.sent(list(item.rows), now)


def _sent_card(item: Item, card: str, message: int, now: int, outbox: OutboxRows) -> None:
    outbox.sent_card(item.row, card, message, now)
    for row in item.merged:
        outbox.merged(row, now)


def _failed(item: Item, failure: str, now: int, outbox: OutboxRows) -> None:
    for row in item.rows:
        outbox.failed(row, failure, now)


def _retry(row: int, not_before: int, attempts: int, outbox: OutboxRows) -> None:
    outbox.retry(row, not_before, attempts)
