"""Statements compiled once: the same text and values that SQLAlchemy would send, and nothing to convert."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import BigInteger, Text, bindparam, select, update

from bot.store import tables_base
from bot.store.compiled import Rows, Statement, from_json, inserting, to_json, upserting
from bot.store.dialect import DIALECT
from bot.store.tables import METADATA, parked_chats, sessions


@pytest.fixture
def rows():
    """An empty table of parked chats and one of sessions."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE parked_chats (chat INTEGER PRIMARY KEY, since INTEGER)")
        connection.execute(
            "CREATE TABLE sessions (chat INTEGER PRIMARY KEY, screen, state, version, card, below)"
        )
        yield Rows(connection)


def test_values_are_given_by_name_and_arrive_in_their_place(rows: Rows):
    insert = inserting(parked_chats)
    assert rows.run(insert, since=7, chat=1) == 1
    rows.many(insert, [{"chat": 2, "since": 8}, {"since": 9, "chat": 3}])
    chosen = Statement(
        select(parked_chats.c.chat)
        .where(parked_chats.c.since >= bindparam("low"), parked_chats.c.since <= bindparam("high"))
        .order_by(parked_chats.c.chat)
    )
    assert rows.all(chosen, high=8, low=7) == [(1,), (2,)]
    assert rows.one(chosen, high=8, low=8) == (2,)
    assert rows.value(chosen, high=8, low=8) == 2
    assert list(rows.each(chosen, high=9, low=8)) == [(2,), (3,)]
    assert (rows.one(chosen, high=0, low=0), rows.value(chosen, high=0, low=0)) == (None, None)


def test_constants_of_a_statement_stay_in_it(rows: Rows):
    rows.run(inserting(parked_chats), chat=1, since=7)
    moved = Statement(update(parked_chats).where(parked_chats.c.chat == bindparam("which")).values(since=42))
    assert rows.run(moved, which=1) == 1
    assert rows.value(Statement(select(parked_chats.c.since).where(parked_chats.c.chat == 1))) == 42


def test_a_value_that_is_missing_is_an_error_not_null(rows: Rows):
    with pytest.raises(KeyError):
        rows.run(inserting(parked_chats), chat=1)


def test_an_upsert_replaces_all_but_the_keys(rows: Rows):
    put = upserting(sessions, "chat")
    for screen in ("home", "card"):
        rows.run(put, chat=1, screen=screen, state="{}", version=1, card=None, below=0)
    assert rows.all(Statement(select(sessions.c.chat, sessions.c.screen))) == [(1, "card")]


def test_no_column_needs_a_conversion():
    for table in METADATA.tables.values():
        for column in table.columns:
            assert isinstance(column.type, Text | BigInteger), column
            assert column.type.dialect_impl(DIALECT).bind_processor(DIALECT) is None
            assert column.type.dialect_impl(DIALECT).result_processor(DIALECT, None) is None


def test_a_fixed_value_cannot_carry_a_quote():
    with pytest.raises(ValueError, match="'"):
        tables_base.fixed("it's")


def test_json_is_compact_and_comes_back():
    value = {"中": ["文", 1, None, True], "a": {"b": "c"}}
    assert to_json(value) == '{"中":["文",1,null,true],"a":{"b":"c"}}'
    assert from_json(to_json(value)) == value
