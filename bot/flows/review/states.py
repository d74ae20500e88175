"""Where a chat stands with the review of signed sheets."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities.frozen import Frozen

LIST: Final = "rv"
"""Code of the list's buttons."""
SHEET: Final = "rb"
"""Code of the buttons of one sheet."""
LIST_SCREEN: Final = "reviews"
SHEET_SCREEN: Final = "review"
"""Names of the screens, stored in sessions."""


class ReviewsState(Frozen):
    """The list."""

    leaf: int = 0


class ReviewState(Frozen):
    """One sheet, and what was chosen and written so far."""

    assessment: str
    step: Literal["", "pick", "reason", "sure"] = ""
    picked: tuple[str, ...] = ()
    """Items that are to be sent back."""
    reasons: tuple[tuple[str, str], ...] = ()
    """Item and reason, as far as they are written."""
    due: str = ""
    """ISO date; empty: as suggested."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.assessment

    @property
    def asked(self) -> str:
        """The first item without a reason."""
        known = {item for item, _ in self.reasons}
        return next((item for item in self.picked if item not in known), "")
