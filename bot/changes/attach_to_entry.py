"""A file came in for an entry of the standing file: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.file_checks import my_file
from bot.changes.studio_log import stream_of
from bot.entities import FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class AttachToEntry(Change):
    """Keep a file for an entry, also before it is saved; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_entry"

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
        """Leaders of the studio; what belongs to something else is not theirs to add to."""
        my_file(desk, self.studio, moment)
        standing = desk.registers.get(self.entry)
        others = (desk.appeals.get, desk.materials.get, desk.logs.get, desk.fixes.get, desk.studios.get)
        taken = any(piece.studio != self.studio for piece in desk.proofs.of(self.entry))
        if taken or (standing is not None and standing.studio != self.studio):
            raise Refusal("not_yours")
        if standing is None and any(get(self.entry) for get in others):
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
        told = {"entry": self.entry, "piece": piece.id, "kind": self.kind}
        file = {"unique": self.file.unique_id, "size": self.file.size, "words": digest}
        return Told(stream_of(self.studio), {**told, **file})


class ExtendEntryAlbum(Change):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_entry_album"

    piece: str
    entry: str
    """The entry that the piece was sent for."""
    file: FileRef

    def _piece(self, desk: Desk, moment: Moment) -> Proof:
        found = desk.proofs.piece(self.piece)
        if found is None or found.of != self.entry:
            raise Refusal("not_yours")
        my_file(desk, found.studio, moment)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio."""
        self._piece(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = self._piece(desk, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        told = {"entry": piece.of, "piece": piece.id, "file": self.file.id}
        return Told(stream_of(piece.studio), {**told, "unique": self.file.unique_id, "size": self.file.size})
