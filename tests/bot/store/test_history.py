"""The history grows and never changes; whoever changes it around the program is found."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import SteppedClock
from bot.store import Store, StoreDesk, open_alone
from bot.store.compiled import Rows
from bot.store.queries.history import NO_HASH, History
from tests.bot.store.gate import raw
from tests.bot.store.samples import NOW


def tell(
    desk: StoreDesk, name: str, *, stream: str = "v1", person: str = "p1", undoes: int | None = None
) -> int:
    """Append a row; returns its seq."""
    payload = {"item": "1.3", "old": {}, "new": {"full": True}}
    return desk.history.append(
        stream=stream, at=NOW, person=person, name=name, payload=payload, undoes=undoes
    ).seq


async def test_rows_come_back_as_they_were_told_one_chain_per_stream(store: Store):
    def work(desk: StoreDesk) -> None:
        assert desk.history.head("v1") == NO_HASH
        told = [
            desk.history.append(
                stream=stream,
                at=NOW + n,
                person=None if n == 1 else "p1",
                name="mark",
                payload={"n": n, "中": ["文"]},
            )
            for n, stream in enumerate(("v1", "v2", "v1"))
        ]
        assert desk.history.of("v1") == (told[0], told[2])
        assert [each.seq for each in told] == [1, 1, 2]
        assert desk.history.head("v1") == told[2].hash
        assert desk.history.streams() == ("v1", "v2")
        assert {desk.history.verify(stream) for stream in ("v1", "v2", "v3")} == {None}

    await store.write(work)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET at = at + 1",
        "UPDATE history SET hash = hash",
        "DELETE FROM history",
        "INSERT OR REPLACE INTO history (stream, seq, at, name, payload, hash) VALUES ('v1', 1, 0, 'x', '{}', 'h')",
        "INSERT INTO history (stream, seq, at, name, payload, hash) VALUES ('v1', 9, 0, 'x', '{}', 'h')",
        "DELETE FROM heads",
        "UPDATE heads SET seq = 1",
        "UPDATE heads SET stream = 'v9'",
    ],
)
async def test_the_tables_themselves_refuse_to_change_what_was(store: Store, statement: str):
    await store.write(lambda desk: [tell(desk, "mark") for _ in range(3)])
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        await store.write(lambda desk: raw(desk).execute(statement))
    assert await store.read(lambda desk: desk.history.verify("v1")) is None


ROWS = 12
FORGERIES: tuple[tuple[str, object], ...] = (
    ("at", NOW + 1),
    ("person", "p2"),
    ("person", None),
    ("name", "undo"),
    ("undoes", 3),
    ("payload", '{"item":"1.3","new":{"full":true},"old":{}}'),
    ("hash", "0" * 64),
    ("stream", "v3"),
)


@pytest.fixture
def told(path: Path, clock: SteppedClock) -> Path:
    """A database with two streams of some rows, its triggers taken away as by somebody with the file in hand."""
    with open_alone(path, clock=clock) as alone:
        alone.write(lambda desk: [tell(desk, "mark", stream=s) for s in ("v1", "v2") for _ in range(ROWS)])
        connection = alone._transactions._raw
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
    return path


def tamper(connection: sqlite3.Connection, dice: random.Random) -> str:
    """Do one thing to stream v1 that nobody may do; returns what."""
    seq = dice.randint(1, ROWS)
    other = dice.choice([n for n in range(1, ROWS + 1) if n != seq])
    column, value = dice.choice(FORGERIES)
    how = dice.choice(["change", "change", "delete", "swap", "insert", "cut"])
    if how == "change":
        connection.execute(f"UPDATE history SET {column} = ? WHERE stream = 'v1' AND seq = ?", (value, seq))  # noqa: S608 - our own names
    elif how == "delete":
        connection.execute("DELETE FROM history WHERE stream = 'v1' AND seq = ?", (seq,))
    elif how == "cut":
        connection.execute("DELETE FROM history WHERE stream = 'v1' AND seq >= ?", (seq,))
    elif how == "swap":
        for old, new in ((seq, -1), (other, seq), (-1, other)):
            connection.execute("UPDATE history SET seq = ? WHERE stream = 'v1' AND seq = ?", (new, old))
    else:
        connection.execute(
            "INSERT INTO history (stream, seq, at, person, name, payload, hash) "
            "SELECT stream, ?, at, person, name, payload, hash FROM history WHERE stream = 'v1' AND seq = ?",
            (ROWS + 1, seq),
        )
    return f"{how} {seq} {other} {column}={value}"


def test_a_hundred_edits_by_hand_are_all_found(told: Path):
    dice = random.Random(7)
    with closing(sqlite3.connect(told, isolation_level=None)) as connection:
        history = History(Rows(connection))
        assert history.verify("v1") is None
        for _ in range(100):
            connection.execute("BEGIN")
            what = tamper(connection, dice)
            assert history.verify("v1") is not None, what
            assert history.verify("v2") is None
            connection.execute("ROLLBACK")


def test_the_first_row_that_does_not_fit_is_named(told: Path):
    with closing(sqlite3.connect(told)) as connection:
        connection.execute("UPDATE history SET at = 0 WHERE stream = 'v1' AND seq IN (5, 8)")
        assert History(Rows(connection)).verify("v1") == 5


async def test_the_last_standing_row_is_the_newest_that_nothing_took_back(store: Store):
    def work(desk: StoreDesk) -> None:
        def last(person: str = "p1") -> int | None:
            found = desk.history.last_standing("v1", person, ("mark", "note"))
            return found.seq if found else None

        assert last() is None
        first, second = tell(desk, "mark"), tell(desk, "note")
        tell(desk, "mark", person="p2")
        tell(desk, "sign")
        assert last() == second
        undo = tell(desk, "undo", undoes=second)
        assert last() == first
        tell(desk, "undo", undoes=first)
        assert last() is None
        assert last("p2") == 3
        tell(desk, "redo", undoes=undo)
        assert last() == second

    await store.write(work)
