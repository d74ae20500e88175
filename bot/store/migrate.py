"""Brings the tables to the form that this program knows, in one transaction; refuses tables of a newer program.

Alembic is imported only when there is something to do. It must not know what the tables mean.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from bot.problems import Refusal
from bot.store import dialect

HEAD: Final = "0007"
"""The newest revision in `migrations/versions`."""
FOLDER: Final = Path(__file__).with_name("migrations")


def revision(raw: sqlite3.Connection) -> str | None:
    """Return the revision of the tables, None if there are no tables yet."""
    tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    row = (
        raw.execute("SELECT version_num FROM alembic_version").fetchone()
        if "alembic_version" in tables
        else None
    )
    if row is None:
        raise Refusal("database_damaged", what="alembic_version")
    return str(row[0])


def expect_head(raw: sqlite3.Connection) -> None:
    """Refuse tables of another revision than this program's (for those who only read)."""
    found = revision(raw) or "-"
    if found != HEAD:
        raise Refusal("schema_older" if _older(found, HEAD) else "schema_newer", found=found, known=HEAD)


def upgrade(raw: sqlite3.Connection, to: str = HEAD) -> None:
    """Bring the tables to a revision; a failure leaves them as they were."""
    found = revision(raw)
    if found == to:
        return
    if found is not None and not _older(found, to):
        raise Refusal("schema_newer", found=found, known=to)
    _run(raw, to)


def _older(found: str, known: str) -> bool:
    """Say whether a revision comes before another; they are numbered, and what is no number was never ours."""
    return found == "-" or (found.isdigit() and found < known)


def _run(raw: sqlite3.Connection, to: str) -> None:
    from alembic import command  # noqa: PLC0415 - the usual start has nothing to migrate and need not load it
    from alembic.config import Config  # noqa: PLC0415 - same

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    # Tables are rebuilt while others refer to them; what was left broken is found before the commit.
    raw.execute("PRAGMA foreign_keys=OFF").fetchall()
    try:
        with dialect.core(raw) as connection:
            connection.exec_driver_sql(dialect.BEGIN_WRITE)
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            dialect.sound(raw)
            raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("PRAGMA foreign_keys=ON").fetchall()
