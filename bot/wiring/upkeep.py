"""What is cleared away now and then: updates and calls that were dealt with a month ago."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Final

from bot.clock import Clock, to_ms
from bot.store import Store

LOG: Final = logging.getLogger(__name__)

KEPT: Final = timedelta(days=30)
"""Telegram repeats nothing that is older than a day; a month is for whoever looks into a complaint."""
EVERY_SECONDS: Final = 6 * 60 * 60.0


class Upkeep:
    """The loop in the background."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Clear this store by this clock."""
        self._store = store
        self._clock = clock

    async def run(self) -> None:
        """Clear until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await self.once()

    async def once(self) -> int:
        """Clear what is old, a little at a time so that nobody waits for it; returns how many rows went."""
        before = to_ms(self._clock.now() - KEPT)
        gone = 0
        for purge in (
            lambda desk: desk.inbox.purge(before),
            lambda desk: desk.outbox.purge(before),
        ):
            while cleared := await self._store.write(purge):
                gone += cleared
        if gone:
            LOG.info("%d old rows cleared", gone)
        return gone
