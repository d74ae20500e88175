"""Where a chat stands with something that a studio keeps: its file, its fund, its plans. Knows none of them."""

from __future__ import annotations

from bot.entities.frozen import Frozen


class BookState(Frozen):
    """A book of a studio as a list; without a studio, which one is asked."""

    studio: str = ""
    leaf: int = 0
    text: str = ""
    """Of the studios that are searched."""


class YearBookState(BookState):
    """A year of such a book; without a year, this one."""

    year: int = 0

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return f"{self.studio}:{self.year}"
