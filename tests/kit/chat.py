"""Chat scripts: what a person says, taps and sends on a phone, and what is then on its screen.

    await li.say("/assess")
    await li.tap("张建国工作室")
    await li.photo(caption="2.2 4 缺维护记录")
    li.sees("本项 4/5")

Each act returns when the program has nothing left to do, so nothing here sleeps. A script that finds something
else than it says fails with the whole chat. It knows the phone and nothing of the bot.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox import Parcel, Phone, Upload
from tests.kit.pictures import jpeg

Json = dict[str, Any]
SHOWN = 14
"""Messages of a chat that a failure prints."""


class NotOnScreen(AssertionError):
    """A script names something that the phone does not show."""

    def __init__(self, what: str, name: str, chat: "Chat") -> None:
        super().__init__(f"no {what} {name}\n{chat.screen()}")


@dataclass(frozen=True)
class Button:
    """A button as it was seen: it can be tapped again when the message has changed long since."""

    message: int
    label: str
    data: str


class Chat:
    """One person's chat with the bot."""

    def __init__(self, phone: Phone, settle: Callable[[], Awaitable[object]]) -> None:
        self.phone = phone
        self._settle = settle
        self._seq = 0
        self._pictures = 0

    # -- what a person does -----------------------------------------------------------------------

    async def say(self, text: str, *, to: str | int | None = None) -> None:
        """Send a text, also as a reply to the newest card of an item (`to="2.2"`)."""
        await self._act(self.phone.say, text, self._aim(to))

    async def start(self, payload: str | None = None) -> None:
        """Press START."""
        await self._act(self.phone.start, payload)

    async def tap(self, what: str | Button, *, on: str | int | None = None) -> None:
        """Tap a button by its label (or a part of it that only one button has), or one that was seen before."""
        button = what if isinstance(what, Button) else self.button(what, on=on)
        await self._act(self.phone.tap, None, button.message, button.data)

    async def forge(self, data: str, *, on: str | int | None = None) -> None:
        """Send the press of a button that no message has."""
        await self._act(self.phone.tap, None, self._aim(on) or self.card_message()["message_id"], data)

    async def photo(
        self,
        picture: bytes | None = None,
        *,
        caption: str = "",
        to: str | int | None = None,
        gone: bool = False,
    ) -> None:
        """Send one picture; without one, a new one."""
        await self._upload("photo", [picture or self.picture()], caption, to, gone=gone)

    async def album(
        self,
        count: int = 2,
        *,
        caption: str = "",
        caption_on: int = 0,
        to: str | int | None = None,
        spread: float = 0.0,
    ) -> None:
        """Send several pictures as one album, the caption on one of them; parts `spread` seconds apart."""
        pictures = [self.picture() for _ in range(count)]
        await self._upload("photo", pictures, caption, to, spread=spread, caption_on=caption_on)

    async def document(
        self, content: bytes = b"%PDF-1.4", name: str = "台账.pdf", *, caption: str = "", gone: bool = False
    ) -> None:
        """Send a file."""
        await self._upload("document", [content], caption, None, name=name, gone=gone)

    async def voice(self) -> None:
        """Send a voice message."""
        await self._upload("voice", [b"OggS" + self.picture()[-8:]], "", None)

    async def video(self, content: bytes = b"mp4", *, caption: str = "") -> None:
        """Send a video."""
        await self._upload("video", [content], caption, None, name="现场.mp4")

    async def sticker(self) -> None:
        """Send a sticker."""
        await self._upload("sticker", [b"RIFF"], "", None)

    async def place(self, latitude: float = 43.6174, longitude: float = 122.265) -> None:
        """Send a location."""
        await self._act(self.phone.location, latitude, longitude)

    async def edit(self, text: str, message: int) -> None:
        """Edit an own text."""
        await self._act(self.phone.edit, message, text)

    def offline(self) -> None:
        """Lose the connection: what is sent waits on the phone, what is tapped is lost."""
        self.phone.go_offline()

    async def online(self) -> None:
        """Get it back; what waited is sent in order."""
        await self._act(self.phone.go_offline, on=False)

    def picture(self) -> bytes:
        """A new picture, unlike any before it."""
        self._pictures += 1
        return jpeg(self.phone.id % 1000 + self._pictures)

    # -- what is on the screen --------------------------------------------------------------------

    def sees(self, *parts: str) -> None:
        """Each of the texts stands in what came since the last act, or on the card in view."""
        __tracebackhide__ = True
        seen = [*self.news(), self.card()]
        missing = [part for part in parts if not any(part in text for text in seen)]
        assert not missing, f"not there: {missing}\n{self.screen()}"

    def does_not_see(self, *parts: str) -> None:
        """None of the texts stands in what came since the last act or on the card in view."""
        __tracebackhide__ = True
        seen = "\n".join([*self.news(), self.card()])
        found = [part for part in parts if part in seen]
        assert not found, f"there: {found}\n{self.screen()}"

    def hears(self, *parts: str) -> None:
        """The last tap was answered with a text that holds these."""
        __tracebackhide__ = True
        assert all(part in self.answer() for part in parts), f"{self.answer()!r}\n{self.screen()}"

    def at(self, item: str) -> None:
        """The card in view is that of an item."""
        __tracebackhide__ = True
        assert f"› {item} " in self.card().split("\n")[0], f"not at {item}\n{self.screen()}"

    def quiet(self) -> None:
        """Nothing was sent or changed since the last act."""
        __tracebackhide__ = True
        assert not self.news(), f"news: {self.news()}\n{self.screen()}"

    def card(self) -> str:
        """Text and buttons of the card in view."""
        return _drawn(self.card_message())

    def card_message(self) -> Json:
        """The card in view: the newest message of the bot with buttons that answers no message, else its newest."""
        told = [message for message in self.phone.messages if message["from"] == "bot"]
        assert told, "the bot has not said anything"
        cards = [message for message in told if "inline" in message and "reply_to" not in message]
        return (cards or told)[-1]

    def news(self) -> list[str]:
        """What the bot sent or edited since the last act, as it stands now, and answers to taps."""
        by_id = {message["message_id"]: message for message in self.phone.messages}
        told: dict[int, str] = {}
        boxes: list[str] = []
        for event in self._events():
            if event["type"] in {"message", "edit"} and event["message"]["from"] == "bot":
                number = event["message"]["message_id"]
                told[number] = _drawn(by_id.get(number) or event["message"])
            elif event["type"] == "answer" and event["text"]:
                boxes.append(event["text"])
        return [*told.values(), *boxes]

    def new_messages(self) -> list[str]:
        """The messages that the bot sent since the last act (edits are none)."""
        sent = (event for event in self._events() if event["type"] == "message")
        return [_drawn(event["message"]) for event in sent if event["message"]["from"] == "bot"]

    def answer(self) -> str:
        """The answer to the last tap; empty if it said nothing."""
        return next((event["text"] for event in reversed(self._events()) if event["type"] == "answer"), "")

    def answered(self) -> bool:
        """Whether the last tap was answered at all: until then the phone shows that it waits."""
        return bool(self._events("answer"))

    def commands(self) -> list[str]:
        """The command menu of this chat, with the texts beside the commands."""
        told = [event for event in self.phone.chat.feed.events if event["type"] == "commands"]
        return [f"/{each['command']} {each['description']}" for each in told[-1]["commands"]] if told else []

    def keys(self) -> list[str]:
        """The labels of the reply keyboard."""
        return [label for row in (self.phone.keyboard or {"rows": []})["rows"] for label in row]

    def button(self, label: str, *, on: str | int | None = None) -> Button:
        """The button with a label, on the newest message that has it, or on an item's newest card."""
        __tracebackhide__ = True
        only = self._aim(on)
        for message in reversed(self.phone.messages):
            if "inline" in message and only in {None, message["message_id"]}:
                keys = [key for row in message["inline"] for key in row]
                found = [key for key in keys if key["text"] == label] or [
                    key for key in keys if label in key["text"]
                ]
                if len(found) == 1:
                    return Button(message["message_id"], found[0]["text"], found[0]["data"])
                assert not found, f"several buttons with {label!r}\n{self.screen()}"
        raise NotOnScreen("button", label, self)

    def has(self, label: str) -> bool:
        """Whether the card in view has a button with this in its label."""
        return any(label in key["text"] for row in self.card_message().get("inline", []) for key in row)

    def message_of(self, item: str) -> int:
        """The newest message that is (or was) the card of an item."""
        __tracebackhide__ = True
        line = re.compile(rf"(^|› |[✓●○–▲] ){re.escape(item)} ")
        for message in reversed(self.phone.messages):
            text = message.get("text", "")
            if message["from"] == "bot" and "inline" in message and line.search(text.split("\n")[0]):
                return int(message["message_id"])
        raise NotOnScreen("card", item, self)

    def last_own(self) -> int:
        """The number of the person's newest message."""
        return int(next(m for m in reversed(self.phone.messages) if m["from"] == "me")["message_id"])

    def sheet_file(self) -> bytes:
        """The newest workbook that came into the chat."""
        __tracebackhide__ = True
        for message in reversed(self.phone.messages):
            document = message.get("document", {})
            if message["from"] == "bot" and document.get("file_name", "").endswith(".xlsx"):
                return self.phone.file(document["file_id"])
        raise NotOnScreen("workbook", "", self)

    def screen(self) -> str:
        """The end of the chat as a text."""
        lines = []
        for message in self.phone.messages[-SHOWN:]:
            who = "<<" if message["from"] == "bot" else ">>"
            body = "\n   ".join(_drawn(message).splitlines())
            reply = f" (to {message['reply_to']})" if "reply_to" in message else ""
            lines.append(f"{who} {message['message_id']}{reply}\n   {body}")
        return "\n".join([*lines, *(f"answered: {event['text']}" for event in self._events("answer"))])

    # -- inside -----------------------------------------------------------------------------------

    async def settle(self) -> None:
        """Wait until the program has nothing left to do; what comes meanwhile counts as news."""
        await self._settle()

    def _events(self, kind: str = "") -> list[Json]:
        events: list[Json] = self.phone.chat.feed.events[self._seq :]
        return [event for event in events if not kind or event["type"] == kind]

    async def _act(self, act: Callable[..., object], *args: object, **options: object) -> None:
        self._seq = self.phone.chat.feed.seq
        act(*args, **options)
        await self._settle()

    async def _upload(
        self,
        kind: str,
        contents: list[bytes],
        caption: str,
        to: str | int | None,
        *,
        name: str = "",
        gone: bool = False,
        spread: float = 0.0,
        caption_on: int = 0,
    ) -> None:
        mime = "image/jpeg" if kind == "photo" else ""
        files = [Upload(name, mime, content) for content in contents]
        parcel = Parcel(files, kind, caption, self._aim(to), spread, gone, caption_on)
        await self._act(self.phone.upload, parcel)

    def _aim(self, to: str | int | None) -> int | None:
        return self.message_of(to) if isinstance(to, str) else to


def _drawn(message: Json) -> str:
    """A message as a person sees it: text, what hangs on it, rows of buttons."""
    parts = [message.get("text") or message.get("caption") or ""]
    parts += [f"({kind})" for kind in ("photo", "voice", "video", "location", "sticker") if kind in message]
    if "document" in message:
        parts.append(f"({message['document'].get('file_name', 'file')})")
    parts += ["".join(f"[{key['text']}]" for key in row) for row in message.get("inline", [])]
    return "\n".join(part for part in parts if part)
