"""Waiting: a clock that only goes forward and a way to let it pass, replaceable together in tests."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Seconds(Protocol):
    """A monotonic clock that can be waited for."""

    def now(self) -> float:
        """Return seconds since some moment."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return when so many of them have passed."""
        ...


class RealSeconds:
    """The machine's."""

    def now(self) -> float:
        """Return the machine's monotonic time."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Let the event loop do other things meanwhile."""
        await asyncio.sleep(seconds)
