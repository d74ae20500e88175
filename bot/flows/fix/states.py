"""Where a chat stands with what is to be put right: a list of it, or one of it."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities.frozen import Frozen

LIST: Final = "fl"
"""Code of the list's buttons."""
CARD: Final = "fx"
"""Code of the buttons of one card."""
LIST_SCREEN: Final = "fixes"
CARD_SCREEN: Final = "fix"
"""Names of the screens, stored in sessions."""

Side = Literal["", "mine", "others"]
"""Whose is listed: what one's own studios owe, or what others do; empty: what the person is asked about first."""
Which = Literal["", "check", "late", "all"]
"""What of others' is listed: what waits for the re-check, what is late, all that is not settled."""
Question = Literal["", "done", "waive", "back", "owner", "due"]


class FixesState(Frozen):
    """The list."""

    side: Side = ""
    which: Which = ""
    leaf: int = 0
    step: Literal["", "notice"] = ""
    """Of which sheet is the notice wanted?"""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.side


class FixState(Frozen):
    """One of it."""

    fix: str
    step: Question = ""
    """What is asked; empty: nothing."""
    revision: int = 0
    """The revision about which it was asked."""
    side: Side = ""
    """The list from which it was opened."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.fix
