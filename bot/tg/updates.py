"""One update as Telegram delivered it becomes one input, or nothing, or an error that names what could not be read.

It reads plain JSON: of an update's hundred fields a dozen matter here, and building python-telegram-bot's objects
for all of them costs a third of a tap. It must not know what an input does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import ValidationError

from bot.entities import Place
from bot.entities.evidence import Kind
from bot.flows.inputs import AnyInput, Command, Membership, Odd, Said, SentFile, SentPlace, Tapped

WANTED: Final = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that are asked for."""

Json = Mapping[str, Any]

FILES: Final[Mapping[str, Kind]] = {
    "document": "document",
    "voice": "voice",
    "video": "video",
    "video_note": "video",
    "audio": "audio",
}
"""Fields of a message that hold one file, and what kind of evidence it is."""

ODD: Final = (
    *(
        "sticker",
        "contact",
        "poll",
        "dice",
        "game",
        "story",
        "checklist",
        "paid_media",
        "invoice",
        "giveaway",
    ),
    *("gift", "web_app_data", "users_shared", "chat_shared", "passport_data"),
)
"""What people can send and nobody asked for; any other message without content is Telegram's own note."""

COMMAND: Final = re.compile(r"/([a-zA-Z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)

_GONE: Final = frozenset({"kicked", "left"})


class Unreadable(Exception):
    """An update that is not what the Bot API promises."""

    def __init__(self, update: int | None, where: str) -> None:
        """Name the update and the kind or field that could not be read."""
        super().__init__(update, where)
        self.update = update
        self.where = where


def chat_of(update: Json) -> int:
    """Return the chat in whose line an update stands: its own, else its sender's private one, else 0."""
    for content in update.values():
        if isinstance(content, Mapping):
            message = content.get("message")
            holder = message if isinstance(message, Mapping) else content
            for key in ("chat", "from"):
                party = holder.get(key) or content.get(key)
                if isinstance(party, Mapping) and is_number(party.get("id")):
                    return int(party["id"])
    return 0


def is_number(value: object) -> bool:
    """Say whether a value is an integer that a database can hold; Telegram's have at most 52 bits."""
    return type(value) is int and abs(value) < 1 << 62


def read(raw: str, received: int = 0) -> AnyInput | None:
    """Read an update; `received` (ms) is when it came in, for kinds that carry no time of their own."""
    update: Any = None
    kind = "json"
    try:
        # Coordinates stay as they were written: a binary float would change their last digits.
        update = json.loads(raw, parse_float=str)
        for kind, reader in _READERS.items():
            content = update.get(kind)
            if content is not None:
                return reader(content, received)
    except (KeyError, TypeError, ValueError, AttributeError, ValidationError) as error:
        number = update.get("update_id") if isinstance(update, dict) else None
        raise Unreadable(number, kind) from error
    return None


def _message(message: Json, _received: int) -> AnyInput | None:
    common = _common(message)
    if common is None:
        return None
    if "via_bot" in message:
        return Odd(kind="via_bot", **common)
    if "text" in message:
        return _text(message, common)
    return _file(message, common) or _other(message, common)


def _text(message: Json, common: dict[str, Any]) -> AnyInput:
    text = message["text"]
    command = None if "forward_origin" in message else COMMAND.fullmatch(text)
    if command is None:
        return Said(text=text, **common)
    common["name"] = command[1].lower()
    return Command(rest=(command[2] or "").strip(), **common)


def _file(message: Json, common: dict[str, Any]) -> SentFile | None:
    kind: Kind
    if "photo" in message:
        kind, file = "photo", max(message["photo"], key=lambda size: size["width"] * size["height"])
    else:
        field = next((field for field in FILES if field in message), None)
        if field is None:
            return None
        kind, file = FILES[field], message[field]
    return SentFile(
        kind=kind,
        file_id=file["file_id"],
        unique_id=file["file_unique_id"],
        size=file.get("file_size"),
        file_name=file.get("file_name", ""),
        mime=file.get("mime_type", ""),
        caption=message.get("caption", ""),
        album=message.get("media_group_id"),
        **common,
    )


def _other(message: Json, common: dict[str, Any]) -> AnyInput | None:
    if "location" in message:
        point = message["location"]
        place = Place(latitude=str(point["latitude"]), longitude=str(point["longitude"]))
        return SentPlace(place=place, **common)
    kind = next((kind for kind in ODD if kind in message), None)
    return Odd(kind=kind, **common) if kind else None


def _edited(message: Json, _received: int) -> AnyInput | None:
    common = _common(message)
    text = message.get("text") or message.get("caption")
    if common is None or text is None:
        return None
    return Said(text=text, edited=True, **common)


def _tap(query: Json, received: int) -> AnyInput | None:
    message = query.get("message")
    if message is None or query["from"]["is_bot"]:
        return None
    # An inaccessible message has chat and message_id like any other, and the button's data says the rest.
    return Tapped(
        query=query["id"],
        data=query.get("data", ""),
        **_who(query["from"], message["chat"]),
        at=received,
        message=message["message_id"],
    )


def _membership(change: Json, _received: int) -> AnyInput | None:
    return Membership(
        blocked=change["new_chat_member"]["status"] in _GONE,
        **_who(change["from"], change["chat"]),
        at=change["date"] * 1000,
    )


def _common(message: Json) -> dict[str, Any] | None:
    sender = message.get("from")
    # Channels and anonymous administrators have no person behind them, and bots are none.
    if sender is None or sender["is_bot"] or "sender_chat" in message:
        return None
    reply = message.get("reply_to_message")
    return {
        **_who(sender, message["chat"]),
        "at": message.get("edit_date", message["date"]) * 1000,
        "message": message["message_id"],
        "reply_to": reply["message_id"] if reply else None,
    }


def _who(user: Json, chat: Json) -> dict[str, Any]:
    return {
        "chat": chat["id"],
        "account": user["id"],
        "name": " ".join(filter(None, (user["first_name"], user.get("last_name")))),
        "language_code": user.get("language_code", ""),
        "private": chat["type"] == "private" and chat["id"] == user["id"],
    }


_READERS: Final[Mapping[str, Callable[[Json, int], AnyInput | None]]] = {
    "callback_query": _tap,
    "message": _message,
    "edited_message": _edited,
    "my_chat_member": _membership,
}
