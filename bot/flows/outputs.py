"""What the person is to see, freed of its transport. Texts are finished: HTML of the few tags Telegram knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button."""

    label: str
    data: str
    """At most 64 bytes; says what it means, with ids and revisions as drawn."""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows."""

    text: str
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Say:
    """A message that is never edited."""

    text: str
    rows: Rows = ()
    keys: tuple[tuple[str, ...], ...] | None = None
    """A reply keyboard to set with this message; () removes it."""
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Tell:
    """A message to somebody else's chat (a coordinator is told)."""

    chat: int
    text: str


@dataclass(frozen=True, slots=True)
class NewCard:
    """Send a card."""

    card: str
    face: Face
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Redraw:
    """Edit a card in place."""

    card: str
    face: Face


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message of its own beside the card whose buttons remember more than 64 bytes."""

    screen: str
    state: Mapping[str, Any]
    face: Face
    reply_to: int | None = None
    card: str = ""
    """Its id, where somebody else is to edit it; empty: a new one."""


@dataclass(frozen=True, slots=True)
class Anew:
    """The card in view of another chat is to be drawn anew, where it shows this assessment."""

    chat: int
    assessment: str
    keep: bool = False
    """A colleague entered something: whatever the reader is being asked stays open."""
    told: bool = True
    """Something was sent below the card."""
    screen: str = ""
    """Where the card goes on to; empty: it stays what it is."""


@dataclass(frozen=True, slots=True)
class Shut:
    """The card in view of another chat is to be closed, where its reader may not see it any more."""

    chat: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a tap: nothing, a line at the top, or a box to be closed."""

    query: str
    text: str = ""
    box: bool = False


@dataclass(frozen=True, slots=True)
class SendStored:
    """A stored file with a caption, as a document or (a picture) as it is seen in the chat."""

    sha256: str
    name: str
    caption: str = ""
    rows: Rows = ()
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """The command menu of this person's chat."""

    commands: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class InChat:
    """What somebody else's chat is to see."""

    chat: int
    output: Output


Output = Say | Tell | NewCard | Redraw | Answer | SendStored | Menu | InChat
