"""Everything in which SQLite differs from another database: settings of a connection, transactions, upserts.

It must not know a single table. A second database means a second set of these names and a choice between them.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, create_engine, func
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.pool import StaticPool

from bot.problems import Refusal

insert = sqlite.insert
"""INSERT that can say what happens on a conflict."""

listed = func.json_group_array
"""Gather a column of a subquery into one JSON list, in the order of the subquery."""

DIALECT: Final[Dialect] = sqlite.dialect(paramstyle="qmark")

BEGIN_WRITE: Final = "BEGIN IMMEDIATE"
"""Takes the write lock before the first read: a deferred BEGIN lets two read-modify-writes lose one of them."""
BEGIN_READ: Final = "BEGIN"

_COMMON: Final[dict[str, int | str]] = {
    "synchronous": 2,  # FULL: NORMAL may forget confirmed answers when the power goes
    "fullfsync": 1,  # without it macOS does not flush the drive; no effect elsewhere
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "busy_timeout": 10_000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,  # a stray write must not reach the file
    "secure_delete": 1,  # erased is erased
    "wal_autocheckpoint": 1000,
    "journal_size_limit": 64 * 1024 * 1024,
    "cache_size": -16 * 1024,
    "temp_store": 2,
}
WRITER: Final[dict[str, int | str]] = {"journal_mode": "wal", **_COMMON, "query_only": 0}
READER: Final[dict[str, int | str]] = {**_COMMON, "query_only": 1}


def file_of(where: Path | str) -> Path:
    """Return the file of an address (sqlite:///…) or path; other databases are refused."""
    if isinstance(where, Path):
        return where
    if "://" not in where:
        return Path(where)
    url = make_url(where)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise Refusal("database_unsupported", kind=url.get_backend_name())
    return Path(url.database)


def create(path: Path) -> None:
    """Make the folder and an empty file that only its owner can read, if they are not there, for good."""
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    for folder in (
        path.parent,
        path.absolute().parent.parent,
    ):  # what is committed later needs a name to be found by
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def connect(path: Path, pragmas: dict[str, int | str]) -> sqlite3.Connection:
    """Open a file that exists and set the connection up."""
    connection = attach(path)
    try:
        set_up(connection, pragmas)
    except BaseException:
        connection.close()
        raise
    return connection


def attach(path: Path) -> sqlite3.Connection:
    """Open a file that exists; nothing of it is read yet."""
    if not path.is_file():
        raise Refusal("database_missing", path=str(path))
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,  # transactions begin and end where we say so
        check_same_thread=False,  # opened here, closed elsewhere; used by one thread at a time
        cached_statements=512,
    )


def set_up(connection: sqlite3.Connection, pragmas: dict[str, int | str]) -> None:
    """Make every setting, and make sure that it took."""
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    verify(connection, pragmas)


def verify(connection: sqlite3.Connection, pragmas: dict[str, int | str]) -> None:
    """Compare what a connection says of itself with what it should say; a difference refuses the start."""
    for name, wanted in pragmas.items():
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or row[0] != wanted:
            raise Refusal("database_setting", name=name, found=str(row and row[0]), wanted=str(wanted))


def sound(connection: sqlite3.Connection) -> None:
    """Refuse a damaged file: nothing is repaired silently."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise Refusal("database_damaged", what=str(found))
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise Refusal("database_damaged", what=f"foreign key of {broken[0]}")


def core(connection: sqlite3.Connection) -> Connection:
    """Return SQLAlchemy's view of an open connection (for migrations); closing the view leaves it open."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    return engine.connect()
