"""A file came in for a logged activity: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import my_entry, still_open, stream_of
from bot.entities import FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class AttachToActivity(Change):
    """Add a file to an entry of the log; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_activity"

    entry: str
    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while the month is open."""
        found = my_entry(desk, self.entry, moment)
        still_open(desk, found.studio, found.rubric, found.month)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece."""
        found = my_entry(desk, self.entry, moment)
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
        return Told(
            stream_of(found.studio),
            {
                "entry": found.id,
                "piece": piece.id,
                "kind": self.kind,
                "unique": self.file.unique_id,
                "size": self.file.size,
                "words": digest,
            },
        )


class ExtendActivityAlbum(Change):
    """One more part of an album that is a piece already; it may come when the month is closed."""

    name: ClassVar[str] = "extend_activity_album"

    piece: str
    file: FileRef

    def _piece(self, desk: Desk) -> Proof:
        found = desk.proofs.piece(self.piece)
        if found is None:
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio."""
        my_entry(desk, self._piece(desk).of, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = self._piece(desk)
        found = my_entry(desk, piece.of, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        return Told(
            stream_of(found.studio),
            {
                "entry": found.id,
                "piece": piece.id,
                "file": self.file.id,
                "unique": self.file.unique_id,
                "size": self.file.size,
            },
        )
