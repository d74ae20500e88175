"""How fast we may speak: Telegram's published rates as buckets, flood waits, and pauses between failed tries.

Seconds are a monotonic clock's; whoever asks says what time it is.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from telegram.error import RetryAfter

PRIVATE: Final = (0.9, 5)
"""Nearly one message a second in a private chat (the line shifts them), five at once now and then."""
GROUP: Final = (13 / 60, 5)
"""Eighteen messages in any minute: five at once, the others spread."""
OVERALL: Final = (25.0, 5)
"""Below the thirty a second that a bot may send in all."""

FREE: Final = frozenset({"answerCallbackQuery", "setMyCommands", "deleteMyCommands"})
"""Methods that no rate counts."""

KEPT: Final = 1000
"""Chats whose buckets are remembered before the idle ones are dropped."""


class Bucket:
    """So many a second on average, so many at once."""

    __slots__ = ("_full_at", "_gap", "_slack")

    def __init__(self, rate: float, burst: int) -> None:
        """Start full."""
        self._gap = 1 / rate
        self._slack = (burst - 1) * self._gap
        self._full_at = float("-inf")

    def wait(self, now: float) -> float:
        """Return the seconds until the next one may go."""
        return max(0.0, self._full_at - self._slack - now)

    def take(self, now: float) -> float:
        """Count one, now or at the next moment that is free; returns the seconds until then."""
        wait = self.wait(now)
        self._full_at = max(now, self._full_at) + self._gap
        return wait

    def idle(self, now: float) -> bool:
        """Say whether it is full again, so that forgetting it changes nothing."""
        return self._full_at <= now


class Pace:
    """The rates of every chat and of the bot as a whole."""

    def __init__(self) -> None:
        """Start with nothing sent."""
        self._chats: dict[int, Bucket] = {}
        self._overall = Bucket(*OVERALL)

    def in_chat(self, chat: int, now: float) -> float:
        """Count one message in its chat; returns the seconds it has to wait there."""
        bucket = self._chats.get(chat)
        if bucket is None:
            if len(self._chats) >= KEPT:
                self._chats = {key: kept for key, kept in self._chats.items() if not kept.idle(now)}
            bucket = self._chats[chat] = Bucket(*(PRIVATE if chat > 0 else GROUP))
        return bucket.take(now)

    def in_all(self, now: float) -> float:
        """Count one message of the bot; to be asked when it could go at once, or others wait for nothing."""
        return self._overall.take(now)


class NoPace:
    """No rates at all: for a stand-in without limits."""

    def in_chat(self, chat: int, now: float) -> float:  # noqa: ARG002 - asked like Pace
        """Let it go."""
        return 0.0

    def in_all(self, now: float) -> float:  # noqa: ARG002 - asked like Pace
        """Let it go."""
        return 0.0


class Floods:
    """Flood waits that Telegram imposed: on one chat, or on the bot when a second chat is told the same."""

    def __init__(self) -> None:
        """Start with none."""
        self._chats: dict[int, float] = {}
        self._all = float("-inf")

    def impose(self, chat: int, until: float, now: float) -> None:
        """Remember a wait; a second chat's while the first lasts means that the whole bot is too fast."""
        self._chats = {key: end for key, end in self._chats.items() if end > now}
        if self._chats.keys() - {chat}:
            self._all = max(self._all, until)
        self._chats[chat] = max(until, self._chats.get(chat, until))

    def wait(self, chat: int, now: float) -> float:
        """Return the seconds until a chat may be spoken to again."""
        return max(0.0, self._all - now, self._chats.get(chat, now) - now)


class Backoff:
    """Pauses that double up to a limit."""

    __slots__ = ("_longest", "_next", "_shortest")

    def __init__(self, shortest: float = 1.0, longest: float = 30.0) -> None:
        """Start with the shortest."""
        self._shortest = self._next = shortest
        self._longest = longest

    def next(self) -> float:
        """Return the pause to make now."""
        pause, self._next = self._next, min(self._next * 2, self._longest)
        return pause

    def reset(self) -> None:
        """Begin again with the shortest: something went well."""
        self._next = self._shortest


def pause_after(attempts: int, shortest: float = 1.0, longest: float = 60.0) -> float:
    """Return the pause after so many failed tries (1, 2, 3 …)."""
    return min(longest, shortest * 2.0 ** min(attempts - 1, 30))


def flood_seconds(error: RetryAfter) -> float:
    """Return how long a flood wait lasts."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
