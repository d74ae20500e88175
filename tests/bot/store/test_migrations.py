"""The tables as migrations make them are the tables as the program knows them, and rows survive every step."""

import gzip
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.clock import SteppedClock
from bot.problems import Refusal
from bot.store import dialect, migrate, open_alone, open_reader
from bot.store.tables import METADATA
from tests.bot.store.samples import furnish, keep_a_log


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database that migrations made."""
    dialect.create(tmp_path / "migrated.db")
    with closing(dialect.connect(tmp_path / "migrated.db", dialect.WRITER)) as connection:
        migrate.upgrade(connection)
        yield connection


def schema(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return columns, keys and indexes of every table, as SQLite sees them."""
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name != 'alembic_version'"
        )
    ]
    found: dict[str, Any] = {}
    for table in tables:
        # without the numbers that SQLite gives to keys and indexes in the order in which they were made
        keys = [row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({table})")]
        indexes = [row[1:] for row in connection.execute(f"PRAGMA index_list({table})")]
        columns = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
        options = connection.execute(
            "SELECT wr, ncol FROM pragma_table_list WHERE name = ?", (table,)
        ).fetchone()
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        found[table] = (columns, sorted(keys), sorted(indexes), options, "AUTOINCREMENT" in sql)
    for name, sql in connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ):
        found[name] = " ".join(sql.replace('"', "").split())
    return found


def test_migrations_and_tables_say_the_same(migrated: sqlite3.Connection):
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as plain:
        with dialect.core(plain) as core:
            METADATA.create_all(core)
        assert schema(migrated) == schema(plain)
    with dialect.core(migrated) as core:
        assert compare_metadata(MigrationContext.configure(core), METADATA) == []


def test_there_is_one_head_and_the_program_knows_it():
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.HEAD]


def test_migrating_again_changes_nothing(migrated: sqlite3.Connection):
    before = schema(migrated)
    migrate.upgrade(migrated)
    assert schema(migrated) == before
    assert migrated.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_newer_programs_tables_are_refused_and_left_alone(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
        alone._transactions._raw.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    for door in (lambda: open_alone(path, clock=clock), lambda: open_reader(path)):
        with pytest.raises(Refusal) as refused, door():
            pass
        assert refused.value.code == "schema_newer"
        assert refused.value.params == {"found": "9999", "known": migrate.HEAD}
    assert path.read_bytes() == before


def test_a_reader_names_tables_that_are_behind(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        alone._transactions._raw.execute("UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(Refusal) as refused, open_reader(path):
        pass
    assert refused.value.code == "schema_older"


def test_somebody_elses_database_is_refused_and_left_alone(path: Path, clock: SteppedClock):
    dialect.create(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()
    with pytest.raises(Refusal) as refused, open_alone(path, clock=clock):
        pass
    assert refused.value.code == "database_damaged"


RELEASED = Path(__file__).parents[2] / "data" / "released"
"""Databases as each release made them."""


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.db.gz")), ids=lambda path: path.name[:4])
def test_a_database_of_every_release_comes_up_to_date_with_its_rows(
    released: Path, path: Path, clock: SteppedClock
):
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.decompress(released.read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        before = {name: [dict(row) for row in rows] for name, rows in content(connection).items()}
    with open_alone(path, clock=clock) as alone:
        found = alone.write(lambda desk: desk.visits.assessment("a1"))
    assert found
    assert (found.studio_name, found.visit.version, found.visit.before) == ("张工工作室", 1, None)
    with closing(sqlite3.connect(path)) as connection:
        assert migrate.revision(connection) == migrate.HEAD
        connection.row_factory = sqlite3.Row
        after = {name: [dict(row) for row in rows] for name, rows in content(connection).items()}
    for name, rows in before.items():
        kept = rows[0].keys() if rows else ()
        assert [{key: row[key] for key in kept} for row in after[name]][: len(rows)] == rows, name


NEXT = '''
"""A step for the test: a column more, and the rows copied."""
import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("studios", recreate="always") as table:
        table.add_column(sa.Column("area", sa.BigInteger(), nullable=False, server_default="0"))
    {rest}
'''


def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: str) -> None:
    """Let there be one more revision."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9000_next.py").write_text(NEXT.format(rest=rest, head=migrate.HEAD))
    monkeypatch.setattr(migrate, "FOLDER", folder)


def content(connection: sqlite3.Connection, *, but: str = "") -> dict[str, list[Any]]:
    """Return every row of every table."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [name for name in names if name not in {but, "alembic_version", "sqlite_sequence"}]
    return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in kept}  # noqa: S608 - our own names


def test_rows_survive_a_table_that_is_rebuilt(
    path: Path, clock: SteppedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
        alone.write(keep_a_log)
    next_step(tmp_path, monkeypatch, "")
    with closing(dialect.connect(path, dialect.WRITER)) as connection:
        before = content(connection, but="studios")
        studios = connection.execute("SELECT * FROM studios").fetchall()
        migrate.upgrade(connection, "9000")
        assert content(connection, but="studios") == before
        assert connection.execute("SELECT * FROM studios").fetchall() == [(*row, 0) for row in studios]
        assert migrate.revision(connection) == "9000"


def test_a_step_that_fails_half_way_leaves_everything_as_it_was(
    path: Path, clock: SteppedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
    next_step(tmp_path, monkeypatch, "op.execute('DELETE FROM visits'); op.execute('SELECT * FROM nowhere')")
    with closing(dialect.connect(path, dialect.WRITER)) as connection:
        before, form = content(connection), schema(connection)
        with pytest.raises(Exception, match="nowhere"):
            migrate.upgrade(connection, "9000")
        assert content(connection) == before
        assert schema(connection) == form
        assert migrate.revision(connection) == migrate.HEAD
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_step_that_leaves_rows_referring_to_nothing_is_taken_back(
    path: Path, clock: SteppedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
    next_step(tmp_path, monkeypatch, "op.execute('DELETE FROM visits')")
    with closing(dialect.connect(path, dialect.WRITER)) as connection:
        before = content(connection)
        with pytest.raises(Refusal) as refused:
            migrate.upgrade(connection, "9000")
        assert refused.value.code == "database_damaged"
        assert content(connection) == before
