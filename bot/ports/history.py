"""What was done: the append-only, hash-chained list of applied changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bot.entities import (
    Event,
)


class History(Protocol):
    """The append-only list of applied changes, hash-chained per stream."""

    def append(
        self,
        *,
        stream: str,
        at: int,
        person: str | None,
        name: str,
        payload: Mapping[str, Any],
        undoes: int | None = None,
    ) -> Event:
        """Add a row; its hash covers the row and the hash before it. No person's free text may be in the payload."""

    def of(self, stream: str) -> tuple[Event, ...]:
        """Return a stream, oldest first."""

    def by_person(self, person: str, before: int, limit: int) -> tuple[Event, ...]:
        """Return what a person did before a time (ms), newest first, at most so many."""

    def last_standing(self, stream: str, person: str, names: Sequence[str]) -> Event | None:
        """Return the person's newest row among `names` that nothing has undone."""

    def head(self, stream: str) -> str:
        """Return the hash of the newest row, or 64 zeros."""

    def verify(self, stream: str) -> int | None:
        """Recompute the chain; returns the seq of the first row that does not fit, or None."""
