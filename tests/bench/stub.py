"""A Bot API that delivers taps and swallows calls, as cheaply as it can, in a process of its own.

Its chats each hold one message with a keyboard. In every chat somebody presses the buttons of the first row in turn;
the next press comes when the press before was answered and its message edited. Updates and replies carry what
Telegram's carry. It speaks just enough HTTP for clients that keep their connections and say how long a body is.
Several programs can be measured against one stub: each has a token, and so a world, of its own.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import Iterable, Mapping
from html import unescape
from itertools import count
from statistics import median
from typing import Any, cast
from urllib.parse import parse_qsl

from tests.bench.parts import serve

HEADERS = (
    b"HTTP/1.1 200 OK\r\nServer: nginx/1.18.0\r\nDate: Fri, 20 Nov 2026 08:00:00 GMT\r\n"
    b"Content-Type: application/json\r\nConnection: keep-alive\r\n"
    b"Strict-Transport-Security: max-age=31536000; includeSubDomains; preload\r\n"
    b"Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Methods: GET, POST, OPTIONS\r\n"
    b"Access-Control-Expose-Headers: Content-Length,Content-Type,Date,Server,Connection\r\nContent-Length: "
)
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
FORM = b"application/x-www-form-urlencoded"
TAG = re.compile(r"<(/?)(\w+)[^>]*>")
ENTITIES = {"b": "bold", "i": "italic", "blockquote": "blockquote", "u": "underline", "code": "code"}
FIRST_CHAT = 7_000_000_000
DATE = 1_795_000_000
TRUE = b'{"ok":true,"result":true}'
PLACE = {"chat_id", "message_id"}
FACES = 8
"""Edits that are kept, so that another program can be given the same to say."""


class Chat:
    """One private chat and the message in it."""

    def __init__(self, number: int, bot: Mapping[str, Any]) -> None:
        """Start with no message."""
        self.id = FIRST_CHAT + number
        person = {"id": self.id, "first_name": "考核员", "username": f"assessor{number}"}
        self.user = json.dumps({**person, "is_bot": False, "language_code": "zh-hans"})
        self.party = json.dumps({**person, "type": "private"})
        self.bot = json.dumps(bot)
        self.number = 1
        self.message = ""
        self.buttons: list[str] = []
        self.presses = 0
        self.waits = 0
        """Calls that must come before the person goes on."""
        self.since = 0.0
        """When the person's update was delivered."""

    def said(self, update: int, text: str) -> str:
        """Return the update of a text from the person."""
        self.number += 1
        self.waits = 1
        return (
            f'{{"update_id":{update},"message":{{"message_id":{self.number},"from":{self.user},"chat":{self.party},'
            f'"date":{DATE},"text":{json.dumps(text)}}}}}'
        )

    def press(self, update: int) -> str:
        """Return the update of the next press."""
        data = self.buttons[self.presses % len(self.buttons)]
        self.presses += 1
        self.waits = 2
        return (
            f'{{"update_id":{update},"callback_query":{{"id":"{self.id}{update:09}","from":{self.user},'
            f'"message":{self.message},"chat_instance":"-{self.id}123456789","data":{json.dumps(data)}}}}}'
        )

    def draw(self, fields: Mapping[str, Any], *, new: bool) -> None:
        """Take a message that is sent or edited."""
        self.number += new
        text, entities = plain(fields["text"])
        markup = fields["reply_markup"]
        keyboard = json.loads(markup) if isinstance(markup, str) else markup
        edited = "" if new else f'"edit_date":{DATE + 60},'
        self.message = (
            f'{{"message_id":{self.number},"from":{self.bot},"chat":{self.party},"date":{DATE},{edited}"text":'
            f'{json.dumps(text)},"entities":{json.dumps(entities)},"link_preview_options":{{"is_disabled":true}},'
            f'"reply_markup":{json.dumps(keyboard)}}}'
        )
        self.buttons = [button["callback_data"] for button in keyboard["inline_keyboard"][0]]


class World:
    """One bot's chats and what waits for it."""

    def __init__(self, token: str) -> None:
        """Start with no chats."""
        number = int(token.partition(":")[0])
        self.me = {"id": number, "is_bot": True, "first_name": "Scorewalk", "username": "scorewalk_bot"}
        self.chats: dict[int, Chat] = {}
        self.idle: deque[Chat] = deque()
        self.faces: deque[Mapping[str, Any]] = deque(maxlen=FACES)
        self.updates: deque[tuple[int, Chat, str]] = deque()
        self.numbers = count(1)
        self.door: Door | None = None
        self.poll = 0
        self.left = self.flying = 0
        self.window = 1
        self.times: list[float] = []
        self.done: asyncio.Future[None] | None = None

    async def open(self, chats: int) -> int:
        """Let somebody in every chat ask for the card; return when all have it."""
        self.chats = {chat.id: chat for chat in (Chat(number, self.me) for number in range(1, chats + 1))}
        self.flying = chats
        self._deliver(
            (number := next(self.numbers), chat, chat.said(number, "/resume")) for chat in self.chats.values()
        )
        await self._all_done()
        return len(self.idle)

    async def tap(self, taps: int, window: int) -> dict[str, float]:
        """Let there be so many presses, at most `window` of them at a time; return how long they took."""
        self.left, self.window, self.times = taps, window, []
        began = time.perf_counter()
        self._press()
        await self._all_done()
        return {
            "taps": len(self.times),
            "seconds": time.perf_counter() - began,
            "p50": 1000 * median(self.times),
        }

    async def said(self) -> list[Mapping[str, Any]]:
        """Return the newest edits of the first chat but for where they go, for another program to say the same."""
        return [{name: _nested(face[name]) for name in sorted(face.keys() - PLACE)} for face in self.faces]

    async def _all_done(self) -> None:
        self.done = asyncio.get_running_loop().create_future()
        await self.done

    def _press(self) -> None:
        """Let those press who may; as long as half of the window is busy, a poll would not have returned yet."""
        free = min(self.window - self.flying, self.left, len(self.idle))
        if free and (self.flying <= self.window // 2):
            self.left -= free
            self.flying += free
            pressing = [self.idle.popleft() for _ in range(free)]
            self._deliver((number := next(self.numbers), chat, chat.press(number)) for chat in pressing)

    def _landed(self, chat: Chat) -> None:
        chat.waits -= 1
        if chat.waits:
            return
        self.idle.append(chat)
        self.flying -= 1
        if self.left:
            self._press()
        elif not self.flying and self.done is not None:
            self.done.set_result(None)

    def _deliver(self, updates: Iterable[tuple[int, Chat, str]]) -> None:
        self.updates.extend(updates)
        if self.door is not None:
            door, self.door = self.door, None
            door.reply(self._batch())

    def _batch(self) -> bytes:
        now = time.perf_counter()
        for _, chat, _ in self.updates:
            chat.since = now
        return b'{"ok":true,"result":[%s]}' % ",".join([update for _, _, update in self.updates]).encode()

    # -- what the bot calls -------------------------------------------------------------------------

    def take(self, door: Door, method: str, fields: Mapping[str, Any]) -> bytes | None:
        """Answer a call; None if the answer comes later."""
        match method:
            case "getUpdates":
                return self._polled(door, int(fields.get("offset", 0)), float(fields.get("timeout", 0)))
            case "answerCallbackQuery":
                self._landed(self.chats[int(fields["callback_query_id"][:10])])
                return TRUE
            case "editMessageText" | "sendMessage":
                return self._drawn(fields, new=method == "sendMessage")
            case "getMe":
                return json.dumps({"ok": True, "result": self.me}).encode()
        return TRUE

    def _polled(self, door: Door, offset: int, seconds: float) -> bytes | None:
        while self.updates and self.updates[0][0] < offset:
            self.updates.popleft()
        if self.updates or not seconds:
            return self._batch()
        self.door, self.poll = door, self.poll + 1
        asyncio.get_running_loop().call_later(seconds, self._waited, self.poll)
        return None

    def _waited(self, poll: int) -> None:
        if self.door is not None and self.poll == poll:
            self._deliver(())

    def _drawn(self, fields: Mapping[str, Any], *, new: bool) -> bytes:
        chat = self.chats[int(fields["chat_id"])]
        chat.draw(fields, new=new)
        if not new:
            self.times.append(time.perf_counter() - chat.since)
            if chat.id == FIRST_CHAT + 1:
                self.faces.append(fields)
        self._landed(chat)
        return b'{"ok":true,"result":%s}' % chat.message.encode()


class Door(asyncio.Protocol):
    """One connection of a client."""

    def __init__(self, worlds: dict[str, World]) -> None:
        """Lead to all worlds."""
        self.worlds = worlds
        self.unread = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep where to answer."""
        self.transport = cast(asyncio.Transport, transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget polls that nobody waits for."""
        for world in self.worlds.values():
            if world.door is self:
                world.door = None

    def data_received(self, data: bytes) -> None:
        """Take the requests that are complete."""
        self.unread += data
        while (end := self.unread.find(b"\r\n\r\n")) >= 0:
            head = self.unread[:end]
            length = LENGTH.search(head)
            until = end + 4 + (int(length[1]) if length else 0)
            if len(self.unread) < until:
                return
            body, self.unread = self.unread[end + 4 : until], self.unread[until:]
            _, token, method = head[: head.index(b" HTTP")].decode().rsplit("/", 2)
            world = self.worlds.setdefault(token.removeprefix("bot"), World(token.removeprefix("bot")))
            reply = world.take(
                self, method, dict(parse_qsl(body.decode())) if FORM in head else json.loads(body or b"{}")
            )
            if reply is not None:
                self.reply(reply)

    def reply(self, body: bytes) -> None:
        """Answer the request that waits."""
        if self.transport is not None:
            self.transport.write(b"%s%d\r\n\r\n%s" % (HEADERS, len(body), body))


def _nested(value: Any) -> Any:
    """Return a field as it is in a JSON body; in a form what is nested is text."""
    return json.loads(value) if isinstance(value, str) and value.startswith(("{", "[")) else value


def plain(html: str) -> tuple[str, list[Mapping[str, Any]]]:
    """Return a text without its tags and where they were, counted as Telegram counts."""
    text, at = "", 0
    entities: list[Mapping[str, Any]] = []
    opened: list[int] = []
    for tag in TAG.finditer(html):
        text += html[at : tag.start()]
        at = tag.end()
        here = len(text.encode("utf-16-le")) // 2
        if not tag[1]:
            opened.append(here)
        elif opened and here > opened[-1]:
            start = opened.pop()
            entities.append({"offset": start, "length": here - start, "type": ENTITIES.get(tag[2], "bold")})
    return unescape(text + html[at:]), entities


async def main() -> None:
    """Listen on a free port and do what the bench asks for."""
    worlds: dict[str, World] = {}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Door(worlds), "127.0.0.1", 0)

    async def where() -> str:
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def open_chats(token: str, chats: int) -> int:
        return await worlds.setdefault(token, World(token)).open(chats)

    async def tap(token: str, taps: int, window: int) -> dict[str, float]:
        return await worlds[token].tap(taps, window)

    async def said(token: str) -> list[Mapping[str, Any]]:
        return await worlds[token].said()

    await serve({"where": where, "open": open_chats, "tap": tap, "said": said})


if __name__ == "__main__":
    asyncio.run(main())
