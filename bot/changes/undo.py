"""A person took back their own newest entry; both rows stay in the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from bot.changes.attach_evidence import AttachEvidence
from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.mark_item import MarkItem
from bot.changes.write_note import WriteNote
from bot.entities import Event
from bot.ports import Desk
from bot.problems import Refusal

UNDOABLE: Final[Mapping[str, type[Change]]] = {
    kind.name: kind for kind in (MarkItem, WriteNote, AttachEvidence)
}


class Undo(Change):
    """Take back one event, given by its place so that the same tap twice takes back one thing."""

    name: ClassVar[str] = "undo"

    assessment: str
    seq: int

    def _event(self, desk: Desk, moment: Moment) -> Event:
        found = open_assessment(desk, self.assessment, moment)
        event = newest(desk, found.visit.id, moment.actor or "")
        if event is None or event.seq != self.seq:
            raise Refusal("nothing_to_undo")
        return event

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members, for what they themselves did last and nobody changed since."""
        self._event(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Bring back what was before."""
        event = self._event(desk, moment)
        found = open_assessment(desk, self.assessment, moment)
        payload: Mapping[str, Any] = UNDOABLE[event.name].revert(desk, event, moment)
        return Told(found.visit.id, {"of": event.name, **payload}, undoes=event.seq)


def newest(desk: Desk, stream: str, person: str) -> Event | None:
    """Return the person's newest entry that still stands and can be taken back."""
    return desk.history.last_standing(stream, person, tuple(UNDOABLE))
