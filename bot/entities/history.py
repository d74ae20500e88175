"""One row of the history: who did what, when, from what to what."""

from __future__ import annotations

from typing import Any

from bot.entities.frozen import Frozen


class Event(Frozen):
    """A change as it was applied; rows are only ever added."""

    stream: str
    """The visit's id, or `people`, `studios` … for what belongs to no visit."""
    seq: int
    """1, 2, 3 … within the stream, without holes."""
    at: int
    person: str | None
    """None when the program itself acted."""
    name: str
    """The change's explicit name."""
    payload: dict[str, Any]
    undoes: int | None = None
    """The seq that this row takes back."""
    hash: str
