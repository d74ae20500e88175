"""Our messages that are edited in place."""

from __future__ import annotations

from sqlalchemy import bindparam, func, null, select, update

from bot.ports import Card
from bot.store.compiled import Row, Rows, Statement, from_json, to_json, upserting
from bot.store.dialect import insert
from bot.store.tables import cards

_GET = Statement(select(cards).where(cards.c.id == bindparam("card")))
_BY_MESSAGE = Statement(
    select(cards).where(cards.c.chat == bindparam("chat"), cards.c.message == bindparam("message"))
)
# A turn that read a card before it was sent does not know its message and must not forget it for others.
_PUT = upserting(cards, "id", message=func.coalesce(insert(cards).excluded.message, cards.c.message))
_FORGET = Statement(
    update(cards)
    .where(cards.c.chat == bindparam("whose"), cards.c.message.is_not(None))
    .values(message=null())
)


class Cards:
    """The cards of all chats; within one function the same one is read once, until one is written."""

    __slots__ = ("_known", "_rows")

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._known: dict[str, Card] = {}

    def clear(self) -> None:
        """Forget what was read."""
        self._known.clear()

    def get(self, card: str) -> Card | None:
        """Return a card by our id."""
        return self._known.get(card) or self._read(self._rows.one(_GET, card=card))

    def by_message(self, chat: int, message: int) -> Card | None:
        """Return the card that became a message."""
        return self._read(self._rows.one(_BY_MESSAGE, chat=chat, message=message))

    def put(self, card: Card) -> None:
        """Store a new card, or what it shows now."""
        self._known.clear()
        self._rows.run(
            _PUT,
            id=card.id,
            chat=card.chat,
            screen=card.screen,
            state=to_json(card.state),
            message=card.message,
        )

    def forget(self, chat: int) -> None:
        """Note that the messages of a chat are gone; what the cards showed stays known."""
        self._known.clear()
        self._rows.run(_FORGET, whose=chat)

    def _read(self, row: Row | None) -> Card | None:
        if row is None:
            return None
        card, chat, screen, state, message = row
        known = Card(id=card, chat=chat, screen=screen, state=from_json(state), message=message)
        self._known[card] = known
        return known
