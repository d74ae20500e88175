"""The day until which something is to be put right was set, and why."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_fix import moved, to_date
from bot.ports import Desk
from bot.problems import Refusal


class MoveFixDue(Change):
    """Set the day (完成期限)."""

    name: ClassVar[str] = "move_fix_due"

    fix: str
    revision: int
    day: str
    """ISO date."""
    reason: str
    today: str
    """ISO date: a day that is over cannot be kept."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators and heads whose scope covers the studio and who are not of it; with a reason."""
        to_date(desk, self.fix, self.revision, moment)
        if self.day < self.today:
            raise Refusal("fix_day_past", day=self.day, today=self.today)
        if not any(char.isalnum() for char in self.reason):
            raise Refusal("fix_day_reason", day=self.day)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store day and reason."""
        found = to_date(desk, self.fix, self.revision, moment)
        return moved(desk, found, moment, "due", self.reason, due=self.day)
