"""A voucher came in for money of a fund: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.fund_moves import fund_of
from bot.changes.studio_log import stream_of
from bot.entities import FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal


class AttachToFund(Change):
    """Keep a voucher, also before its money is booked; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_fund"

    move: str
    studio: str
    booked: str
    """The kind of money."""
    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may book it; what belongs to something else is not theirs to add to."""
        standing = desk.fund.get(self.move)
        fund_of(desk, self.studio, standing.kind if standing else self.booked, moment)
        others = (desk.appeals.get, desk.materials.get, desk.logs.get, desk.fixes.get, desk.studios.get)
        taken = any(piece.studio != self.studio for piece in desk.proofs.of(self.move))
        if taken or (standing is not None and standing.studio != self.studio):
            raise Refusal("not_yours")
        if standing is None and any(get(self.move) for get in (*others, desk.registers.get)):
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece."""
        piece = Proof(
            id=moment.mint(),
            of=self.move,
            studio=self.studio,
            kind=self.kind,
            number=0,
            files=(self.file,),
            caption=self.caption,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        told = {"move": self.move, "piece": piece.id, "kind": self.kind}
        file = {"unique": self.file.unique_id, "size": self.file.size, "words": digest}
        return Told(stream_of(self.studio), {**told, **file})


class ExtendFundAlbum(Change):
    """One more part of an album of vouchers."""

    name: ClassVar[str] = "extend_fund_album"

    piece: str
    move: str
    """What the piece was sent for."""
    booked: str
    """The kind of money."""
    file: FileRef

    def _piece(self, desk: Desk, moment: Moment) -> Proof:
        found = desk.proofs.piece(self.piece)
        if found is None or found.of != self.move:
            raise Refusal("not_yours")
        standing = desk.fund.get(self.move)
        fund_of(desk, found.studio, standing.kind if standing else self.booked, moment)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may book it."""
        self._piece(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        piece = self._piece(desk, moment)
        desk.proofs.extend(piece.id, self.file, moment.now)
        told = {"move": piece.of, "piece": piece.id, "file": self.file.id}
        return Told(stream_of(piece.studio), {**told, "unique": self.file.unique_id, "size": self.file.size})
