"""Where a chat stands with the history."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities.frozen import Frozen

CODE: Final = "hv"
"""Code of the buttons."""
SCREEN: Final = "history"
"""Name of the screen, stored in sessions."""

What = Literal["studios", "studio", "sheet", "people", "person"]


class HistoryState(Frozen):
    """A list to choose from, or the rows of a sheet or a person."""

    what: What = "studios"
    id: str = ""
    """Of the studio, the assessment or the person."""
    leaf: int = 0
    """Which page; of a person, how many rows of the time before which it begins were shown already."""
    before: int = 0
    """Of a person: only what was done before this time (ms); 0 from now on."""

    @property
    def place(self) -> tuple[str, str]:
        """What makes two states the same place."""
        return self.what, self.id
