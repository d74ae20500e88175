"""Long lists on a card: a page of them, and the buttons that leaf through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.flows.outputs import Button, Rows
from bot.flows.taps import pack
from bot.texts import Words

PAGE = 8
LABEL = 32

T = TypeVar("T")


def paged(every: Sequence[T], page: int) -> tuple[T, ...]:
    """Return a page; one that there is not is the last."""
    page = at_most(every, page)
    return tuple(every[page * PAGE : (page + 1) * PAGE])


def at_most(every: Sequence[T], page: int) -> int:
    """Return the page, or the last one where there are fewer."""
    return max(0, min(page, (len(every) - 1) // PAGE))


def leaf(every: Sequence[T], page: int, words: Words, code: str, *args: object) -> Rows:
    """Return the row that leafs through, where there are several pages."""
    page = at_most(every, page)
    moves: list[Button] = []
    if page:
        moves.append(Button(words("button.page_back"), pack(code, "g", *args, page - 1)))
    if (page + 1) * PAGE < len(every):
        moves.append(Button(words("button.page_on"), pack(code, "g", *args, page + 1)))
    return (tuple(moves),) if moves else ()


def page_of(said: str) -> int:
    """Return the page that a button names."""
    return int(said[:4]) if said.isdecimal() else 0
