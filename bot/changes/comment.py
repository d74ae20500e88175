"""综合意见 was written: strengths, problems, advice."""

from __future__ import annotations

from typing import ClassVar, Literal

from bot.changes.base import Change, Moment, Told, open_assessment
from bot.ports import Desk

Field = Literal["strengths", "problems", "advice"]


class Comment(Change):
    """Set one of the three parts."""

    name: ClassVar[str] = "comment"

    assessment: str
    field: Field
    text: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment."""
        open_assessment(desk, self.assessment, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the words apart from the history, which keeps their hash."""
        found = open_assessment(desk, self.assessment, moment)
        word, digest = desk.words.keep(self.text, moment.actor)
        desk.visits.comment(self.assessment, found.comments.model_copy(update={self.field: self.text}))
        return Told(found.visit.id, {"field": self.field, "words": [word, digest]})
