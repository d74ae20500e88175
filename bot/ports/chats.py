"""Where a chat stands: its session and our cards in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Session:
    """Where one chat stands: which screen, its state as versioned JSON, and which card is in view."""

    chat: int
    screen: str
    state: Mapping[str, Any]
    version: int = 1
    card: str | None = None
    below: bool = False
    """Something came below the card since it was drawn."""


class Sessions(Protocol):
    """One open flow per chat."""

    def get(self, chat: int) -> Session | None:
        """Return where a chat stands."""

    def put(self, session: Session) -> None:
        """Store where a chat stands now."""


@dataclass(frozen=True, slots=True)
class Card:
    """One of our messages that is edited in place; Telegram's number comes when it was sent."""

    id: str
    chat: int
    screen: str
    state: Mapping[str, Any]
    """Enough to draw the screen again and to know the item of a reply."""
    message: int | None = None


class Cards(Protocol):
    """Our cards."""

    def get(self, card: str) -> Card | None:
        """Return a card by our id."""

    def by_message(self, chat: int, message: int) -> Card | None:
        """Return the card that became a message."""

    def put(self, card: Card) -> None:
        """Store a new card, or what it shows now."""
