"""Which of Telegram's messages each card is: remembered from sending, else asked of the store once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

KEPT: Final = 20_000
"""Cards that are remembered; the oldest are asked for again."""

Find = Callable[[str], Awaitable[int | None]]


class CardMessages:
    """The message of each card."""

    def __init__(self, find: Find) -> None:
        """Ask `find` for a card that was not sent since the start."""
        self._find = find
        self._known: dict[str, int] = {}

    def remember(self, card: str, message: int) -> None:
        """Note the message that a card is from now on."""
        if len(self._known) >= KEPT:
            del self._known[next(iter(self._known))]
        self._known[card] = message

    async def of(self, card: str) -> int | None:
        """Return the message of a card; None if it never became one."""
        known = self._known.get(card)
        if known is None:
            known = await self._find(card)
            if known is not None:
                self.remember(card, known)
        return known
