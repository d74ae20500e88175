"""Where a chat stands with a studio's fund."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from bot.changes.fund.purposes import MoveKind
from bot.entities.frozen import Frozen
from bot.flows.books import YearBookState

LIST: Final = "mf"
MOVE: Final = "me"
ADD: Final = "mm"
"""Codes of the screens: the first part of their buttons' data."""
LIST_SCREEN: Final = "fund"
MOVE_SCREEN: Final = "fund_move"
ADD_SCREEN: Final = "fund_add"
"""Names of the screens, stored in sessions."""


class FundState(YearBookState):
    """A year of a studio's fund; without a studio, which one is asked; without a year, this one."""


class MoveState(Frozen):
    """Something that was booked; `out` while the reason for taking it out is asked."""

    move: str
    out: bool = False

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.move


class AddState(Frozen):
    """What is being booked: what was said so far, the question that is open."""

    move: str
    """The id that it gets."""
    studio: str
    kind: MoveKind
    year: int
    said: dict[str, str] = Field(default_factory=dict)
    asset: bool = False
    step: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.move
