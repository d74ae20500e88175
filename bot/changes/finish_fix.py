"""A leader said what was done about something that is to be put right."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_fix import moved, my_fix, owed
from bot.ports import Desk
from bot.problems import Refusal


class FinishFix(Change):
    """Hand it in for the re-check (已整改)."""

    name: ClassVar[str] = "finish_fix"

    fix: str
    revision: int
    text: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, with words."""
        owed(my_fix(desk, self.fix, self.revision, moment))
        if not any(char.isalnum() for char in self.text):
            raise Refusal("fix_no_text")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store what was done."""
        found = my_fix(desk, self.fix, self.revision, moment)
        return moved(desk, found, moment, "done", self.text, state="done")
