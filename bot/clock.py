"""Time and new ids, replaceable as a whole: the only place that asks the machine for either.

It must not know who asks. Times are aware and UTC inside; the zone is applied where something is shown.
"""

from __future__ import annotations

import base64
import secrets
from datetime import UTC, datetime, timedelta
from typing import Protocol

ID_LENGTH = 13
"""Characters of an id: 64 random bits in base32, short enough for four of them in a button's 64 bytes."""


class Clock(Protocol):
    """What the program may ask about time and chance."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...

    def new_id(self) -> str:
        """Return an id that was never given before: 13 characters of a-z and 2-7."""
        ...

    def secret(self) -> str:
        """Return 128 random bits as 26 characters of a-z and 2-7, for invitation links."""
        ...


class SystemClock:
    """The machine's own clock and randomness."""

    def now(self) -> datetime:
        """Return the machine's time in UTC."""
        return datetime.now(UTC)

    def new_id(self) -> str:
        """Return 64 random bits as 13 characters."""
        return _letters(8)

    def secret(self) -> str:
        """Return 128 random bits as 26 characters."""
        return _letters(16)


class SteppedClock:
    """A clock for tests: it stands still until it is moved, and its ids count upwards."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware moment."""
        self._now = start
        self._count = 0

    def now(self) -> datetime:
        """Return the moment that was set last."""
        return self._now

    def move(self, by: timedelta) -> None:
        """Go forward (or back) by a span."""
        self._now += by

    def new_id(self) -> str:
        """Return the next counted id."""
        self._count += 1
        return f"{self._count:x}".translate(_HEX_TO_BASE32).rjust(ID_LENGTH, "a")

    def secret(self) -> str:
        """Return a counted secret."""
        return self.new_id() * 2


_HEX_TO_BASE32 = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def _letters(size: int) -> str:
    return base64.b32encode(secrets.token_bytes(size)).decode("ascii").rstrip("=").lower()


def to_ms(moment: datetime) -> int:
    """Return an aware moment as whole milliseconds since 1970 UTC, the form in which times are stored."""
    return int(moment.timestamp() * 1000)


def from_ms(stored: int) -> datetime:
    """Return a stored time as an aware moment in UTC."""
    return datetime.fromtimestamp(stored / 1000, UTC)
