"""Where a chat stands with a month."""

from __future__ import annotations

from typing import Literal

from bot.entities.frozen import Frozen


class MonthState(Frozen):
    """One month of a studio under a rubric; what is empty is chosen when it is shown."""

    studio: str = ""
    rubric: str = ""
    """A rubric's id, or the mark that stands for it on a button."""
    month: str = ""
    step: Literal["", "submit", "nothing", "ask"] = ""
    """Hand in? Why nothing? Why open it again?"""

    @property
    def place(self) -> tuple[str, str, str]:
        """What makes two states the same place."""
        return (self.studio, self.rubric, self.month)


class ReopenState(Frozen):
    """A coordinator is asked why a month is to be opened again."""

    month: str
    """The month's id."""
