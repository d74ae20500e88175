"""Where a chat stands with the list of studios."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from bot.entities.frozen import Frozen

LIST: Final = "sl"
CARD: Final = "sp"
ADD: Final = "se"
LEADER: Final = "sg"
IMPORT: Final = "si"
"""Codes of the screens: the first part of their buttons' data."""
LIST_SCREEN: Final = "studios"
CARD_SCREEN: Final = "studio"
ADD_SCREEN: Final = "studio_add"
LEADER_SCREEN: Final = "studio_leader"
IMPORT_SCREEN: Final = "studio_import"
"""Names of the screens, stored in sessions."""


class StudiosState(Frozen):
    """The list, or the part of it that holds a text."""

    text: str = ""
    page: int = 0
    how: bool = False
    """The words on importing are shown."""


class StudioState(Frozen):
    """One studio; `ask` names the field that is asked for, or `edit`, `retire`, `back`."""

    studio: str
    ask: str = ""
    of: str = ""
    """The rubric whose types are asked for."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.studio


class AddState(Frozen):
    """A studio that is being added: what was said so far, the question that is open."""

    studio: str
    """The id that it gets."""
    said: dict[str, str] = Field(default_factory=dict)
    types: dict[str, str] = Field(default_factory=dict)
    step: str = "name"
    of: str = ""
    """The rubric whose types are asked for."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.studio


class LeaderState(Frozen):
    """A change of leader: what was said so far; `done` once it was made, with whoever led before."""

    studio: str
    name: str = ""
    since: str = ""
    paper: str = ""
    reason: str = ""
    step: str = "name"
    before: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.studio
