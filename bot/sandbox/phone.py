"""What a person does with a phone: say, tap, send files, go offline, block. Page and tests both use it.

Everything acts at once and returns; only waiting is asynchronous.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from .call import Upload
from .chats import Chat
from .errors import Mistake
from .formatting import with_detected
from .messages import FILE_KINDS, Message
from .parcels import Parcel, file_fields
from .people import Person, Query
from .world import World

Json = dict[str, Any]
MAX_TEXT = 4096
MAX_FILES = 10
MAX_PAYLOAD = 64
PAYLOAD_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
POLL = 0.02


class Phone:
    """One person's phone, showing the chat with the first bot."""

    def __init__(self, world: World, person: Person) -> None:
        self.person = person
        self.offline = False
        self._world = world
        self._waiting: list[Callable[[], Json]] = []

    @property
    def chat(self) -> Chat:
        """The chat with the first registered bot."""
        return self._world.chat(self._world.bot, self.person)

    @property
    def id(self) -> int:
        """The person's user id."""
        return self.person.id

    @property
    def messages(self) -> list[Json]:
        """The messages on the screen, oldest first."""
        return [message.shown() for message in self.chat.messages.values() if not message.deleted]

    @property
    def keyboard(self) -> Json | None:
        """The reply keyboard under the chat."""
        return self.chat.keyboard

    def state(self) -> Json:
        """Return offline, blocked and the number of actions that wait for a connection."""
        return {"offline": self.offline, "blocked": self.chat.blocked, "queued": len(self._waiting)}

    # messages

    def say(self, text: str, reply_to: int | None = None) -> Json:
        """Send a text; one that is too long goes out in pieces, as the apps do it."""
        text = text.strip()
        if not text:
            raise Mistake.NOTHING_TO_SAY.error()
        pieces = [text[at : at + MAX_TEXT] for at in range(0, len(text), MAX_TEXT)]
        return [self._act(partial(self._text, piece, reply_to)) for piece in pieces][-1]

    def press(self, text: str) -> Json:
        """Press a button of the reply keyboard, which says its text."""
        answer = self.say(text)
        if (self.chat.keyboard or {}).get("one_time"):
            self.chat.set_keyboard(None)
        return answer

    def start(self, payload: str | None = None) -> Json:
        """Press START, with the payload of an invitation link if there is one."""
        if payload and (len(payload) > MAX_PAYLOAD or not PAYLOAD_CHARACTERS.issuperset(payload)):
            raise Mistake.PAYLOAD.error()
        if self.chat.blocked:
            self.block(on=False)
        if payload and payload == self.person.start:
            self.person.start = None
        return self.say(f"/start {payload}" if payload else "/start")

    def location(self, latitude: float, longitude: float) -> Json:
        """Send a point on the map."""
        fields = {"location": {"latitude": latitude, "longitude": longitude}}
        return self._act(lambda: {"message_id": self._send(fields).id})

    def edit(self, message_id: int, text: str) -> Json:
        """Edit an own text."""
        message = self._message(message_id)
        if message.outgoing or "text" not in message.raw:
            raise Mistake.NOT_OWN_TEXT.error()
        if not text.strip():
            raise Mistake.NOTHING_TO_SAY.error()

        def change() -> Json:
            message.raw.update(text_fields(text.strip()))
            self.chat.edited(message)
            self._world.emit(self.chat.bot, "edited_message", message.api())
            return {}

        return self._act(change)

    # buttons

    def tap(self, label: str | None = None, message_id: int | None = None, data: str | None = None) -> Json:
        """Tap an inline button by its label (of the newest message with it), or send any data."""
        message, data = self._aimed(label, message_id, data)
        self._check_not_blocked()
        if self.offline:
            return {"lost": True}
        world, chat = self._world, self.chat
        query_id = world.ids.number()
        chat.bot.queries[query_id] = Query(chat.id, self.id, world.clock.now())
        query = {
            "id": query_id,
            "from": self.person.user(),
            "message": message.inaccessible() if message.deleted else message.api(),
            "chat_instance": chat.instance,
            "data": data,
        }
        world.emit(chat.bot, "callback_query", query)
        return {"query_id": query_id}

    def _aimed(self, label: str | None, message_id: int | None, data: str | None) -> tuple[Message, str]:
        if message_id is not None and data is not None:
            return self._message(message_id), data
        shown = [m for m in self.chat.messages.values() if not m.deleted and message_id in {None, m.id}]
        for message in reversed(shown):
            for button in message.buttons():
                if button["text"] == label:
                    if "callback_data" not in button:
                        raise Mistake.DEAD_BUTTON.error(label=label)
                    return message, button["callback_data"]
        labels = [button["text"] for message in shown[-3:] for button in message.buttons()]
        raise Mistake.NO_BUTTON.error(label=label, labels=labels)

    # files

    def upload(self, parcel: Parcel) -> Json:
        """Send 1-10 files; several at once are an album, its parts `spread` seconds apart."""
        if not 1 <= len(parcel.files) <= MAX_FILES:
            raise Mistake.FILE_COUNT.error()
        if parcel.kind not in {"photo", *FILE_KINDS}:
            raise Mistake.FILE_KIND.error(kind=parcel.kind)
        return self._act(lambda: self._upload(parcel))

    def photo(
        self, *pictures: bytes, caption: str = "", reply_to: int | None = None, spread: float = 0.0
    ) -> Json:
        """Send one picture, or several as an album."""
        files = [Upload("", "image/jpeg", picture) for picture in pictures]
        return self.upload(Parcel(files, "photo", caption, reply_to, spread))

    def document(
        self, content: bytes, name: str, mime: str = "", caption: str = "", reply_to: int | None = None
    ) -> Json:
        """Send a file, byte exact."""
        return self.upload(Parcel([Upload(name, mime, content)], "document", caption, reply_to))

    def voice(self, content: bytes, reply_to: int | None = None) -> Json:
        """Send a voice message."""
        return self.upload(Parcel([Upload("", "", content)], "voice", "", reply_to))

    def video(
        self, content: bytes, name: str = "video.mp4", caption: str = "", reply_to: int | None = None
    ) -> Json:
        """Send a video."""
        return self.upload(Parcel([Upload(name, "", content)], "video", caption, reply_to))

    def file(self, file_id: str) -> bytes:
        """Return the bytes of a file in the chat."""
        stored = self._world.files.get(file_id)
        if stored is None:
            raise Mistake.NO_FILE.error()
        return stored.content

    # the phone itself

    def go_offline(self, *, on: bool = True) -> Json:
        """Lose the connection, or get it back and send what waited, in order."""
        self.offline = on
        if not on:
            waiting, self._waiting = self._waiting, []
            for action in waiting:
                action()
        self.chat.feed.publish("state", **self.state())
        return self.state()

    def block(self, *, on: bool = True) -> Json:
        """Block the bot, or let it write again."""
        chat = self.chat
        if chat.blocked != on:
            chat.blocked = on
            old, new = _member(chat, kicked=not on), _member(chat, kicked=on)
            changed = {"chat": chat.api(), "from": self.person.user(), "date": int(self._world.clock.now())}
            changed |= {"old_chat_member": old, "new_chat_member": new}
            self._world.emit(chat.bot, "my_chat_member", changed)
            chat.feed.publish("state", **self.state())
        return self.state()

    def read(self) -> None:
        """Mark everything as read."""
        self.chat.unread = 0

    # waiting

    async def settle(self, quiet: float = 0.15, timeout: float = 10.0) -> list[Json]:
        """Wait until all updates are taken and no call came for `quiet` seconds; return the messages."""
        clock, updates = self._world.clock, self._world.bot.updates
        await self.wait(
            lambda: not len(updates) and clock.elapsed() - self._world.last_activity >= quiet, timeout
        )
        return self.messages

    async def wait(self, ready: Callable[[], object], timeout: float = 10.0) -> None:
        """Wait until something is true."""
        async with asyncio.timeout(timeout):
            while not ready():  # noqa: ASYNC110 - the condition is the caller's
                await asyncio.sleep(POLL)

    # inside

    def _act(self, action: Callable[[], Json]) -> Json:
        self._check_not_blocked()
        if self.offline:
            self._waiting.append(action)
            self.chat.feed.publish("state", **self.state())
            return {"queued": len(self._waiting)}
        return action()

    def _check_not_blocked(self) -> None:
        if self.chat.blocked:
            raise Mistake.BLOCKED.error()

    def _message(self, message_id: int) -> Message:
        message = self.chat.messages.get(message_id)
        if message is None:
            raise Mistake.NO_MESSAGE.error(message_id=message_id)
        return message

    def _text(self, text: str, reply_to: int | None) -> Json:
        return {"message_id": self._send(text_fields(text), reply_to).id}

    def _send(self, fields: Json, reply_to: int | None = None) -> Message:
        chat = self.chat
        chat.started = True
        target = self._message(reply_to) if reply_to is not None else None
        message = chat.add(self.person.user(), fields, outgoing=False, reply_to=target)
        chat.announce(message)
        self._world.emit(chat.bot, "message", message.api())
        return message

    def _upload(self, parcel: Parcel) -> Json:
        group = self._world.ids.number() if len(parcel.files) > 1 else None
        sent: list[int] = []
        for index, upload in enumerate(parcel.files):
            fields = file_fields(self._world.files, parcel.kind, upload, gone=parcel.gone)
            if index == parcel.caption_on and parcel.caption.strip():
                fields |= text_fields(parcel.caption.strip(), "caption")
            if group:
                fields["media_group_id"] = group
            if index == 0 or not parcel.spread:
                sent.append(self._send(fields, parcel.reply_to).id)
            else:
                self._world.clock.call_later(
                    index * parcel.spread, partial(self._send, fields, parcel.reply_to)
                )
        answer: Json = {"message_ids": sent, "media_group_id": group}
        if len(sent) < len(parcel.files):
            answer["queued"] = len(parcel.files) - len(sent)
        return answer


def text_fields(text: str, name: str = "text") -> Json:
    """Return a text or caption as message fields, with the entities that Telegram detects."""
    entities = with_detected(text, [])
    key = "entities" if name == "text" else "caption_entities"
    return {name: text, key: entities} if entities else {name: text}


def _member(chat: Chat, *, kicked: bool) -> Json:
    status = {"status": "kicked", "until_date": 0} if kicked else {"status": "member"}
    return {"user": chat.bot.user(), **status}
