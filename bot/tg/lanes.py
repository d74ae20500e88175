"""The calls that wait for one chat, in order; edits of one card become one call while none of them has left.

It must not know how calls are made, nor what time it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from bot.ports import Call

ANSWER: Final = "answerCallbackQuery"
EDIT: Final = "editMessageText"
SEND: Final = "sendMessage"
SEND_LIKE: Final = frozenset({SEND, "sendDocument", "sendPhoto"})
"""Methods that make one more message each time they are called."""
ONLY_SENT: Final = frozenset({"reply_parameters"})
"""Parameters of a send that an edit does not have."""
WITHOUT_CHAT: Final = frozenset({ANSWER, "setMyCommands", "deleteMyCommands"})
"""Methods that name their chat in another way, or not at all."""


@dataclass(slots=True, eq=False)
class Item:
    """One call that is to be made, with the rows of the outbox that it settles."""

    row: int
    call: Call
    attempts: int = 0
    ready_at: float = float("-inf")
    """Monotonic time before which it must not be tried again."""
    in_chat: bool = False
    """It has its place in the chat's rate."""
    in_all: bool = False
    """It has its place in the bot's rate."""
    merged: list[int] = field(default_factory=list)
    """Rows whose newer content this call carries."""

    @property
    def rows(self) -> Iterator[int]:
        """The rows that are dealt with when this call is."""
        yield self.row
        yield from self.merged

    def again(self, ready_at: float) -> None:
        """Get ready for another try, which counts anew for the rates."""
        self.ready_at = ready_at
        self.in_chat = self.in_all = False

    def absorb(self, newer: Item) -> None:
        """Carry the content of a newer edit of the same card; what only a send can say stays."""
        kept = {name: value for name, value in self.call.params.items() if name in ONLY_SENT}
        self.call = replace(self.call, params={**newer.call.params, **kept})
        self.merged.extend(newer.rows)


def as_send(call: Call) -> Call:
    """Return an edit as a new message that becomes the card from now on."""
    return replace(call, method=SEND, makes_card=True)


class Lane:
    """One chat's calls; the first of them may be on its way."""

    __slots__ = ("_items", "chat", "flying")

    def __init__(self, chat: int) -> None:
        """Start empty."""
        self.chat = chat
        self.flying: Item | None = None
        self._items: deque[Item] = deque()

    def __len__(self) -> int:
        """Count what has not left."""
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        """Go through what has not left, in order."""
        return iter(self._items)

    @property
    def first(self) -> Item:
        """The call whose turn it is."""
        return self._items[0]

    def add(self, item: Item) -> None:
        """Line up a call; the edit of a card that has not left yet takes the card's place instead."""
        older = self._same_card(item, self._items) if item.call.method == EDIT else None
        if older is None:
            self._items.append(item)
        else:
            older.absorb(item)

    def leave(self) -> Item:
        """Take the first call out: it is on its way."""
        self.flying = self._items.popleft()
        return self.flying

    def landed(self) -> None:
        """Forget the call on its way: it is dealt with."""
        self.flying = None

    def clear(self) -> None:
        """Forget everything: it waits in the store."""
        self.flying = None
        self._items.clear()

    def put_back(self) -> None:
        """Put the call on its way back to the front, with the newest content that came meanwhile."""
        item, self.flying = self.flying, None
        if item is None:
            return
        newer = self._same_card(item, self._items)
        if newer is not None and newer.call.method == EDIT:
            self._items.remove(newer)
            item.absorb(newer)
        self._items.appendleft(item)

    @staticmethod
    def _same_card(item: Item, items: Iterable[Item]) -> Item | None:
        card = item.call.card
        return next((other for other in items if card is not None and other.call.card == card), None)


def fields(call: Call, message: int | None) -> Mapping[str, Any]:
    """Return the parameters as Telegram is to get them."""
    if call.method in WITHOUT_CHAT:
        return call.params
    if message is not None and call.method == EDIT:
        return {"chat_id": call.chat, "message_id": message, **call.params}
    return {"chat_id": call.chat, **call.params}
