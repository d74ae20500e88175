"""Which screen shows an upload of which kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.entities.frozen import Frozen

KINDS: Final[Mapping[str, str]] = {
    "studios": "studio_import",
    "form": "own_form",
    "visits": "visits_listed",
    "registers": "file_import",
    "plans": "plan_import",
}
"""Kind of upload -> name of its screen."""


class UploadState(Frozen):
    """One upload; with `page` a page of what is said of it."""

    upload: str
    page: int = 0
    said: str = ""
    """What was answered where its kind asks for something before it is made so."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.upload
