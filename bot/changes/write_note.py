"""A person wrote a note on an item or on one occurrence of a deduction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.reopened import only_reopened
from bot.entities import Event, Note
from bot.ports import Desk


class WriteNote(Change):
    """Add a note; the words themselves stay out of the history."""

    name: ClassVar[str] = "write_note"

    assessment: str
    item: str
    occurrence: str | None = None
    text: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment."""
        only_reopened(open_assessment(desk, self.assessment, moment), self.item)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the note."""
        found = open_assessment(desk, self.assessment, moment)
        note = Note(
            id=moment.mint(),
            assessment=self.assessment,
            item=self.item,
            occurrence=self.occurrence,
            text=self.text,
            by=moment.actor or "",
            at=moment.now,
        )
        digest = desk.files.write(note)
        return Told(
            found.visit.id,
            {"note": note.id, "item": self.item, "occurrence": self.occurrence, "words": digest},
        )

    @classmethod
    def revert(cls, desk: Desk, event: Event, moment: Moment) -> Mapping[str, Any]:
        """Take the note out."""
        desk.files.unwrite(event.payload["note"])
        return {"note": event.payload["note"], "item": event.payload["item"]}
