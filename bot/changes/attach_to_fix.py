"""A file came in as proof of what was put right: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_fix import SETTLED, my_fix
from bot.changes.studio_log import stream_of
from bot.entities import FileRef, Fix, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class AttachToFix(Change):
    """Add a file; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_fix"

    fix: str
    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def _open(self, desk: Desk, moment: Moment) -> Fix:
        found = my_fix(desk, self.fix, None, moment)
        if found.state in SETTLED:
            raise Refusal("fix_closed_files", number=str(found.number))
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until it is settled."""
        self._open(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece."""
        found = self._open(desk, moment)
        piece = Proof(
            id=moment.mint(),
            of=found.id,
            studio=found.studio,
            kind=self.kind,
            number=0,
            files=(self.file,),
            caption=self.caption,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        told = {"fix": found.id, "piece": piece.id, "kind": self.kind, "words": digest}
        file = {"unique": self.file.unique_id, "size": self.file.size}
        return Told(stream_of(found.studio), {**told, **file})


class ExtendFixAlbum(Change):
    """One more part of an album that is a piece already; it may come when the thing is settled."""

    name: ClassVar[str] = "extend_fix_album"

    piece: str
    file: FileRef

    def _piece(self, desk: Desk, moment: Moment) -> Proof:
        found = desk.proofs.piece(self.piece)
        if found is None:
            raise Refusal("not_yours")
        my_fix(desk, found.of, None, moment)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio."""
        self._piece(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = self._piece(desk, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        told = {"fix": piece.of, "piece": piece.id, "file": self.file.id}
        return Told(stream_of(piece.studio), {**told, "unique": self.file.unique_id, "size": self.file.size})
