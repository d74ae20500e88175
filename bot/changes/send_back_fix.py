"""What was done is not enough, or must be done after all: it goes back to the leader with the reason."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_fix import moved, to_decide
from bot.ports import Desk
from bot.problems import Refusal


class SendBackFix(Change):
    """Send it back (退回)."""

    name: ClassVar[str] = "send_back_fix"

    fix: str
    revision: int
    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever signed the sheet or has a say over the studio, and is not of it; with a reason."""
        to_decide(desk, self.fix, self.revision, moment)
        if not any(char.isalnum() for char in self.reason):
            raise Refusal("fix_no_reason")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the decision."""
        found = to_decide(desk, self.fix, self.revision, moment)
        return moved(desk, found, moment, "sent_back", self.reason, state="returned")
