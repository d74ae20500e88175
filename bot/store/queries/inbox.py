"""Updates as Telegram delivered them, until their effects are committed, and 30 days longer."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, func, select, update

from bot.ports import RawUpdate, Received
from bot.store.compiled import Rows, Statement
from bot.store.dialect import insert
from bot.store.tables import inbox
from bot.store.tables_base import fixed

_TAKE = Statement(
    insert(inbox)
    .values(state=fixed("waiting"), attempts=fixed(0), begun=fixed(0))
    .on_conflict_do_nothing(index_elements=["bot_id", "update_id", "gen"])
    .returning(inbox.c.id),
    ["bot_id", "update_id", "gen", "chat", "kind", "raw", "sha256", "received"],
)
_SAME_NUMBER = Statement(
    select(inbox.c.gen, inbox.c.sha256).where(
        inbox.c.bot_id == bindparam("bot_id"), inbox.c.update_id == bindparam("update_id")
    )
)
_RECEIVED = (
    inbox.c.id,
    inbox.c.update_id,
    inbox.c.chat,
    inbox.c.raw,
    inbox.c.attempts,
    inbox.c.received,
)
_WAITS = inbox.c.state == fixed("waiting")
# Rows are numbered as they came in; by that order, not by Telegram's numbers, which start anew after a quiet week.
_BACKLOG = Statement(select(inbox.c.id).where(_WAITS).order_by(inbox.c.id))
_THIS = inbox.c.id == bindparam("row")
_NAMED = inbox.alias("named")
_CLAIM = Statement(
    select(*_RECEIVED)
    .where(
        _WAITS, inbox.c.chat == select(_NAMED.c.chat).where(_NAMED.c.id == bindparam("row")).scalar_subquery()
    )
    .order_by(inbox.c.id)
    .limit(fixed(1))
)
_READ = Statement(select(*_RECEIVED).where(_THIS))
_FINISH = Statement(
    update(inbox)
    .where(_THIS, _WAITS)
    .values(state=bindparam("to"), finished=bindparam("now"), error=bindparam("why"))
)
_DONE = Statement(update(inbox).where(_THIS).values(state=fixed("done"), finished=bindparam("now")))
_BEGIN = Statement(
    update(inbox)
    .where(_THIS)
    .values(attempts=inbox.c.attempts + fixed(1), begun=fixed(1))
    .returning(inbox.c.attempts)
)
_FAILED = Statement(
    update(inbox)
    .where(_THIS)
    .values(attempts=inbox.c.attempts + fixed(1) - inbox.c.begun, begun=fixed(0), error=bindparam("why"))
    .returning(inbox.c.attempts)
)
# Row numbers grow with time: what is old stands at the beginning, and finding it needs no index of its own.
_FIRST_TO_KEEP = Statement(
    select(inbox.c.id).where(inbox.c.received >= bindparam("before")).order_by(inbox.c.id).limit(fixed(1))
)
# The newest row always stays: its number must not be given again.
_NEWEST = Statement(select(func.max(inbox.c.id)))
_PURGE = Statement(
    delete(inbox).where(
        inbox.c.id.in_(
            select(inbox.c.id)
            .where(inbox.c.id < bindparam("first"), inbox.c.state == fixed("done"))
            .order_by(inbox.c.id)
            .limit(bindparam("most"))
        )
    )
)


class Inbox:
    """What was received."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def receive(self, updates: Iterable[RawUpdate]) -> list[int]:
        """Store updates; returns the rows that are new, in order.

        The same number with the same content is a redelivery and ignored. With other content it is another update:
        Telegram starts its numbers anew after a quiet week, so nothing is ever concluded from a number being high.
        """
        stored = (self._take(update) for update in updates)
        return [row for row in stored if row is not None]

    def backlog(self) -> tuple[int, ...]:
        """Return the rows that were not dealt with, in the order in which they came."""
        return tuple(row[0] for row in self._rows.all(_BACKLOG))

    def claim(self, row: int) -> Received | None:
        """Return the oldest waiting update of the row's chat; None when all of them were dealt with."""
        found = self._rows.one(_CLAIM, row=row)
        return Received(*found) if found else None

    def read(self, row: int) -> Received | None:
        """Return an update, whatever became of it."""
        found = self._rows.one(_READ, row=row)
        return Received(*found) if found else None

    def begin(self, row: int) -> int:
        """Count a try before it is made (rows found at start: the try before may have killed the program)."""
        attempts: int = self._rows.value(_BEGIN, row=row)
        return attempts

    def failed(self, row: int, error: str) -> int:
        """Count a try that failed, once if it was begun; returns how many there were."""
        attempts: int = self._rows.value(_FAILED, row=row, why=error)
        return attempts

    def done(self, row: int, now: int) -> None:
        """Close an update in the transaction that carries its effects."""
        self._rows.run(_DONE, row=row, now=now)

    def park(self, row: int, error: str, now: int) -> bool:
        """Put an update aside for good, its raw text kept; says whether it still waited."""
        return self._rows.run(_FINISH, row=row, to="parked", now=now, why=error) == 1

    def purge(self, before: int, most: int = 500) -> int:
        """Delete some updates received before a time and done (parked ones stay); 0 when there are no more."""
        first = self._rows.value(_FIRST_TO_KEEP, before=before) or self._rows.value(_NEWEST)
        return self._rows.run(_PURGE, first=first, most=most)

    def _take(self, new: RawUpdate) -> int | None:
        stored = self._insert(new, 0)
        if stored is not None:
            return stored
        known = self._rows.all(_SAME_NUMBER, bot_id=new.bot_id, update_id=new.update_id)
        if any(sha256 == new.sha256 for _, sha256 in known):
            return None
        return self._insert(new, max(gen for gen, _ in known) + 1)

    def _insert(self, new: RawUpdate, gen: int) -> int | None:
        row: int | None = self._rows.value(
            _TAKE,
            bot_id=new.bot_id,
            update_id=new.update_id,
            gen=gen,
            chat=new.chat,
            kind=new.kind,
            raw=new.raw,
            sha256=new.sha256,
            received=new.now,
        )
        return row
