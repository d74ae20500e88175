"""A file came in for an appeal or for a material that is handed in: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.contested import answers_for, still_open
from bot.changes.studio_log import stream_of
from bot.entities import FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class AttachProof(Change):
    """Keep a file for something; it is fetched in the background."""

    name: ClassVar[str] = "attach_proof"

    of: str
    """Id of an appeal or a material; of an appeal also before it is filed."""
    studio: str
    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while what it is for is open."""
        answers_for(desk, self.studio, moment)
        _open(desk, self.of, self.studio)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece."""
        piece = Proof(
            id=moment.mint(),
            of=self.of,
            studio=self.studio,
            kind=self.kind,
            number=0,
            files=(self.file,),
            caption=self.caption,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        told = {"of": self.of, "piece": piece.id, "kind": self.kind}
        file = {"unique": self.file.unique_id, "size": self.file.size, "words": digest}
        return Told(stream_of(self.studio), {**told, **file})


class ExtendProof(Change):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_proof"

    piece: str
    file: FileRef

    def _piece(self, desk: Desk, moment: Moment) -> Proof:
        found = desk.proofs.piece(self.piece)
        if found is None:
            raise Refusal("not_yours")
        answers_for(desk, found.studio, moment)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio; parts of one album may come when what it is for was closed between them."""
        self._piece(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = self._piece(desk, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        told = {"of": piece.of, "piece": piece.id, "file": self.file.id}
        return Told(stream_of(piece.studio), {**told, "unique": self.file.unique_id, "size": self.file.size})


def _open(desk: Desk, owner: str, studio: str) -> None:
    """Refuse what belongs to another studio, or is closed."""
    appeal = desk.appeals.get(owner)
    material = None if appeal else desk.materials.get(owner)
    whose = appeal.studio if appeal else material.studio if material else studio
    if whose != studio or desk.logs.get(owner) is not None:
        raise Refusal("not_yours")
    if appeal is not None:
        still_open(appeal)
