"""Where a chat stands with the rulings of a campaign."""

from __future__ import annotations

from typing import Final

from bot.entities.frozen import Frozen

CAMPAIGN: Final = "cg"
"""Code of the screen: the first part of its buttons' data."""
CAMPAIGN_SCREEN: Final = "campaign"
"""Name of the screen, stored in sessions."""


class CampaignState(Frozen):
    """A rubric version in a year; `at` is the question in view, from 1, 0 the list of all."""

    rubric: str
    version: int
    year: int
    at: int = 0
    page: int = 0
    typed: str = ""
    """A number that was typed and is not decided yet."""
    sure: bool = False
    """The question whether all the others are to hold as they stand is open."""

    @property
    def place(self) -> tuple[str, int, int, int]:
        """What makes two states the same place."""
        return self.rubric, self.version, self.year, self.at
