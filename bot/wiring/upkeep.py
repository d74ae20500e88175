"""What is cleared away now and then: updates and calls that were dealt with a month ago, files that were made long ago.

Files that somebody sent in are never touched here; what was made of them can be made again.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Final

from bot.clock import Clock, to_ms
from bot.media.folder import Folder
from bot.store import Store

LOG: Final = logging.getLogger(__name__)

KEPT: Final = timedelta(days=30)
"""Telegram repeats nothing that is older than a day; a month is for whoever looks into a complaint."""
EVERY_SECONDS: Final = 6 * 60 * 60.0


class Upkeep:
    """The loop in the background."""

    def __init__(self, store: Store, clock: Clock, made: Folder, days: int) -> None:
        """Clear this store by this clock, and the folder of files that were made, so many days after they were."""
        self._store = store
        self._clock = clock
        self._made = made
        self._days = days

    async def run(self) -> None:
        """Clear until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await self.once()
            await self.files()

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

    async def files(self) -> int:
        """Delete files that were made long ago, but for those that wait to be sent; returns how many went."""
        before = (self._clock.now() - timedelta(days=self._days)).timestamp()
        old = await asyncio.to_thread(lambda: set(self._made.older(before)))
        if not old:
            return 0
        waiting = await self._store.read(lambda desk: desk.outbox.waiting())
        old -= {each.call.file["sha256"] for each in waiting if each.call.file}
        for sha256 in old:
            await asyncio.to_thread(self._made.remove, sha256)
        LOG.info("%d files that were made %d days ago deleted", len(old), self._days)
        return len(old)
