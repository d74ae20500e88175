"""The stand-in's own time and chance: a clock that can be moved forward, timers on it, and identifiers.

Telegram's time is not the bot's: the stand-in keeps its own, so that tests can let buttons expire.
"""

import asyncio
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TWO_TO_32 = 1 << 32


class Clock:
    """Unix time that `advance` moves forward, with timers that fire when it passes them."""

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        self._source = now
        self._ahead = 0.0
        self._timers: list[tuple[float, Callable[[], object]]] = []
        self._wakeups: set[asyncio.TimerHandle] = set()

    def now(self) -> float:
        """Return the stand-in's Unix time."""
        base = self._source().timestamp() if self._source else time.time()
        return base + self._ahead

    def elapsed(self) -> float:
        """Return seconds that never run backwards and never stand still, moved by `advance` too."""
        return time.monotonic() + self._ahead

    def iso(self) -> str:
        """Return the stand-in's time as ISO 8601 in UTC."""
        return datetime.fromtimestamp(self.now(), UTC).isoformat()

    def advance(self, seconds: float) -> None:
        """Move the clock forward and run the timers it passed, in order."""
        self._ahead += seconds
        self._run_due()

    def call_later(self, seconds: float, action: Callable[[], object]) -> None:
        """Run an action once so many seconds have passed on this clock, by waiting or by `advance`."""
        self._timers.append((self.elapsed() + seconds, action))
        handle = asyncio.get_running_loop().call_later(seconds + 0.001, self._run_due)
        self._wakeups.add(handle)

    def close(self) -> None:
        """Forget every timer."""
        self._timers.clear()
        for handle in self._wakeups:
            handle.cancel()

    def _run_due(self) -> None:
        now = self.elapsed()
        due = sorted((timer for timer in self._timers if timer[0] <= now), key=lambda timer: timer[0])
        self._timers = [timer for timer in self._timers if timer[0] > now]
        for _, action in due:
            action()


class Ids:
    """Identifiers as Telegram gives them out: large, random, never guessable from one another."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a stand-in keeps no secrets

    def person(self) -> int:
        """Return a user id above 2^32, as new accounts have."""
        return TWO_TO_32 + self._random.randrange(10**8, 10**9)

    def group(self) -> int:
        """Return the negative id of a group."""
        return -self._random.randrange(10**9, TWO_TO_32 - 1)

    def first_update(self) -> int:
        """Return the update_id that a bot's queue starts with."""
        return self._random.randrange(2_000_001, 10**9)

    def first_message(self) -> int:
        """Return the message_id that a chat starts with."""
        return self._random.randrange(11, 900)

    def number(self) -> str:
        """Return a 64-bit number in digits: callback queries, albums, chat instances."""
        return str(self._random.randrange(1 << 60, (1 << 63) - 1))

    def file(self, length: int = 56) -> str:
        """Return an opaque file identifier."""
        return "".join(self._random.choices(ALPHABET, k=length))
