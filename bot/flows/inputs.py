"""What a person did, freed of its transport. The words here are the chat's: said, tapped, sent."""

from __future__ import annotations

from typing import Literal

from bot.entities.evidence import Kind, Place
from bot.entities.frozen import Frozen


class Input(Frozen):
    """Common to everything that comes in."""

    chat: int
    account: int
    """Telegram id of the sender."""
    name: str = ""
    """What Telegram calls the sender; never trusted as identity."""
    language_code: str = ""
    at: int
    """Received by Telegram, ms."""
    private: bool = True
    """A private chat with the sender; anything else gets one line, then silence."""
    message: int | None = None
    reply_to: int | None = None
    """Message number that this is a reply to."""


class Said(Input):
    """A text. Commands and reply-keyboard presses are texts too."""

    text: str
    edited: bool = False


class Command(Input):
    """A `/command` with what follows it."""

    name: str
    """Lower case, without slash and bot name."""
    rest: str = ""


class Tapped(Input):
    """A press of an inline button: `data` comes from the phone and proves nothing."""

    query: str
    data: str


class SentFile(Input):
    """A photo, document, voice message, video or audio."""

    kind: Kind
    file_id: str
    unique_id: str
    size: int | None
    file_name: str = ""
    mime: str = ""
    caption: str = ""
    album: str | None = None
    """media_group_id: parts of one album share it."""


class SentPlace(Input):
    """A location."""

    place: Place


class Odd(Input):
    """A message of a kind that nobody asked for: sticker, contact, poll."""

    kind: str


class Membership(Input):
    """The person blocked the bot or came back."""

    blocked: bool


AnyInput = Said | Command | Tapped | SentFile | SentPlace | Odd | Membership
Medium = Literal["said", "command", "tapped", "file", "place", "odd", "membership"]
