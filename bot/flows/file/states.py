"""Where a chat stands with a studio's standing file."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from bot.entities.frozen import Frozen
from bot.flows.books import BookState

LIST: Final = "ff"
ENTRY: Final = "fe"
ADD: Final = "fa"
IMPORT: Final = "fi"
RESULTS: Final = "fr"
SERVICE: Final = "fv"
"""Codes of the screens: the first part of their buttons' data."""
LIST_SCREEN: Final = "file"
ENTRY_SCREEN: Final = "file_entry"
ADD_SCREEN: Final = "file_add"
IMPORT_SCREEN: Final = "file_import"
RESULTS_SCREEN: Final = "file_results"
SERVICE_SCREEN: Final = "file_service"
"""Names of the screens, stored in sessions."""


class FileState(BookState):
    """The registers of a studio, or the entries of one; without a studio, which one is asked."""

    kind: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return f"{self.studio}:{self.kind}"


class EntryState(Frozen):
    """One entry; `ask` is `edit`, `out`, `undo`, `f.FIELD`, `s.STEP` or `v.PLACE`."""

    entry: str
    ask: str = ""
    revision: int = 0
    """The revision about which it was asked."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.entry


class AddState(Frozen):
    """An entry that is being added: what was said so far, the question that is open."""

    entry: str
    """The id that it gets."""
    studio: str
    kind: str
    said: dict[str, str] = Field(default_factory=dict)
    step: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.entry


class ResultsState(Frozen):
    """The results of one month, of all pairs of a studio."""

    studio: str
    month: str = ""
    leaf: int = 0

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return f"{self.studio}:{self.month}"


class ServiceState(Frozen):
    """Machines that were serviced together."""

    studio: str
    chosen: tuple[str, ...] = ()
    """Ids of the entries."""
    leaf: int = 0

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.studio
