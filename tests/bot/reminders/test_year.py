"""A year with a program that dies between any two steps: no reminder is doubled, missed or told at night.

Beside the program stand its twins, each built a little wrong; the same year finds each of them out.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import to_ms
from bot.ports import Call, Desk, Queued
from bot.reminders import KINDS, Keeper
from bot.reminders.kinds import Due, Today
from bot.tg import messages
from tests.bot.reminders.year import COORDINATOR, GONE, LONELY, Year, year

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
QUARTERS = (1, 2, 3)
"""Seeds of the quarters in which a twin is found out."""

Push = Callable[[Sequence[Queued]], None]


@pytest.mark.battery
@pytest.mark.parametrize("zone", [SHANGHAI, BERLIN], ids=str)
async def test_a_year_with_restarts(
    tmp_path: Path, zone: ZoneInfo, seed: int, record_property: Callable[[str, object], None]
) -> None:
    """Every leader is told exactly what their habit earns, by day; the coordinator once of each lonely studio."""
    async with year(tmp_path, zone, seed) as made:
        await made.live(378)
        assert made.faults(date(2027, 1, 14)) == []
        told = [each for each in made.sent if each.chat == COORDINATOR]
        lonely, left = (each.at.date() for each in told)
        assert date(2026, 1, 15) <= lonely <= date(2026, 1, 17), LONELY
        assert date(2026, 7, 2) <= left <= date(2026, 7, 4), GONE
        assert made.deaths > 20
        record_property(
            "summary",
            f"reminders {zone}: {len(made.sent)} told in a year of {made.looks} looks and {made.deaths} deaths",
        )


@pytest.mark.battery
async def test_two_replicas_on_one_store(tmp_path: Path, seed: int) -> None:
    """Both look at the same moments, all year: what one claims the other does not tell."""
    async with year(tmp_path, SHANGHAI, seed) as made:
        await made.live(378, make=Pair)
        assert made.faults(date(2027, 1, 14)) == []


class Pair:
    """Two loops that look at once."""

    def __init__(self, made: Year, store: Any, push: Push) -> None:
        self._loops = [Keeper(**_parts(made, store, push)) for _ in range(2)]

    async def once(self) -> None:
        await asyncio.gather(*(each.once() for each in self._loops))


# -- twins ----------------------------------------------------------------------------------------


def _parts(made: Year, store: Any, push: Push) -> dict[str, Any]:
    return {
        "kinds": KINDS,
        "store": store,
        "clock": made.clock,
        "world": made.world,
        "calls": messages.calls,
        "push": push,
    }


class InMemory:
    """A desk whose claims are forgotten when the program dies."""

    def __init__(self, claimed: set[str], real: Any) -> None:
        self._claimed = claimed
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return self if name == "reminders" else getattr(self._real, name)

    def claim(self, key: str, now: int) -> bool:
        new = key not in self._claimed
        self._claimed.add(key)
        return new

    def claimed(self, key: str) -> bool:
        return key in self._claimed


class TwoSteps(Keeper):
    """Claims and messages in transactions of their own."""

    claims_first = False

    async def _tell(self, due: Sequence[Due], today: Today) -> int:
        now = to_ms(self._clock.now())
        for each in due:
            if self.claims_first:
                if await self._store.write(partial(_claim, each.key, now)):
                    self._push(await self._store.write(partial(self._queued, each, today)))
            elif not await self._store.read(partial(_is_claimed, each.key)):
                self._push(await self._store.write(partial(self._queued, each, today)))
                await self._store.write(partial(_claim, each.key, now))
        return 0

    def _queued(self, due: Due, today: Today, desk: Any) -> list[Queued]:
        return self._claimed(due, today, InMemory(set(), desk)) or []


class ClaimsFirst(TwoSteps):
    claims_first = True


class NeverLapses(Keeper):
    """Messages that go out whenever they can."""

    def _claimed(self, due: Due, today: Today, desk: Desk) -> list[Queued] | None:
        return super()._claimed(due, today, Timeless(desk))


class Timeless:
    """A desk whose outbox keeps messages for ever."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return self if name == "outbox" else getattr(self._real, name)

    def add(self, call: Call, now: int) -> Queued:
        added: Queued = self._real.outbox.add(replace(call, expires=None), now)
        return added

    def retold(self, key: str) -> bool:
        return bool(self._real.outbox.retold(key))


def _claim(key: str, now: int, desk: Desk) -> bool:
    return desk.reminders.claim(key, now)


def _is_claimed(key: str, desk: Any) -> bool:
    claimed: bool = desk.reminders.claimed(key)
    return claimed


async def twin(path: Path, made_by: type[Keeper] = Keeper, desk: Any = None) -> list[str]:
    """What a twin does wrong in a few quarters in which programs die at every tenth step."""
    faults: list[str] = []
    for seed in QUARTERS:
        (path / str(seed)).mkdir()
        async with year(path / str(seed), SHANGHAI, seed) as made:
            await made.live(115, odds=0.1, make=lambda *parts: made_by(**_parts(*parts)), desk=desk)
            faults += made.faults(date(2026, 4, 20))
    return faults


@pytest.mark.battery
async def test_the_program_itself_passes_the_quarters(tmp_path: Path) -> None:
    """What finds the twins out finds nothing here."""
    assert await twin(tmp_path) == []


@pytest.mark.battery
async def test_claims_in_memory_are_found_out(tmp_path: Path) -> None:
    faults = await twin(tmp_path, desk=lambda: partial(InMemory, set()))
    assert any("doubled" in each for each in faults)


@pytest.mark.battery
async def test_sending_before_claiming_is_found_out(tmp_path: Path) -> None:
    faults = await twin(tmp_path, TwoSteps)
    assert any("doubled" in each for each in faults)


@pytest.mark.battery
async def test_claiming_before_queuing_is_found_out(tmp_path: Path) -> None:
    faults = await twin(tmp_path, ClaimsFirst)
    assert any("missed" in each for each in faults)


@pytest.mark.battery
async def test_messages_that_wait_into_the_night_are_found_out(tmp_path: Path) -> None:
    faults = await twin(tmp_path, NeverLapses)
    assert any("at night" in each for each in faults)
