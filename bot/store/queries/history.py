"""The append-only list of applied changes. Each row's hash covers the row and the hash before it in its stream.

Triggers refuse every UPDATE and DELETE, and keep the newest hash of each stream beside the rows, so that rows cut
off the end are noticed too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import bindparam, select

from bot.entities import Event
from bot.store.compiled import Row, Rows, Statement, from_json, inserting, to_json
from bot.store.tables import heads, history

NO_HASH: Final = "0" * 64
"""What stands before the first row of a stream."""

_HEAD = Statement(select(heads.c.seq, heads.c.hash).where(heads.c.stream == bindparam("stream")))
_APPEND = inserting(history)
_OF = Statement(select(history).where(history.c.stream == bindparam("stream")).order_by(history.c.seq))
_BACKWARDS = Statement(
    select(history).where(history.c.stream == bindparam("stream")).order_by(history.c.seq.desc())
)
_BY_PERSON = Statement(
    select(history)
    .where(history.c.person == bindparam("person"), history.c.at < bindparam("before"))
    .order_by(history.c.at.desc(), history.c.stream, history.c.seq.desc())
    .limit(bindparam("most"))
)
_STREAMS = Statement(select(heads.c.stream).order_by(heads.c.stream))


class History:
    """Who did what."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def append(
        self,
        *,
        stream: str,
        at: int,
        person: str | None,
        name: str,
        payload: Mapping[str, Any],
        undoes: int | None = None,
    ) -> Event:
        """Add a row; its hash covers the row and the hash before it. No person's free text may be in the payload."""
        seq, before = self._rows.one(_HEAD, stream=stream) or (0, NO_HASH)
        row = (stream, seq + 1, at, person, name, to_json(payload), undoes)
        digest = _digest(before, row)
        self._rows.run(
            _APPEND,
            stream=stream,
            seq=row[1],
            at=at,
            person=person,
            name=name,
            payload=row[5],
            undoes=undoes,
            hash=digest,
        )
        return _event((*row, digest))

    def of(self, stream: str) -> tuple[Event, ...]:
        """Return a stream, oldest first."""
        return tuple(_event(row) for row in self._rows.all(_OF, stream=stream))

    def by_person(self, person: str, before: int, limit: int) -> tuple[Event, ...]:
        """Return what a person did before a time (ms), newest first, at most so many."""
        rows = self._rows.all(_BY_PERSON, person=person, before=before, most=limit)
        return tuple(_event(row) for row in rows)

    def streams(self) -> tuple[str, ...]:
        """Return the names of all streams."""
        return tuple(row[0] for row in self._rows.all(_STREAMS))

    def last_standing(self, stream: str, person: str, names: Sequence[str]) -> Event | None:
        """Return the person's newest row among `names` that nothing has undone (an undone undoing does not count)."""
        undone: set[int] = set()
        for row in self._rows.each(_BACKWARDS, stream=stream):
            _, seq, _, who, name, _, undoes, _ = row
            if seq in undone:
                continue
            if undoes is not None:
                undone.add(undoes)
            if who == person and name in names:
                return _event(row)
        return None

    def head(self, stream: str) -> str:
        """Return the hash of the newest row, or 64 zeros."""
        row = self._rows.one(_HEAD, stream=stream)
        return row[1] if row else NO_HASH

    def verify(self, stream: str) -> int | None:
        """Recompute the chain; returns the seq of the first row that does not fit, or None."""
        before, expected = NO_HASH, 1
        for row in self._rows.each(_OF, stream=stream):
            *content, digest = row
            if row[1] != expected or _digest(before, tuple(content)) != digest:
                return expected
            before, expected = digest, expected + 1
        newest = self._rows.one(_HEAD, stream=stream) or (0, NO_HASH)
        return None if newest == (expected - 1, before) else expected


def _digest(before: str, row: Row) -> str:
    """Hash a row as canonical JSON: the list of its columns, the payload as the text that is stored."""
    return sha256(f"{before}{to_json(row)}".encode()).hexdigest()


def _event(row: Row) -> Event:
    stream, seq, at, person, name, payload, undoes, digest = row
    return Event(
        stream=stream,
        seq=seq,
        at=at,
        person=person,
        name=name,
        payload=from_json(payload),
        undoes=undoes,
        hash=digest,
    )
