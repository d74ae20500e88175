"""Stand-ins for what surrounds bot/tg: an outbox in memory, a Bot that is scripted, and time that passes when asked."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from telegram.error import TelegramError

from bot.ports import Call, Queued
from bot.tg.request import Attachment

CHAT = 5_000_000_001
NOW = 1_795_249_000_000


class FakeSeconds:
    """Sleeping passes the time at once; `passed` is told how much."""

    def __init__(self, passed: Callable[[float], None] = lambda _: None) -> None:
        self.time = 0.0
        self.slept: list[float] = []
        self._passed = passed

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.slept.append(seconds)
        self.time += seconds
        self._passed(seconds)


class DiskFull(OSError):
    pass


class FakeOutbox:
    """Rows with their state, as the store's outbox keeps them; `write` is its writer."""

    def __init__(self) -> None:
        self.rows: dict[int, Queued] = {}
        self.state: dict[int, str] = {}
        self.cards: dict[str, int] = {}
        self.parked: set[int] = set()
        self.retries: list[tuple[int, int, int]] = []
        self.writes = 0
        self.broken = 0
        """So many writes fail."""

    def add(self, *calls: Call) -> list[Queued]:
        rows = []
        for call in calls:
            row = len(self.rows) + 1
            self.rows[row] = Queued(row, call)
            self.state[row] = "waiting"
            rows.append(self.rows[row])
        return rows

    async def write(self, work: Callable[["FakeOutbox"], Any]) -> Any:
        await asyncio.sleep(0)
        if self.broken:
            self.broken -= 1
            raise DiskFull
        self.writes += 1
        return work(self)

    async def find(self, card: str) -> int | None:
        return self.cards.get(card)

    def states(self) -> list[str]:
        return list(self.state.values())

    def waiting(self) -> Sequence[Queued]:
        return [
            queued
            for row, queued in self.rows.items()
            if self.state[row] == "waiting" and queued.call.chat not in self.parked
        ]

    def parked_chats(self) -> frozenset[int]:
        return frozenset(self.parked)

    def sent(self, rows: Sequence[int], now: int) -> None:
        self.state |= dict.fromkeys(rows, "sent")

    def sent_card(self, row: int, card: str, message: int, now: int) -> None:
        self.state[row] = "sent"
        self.cards[card] = message

    def merged(self, row: int, now: int) -> None:
        self.state[row] = "merged"

    def failed(self, row: int, error: str, now: int) -> None:
        self.state[row] = error

    def retry(self, row: int, not_before: int, attempts: int) -> None:
        self.retries.append((row, not_before, attempts))
        self.rows[row] = Queued(row, self.rows[row].call, attempts, not_before)

    def park_chat(self, chat: int, now: int) -> None:
        self.parked.add(chat)

    def wake_chat(self, chat: int) -> bool:
        was = chat in self.parked
        self.parked.discard(chat)
        return was


class FakeBot:
    """Answers calls from a script of errors, then with success; `gate` holds calls up while it is closed."""

    def __init__(self, *script: TelegramError | None) -> None:
        self.script = list(script)
        self.calls: list[tuple[str, Mapping[str, Any]]] = []
        self.files: list[bytes] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.message = 100

    @property
    def texts(self) -> list[str]:
        return [str(fields.get("text")) for _, fields in self.calls]

    async def call(
        self, method: str, fields: Mapping[str, Any], files: Mapping[str, Attachment] | None = None
    ) -> bytes:
        self.calls.append((method, fields))
        for file in (files or {}).values():
            assert not isinstance(file.content, bytes)
            self.files.append(file.content.read())
        await self.gate.wait()
        await asyncio.sleep(0)
        error = self.script.pop(0) if self.script else None
        if error is not None:
            raise error
        self.message += 1
        return json.dumps({"ok": True, "result": {"message_id": self.message}}).encode()


def say(text: str, chat: int = CHAT) -> Call:
    return Call(chat, "sendMessage", {"text": text})


def new_card(card: str, text: str, chat: int = CHAT) -> Call:
    return Call(chat, "sendMessage", {"text": text}, card=card, makes_card=True)


def redraw(card: str, text: str, chat: int = CHAT) -> Call:
    return Call(chat, "editMessageText", {"text": text}, card=card)


def answer(query: str, expires: int | None = None, chat: int = CHAT) -> Call:
    return Call(chat, "answerCallbackQuery", {"callback_query_id": query}, expires=expires)
