"""A leader said why something cannot be put right; somebody else decides whether that stands."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_fix import moved, my_fix, owed
from bot.ports import Desk
from bot.problems import Refusal


class AskFixWaiver(Change):
    """Ask that it need not be put right (不可整改), with the reason."""

    name: ClassVar[str] = "ask_fix_waiver"

    fix: str
    revision: int
    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, with a reason."""
        owed(my_fix(desk, self.fix, self.revision, moment))
        if not any(char.isalnum() for char in self.reason):
            raise Refusal("fix_no_reason")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the wish; it waits like what was done."""
        found = my_fix(desk, self.fix, self.revision, moment)
        return moved(desk, found, moment, "waived", self.reason, state="done")
