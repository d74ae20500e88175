"""What waits together is committed together, and what fails fails alone."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from bot.clock import SteppedClock
from bot.entities import Studio
from bot.ports import Unavailable
from bot.store import Store, StoreDesk, open_alone
from bot.store.connection import Connection
from bot.store.desk import StoreDesk as Desk
from bot.store.dialect import BEGIN_READ, BEGIN_WRITE
from bot.store.worker import LARGEST, Closed
from bot.store.writer import Transactions
from tests.bot.store.gate import raw, together
from tests.kit.waiting import PATIENCE


def add_studio(number: int, *, fails: bool = False):
    """Return a function that adds a studio, and may fail after it did."""

    def work(desk: StoreDesk) -> int:
        desk.studios.add(Studio(id=f"s{number}", name=f"工作室{number}", unit="一厂"))
        if fails:
            raise ValueError(number)
        return number

    return work


async def names(store: Store) -> list[str]:
    """Return the ids of all studios."""
    return await store.read(
        lambda desk: [row[0] for row in raw(desk).execute("SELECT id FROM studios ORDER BY id")]
    )


async def test_of_six_with_two_that_fail_four_are_committed_at_once(store: Store):
    before = store.commits
    outcomes = await together(store, *(add_studio(n, fails=n in {2, 5}) for n in range(1, 7)))
    assert [type(each) for each in outcomes] == [int, ValueError, int, int, ValueError, int]
    assert await names(store) == ["s1", "s3", "s4", "s6"]
    assert store.commits == before + 2  # the gate's and the batch's


async def test_the_others_hear_the_same_when_one_breaks_a_rule_of_the_tables(store: Store):
    outcomes = await together(store, add_studio(1), add_studio(1), add_studio(2))
    assert outcomes[0] == 1
    assert isinstance(outcomes[1], sqlite3.IntegrityError)
    assert outcomes[2] == 2
    assert await names(store) == ["s1", "s2"]


async def test_a_function_sees_what_those_before_it_in_the_batch_did(store: Store):
    outcomes = await together(store, add_studio(1), lambda desk: desk.studios.get("s1"))
    assert outcomes[1].name == "工作室1"


async def test_a_batch_has_an_upper_bound(store: Store):
    before = store.commits
    await together(store, *(add_studio(n) for n in range(LARGEST + 5)))
    assert store.commits == before + 3
    assert len(await names(store)) == LARGEST + 5


async def test_alone_each_is_a_commit_of_its_own(store: Store):
    for number in range(20):
        await store.write(add_studio(number))
    assert store.commits == 20


async def test_a_cancelled_callers_turn_is_committed_all_the_same(store: Store):
    caller = asyncio.ensure_future(store.write(add_studio(1)))
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await store.write(add_studio(2))
    assert await names(store) == ["s1", "s2"]


async def test_a_failure_nobody_waits_for_is_logged(store: Store, caplog: pytest.LogCaptureFixture):
    caller = asyncio.ensure_future(store.write(add_studio(1, fails=True)))
    await asyncio.sleep(0)
    caller.cancel()
    await store.write(add_studio(2))
    assert "whose caller had gone" in caplog.text


async def test_even_a_stop_iteration_reaches_its_caller(store: Store):
    def stops(_desk: StoreDesk) -> None:
        raise StopIteration

    with pytest.raises(RuntimeError):
        await asyncio.wait_for(store.write(stops), PATIENCE)
    assert await store.write(add_studio(1)) == 1


async def test_a_hundred_read_modify_writes_make_a_hundred(furnished: Store):
    def one_more(desk: StoreDesk) -> None:
        found = raw(desk).execute("SELECT unit FROM studios WHERE id = 's1'").fetchone()[0]
        count = int(found) if found.isdigit() else 0
        raw(desk).execute("UPDATE studios SET unit = ? WHERE id = 's1'", (str(count + 1),))

    await asyncio.gather(*(furnished.write(one_more) for _ in range(100)))
    studio = await furnished.read(lambda desk: desk.studios.get("s1"))
    assert studio is not None
    assert studio.unit == "100"


def race(path: Path, begin: str) -> int:
    """Let two connections read, then both write one more; returns how often a write was refused or lost, of 100."""
    one, two = (sqlite3.connect(path, isolation_level=None, timeout=0) for _ in range(2))
    one.execute("CREATE TABLE counter (n INTEGER)")
    one.execute("INSERT INTO counter VALUES (0)")
    one.execute("PRAGMA journal_mode=wal")
    for _ in range(50):
        for connection in (one, two):
            try:
                connection.execute(begin)
            except sqlite3.OperationalError:  # the lock is held: wait until the first is through
                increment(one)
                connection.execute(begin)
            else:
                connection.execute("SELECT n FROM counter").fetchone()
        for connection in (one, two):
            increment(connection)
    (count,) = one.execute("SELECT n FROM counter").fetchone()
    one.close()
    two.close()
    return 100 - count


def increment(connection: sqlite3.Connection) -> None:
    """Write one more than is read, and commit, if the transaction still stands."""
    if not connection.in_transaction:
        return
    (count,) = connection.execute("SELECT n FROM counter").fetchone()
    try:
        connection.execute("UPDATE counter SET n = ?", (count + 1,))
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        connection.execute("ROLLBACK")


def test_the_writers_begin_loses_nothing_and_a_deferred_one_would(tmp_path: Path):
    assert race(tmp_path / "immediate.db", BEGIN_WRITE) == 0
    assert race(tmp_path / "deferred.db", BEGIN_READ) == 50


async def test_readers_go_on_while_the_writer_is_busy(furnished: Store):
    gate, held = threading.Event(), threading.Event()

    def hold(_desk: StoreDesk) -> None:
        held.set()
        gate.wait(PATIENCE)

    busy = asyncio.ensure_future(furnished.write(hold))
    await asyncio.to_thread(held.wait, PATIENCE)
    assert await asyncio.wait_for(furnished.read(lambda desk: desk.studios.get("s1")), PATIENCE / 2)
    gate.set()
    await busy


async def test_a_reader_cannot_write_and_stays_usable(furnished: Store):
    for _ in range(4):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await furnished.read(add_studio(7))
    assert await furnished.read(lambda desk: desk.studios.get("s1"))


async def test_an_error_inside_the_with_does_not_hang_the_program(path: Path, clock: SteppedClock):
    async def fails() -> None:
        async with Store.open(path, clock=clock) as store:
            await store.write(add_studio(1))
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the one just raised
        await asyncio.wait_for(fails(), PATIENCE)


async def test_a_closed_store_says_so(path: Path, clock: SteppedClock):
    store = Store.open(path, clock=clock)
    with pytest.raises(Closed):
        await store.write(add_studio(1))
    async with store:
        pass
    with pytest.raises(Closed):
        await store.read(add_studio(1))
    await store.close()


async def test_what_waits_at_the_end_is_still_committed(path: Path, clock: SteppedClock):
    async with Store.open(path, clock=clock) as store:
        waiting = [asyncio.ensure_future(store.write(add_studio(n))) for n in range(30)]
        await asyncio.sleep(0)
    assert await asyncio.gather(*waiting) == list(range(30))
    async with Store.open(path, clock=clock) as store:
        assert len(await names(store)) == 30


def test_the_two_private_names_of_aiosqlite_are_there(path: Path):
    connection = Connection(path)
    assert callable(connection._execute)
    with pytest.raises(ValueError, match="no active connection"):
        connection._conn.cursor()


# -- when the disk refuses -------------------------------------------------------------------------


async def test_a_function_too_large_for_the_disk_fails_alone(store: Store):
    pages = await store.write(lambda desk: raw(desk).execute("PRAGMA page_count").fetchone()[0])
    await store.write(lambda desk: raw(desk).execute(f"PRAGMA max_page_count={pages + 4}").fetchone())

    def too_large(desk: StoreDesk) -> None:
        desk.studios.add(Studio(id="big", name="x" * 200_000, unit="一厂"))

    outcomes = await together(store, add_studio(1), too_large, add_studio(2))
    assert [outcomes[0], outcomes[2]] == [1, 2]
    assert isinstance(outcomes[1], Unavailable)
    assert "full" in str(outcomes[1])
    assert await names(store) == ["s1", "s2"]


class Counting:
    """A connection that remembers what it was asked."""

    def __init__(self, real: sqlite3.Connection) -> None:
        self._real = real
        self.asked: list[str] = []

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Run and remember."""
        self.asked.append(sql)
        return self._real.execute(sql, values)

    @property
    def in_transaction(self) -> bool:
        """Say what the real one says."""
        return self._real.in_transaction


def test_only_a_batch_in_which_one_fails_pays_for_savepoints(path: Path, clock: SteppedClock):
    def fails(desk: StoreDesk) -> None:
        add_studio(9)(desk)
        raise LookupError

    with open_alone(path, clock=clock) as alone:
        counting = Counting(real := alone._transactions._raw)
        transactions = Transactions(counting, Desk(real, clock, {}))  # type: ignore[arg-type]
        transactions.write([add_studio(1), add_studio(2)])
        straight, counting.asked = counting.asked, []
        outcomes = transactions.write([add_studio(3), fails, add_studio(4)])
        stored = [row[0] for row in real.execute("SELECT id FROM studios ORDER BY id")]
    assert straight == ["BEGIN IMMEDIATE", "COMMIT"]
    assert [type(each.error) for each in outcomes] == [type(None), LookupError, type(None)]
    assert [sql.split()[0] for sql in counting.asked].count("SAVEPOINT") == 3
    assert stored == ["s1", "s2", "s3", "s4"]


class Failing:
    """A connection whose COMMIT fails some times, as on a full disk: SQLite has rolled back by then, or has not."""

    def __init__(self, real: sqlite3.Connection, times: int, *, rolled_back: bool) -> None:
        self._real = real
        self._times = times
        self._rolled_back = rolled_back

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Run, or fail to commit."""
        if sql == "COMMIT" and self._times:
            self._times -= 1
            if self._rolled_back:
                self._real.execute("ROLLBACK")
            raise sqlite3.OperationalError
        return self._real.execute(sql, values)

    @property
    def in_transaction(self) -> bool:
        """Say what the real one says."""
        return self._real.in_transaction


@pytest.mark.parametrize("rolled_back", [True, False])
def test_a_batch_that_cannot_be_committed_is_tried_one_by_one(
    path: Path, clock: SteppedClock, rolled_back: bool
):
    with open_alone(path, clock=clock) as alone:
        real = alone._transactions._raw
        failing = Failing(real, 3, rolled_back=rolled_back)
        transactions = Transactions(failing, Desk(real, clock, {}))  # type: ignore[arg-type]
        outcomes = transactions.write([add_studio(1), add_studio(2), add_studio(3)])
        stored = [row[0] for row in real.execute("SELECT id FROM studios ORDER BY id")]
    assert [type(each.error) for each in outcomes] == [sqlite3.OperationalError, type(None), type(None)]
    assert stored == ["s2", "s3"]


def test_a_function_that_hides_a_lost_transaction_is_not_believed(path: Path, clock: SteppedClock):
    def loses_all(desk: StoreDesk) -> None:
        raw(desk).execute("ROLLBACK")

    with open_alone(path, clock=clock) as alone:
        outcomes = alone._transactions.write([add_studio(1), loses_all, add_studio(3)])
        stored = [row[0] for row in alone._transactions._raw.execute("SELECT id FROM studios ORDER BY id")]
    assert [each.error is None for each in outcomes] == [True, False, True]
    assert stored == ["s1", "s3"]
