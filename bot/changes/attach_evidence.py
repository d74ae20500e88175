"""Evidence came in: a new piece, one more part of an album, or a piece that belongs to another item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.reopened import only_reopened
from bot.entities import Event, Evidence, FileRef, Place
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class AttachEvidence(Change):
    """Add a piece of evidence to an item or to one occurrence of a deduction."""

    name: ClassVar[str] = "attach_evidence"

    assessment: str
    item: str
    occurrence: str | None = None
    kind: Kind
    file: FileRef | None = None
    place: Place | None = None
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment."""
        only_reopened(open_assessment(desk, self.assessment, moment), self.item)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece; its file is fetched in the background."""
        found = open_assessment(desk, self.assessment, moment)
        piece = Evidence(
            id=moment.mint(),
            assessment=self.assessment,
            item=self.item,
            occurrence=self.occurrence,
            kind=self.kind,
            number=desk.files.next_number(self.assessment),
            files=(self.file,) if self.file else (),
            caption=self.caption,
            place=self.place,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.files.add(piece, chat=self.chat, album=self.album)
        return Told(
            found.visit.id,
            {
                "evidence": piece.id,
                "number": piece.number,
                "item": self.item,
                "occurrence": self.occurrence,
                "kind": self.kind,
                "unique": self.file.unique_id if self.file else None,
                "size": self.file.size if self.file else None,
                "words": digest,
            },
        )

    @classmethod
    def revert(cls, desk: Desk, event: Event, moment: Moment) -> Mapping[str, Any]:
        """Take the piece out; the stored file stays."""
        desk.files.drop(event.payload["evidence"])
        return {"evidence": event.payload["evidence"], "item": event.payload["item"]}


class ExtendAlbum(Change):
    """One more part of an album that is a piece already, however late it comes."""

    name: ClassVar[str] = "extend_album"

    evidence: str
    file: FileRef

    def _piece(self, desk: Desk) -> Evidence:
        piece = desk.files.piece(self.evidence)
        if piece is None:
            raise Refusal("not_yours")
        return piece

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment."""
        piece = self._piece(desk)
        only_reopened(open_assessment(desk, piece.assessment, moment), piece.item)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        found = open_assessment(desk, self._piece(desk).assessment, moment)
        desk.files.extend(self.evidence, self.file, moment.now)
        return Told(
            found.visit.id,
            {
                "evidence": self.evidence,
                "file": self.file.id,
                "unique": self.file.unique_id,
                "size": self.file.size,
            },
        )


class MoveEvidence(Change):
    """A later caption says to which item, occurrence or words an album belongs."""

    name: ClassVar[str] = "move_evidence"

    evidence: str
    item: str
    occurrence: str | None = None
    caption: str | None = None

    def _piece(self, desk: Desk) -> Evidence:
        piece = desk.files.piece(self.evidence)
        if piece is None:
            raise Refusal("not_yours")
        return piece

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment; both items must be open."""
        piece = self._piece(desk)
        only_reopened(open_assessment(desk, piece.assessment, moment), piece.item, self.item)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Give the piece to the other item."""
        piece = self._piece(desk)
        found = open_assessment(desk, piece.assessment, moment)
        digest = desk.files.move(self.evidence, self.item, self.occurrence, self.caption)
        return Told(
            found.visit.id,
            {
                "evidence": self.evidence,
                "before": [piece.item, piece.occurrence],
                "after": [self.item, self.occurrence],
                "words": digest,
            },
        )
