"""A bot's queue of updates: acknowledged by a higher offset, redelivered byte for byte, expired by the clock.

It must not know what an update means; who puts one in says its kind and how long it lives.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .clock import Clock
from .errors import Refusal

MAX_LIMIT = 100
MAX_TIMEOUT = 50
FUTURE = 10
MAX_PENDING = 100_000
CONFLICT_PAUSE = 3.0
IDLE_WEEK = 7 * 86400
LIFE = {"callback_query": 150, "inline_query": 30, "chosen_inline_result": 600}
LIFE_OF_OTHERS = 86400
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "guest_message",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
    ]
)


@dataclass(slots=True, frozen=True)
class Pending:
    """One update that waits, already serialised: what is delivered twice is the same bytes."""

    update_id: int
    body: bytes
    expires: float


class UpdateQueue:
    """The updates of one bot."""

    def __init__(self, clock: Clock, fresh_id: Callable[[], int], note: Callable[[int, str], None]) -> None:
        self.allowed: frozenset[str] | None = None
        self._clock = clock
        self._fresh_id = fresh_id
        self._next_id = fresh_id()
        self._last_put = clock.now()
        self._note = note
        self._pending: deque[Pending] = deque()
        self._poll: asyncio.Future[Refusal | None] | None = None
        self._quiet_until = 0.0
        self._soonest = float("inf")

    def __len__(self) -> int:
        self._drop_expired()
        return len(self._pending)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Set what is queued from now on; None keeps the setting, nothing known means the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & KINDS or None

    def wants(self, kind: str) -> bool:
        """Tell whether an update of this kind is queued at all."""
        return kind in self.allowed if self.allowed is not None else kind not in NOT_BY_DEFAULT

    def put(self, kind: str, content: object) -> dict[str, Any] | None:
        """Queue one update and return it, or None if the bot has not asked for its kind."""
        if not self.wants(kind):
            return None
        raw = {kind: content}
        update_id = self.put_raw(raw, LIFE.get(kind, LIFE_OF_OTHERS))
        return {"update_id": update_id, **raw}

    def put_raw(self, raw: dict[str, Any], life: float = LIFE_OF_OTHERS) -> int:
        """Queue any object as an update under the next id and return that id."""
        now = self._clock.now()
        if now - self._last_put >= IDLE_WEEK:
            self._next_id = self._fresh_id()
        update_id, self._next_id, self._last_put = self._next_id, self._next_id + 1, now
        if len(self._pending) >= MAX_PENDING:
            self._note(update_id, "dropped")
            return update_id
        body = json.dumps({**raw, "update_id": update_id}, ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
        expires = now + life
        self._soonest = min(self._soonest, expires)
        self._pending.append(Pending(update_id, body, expires))
        self._note(update_id, "created")
        self._wake(None)
        return update_id

    def clear(self) -> None:
        """Drop everything that waits."""
        self._drop_before(self._next_id, "dropped")

    async def take(self, offset: int, limit: int, timeout: float) -> list[Pending]:
        """Answer one getUpdates call: acknowledge, then wait up to `timeout` seconds for an update."""
        self._acknowledge(offset)
        self._drop_expired()
        self._wake(Refusal.OTHER_GET_UPDATES)
        if not self._pending and timeout > 0:
            await self._wait(timeout)
            self._drop_expired()
        count = limit if 1 <= limit <= MAX_LIMIT else MAX_LIMIT
        return [pending for pending, _ in zip(self._pending, range(count), strict=False)]

    def delivered(self, batch: Iterable[Pending]) -> None:
        """Note that a batch went out; it stays until it is acknowledged."""
        for pending in batch:
            self._note(pending.update_id, "delivered")

    def interrupt(self, refusal: Refusal) -> None:
        """End the waiting poll with a refusal."""
        self._wake(refusal)

    def release(self) -> None:
        """Let the waiting poll go with nothing: the server is closing."""
        self._wake(None)

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            kept = list(self._pending)[offset:]
            self._drop_before(kept[0].update_id if kept else self._next_id, "acked")
        elif 0 < offset <= self._next_id + FUTURE:
            self._drop_before(offset, "acked")

    def _drop_before(self, update_id: int, event: str) -> None:
        while self._pending and self._pending[0].update_id < update_id:
            self._note(self._pending.popleft().update_id, event)

    def _drop_expired(self) -> None:
        now = self._clock.now()
        if now < self._soonest:
            return
        for pending in [pending for pending in self._pending if pending.expires <= now]:
            self._pending.remove(pending)
            self._note(pending.update_id, "expired")
        self._soonest = min((pending.expires for pending in self._pending), default=float("inf"))

    def _wake(self, refusal: Refusal | None) -> None:
        poll, self._poll = self._poll, None
        if poll and not poll.done():
            poll.set_result(refusal)

    async def _wait(self, timeout: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            refusal = await asyncio.wait_for(poll, min(timeout, MAX_TIMEOUT))
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if refusal:
            await self._pause_conflicts()
            raise refusal.error()

    async def _pause_conflicts(self) -> None:
        """Answer a second conflict within three seconds only after three seconds, as the server does."""
        now = asyncio.get_running_loop().time()
        if now < self._quiet_until:
            await asyncio.sleep(CONFLICT_PAUSE)
        else:
            self._quiet_until = now + CONFLICT_PAUSE
