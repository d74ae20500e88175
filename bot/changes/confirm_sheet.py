"""A coordinator has looked at a signed sheet and lets it stand."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.reviewing import reviewed
from bot.entities import Review
from bot.ports import Desk


class ConfirmSheet(Change):
    """Keep that the sheet stands; figures and marks stay what they are."""

    name: ClassVar[str] = "confirm_sheet"

    assessment: str
    digest: str
    """The beginning of the 校验码 that was shown."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio who did not sign it."""
        reviewed(desk, self.assessment, self.digest, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        found = reviewed(desk, self.assessment, self.digest, moment)
        by = moment.actor or ""
        desk.reviews.put(Review(assessment=found.id, state="confirmed", by=by, at=moment.now))
        return Told(found.visit.id, {"assessment": found.id, "digest": found.digest, "round": found.round})
