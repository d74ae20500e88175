"""A file came in as proof of a fact: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.outcome_steps import managed
from bot.changes.studio_log import stream_of
from bot.entities import FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class AttachToFact(Change):
    """Keep a file for a fact, also before it is entered; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_fact"

    entry: str
    studio: str
    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio; what belongs to something else is not theirs to add to."""
        managed(desk, self.studio, moment)
        standing = desk.outcomes.fact(self.entry)
        others = (desk.appeals.get, desk.materials.get, desk.logs.get, desk.fixes.get, desk.studios.get)
        if (standing is not None and standing.studio != self.studio) or any(
            get(self.entry) for get in others
        ):
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece."""
        piece = Proof(
            id=moment.mint(),
            of=self.entry,
            studio=self.studio,
            kind=self.kind,
            number=0,
            files=(self.file,),
            caption=self.caption,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        told = {"of": self.entry, "piece": piece.id, "kind": self.kind}
        file = {"unique": self.file.unique_id, "size": self.file.size, "words": digest}
        return Told(stream_of(self.studio), {**told, **file})


class ExtendFactAlbum(Change):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_fact_album"

    piece: str
    entry: str
    """The fact that the piece was sent for."""
    file: FileRef

    def _piece(self, desk: Desk, moment: Moment) -> Proof:
        found = desk.proofs.piece(self.piece)
        if found is None or found.of != self.entry:
            raise Refusal("not_yours")
        managed(desk, found.studio, moment)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio."""
        self._piece(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = self._piece(desk, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        told = {"of": piece.of, "piece": piece.id, "file": self.file.id}
        return Told(stream_of(piece.studio), {**told, "unique": self.file.unique_id, "size": self.file.size})
