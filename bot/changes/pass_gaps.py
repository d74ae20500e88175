"""The assessor goes on to the signature although notes or materials are missing."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.group import group_stream, several
from bot.ports import Desk


class PassGaps(Change):
    """Keep that the gaps were shown and passed with a word."""

    name: ClassVar[str] = "pass_gaps"

    assessment: str
    gaps: tuple[tuple[str, str], ...]
    """Kind of gap and item number, as they were shown."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment."""
        open_assessment(desk, self.assessment, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Mark the assessment."""
        found = open_assessment(desk, self.assessment, moment)
        desk.visits.pass_gaps(self.assessment)
        # Each member of a group passes them; that moves nothing under a colleague's signature.
        stream = group_stream(found.visit.id) if several(found) else found.visit.id
        return Told(stream, {"gaps": [list(gap) for gap in self.gaps]})
