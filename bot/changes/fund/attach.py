"""A voucher came in for money of a fund: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Moment
from bot.changes.fund.moves import fund_of
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof, free_for, sent_for
from bot.entities import Proof
from bot.ports import Desk


class AttachToFund(KeepProof):
    """Keep a voucher, also before its money is booked; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_fund"
    about: ClassVar[str] = "move"

    move: str
    studio: str
    booked: str
    """The kind of money."""

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Whoever may book it; what belongs to something else is not theirs to add to."""
        standing = desk.fund.get(self.move)
        fund_of(desk, self.studio, standing.kind if standing else self.booked, moment)
        free_for(desk, self.move, self.studio, standing)
        return self.move, self.studio


class ExtendFundAlbum(ExtendProofAlbum):
    """One more part of an album of vouchers."""

    name: ClassVar[str] = "extend_fund_album"
    about: ClassVar[str] = "move"

    move: str
    """What the piece was sent for."""
    booked: str
    """The kind of money."""

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Whoever may book it."""
        sent_for(self.move, piece)
        standing = desk.fund.get(self.move)
        fund_of(desk, piece.studio, standing.kind if standing else self.booked, moment)
