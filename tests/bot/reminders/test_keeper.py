"""The loop: when it wakes, what one bad kind or one bad person does to the others, clocks that are set."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import SteppedClock, to_ms
from bot.entities import Person
from bot.flows.engine import World
from bot.flows.outputs import Say
from bot.flows.screen import Ask
from bot.ports import Desk, Queued, Unavailable
from bot.reminders import KINDS, Due, Keeper, Kind
from bot.reminders.keeper import LOOK_SECONDS
from bot.reminders.kinds import Today
from bot.store import Store, StoreDesk
from bot.tg import messages

SHANGHAI = ZoneInfo("Asia/Shanghai")
README = Path(__file__).parents[3] / "README.md"
MORNING = datetime(2026, 5, 15, 2, 0, tzinfo=UTC)


class Broken(Exception):
    pass


def water(desk: Desk, today: Today) -> Iterable[Due]:
    """Everybody is to water the plants, every day."""
    return [Due("water", person, (str(today.day),)) for person in ("p1", "p2", "p3")]


def say(desk: Desk, ask: Ask, due: Due) -> Say | None:
    """The second of them breaks, the third has nothing to water."""
    if ask.who.id == "p2":
        raise Broken
    return Say("water") if ask.who.id != "p3" else None


def may(desk: Desk, person: Person, due: Due) -> bool:
    return True


def broken(desk: Desk, today: Today) -> Iterable[Due]:
    raise Broken


WATER = Kind("water", water, say, may)


class Rig:
    """A store with three people, and a loop over a few kinds."""

    def __init__(self, store: Store, clock: SteppedClock) -> None:
        self.store = store
        self.clock = clock
        self.pushed: list[Queued] = []

    def keeper(self, *kinds: Kind, store: Any = None) -> Keeper:
        return Keeper(
            kinds=kinds,
            store=store or self.store,
            clock=self.clock,
            world=World(SHANGHAI, "zh-CN", self.clock.new_id),
            calls=messages.calls,
            push=self.pushed.extend,
        )

    @property
    def chats(self) -> list[int]:
        return [each.call.chat for each in self.pushed]


def join(number: int, now: int, desk: StoreDesk) -> None:
    desk.people.add(Person(id=f"p{number}", name=f"{number}"), now)
    desk.people.attach(number, f"p{number}", now)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    clock = SteppedClock(MORNING)
    async with Store.open(tmp_path / "scorewalk.db", clock=clock, rubric_files=()) as store:
        now = to_ms(clock.now())
        for number in (1, 2, 3):
            await store.write(partial(join, number, now))
        yield Rig(store, clock)


async def test_one_that_breaks_stops_no_other(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    """Neither a kind that cannot be read nor a message that cannot be written; both are named and tried again."""
    keeper = rig.keeper(Kind("broken", broken, say, may), WATER)
    assert await keeper.once() == 1
    assert rig.chats == [1]
    assert "reminders of the kind broken cannot be looked for" in caplog.text
    assert "remind:water:2026-05-15:p2 failed" in caplog.text
    caplog.clear()
    assert await keeper.once() == 0
    assert "p2 failed" in caplog.text


async def test_what_is_told_is_told_for_good(rig: Rig) -> None:
    """Not again by this loop, by the next program, by one beside it, or with the clock set back."""
    keeper = rig.keeper(WATER)
    assert await keeper.once() == 1
    rig.clock.move(timedelta(hours=-1))
    both = [rig.keeper(WATER), rig.keeper(WATER)]
    assert await asyncio.gather(keeper.once(), *(each.once() for each in both)) == [0, 0, 0]
    rig.clock.move(timedelta(days=1))
    assert sum(await asyncio.gather(*(each.once() for each in both))) == 1


async def test_what_is_not_owed_is_settled_too(rig: Rig) -> None:
    """Of the third nothing is ever said on that day, even if something came up later."""
    await rig.keeper(WATER).once()
    talkative = Kind("water", water, lambda desk, ask, due: Say("late"), may)
    await rig.keeper(talkative).once()
    assert rig.chats == [1, 2]


async def test_who_may_not_hear_it_now_may_later(rig: Rig) -> None:
    """Nothing is claimed for a person whose grant has ended, or who has no chat."""
    assert await rig.keeper(Kind("water", water, say, lambda desk, person, due: False)).once() == 0
    assert await rig.keeper(WATER).once() == 1


async def test_a_night_that_begins_during_a_look(rig: Rig) -> None:
    """The list was made in the last second of the day: nothing is claimed, so nothing is missed."""

    def slow(desk: Desk, today: Today) -> Iterable[Due]:
        rig.clock.move(timedelta(hours=12))
        return water(desk, today)

    assert await rig.keeper(Kind("water", slow, say, may)).once() == 0
    rig.clock.move(timedelta(hours=-12))
    assert await rig.keeper(WATER).once() == 1


async def test_a_disk_that_is_full(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    """It is tried again at the next look."""

    class Full:
        read = rig.store.read

        async def write(self, work: object) -> None:
            raise Unavailable

    assert await rig.keeper(WATER, store=Full()).once() == 0
    assert "cannot be written" in caplog.text
    assert await rig.keeper(WATER).once() == 1


@pytest.mark.parametrize(
    ("hour", "seconds"),
    [(10.0, LOOK_SECONDS), (2.0, LOOK_SECONDS), (7.95, 180.0), (8.0, LOOK_SECONDS), (20.999, LOOK_SECONDS)],
)
async def test_when_it_wakes(rig: Rig, hour: float, seconds: float) -> None:
    """Every few minutes, and at eight sharp; a clock that is set delays nothing by more."""
    rig.clock.move(timedelta(hours=hour - 10))
    assert rig.keeper(WATER).pause() == pytest.approx(seconds)


async def test_it_sleeps_wakes_and_ends(rig: Rig) -> None:
    """It looks at once, again when woken, and ends when cancelled."""
    keeper = rig.keeper(WATER)
    running = asyncio.create_task(keeper.run())
    while not rig.pushed:  # noqa: ASYNC110 - the loop tells nobody when it has looked
        await asyncio.sleep(0.001)
    rig.clock.move(timedelta(days=1))
    keeper.wake()
    while len(rig.pushed) < 2:  # noqa: ASYNC110 - same
        await asyncio.sleep(0.001)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


def test_the_readme_lists_every_kind() -> None:
    """In the order of the table; a name is stored, so it is there once and for good."""
    lines = README.read_text(encoding="utf-8").partition("## Reminders")[2].partition("\n## ")[0].splitlines()
    listed = [line.split("`")[1] for line in lines if line.startswith("| `")]
    assert listed == [kind.name for kind in KINDS]
    assert len(set(listed)) == len(listed)
