"""What was dealt with a month ago goes; what waits, and what was put aside, stays."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SteppedClock, to_ms
from bot.media.folder import Folder
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
        assert await Upkeep(store, clock, Folder(tmp_path / "exports"), 30).once() == 0
        clock.move(timedelta(days=2))
        later = to_ms(clock.now())
        (fresh,) = await store.write(lambda desk: desk.inbox.receive([update(4, later)]))
        await store.write(lambda desk: desk.inbox.done(fresh, later))
        assert await Upkeep(store, clock, Folder(tmp_path / "exports"), 30).once() == 2
        assert await store.read(lambda desk: list(desk.inbox.backlog())) == [waiting]
        assert [each.id for each in await store.read(lambda desk: desk.outbox.waiting())] == [unsent.id]


async def test_files_that_were_made_long_ago_go_unless_they_wait(tmp_path: Path) -> None:
    """What somebody sent in lies elsewhere and is not looked at."""
    clock = SteppedClock(datetime(2026, 3, 5, 2, 0, tzinfo=UTC))
    made = Folder(tmp_path / "exports")
    old, waits, fresh = (made.put_bytes(each) for each in (b"old", b"waits", b"fresh"))
    for name, days in ((old, 31), (waits, 31), (fresh, 29)):
        then = (clock.now() - timedelta(days=days)).timestamp()
        os.utime(made.path(name), (then, then))
    async with Store.open(tmp_path / "scorewalk.db", clock=clock) as store:
        upkeep = Upkeep(store, clock, made, 30)
        call = Call(1, "sendDocument", {}, file={"field": "document", "sha256": waits, "name": "a.xlsx"})
        await store.write(lambda desk: desk.outbox.add(call, to_ms(clock.now())))
        assert await upkeep.files() == 1
        assert [made.exists(each) for each in (old, waits, fresh)] == [False, True, True]
        assert await upkeep.files() == 0


def test_a_file_that_is_made_again_is_new_again(tmp_path: Path) -> None:
    made = Folder(tmp_path / "exports")
    name = made.put_bytes(b"the same")
    os.utime(made.path(name), (0, 0))
    grown = made.temporary()
    grown.write_bytes(b"the same")
    assert list(made.older(1.0)) == [name]
    made.adopt(grown, name)
    assert list(made.older(1.0)) == []
