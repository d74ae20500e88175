"""Evidence and notes: what was sent for an item or for one occurrence of a deduction."""

from __future__ import annotations

from typing import Literal

from bot.entities.frozen import Frozen

Kind = Literal["photo", "document", "voice", "video", "audio", "location"]


class FileRef(Frozen):
    """One file as Telegram names it, and where it stands on our disk."""

    id: str
    file_id: str
    unique_id: str
    size: int | None
    name: str = ""
    mime: str = ""
    kind: Kind
    state: Literal["waiting", "stored", "failed"] = "waiting"
    sha256: str | None = None
    failure: str | None = None
    """Problem code why it could not be had."""


class Place(Frozen):
    """A point that was sent, in decimal degrees as text (never a binary float)."""

    latitude: str
    longitude: str


class Evidence(Frozen):
    """One piece of evidence: a file, an album of files with one caption, or a place."""

    id: str
    assessment: str
    item: str
    occurrence: str | None = None
    kind: Kind
    number: int
    """证1, 证2 … in the order received, within the assessment."""
    files: tuple[FileRef, ...] = ()
    caption: str = ""
    place: Place | None = None
    by: str
    at: int
    """Received, ms."""
    about: str | None = None
    """ISO date it is about, where it differs from the day received."""


class Note(Frozen):
    """A person's words on an item or on one occurrence."""

    id: str
    assessment: str
    item: str
    occurrence: str | None = None
    text: str
    by: str
    at: int
