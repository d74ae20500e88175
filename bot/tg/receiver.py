"""Intake of updates: stored first, acknowledged after; by a loop over getUpdates now, by a webhook one day.

What is not committed is not acknowledged, so nothing that Telegram believes delivered can be lost. The loop never
ends by itself: whatever goes wrong, it pauses and asks again. It must not know what an update means.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, Protocol

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.ports import RawUpdate
from bot.tg.limits import Backoff, flood_seconds
from bot.tg.request import INVALID
from bot.tg.seconds import RealSeconds, Seconds
from bot.tg.updates import WANTED, chat_of, is_number

LOG = logging.getLogger(__name__)

POLL_SECONDS: Final = 25
"""How long Telegram holds a request when there is nothing to deliver."""
READ_SECONDS: Final = POLL_SECONDS + 10.0
"""How long we wait for the reply."""
HUNG_SECONDS: Final = POLL_SECONDS + 20.0
"""After this a request is given up even if its own timeouts have failed."""
DEAF_SECONDS: Final = 90.0
"""Without an answer for so long, the connections are thrown away."""
BATCH: Final = 100


class Polled(Protocol):
    """What the loop needs of the Bot."""

    async def poll(self, fields: Mapping[str, Any], read_timeout: float) -> list[Any]:
        """Ask for updates."""
        ...

    async def reopen_polls(self) -> None:
        """Make the connection anew."""
        ...


Persist = Callable[[Sequence[RawUpdate]], Awaitable[Sequence[int]]]
"""Commits updates and returns the rows that are new; returns only after the commit."""


class Intake:
    """The one door into the inbox; polling stands before it, and a webhook can."""

    def __init__(
        self, bot_id: int, persist: Persist, arrived: Callable[[Sequence[int]], None], now: Callable[[], int]
    ) -> None:
        """Commit through `persist`, then hand the new rows to `arrived`; `now` in ms."""
        self._bot_id = bot_id
        self._persist = persist
        self._arrived = arrived
        self._now = now

    async def take(self, updates: Sequence[Any]) -> int | None:
        """Store updates as they came; returns the number up to which they may now be acknowledged."""
        now = self._now()
        numbered = [update for update in updates if _numbered(update)]
        if len(numbered) < len(updates):
            LOG.error("Telegram delivered %d updates without a number", len(updates) - len(numbered))
        if not numbered:
            return None
        rows = await self._persist([self._raw(update, now) for update in numbered])
        if rows:
            self._arrived(rows)
        return int(numbered[-1]["update_id"])

    def _raw(self, update: Mapping[str, Any], now: int) -> RawUpdate:
        # Escaped to ASCII: a lone surrogate from a broken client would stop the database, and with it the batch.
        raw = json.dumps(update)
        kind = next((key for key in update if key != "update_id"), "")
        digest = hashlib.sha256(raw.encode("ascii")).hexdigest()
        return RawUpdate(self._bot_id, update["update_id"], chat_of(update), kind, raw, digest, now)


class Poller:
    """The loop over getUpdates."""

    def __init__(
        self,
        bot: Polled,
        intake: Intake,
        *,
        seconds: Seconds | None = None,
    ) -> None:
        """Ask `bot`, store through `intake`."""
        self._bot = bot
        self._intake = intake
        self._seconds = seconds or RealSeconds()
        self._offset: int | None = None
        self._pauses = Backoff()
        self._heard = self._seconds.now()
        self._alarmed: set[type[BaseException]] = set()

    async def run(self) -> None:
        """Poll until cancelled."""
        self._heard = self._seconds.now()
        while True:
            # In a task of its own, so that an error of whatever kind is an outcome to deal with, not the end.
            turn = asyncio.ensure_future(self._turn())
            try:
                await asyncio.wait({turn})
            finally:
                turn.cancel()
            error = None if turn.cancelled() else turn.exception()
            if error is not None:
                await self._recover(error)

    async def _turn(self) -> None:
        fields: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": BATCH, "allowed_updates": WANTED}
        if self._offset is not None:
            # Never a number of our own making: a first request without it gets the oldest unconfirmed update.
            fields["offset"] = self._offset
        updates = await asyncio.wait_for(self._bot.poll(fields, READ_SECONDS), HUNG_SECONDS)
        self._heard = self._seconds.now()
        if updates:
            stored = await self._intake.take(updates)
            if stored is None:
                raise TelegramError(INVALID)
            self._offset = stored + 1
        self._pauses.reset()
        self._alarmed.clear()

    async def _recover(self, error: BaseException) -> None:
        pause = flood_seconds(error) if isinstance(error, RetryAfter) else self._pauses.next()
        self._report(error, pause)
        if self._seconds.now() - self._heard > DEAF_SECONDS:
            LOG.warning("no answer to getUpdates for %.0f s: connections are made anew", DEAF_SECONDS)
            self._heard = self._seconds.now()
            await self._bot.reopen_polls()
        await self._seconds.sleep(pause)

    def _report(self, error: BaseException, pause: float) -> None:
        if isinstance(error, InvalidToken | Conflict):
            # Somebody must act, but one loud line is enough; it may also be a stray answer of some proxy.
            level = logging.WARNING if type(error) in self._alarmed else logging.CRITICAL
            self._alarmed.add(type(error))
            LOG.log(level, "Telegram refuses getUpdates (%s), next try in %.0f s", error, pause)
        elif isinstance(error, TelegramError | TimeoutError):
            LOG.warning("getUpdates failed (%r), next try in %.0f s", error, pause)
        else:
            LOG.error("updates could not be stored, next try in %.0f s", pause, exc_info=error)


def _numbered(update: object) -> bool:
    return isinstance(update, dict) and is_number(update.get("update_id"))
