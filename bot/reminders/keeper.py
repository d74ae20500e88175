"""The loop that reminds people: it looks at the database at every dawn and every few minutes of the day.

A reminder is claimed in the transaction that queues its message, so however often the program dies, is started again
or runs beside another, each is told once. A message that could not leave before the night lapses in the outbox; on
the next day the same reminder is written anew, as things stand then, if its time is not over.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Protocol, TypeVar

from bot.clock import Clock, to_ms
from bot.flows.engine import World
from bot.flows.outputs import Output
from bot.flows.screen import Ask
from bot.ports import Call, Desk, Queued, Unavailable, Writer
from bot.reminders.hours import evening, next_morning, quiet
from bot.reminders.kinds import Due, Kind, Today
from bot.texts import words

LOG: Final = logging.getLogger(__name__)

LOOK_SECONDS: Final = 300.0
"""How often is looked at least: a clock that was set, or a machine that slept, delays nothing by more."""
TOGETHER: Final = 50
"""Reminders handed to the writer at a time, so that a tap never waits for a morning's hundreds."""

T = TypeVar("T")


class Doors(Writer, Protocol):
    """What the loop needs of the store."""

    async def read(self, work: Callable[[Desk], T]) -> T:
        """Run a function that only looks."""
        ...


class Keeper:
    """Reminds people of what is due."""

    def __init__(
        self,
        *,
        kinds: Sequence[Kind],
        store: Doors,
        clock: Clock,
        world: World,
        calls: Callable[[int, Sequence[Output], int], list[Call]],
        push: Callable[[Sequence[Queued]], None],
    ) -> None:
        """Take what it needs, and who is told when messages are committed."""
        self._kinds = {kind.name: kind for kind in kinds}
        self._store = store
        self._clock = clock
        self._world = world
        self._calls = calls
        self._push = push
        self._told: set[str] = set()
        """Keys that are known to be claimed: they need not be asked for again. Nothing else rests on it."""
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look now."""
        self._woken.set()

    async def run(self) -> None:
        """Remind until cancelled."""
        while True:
            self._woken.clear()
            await self.once()
            # Not wait_for: being woken in the moment of being cancelled, it forgets the cancellation.
            await asyncio.wait({waking := asyncio.ensure_future(self._woken.wait())}, timeout=self.pause())
            waking.cancel()

    def pause(self) -> float:
        """Return the seconds until the next look: the morning where that is nearer than usual."""
        now = to_ms(self._clock.now())
        return min(LOOK_SECONDS, max(1, (next_morning(now, self._world.zone) - now)) / 1000)

    async def once(self) -> int:
        """Tell what is due now, if it is day; returns how many messages were queued."""
        today = Today(to_ms(self._clock.now()), self._world.zone)
        if quiet(today.now, today.zone):
            return 0
        due = await self._due(today)
        told = 0
        for start in range(0, len(due), TOGETHER):
            told += await self._tell(due[start : start + TOGETHER], today)
        return told

    # -- what is due ------------------------------------------------------------------------------

    async def _due(self, today: Today) -> list[Due]:
        """Return what may be due and was not told; a kind that cannot be read is named and stops no other."""

        def of(kind: Kind, desk: Desk) -> list[Due]:
            lapsed = desk.outbox.lapsed()
            return [
                replace(each, again=each.key in lapsed)
                for each in kind.due(desk, today)
                if each.key in lapsed or each.key not in self._told
            ]

        kinds = tuple(self._kinds.values())
        found = await asyncio.gather(
            *(self._store.read(partial(of, kind)) for kind in kinds), return_exceptions=True
        )
        due: list[Due] = []
        for kind, each in zip(kinds, found, strict=True):
            if isinstance(each, BaseException):
                LOG.error("reminders of the kind %s cannot be looked for", kind.name, exc_info=each)
            else:
                due += each
        return due

    # -- telling ----------------------------------------------------------------------------------

    async def _tell(self, due: Sequence[Due], today: Today) -> int:
        """Claim and queue some, each in a savepoint of its own: one that fails stops no other."""
        outcomes = await asyncio.gather(
            *(self._store.write(partial(self._claimed, each, today)) for each in due), return_exceptions=True
        )
        told = 0
        for each, outcome in zip(due, outcomes, strict=True):
            if isinstance(outcome, Unavailable):
                LOG.warning("the database cannot be written; %s is tried again", each.key)
            elif isinstance(outcome, BaseException):
                LOG.error("%s failed and is tried again", each.key, exc_info=outcome)
            elif outcome is not None:
                self._told.add(each.key)
                self._push(outcome)
                told += len(outcome)
        return told

    def _claimed(self, due: Due, today: Today, desk: Desk) -> list[Queued] | None:
        """Claim a reminder and queue its message in the open transaction; None if it is not to be settled yet."""
        now = to_ms(self._clock.now())
        kind, person = self._kinds[due.kind], desk.people.get(due.person, now)
        if quiet(now, today.zone) or Today(now, today.zone).day != today.day:
            return None
        if person is None or not kind.may(desk, person, due):
            return None
        chats = desk.people.accounts(person.id)
        if not chats:
            return None
        if not (desk.outbox.retold(due.key) if due.again else desk.reminders.claim(due.key, now)):
            return []
        ask = Ask(person, words(person.language), now, self._world.mint, today.zone, chats[0])
        said = kind.say(desk, ask, due)
        if said is None:
            return []
        until = evening(today.day, today.zone)
        return [
            desk.outbox.add(replace(call, card=due.key, expires=until), now)
            for chat in chats
            for call in self._calls(chat, [said], now)
        ]
