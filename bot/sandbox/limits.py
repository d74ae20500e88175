"""Telegram's flood limits as token buckets: per chat, per group, overall; edits count, answers do not."""

import math
from dataclasses import dataclass

from .clock import Clock
from .errors import too_many

COUNTED = frozenset(
    [
        "sendMessage",
        "editMessageText",
        "editMessageReplyMarkup",
        "editMessageCaption",
        "sendPhoto",
        "sendDocument",
        "sendVoice",
        "sendVideo",
        "sendMediaGroup",
        "sendLocation",
    ]
)

OVERALL = (30.0, 30.0)
PER_CHAT = (1.0, 5.0)
PER_GROUP = (20 / 60, 20.0)


@dataclass(slots=True)
class Bucket:
    """A token bucket; an empty one blocks for a whole number of seconds that further calls do not shorten."""

    rate: float
    size: float
    level: float
    at: float
    blocked_until: float = 0.0

    def refusal(self, now: float, cost: int) -> int:
        """Return how many seconds a call of this cost must wait, 0 if it may pass."""
        if now < self.blocked_until:
            return max(1, math.ceil(self.blocked_until - now))
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level >= min(cost, self.size):
            return 0
        wait = max(1, math.ceil((min(cost, self.size) - self.level) / self.rate))
        self.blocked_until = now + wait
        return wait


class Limits:
    """The buckets of every bot and its chats."""

    def __init__(self, clock: Clock, *, on: bool) -> None:
        self.on = on
        self._clock = clock
        self._buckets: dict[tuple[int, int], Bucket] = {}

    def pass_or_raise(self, bot_id: int, method: str, chat_id: object, cost: int = 1) -> None:
        """Count one call; raise a flood wait when a bucket is empty."""
        if not self.on or method not in COUNTED or not isinstance(chat_id, int):
            return
        now = self._clock.elapsed()
        buckets = (self._bucket((bot_id, chat_id), now), self._bucket((bot_id, 0), now))
        for bucket in buckets:
            wait = bucket.refusal(now, cost)
            if wait:
                raise too_many(wait)
        for bucket in buckets:
            bucket.level -= cost

    def _bucket(self, key: tuple[int, int], now: float) -> Bucket:
        bucket = self._buckets.get(key)
        if bucket is None:
            chat_id = key[1]
            rate, size = OVERALL if chat_id == 0 else PER_CHAT if chat_id > 0 else PER_GROUP
            bucket = self._buckets[key] = Bucket(rate, size, size, now)
        return bucket
