"""A person took back their own newest entry; both rows stay in the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from bot.changes.attach_evidence import AttachEvidence
from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.mark_item import MarkItem
from bot.changes.move_version import MoveVersion
from bot.changes.reopened import only_reopened
from bot.changes.send_back_items import SendBackItems
from bot.changes.write_note import WriteNote
from bot.entities import Event
from bot.ports import Desk
from bot.problems import Refusal

UNDOABLE: Final[Mapping[str, type[Change]]] = {
    kind.name: kind for kind in (MarkItem, WriteNote, AttachEvidence)
}
"""In the order in which one entry makes them."""

_ORDER: Final = tuple(UNDOABLE)


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
        only_reopened(found, str(event.payload["item"]))
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
    """Return the person's newest event that still stands and can be taken back."""
    found = desk.history.last_standing(stream, person, tuple(UNDOABLE))
    if found is not None and any(
        _closes(event) and event.seq > found.seq for event in desk.history.of(stream)
    ):
        return None
    return found


def _closes(event: Event) -> bool:
    """Say whether what was entered before is out of reach: it belongs to another version, or was signed."""
    return event.name in {MoveVersion.name, SendBackItems.name}


def _before(name: str, later: str) -> bool:
    """Say whether one entry makes a change of this kind before the later one."""
    return _ORDER.index(name) < _ORDER.index(later) or name == later == WriteNote.name


def last_entry(desk: Desk, stream: str, person: str) -> tuple[Event, ...]:
    """Return the events of the person's newest entry, newest first: `1.3 +b 缺记录` with a photo is one entry of three.

    They were made in one turn, on one item: marks, then words (one note for each occurrence), then the file; whatever
    differs is an entry before.
    """
    events = desk.history.of(stream)
    undone = {event.undoes for event in events}
    entry: list[Event] = []
    for event in reversed(events):
        if _closes(event):
            break
        if event.person != person or event.name not in UNDOABLE or event.seq in undone:
            continue
        if entry and (event.at, event.payload["item"]) != (entry[0].at, entry[0].payload["item"]):
            break
        if entry and not _before(event.name, entry[-1].name):
            break
        if entry and event.name == MarkItem.name and not MarkItem.stands(desk, event):
            # The words go, the marks that a colleague has changed since are refused by themselves.
            break
        entry.append(event)
    return tuple(entry)
