"""Calls to be made, in order within a chat, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, func, select, update

from bot.ports import Call, Queued
from bot.store.compiled import Row, Rows, Statement, from_json, to_json
from bot.store.dialect import insert
from bot.store.tables import cards, outbox, parked_chats
from bot.store.tables_base import fixed

_ADD = Statement(
    insert(outbox).values(state=fixed("waiting"), attempts=fixed(0), not_before=fixed(0)),
    ["chat", "method", "params", "card", "makes_card", "expires", "file", "queued"],
)
_WAITING = Statement(
    select(
        outbox.c.id,
        outbox.c.chat,
        outbox.c.method,
        outbox.c.params,
        outbox.c.card,
        outbox.c.makes_card,
        outbox.c.expires,
        outbox.c.file,
        outbox.c.attempts,
        outbox.c.not_before,
    )
    .outerjoin(parked_chats, parked_chats.c.chat == outbox.c.chat)
    .where(outbox.c.state == fixed("waiting"), parked_chats.c.chat.is_(None))
    .order_by(outbox.c.chat, outbox.c.id)
)
_THIS = outbox.c.id == bindparam("row")
# What a person was shown is not kept once it was sent.
_DONE = Statement(
    update(outbox).where(_THIS).values(state=bindparam("to"), finished=bindparam("now"), params=fixed(""))
)
_FAILED = Statement(
    update(outbox)
    .where(_THIS)
    .values(state=fixed("failed"), finished=bindparam("now"), error=bindparam("why"))
)
_RETRY = Statement(
    update(outbox).where(_THIS).values(not_before=bindparam("not_before"), attempts=bindparam("attempts"))
)
_IS_CARD = Statement(
    update(cards).where(cards.c.id == bindparam("card")).values(message=bindparam("message"))
)
_PARK = Statement(insert(parked_chats).on_conflict_do_nothing(), ["chat", "since"])
_WAKE = Statement(delete(parked_chats).where(parked_chats.c.chat == bindparam("chat")))
_PARKED = Statement(select(parked_chats.c.chat))
# Of the messages of chats only reminders expire; their card is their key.
_EXPIRED = (
    outbox.c.state == fixed("failed"),
    outbox.c.error == fixed("expired"),
    outbox.c.method == fixed("sendMessage"),
)
_LAPSED = Statement(select(outbox.c.card).where(*_EXPIRED, outbox.c.card.is_not(None)))
_RETOLD = Statement(
    update(outbox).where(*_EXPIRED, outbox.c.card == bindparam("key")).values(error=fixed("told anew"))
)
_FIRST_TO_KEEP = Statement(
    select(outbox.c.id).where(outbox.c.queued >= bindparam("before")).order_by(outbox.c.id).limit(fixed(1))
)
# The newest row always stays: its number must not be given again.
_NEWEST = Statement(select(func.max(outbox.c.id)))
_PURGE = Statement(
    delete(outbox).where(
        outbox.c.id.in_(
            select(outbox.c.id)
            .where(outbox.c.id < bindparam("first"), outbox.c.finished.is_not(None))
            .order_by(outbox.c.id)
            .limit(bindparam("most"))
        )
    )
)


class Outbox:
    """The calls of all chats."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def add(self, call: Call, now: int) -> Queued:
        """Queue a call."""
        row = self._rows.added(
            _ADD,
            chat=call.chat,
            method=call.method,
            params=to_json(call.params),
            card=call.card,
            makes_card=int(call.makes_card),
            expires=call.expires,
            file=to_json(call.file) if call.file is not None else None,
            queued=now,
        )
        return Queued(row, call)

    def waiting(self) -> tuple[Queued, ...]:
        """Return every unsent call by chat and order, but for chats that cannot be reached."""
        return tuple(_queued(row) for row in self._rows.all(_WAITING))

    def sent(self, rows: Iterable[int], now: int) -> None:
        """Mark calls as made; their texts are forgotten."""
        self._rows.many(_DONE, ({"row": row, "to": "sent", "now": now} for row in rows))

    def sent_card(self, row: int, card: str, message: int, now: int) -> None:
        """Mark the call as made whose message is a card."""
        self.sent((row,), now)
        self._rows.run(_IS_CARD, card=card, message=message)

    def merged(self, row: int, now: int) -> None:
        """Mark a call that a newer one made needless."""
        self._rows.run(_DONE, row=row, to="merged", now=now)

    def failed(self, row: int, error: str, now: int) -> None:
        """Give a call up for good."""
        self._rows.run(_FAILED, row=row, why=error, now=now)

    def retry(self, row: int, not_before: int, attempts: int) -> None:
        """Put a call off."""
        self._rows.run(_RETRY, row=row, not_before=not_before, attempts=attempts)

    def park_chat(self, chat: int, now: int) -> None:
        """Keep back what waits for a chat that blocked the bot."""
        self._rows.run(_PARK, chat=chat, since=now)

    def wake_chat(self, chat: int) -> bool:
        """Let calls to a chat go again; says whether it was parked."""
        return self._rows.run(_WAKE, chat=chat) == 1

    def parked_chats(self) -> frozenset[int]:
        """Return the chats that cannot be reached."""
        return frozenset(row[0] for row in self._rows.all(_PARKED))

    def lapsed(self) -> frozenset[str]:
        """Return the keys of reminders whose message could not be sent before the night, and that were not retold."""
        return frozenset(row[0] for row in self._rows.all(_LAPSED))

    def retold(self, key: str) -> bool:
        """Keep that a reminder that lapsed is written anew; False if somebody was faster."""
        return self._rows.run(_RETOLD, key=key) > 0

    def purge(self, before: int, most: int = 500) -> int:
        """Delete some calls queued before a time and dealt with; 0 when there are no more."""
        first = self._rows.value(_FIRST_TO_KEEP, before=before) or self._rows.value(_NEWEST)
        return self._rows.run(_PURGE, first=first, most=most)


def _queued(row: Row) -> Queued:
    number, chat, method, params, card, makes_card, expires, file, attempts, not_before = row
    call = Call(
        chat=chat,
        method=method,
        params=from_json(params),
        card=card,
        makes_card=bool(makes_card),
        expires=expires,
        file=from_json(file) if file else None,
    )
    return Queued(number, call, attempts, not_before)
