"""What all files have in common that come in for something a studio does: a new piece, or one more part of an album.

Whom it is allowed, and until when, is said by each kind of thing.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Protocol

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class KeepProof(Change):
    """Keep a file for something; it is fetched in the background."""

    about: ClassVar[str]
    """What the history calls the thing that it is for."""

    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    @abstractmethod
    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Return the id of what it is for and its studio, or refuse."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may add to it."""
        self.owner(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece."""
        of, studio = self.owner(desk, moment)
        piece = Proof(
            id=moment.mint(),
            of=of,
            studio=studio,
            kind=self.kind,
            number=0,
            files=(self.file,),
            caption=self.caption,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        told = {self.about: of, **self.kept(desk, piece, moment), "piece": piece.id, "kind": self.kind}
        file = {"unique": self.file.unique_id, "size": self.file.size, "words": digest}
        return Told(stream_of(studio), {**told, **file})

    def kept(self, desk: Desk, piece: Proof, moment: Moment) -> dict[str, str]:
        """Do what comes with a piece that was stored; returns what the history says besides."""
        del desk, piece, moment
        return {}


class ExtendProofAlbum(Change):
    """One more part of an album that is a piece already; it may come when what it is for was closed between them."""

    about: ClassVar[str]
    """What the history calls the thing that it is for."""

    piece: str
    file: FileRef

    @abstractmethod
    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Refuse unless the person may add to what the piece is for."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may add to it."""
        self._piece(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = self._piece(desk, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        told = {self.about: piece.of, "piece": piece.id, "file": self.file.id}
        return Told(stream_of(piece.studio), {**told, "unique": self.file.unique_id, "size": self.file.size})

    def _piece(self, desk: Desk, moment: Moment) -> Proof:
        found = desk.proofs.piece(self.piece)
        if found is None:
            raise Refusal("not_yours")
        self.mine(desk, found, moment)
        return found


class OfStudio(Protocol):
    """Anything that belongs to a studio."""

    @property
    def studio(self) -> str:
        """Its id."""
        ...


def sent_for(of: str, piece: Proof) -> None:
    """Refuse a piece that was sent for something else."""
    if piece.of != of:
        raise Refusal("not_yours")


def free_for(desk: Desk, of: str, studio: str, standing: OfStudio | None) -> None:
    """Refuse an id that belongs to another studio or to something else; what is not stored yet has none so far."""
    if standing is not None:
        if standing.studio != studio:
            raise Refusal("not_yours")
        return
    known = (
        desk.appeals.get,
        desk.materials.get,
        desk.logs.get,
        desk.fixes.get,
        desk.studios.get,
        desk.registers.get,
        desk.fund.get,
        desk.work_plans.get,
        desk.work_plans.task,
        desk.outcomes.fact,
        desk.applications.get,
    )
    if any(get(of) for get in known) or any(piece.studio != studio for piece in desk.proofs.of(of)):
        raise Refusal("not_yours")
