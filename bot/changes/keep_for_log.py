"""Files that came before it was known which activity they belong to: kept with the studio, filed when that is said."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.retire_studio import active
from bot.changes.studio_log import my_entry, my_studio, still_open, stream_of
from bot.entities import FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class KeepForLog(Change):
    """Keep a file with the studio; it is fetched in the background like any other."""

    name: ClassVar[str] = "keep_for_log"

    studio: str
    piece: str
    """A new id, so that the card that asks where it belongs can name it."""
    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while it is assessed."""
        active(my_studio(desk, self.studio, moment))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece under the studio's own id: it is not known yet what it was sent for."""
        piece = Proof(
            id=self.piece,
            of=self.studio,
            studio=self.studio,
            kind=self.kind,
            number=0,
            files=(self.file,),
            caption=self.caption,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        told = {"piece": piece.id, "unique": self.file.unique_id, "size": self.file.size, "words": digest}
        return Told(stream_of(self.studio), told)


class ExtendKept(Change):
    """One more part of an album that is kept."""

    name: ClassVar[str] = "extend_kept"

    piece: str
    file: FileRef

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio."""
        _kept(desk, self.piece, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = _kept(desk, self.piece, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        told = {
            "piece": piece.id,
            "file": self.file.id,
            "unique": self.file.unique_id,
            "size": self.file.size,
        }
        return Told(stream_of(piece.studio), told)


class FileUnder(Change):
    """Put a kept piece with the activity that it belongs to."""

    name: ClassVar[str] = "file_under"

    piece: str
    entry: str
    chat: int
    album: str | None = None
    """The album of which more may come."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of both studios, while the month is open."""
        _kept(desk, self.piece, moment)
        found = my_entry(desk, self.entry, moment)
        still_open(desk, found.studio, found.rubric, found.month)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it anew with the entry; what was fetched already is not fetched again."""
        kept, found = _kept(desk, self.piece, moment), my_entry(desk, self.entry, moment)
        files = tuple(file.model_copy(update={"id": moment.mint()}) for file in kept.files)
        piece = kept.model_copy(
            update={"id": moment.mint(), "of": found.id, "studio": found.studio, "files": files}
        )
        desk.proofs.detach(kept.id)
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        told = {"entry": found.id, "kept": kept.id, "piece": piece.id, "words": digest}
        return Told(stream_of(found.studio), told)


class TakeOutOfActivity(Change):
    """Take a piece out of the activity that it was filed with; it is kept until it is said where it belongs."""

    name: ClassVar[str] = "take_out_of_activity"

    piece: str
    entry: str
    kept: str
    """The id under which it is kept, so that the card that asks where it belongs can name it."""
    chat: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while the month is open and the piece is where they saw it."""
        found = my_entry(desk, self.entry, moment)
        still_open(desk, found.studio, found.rubric, found.month)
        piece = desk.proofs.piece(self.piece)
        if piece is None or piece.of != found.id:
            raise Refusal("kept_gone")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it anew with the studio; what was fetched already is not fetched again."""
        filed = desk.proofs.piece(self.piece)
        if filed is None:
            raise Refusal("kept_gone")
        files = tuple(file.model_copy(update={"id": moment.mint()}) for file in filed.files)
        kept = filed.model_copy(update={"id": self.kept, "of": filed.studio, "files": files})
        desk.proofs.detach(filed.id)
        digest = desk.proofs.attach(kept, chat=self.chat, album=None)
        told = {"entry": self.entry, "piece": filed.id, "kept": kept.id, "words": digest}
        return Told(stream_of(filed.studio), told)


class DropKept(Change):
    """Take a kept piece away that belongs to nothing."""

    name: ClassVar[str] = "drop_kept"

    piece: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio."""
        _kept(desk, self.piece, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Take it out; its files stay on disk."""
        piece = _kept(desk, self.piece, moment)
        desk.proofs.detach(piece.id)
        return Told(stream_of(piece.studio), {"piece": piece.id})


def _kept(desk: Desk, piece: str, moment: Moment) -> Proof:
    """Return a piece that belongs to no activity yet, in a log in which the person may write, or refuse."""
    found = desk.proofs.piece(piece)
    if found is None or found.of != found.studio:
        raise Refusal("kept_gone")
    my_studio(desk, found.studio, moment)
    return found
