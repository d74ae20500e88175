"""Drafts of rubrics on their way to publication."""

from __future__ import annotations

from typing import Protocol

from bot.entities import Draft, DraftLine


class Drafts(Protocol):
    """The drafts of this installation."""

    def get(self, draft: str) -> Draft | None:
        """Return a draft."""

    def put(self, draft: Draft) -> None:
        """Store a draft as it is now."""

    def active(self) -> tuple[DraftLine, ...]:
        """Return the drafts of which something can still become, newest first."""

    def published_as(self, rubric: str, version: int) -> Draft | None:
        """Return the draft that became a version; None for one that came with the program."""
