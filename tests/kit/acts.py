"""What a person does in a walk that nothing may stop, and what each act must leave in the history.

A row is written as the ledger reads it: `mark 1.2 a2`, `note 1.2 …`, `photo 1.1 ?` (the mark stands for the file's own
name at Telegram). Acts without rows move about; they are answered, and leave nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Say:
    """A text: words, quick entry or a command."""

    text: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tap:
    """A button on the newest card with `on` in its text, pressed as soon as it is there.

    With `until` it is pressed again when the card was drawn anew instead: a summary asks for that when it has moved.
    """

    label: str
    on: str
    rows: tuple[str, ...] = ()
    until: str = ""


@dataclass(frozen=True)
class Photo:
    """One picture, or an album of several."""

    caption: str = ""
    rows: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True)
class Paper:
    """A document."""

    caption: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Wait:
    """Look at the phone until a text is there."""

    text: str


Act = Say | Tap | Photo | Paper | Wait
Burst = tuple[Act, ...]
"""Acts sent without looking at what the program says to them."""
