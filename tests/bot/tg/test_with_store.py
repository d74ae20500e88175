"""The sender and the intake on the real store: what a crash leaves is taken up, in order, without loss."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SteppedClock, to_ms
from bot.flows.outputs import Button, Face, NewCard, Output, Redraw, Say
from bot.ports import Card, Queued, RawUpdate
from bot.sandbox import Phone, StandIn
from bot.store import Store
from bot.tg.bot import Bot
from bot.tg.limits import NoPace
from bot.tg.marks import OutboxRows
from bot.tg.messages import calls
from bot.tg.receiver import Intake, Poller
from bot.tg.sender import Sender
from tests.bot.tg.kit import FakeSeconds
from tests.kit.waiting import until

ROWS = ((Button("满分", "full"),),)


class Bench:
    """A store, the Bot, and senders that come and go."""

    def __init__(self, store: Store, bot: Bot, phone: Phone, clock: SteppedClock) -> None:
        self.store, self.bot, self.phone, self.clock = store, bot, phone, clock

    def now(self) -> int:
        return to_ms(self.clock.now())

    async def write(self, work: Callable[[OutboxRows], object]) -> Any:
        return await self.store.write(lambda desk: work(desk.outbox))

    async def find(self, card: str) -> int | None:
        found = await self.store.read(lambda desk: desk.cards.get(card))
        return found.message if found else None

    def sender(self) -> Sender:
        return Sender(
            self.bot,
            self.write,
            find_card=self.find,
            open_file=lambda sha256: Path(sha256).open("rb"),
            now=self.now,
            pace=NoPace(),
            seconds=FakeSeconds(),
        )

    async def queue(self, *outputs: Output) -> list[Queued]:
        """What a turn commits."""

        def turn(desk: Any) -> list[Queued]:
            for output in outputs:
                if isinstance(output, NewCard):
                    desk.cards.put(Card(output.card, self.phone.id, "walk", {}))
            return [desk.outbox.add(call, self.now()) for call in calls(self.phone.id, outputs, self.now())]

        return await self.store.write(turn)

    def texts(self) -> list[str]:
        return [message["text"] for message in self.phone.messages if message["from"] == "bot"]


@pytest.fixture
async def bench(bot: Bot, phone: Phone, tmp_path: Path) -> AsyncIterator[Bench]:
    clock = SteppedClock(datetime(2026, 11, 21, 8, 0, tzinfo=UTC))
    async with Store.open(tmp_path / "scorewalk.db", clock=clock) as store:
        yield Bench(store, bot, phone, clock)


async def test_rows_and_cards_are_marked(bench: Bench) -> None:
    sender = bench.sender()
    sender.push(await bench.queue(NewCard("c1", Face("1", ROWS)), Redraw("c1", Face("2", ROWS)), Say("x")))
    await sender.drained()
    assert bench.texts() == ["2", "x"]
    assert await bench.write(lambda outbox: outbox.waiting()) == ()
    (card, _) = [message["message_id"] for message in bench.phone.messages if message["from"] == "bot"]
    assert await bench.find("c1") == card


async def test_what_a_crash_left_is_sent_by_the_next_run(bench: Bench) -> None:
    await bench.queue(Say("a"), NewCard("c1", Face("1", ROWS)))
    sender = bench.sender()
    await sender.start()
    await sender.drained()
    await bench.queue(Redraw("c1", Face("2", ROWS)), Say("b"))
    await bench.queue(Redraw("c1", Face("3", ROWS)))
    again = bench.sender()
    await again.start()
    await again.drained()
    assert bench.texts() == ["a", "3", "b"]
    assert await bench.write(lambda outbox: outbox.waiting()) == ()


async def test_a_mark_that_was_lost_never_brings_old_content_back(bench: Bench, standin: StandIn) -> None:
    sender = bench.sender()
    sender.push(await bench.queue(NewCard("c1", Face("0", ROWS))))
    await sender.drained()
    first = await bench.queue(Redraw("c1", Face("1", ROWS)))
    second = await bench.queue(Redraw("c1", Face("2", ROWS)))
    sender.push(first)
    await until(lambda: bench.texts() == ["1"])
    sender.push(second)
    await until(lambda: bench.texts() == ["2"])
    crashed = bench.sender()
    await crashed.start()
    await crashed.drained()
    assert bench.texts() == ["2"]
    await sender.close()


async def test_a_chat_that_blocked_the_bot_is_parked_in_the_store(bench: Bench) -> None:
    bench.phone.block()
    sender = bench.sender()
    sender.push(await bench.queue(Say("a"), Say("b")))
    await sender.drained()
    assert await bench.write(lambda outbox: outbox.parked_chats()) == {bench.phone.id}
    bench.phone.block(on=False)
    again = bench.sender()
    await again.start()
    again.wake(bench.phone.id)
    await again.drained()
    assert bench.texts() == ["a", "b"]


async def test_updates_go_into_the_inbox_once(bench: Bench, standin: StandIn) -> None:
    arrived: list[int] = []

    async def persist(updates: Sequence[RawUpdate]) -> Sequence[int]:
        return await bench.store.write(lambda desk: desk.inbox.receive(updates))

    intake = Intake(bench.bot.number, persist, arrived.extend, bench.now)
    standin.plan_faults({"method": "getUpdates", "kind": "drop_after"})
    bench.phone.say("字")
    for _ in range(2):
        before = standin.bot.updates._poll
        polling = asyncio.create_task(Poller(bench.bot, intake, seconds=FakeSeconds()).run())
        await until(lambda: len(arrived) == 2 and standin.bot.updates._poll not in {None, before})  # noqa: B023 - ends before it changes
        polling.cancel()
        await asyncio.wait({polling})
    assert len(arrived) == 2
    received = await bench.store.write(lambda desk: [desk.inbox.claim(row) for row in arrived])
    assert [row.chat for row in received if row] == [bench.phone.id] * 2
