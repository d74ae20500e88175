"""What was dealt with a month ago goes; what waits, and what was put aside, stays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SteppedClock, to_ms
from bot.ports import Call, RawUpdate
from bot.store import Store
from bot.wiring.upkeep import KEPT, Upkeep


def update(number: int, now: int) -> RawUpdate:
    return RawUpdate(
        bot_id=7, update_id=number, chat=1, kind="message", raw="{}", sha256=f"{number:064}", now=now
    )


async def test_old_rows_that_are_done_are_cleared_and_no_others(tmp_path: Path) -> None:
    clock = SteppedClock(datetime(2026, 1, 5, 2, 0, tzinfo=UTC))
    async with Store.open(tmp_path / "scorewalk.db", clock=clock) as store:
        now = to_ms(clock.now())
        done, parked, waiting = await store.write(
            lambda desk: desk.inbox.receive([update(number, now) for number in (1, 2, 3)])
        )
        sent = await store.write(lambda desk: desk.outbox.add(Call(1, "sendMessage", {}), now))
        unsent = await store.write(lambda desk: desk.outbox.add(Call(1, "sendMessage", {}), now))
        await store.write(lambda desk: desk.inbox.done(done, now))
        await store.write(lambda desk: desk.inbox.park(parked, "why", now))
        await store.write(lambda desk: desk.outbox.sent([sent.id], now))

        clock.move(KEPT - timedelta(days=1))
        assert await Upkeep(store, clock).once() == 0
        clock.move(timedelta(days=2))
        later = to_ms(clock.now())
        (fresh,) = await store.write(lambda desk: desk.inbox.receive([update(4, later)]))
        await store.write(lambda desk: desk.inbox.done(fresh, later))
        assert await Upkeep(store, clock).once() == 2
        assert await store.read(lambda desk: list(desk.inbox.backlog())) == [waiting]
        assert [each.id for each in await store.read(lambda desk: desk.outbox.waiting())] == [unsent.id]
