"""Where a chat stands with an application."""

from __future__ import annotations

from typing import Final

from bot.entities.frozen import Frozen

LIST: Final = "yl"
FORM: Final = "yf"
SPOT: Final = "ya"
"""Codes of the screens: the first part of their buttons' data."""
LIST_SCREEN: Final = "apply"
FORM_SCREEN: Final = "apply_form"
SPOT_SCREEN: Final = "apply_spot"
"""Names of the screens, stored in sessions."""


class ApplyState(Frozen):
    """The person's applications, or the one that is being begun: what was chosen so far."""

    begun: str = ""
    """The id that the new one gets; empty while the list is shown."""
    rubric: str = ""
    year: int = 0
    studio: str = ""
    track: str = ""
    leaf: int = 0

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.begun


class FormState(Frozen):
    """An application as a whole; `view` is empty, `known`, `check`, `look`, `export`, `submit` or `withdraw`."""

    application: str
    view: str = ""
    leaf: int = 0

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.application


class SpotState(Frozen):
    """One place of an application: its number from the top, or `TABLE.ROW.COLUMN` for a cell."""

    application: str
    at: str
    leaf: int = 0
    """Of the rows of a table."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return f"{self.application}:{self.at}"
