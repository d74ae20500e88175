"""An assessor accepted or rejected a proposal of the log, or took that back; the marks are another change."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.reopened import only_reopened
from bot.entities import Decision
from bot.ports import Desk


class DecideProposal(Change):
    """Keep the decision; with an acceptance the caller makes the change of the marks (and the note) besides."""

    name: ClassVar[str] = "decide_proposal"

    assessment: str
    item: str
    letter: str
    accepted: bool
    count: str
    """What was proposed: occurrences or a figure."""
    again: bool = False
    """Whether a rejection is taken back: the proposal is as if nobody had decided."""
    entries: tuple[str, ...] = ()
    """Ids of the entries behind it."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment."""
        only_reopened(open_assessment(desk, self.assessment, moment), self.item)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        found = open_assessment(desk, self.assessment, moment)
        decision = Decision(
            assessment=self.assessment,
            item=self.item,
            letter=self.letter,
            state="open" if self.again else "accepted" if self.accepted else "rejected",
            count=self.count,
            by=moment.actor or "",
            at=moment.now,
        )
        desk.logs.decide(decision)
        return Told(
            found.visit.id,
            {
                "assessment": self.assessment,
                "item": self.item,
                "letter": self.letter,
                "state": decision.state,
                "count": self.count,
                "entries": list(self.entries),
            },
        )
