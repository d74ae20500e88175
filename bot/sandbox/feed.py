"""What a phone's screen is told: numbered events of one chat, kept, awaited by any number of listeners."""

import asyncio
from typing import Any

Event = dict[str, Any]


class Feed:
    """The events of one chat; numbers start at 1."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = asyncio.Event()

    @property
    def seq(self) -> int:
        """The number of the newest event, 0 before the first."""
        return len(self.events)

    def publish(self, kind: str, **fields: object) -> None:
        """Append an event and wake every listener."""
        self.events.append({"seq": self.seq + 1, "type": kind, **fields})
        self._changed.set()
        self._changed = asyncio.Event()

    async def after(self, seq: int, timeout: float) -> list[Event]:
        """Return the events after a number, waiting up to some seconds for the first of them."""
        if seq >= self.seq:
            try:
                await asyncio.wait_for(self._changed.wait(), timeout)
            except TimeoutError:
                return []
        return self.events[seq:]
