"""How the file is opened: every setting on every connection, one program at a time, nothing damaged, nothing foreign."""

import asyncio
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.clock import SteppedClock
from bot.problems import Refusal
from bot.store import Store, StoreDesk, dialect, open_alone, open_reader
from tests.bot.store.gate import raw
from tests.bot.store.samples import furnish

FULL = 2
EVERYWHERE = {
    "journal_mode": "wal",
    "synchronous": FULL,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "busy_timeout": 10_000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "wal_autocheckpoint": 1000,
    "journal_size_limit": 64 * 1024 * 1024,
}


def settings(desk: StoreDesk) -> dict[str, object]:
    """Return what the connection under a desk says of itself."""
    names = (*EVERYWHERE, "query_only")
    return {name: raw(desk).execute(f"PRAGMA {name}").fetchone()[0] for name in names}


async def test_every_connection_has_every_setting(path: Path, clock: SteppedClock):
    async with Store.open(path, clock=clock, readers=4) as store:
        assert await store.write(settings) == {**EVERYWHERE, "query_only": 0}
        everybody = threading.Barrier(4, timeout=10)  # all four must look at once, so each one does

        def look(desk: StoreDesk) -> dict[str, object]:
            everybody.wait()
            return settings(desk)

        for seen in await asyncio.gather(*(store.read(look) for _ in range(4))):
            assert seen == {**EVERYWHERE, "query_only": 1}


def test_the_doors_without_a_loop_have_them_too(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        assert alone.write(settings) == {**EVERYWHERE, "query_only": 0}
    with open_reader(path) as desk:
        assert settings(desk) == {**EVERYWHERE, "query_only": 1}


def test_a_setting_that_does_not_hold_refuses_the_start(tmp_path: Path):
    connection = sqlite3.connect(tmp_path / "plain.db")
    with pytest.raises(Refusal) as refused:
        dialect.verify(connection, {"synchronous": FULL, "foreign_keys": 1})
    connection.close()
    assert refused.value.code == "database_setting"
    assert refused.value.params["name"] == "foreign_keys"


def test_the_file_and_its_folder_are_their_owners_alone(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
        modes = {
            each.name: stat.S_IMODE(each.stat().st_mode) for each in (path.parent, *path.parent.iterdir())
        }
    assert modes.pop("data") == 0o700
    assert set(modes) >= {"scorewalk.db", "scorewalk.db-wal", "scorewalk.db.lock"}
    assert set(modes.values()) == {0o600}


HOLDER = """
import sys, time
from pathlib import Path
from bot.clock import SystemClock
from bot.store import open_alone
with open_alone(Path(sys.argv[1]), clock=SystemClock()):
    print("open", flush=True)
    time.sleep(60)
"""


def test_a_second_process_is_refused_until_the_first_is_dead(path: Path, clock: SteppedClock):
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(Refusal) as refused, open_alone(path, clock=clock):
            pass
        assert refused.value.code == "locked"
    finally:
        holder.kill()
        holder.communicate()
    with open_alone(path, clock=clock):
        pass


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("sqlite:///data/a.db", "data/a.db"),
        ("sqlite:////srv/a.db", "/srv/a.db"),
        ("data/a.db", "data/a.db"),
        (Path("b.db"), "b.db"),
    ],
)
def test_an_address_names_a_file(address: str | Path, file: str):
    assert dialect.file_of(address) == Path(file)


@pytest.mark.parametrize("address", ["postgresql://localhost/a", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused_with_a_code(address: str):
    with pytest.raises(Refusal) as refused:
        dialect.file_of(address)
    assert refused.value.code == "database_unsupported"


def test_a_reader_never_makes_a_database(tmp_path: Path):
    with pytest.raises(Refusal) as refused, open_reader(tmp_path / "none.db"):
        pass
    assert refused.value.code == "database_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_refuses_the_start(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)
    with pytest.raises((Refusal, sqlite3.DatabaseError)), open_alone(path, clock=clock):
        pass


def test_a_row_that_refers_to_nothing_refuses_the_start(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM studios")
    connection.commit()
    connection.close()
    with pytest.raises(Refusal) as refused, open_alone(path, clock=clock):
        pass
    assert refused.value.code == "database_damaged"


@pytest.fixture
def garbage(path: Path) -> Path:
    """A file that is no database."""
    path.parent.mkdir()
    path.write_bytes(b"this is no database at all, not even a small one" * 100)
    return path


async def test_a_failing_start_gives_lock_and_threads_back(garbage: Path, clock: SteppedClock):
    began = time.monotonic()
    for _ in range(2):
        with pytest.raises(sqlite3.DatabaseError):
            async with Store.open(garbage, clock=clock):
                pass
    assert time.monotonic() - began < 10
