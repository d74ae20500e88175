"""What somebody of the studio answered to its signed sheet: seen, or not agreed with."""

from __future__ import annotations

from typing import ClassVar, Literal

from bot.changes.base import Change, Moment, Told
from bot.changes.contested import contested_sheet
from bot.entities import Receipt
from bot.ports import Desk


class AnswerSheet(Change):
    """Keep the answer of one leader to a signed sheet; a later one takes its place."""

    name: ClassVar[str] = "answer_sheet"

    assessment: str
    state: Literal["seen", "objects"]

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio."""
        contested_sheet(desk, self.assessment, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        found = contested_sheet(desk, self.assessment, moment)
        person = moment.actor or ""
        desk.receipts.put(Receipt(assessment=found.id, person=person, state=self.state, at=moment.now))
        return Told(found.visit.id, {"assessment": found.id, "state": self.state})
