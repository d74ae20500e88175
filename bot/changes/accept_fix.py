"""What was done was found in order, or that it cannot be put right was accepted."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_fix import asks_waiver, moved, to_decide
from bot.ports import Desk


class AcceptFix(Change):
    """Close it (通过)."""

    name: ClassVar[str] = "accept_fix"

    fix: str
    revision: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever signed the sheet or has a say over the studio, and is not of it."""
        to_decide(desk, self.fix, self.revision, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the decision."""
        found = to_decide(desk, self.fix, self.revision, moment)
        state = "waived" if asks_waiver(found) else "accepted"
        return moved(desk, found, moment, "accepted", "", state=state)
