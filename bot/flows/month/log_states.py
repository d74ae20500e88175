"""Where a chat stands with the log: the list of a month, an activity that is being written, one that was logged."""

from __future__ import annotations

from typing import Literal

from bot.entities import ActivityFacts
from bot.entities.frozen import Frozen

LOG = "g"
"""Letter of the log's buttons."""
ENTRY = "e"
"""Letter of the buttons of one entry."""

Question = Literal["", "kind", "date", "day", "topic", "figures", "led", "summary", "check", "where", "drop"]
"""What is asked: about the activity that is being written, or (where) which activity files belong to."""
FIELDS: tuple[Question, ...] = ("kind", "date", "topic", "figures", "led", "summary")
"""What is asked about an activity, in this order."""
NOTHING = ActivityFacts(rubric="", activity="", on="")


class LogState(Frozen):
    """The log of a studio under a rubric, with the activity that is being written."""

    studio: str = ""
    rubric: str = ""
    """A rubric's id, or the mark that stands for it on a button."""
    month: str = ""
    """The month whose entries are listed; empty: this one."""
    leaf: int = 0
    """How many leaves of the list are newer than the one in view."""
    step: Question = ""
    """What is asked; empty: the list is in view."""
    entry: str = ""
    """The id that the activity gets when it is saved, or that it has; empty: none is being written."""
    revision: int = 0
    """The revision that is being edited; 0 for a new one."""
    facts: ActivityFacts = NOTHING
    checked: bool = False
    """All was asked once: whatever is put right leads back to the summary."""
    pieces: tuple[str, ...] = ()
    """Files that came before their activity was logged: they are kept, and go with it when it is."""

    @property
    def place(self) -> tuple[object, ...]:
        """What makes two states the same place."""
        return (self.studio, self.rubric, self.month, self.entry, self.step in {"where", "drop"})

    def listed(self) -> LogState:
        """Return the list from which this was begun."""
        return LogState(studio=self.studio, rubric=self.rubric, month=self.month, leaf=self.leaf)


class LoggedState(Frozen):
    """One entry of the log."""

    entry: str
    step: Literal["", "delete", "move"] = ""
    revision: int = 0
    """The revision whose deletion was asked about."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.entry
