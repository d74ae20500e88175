"""Where a chat stands with a 考核组."""

from __future__ import annotations

from typing import Final

from bot.entities.frozen import Frozen

PANEL: Final = "np"
GROUP: Final = "nf"
"""Codes of the screens: the first part of their buttons' data."""
PANEL_SCREEN: Final = "panel"
GROUP_SCREEN: Final = "group"
"""Names of the screens, stored in sessions."""


class PanelState(Frozen):
    """A blind panel; with an item what is being settled, with a score why."""

    assessment: str
    """The official one."""
    item: str = ""
    score: str = ""
    table: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """What makes two states the same place."""
        return self.assessment, self.item


class GroupState(Frozen):
    """Who does what of a joint sheet; or who is taken out of a group, and why."""

    assessment: str
    person: str = ""
    department: str = ""
    """Who is being given items."""
    leaving: bool = False
    out: str = ""
    reason: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.assessment
