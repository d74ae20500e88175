"""A file came in as proof of a fact: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Moment
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof, free_for, sent_for
from bot.changes.outcomes.steps import managed
from bot.entities import Proof
from bot.ports import Desk


class AttachToFact(KeepProof):
    """Keep a file for a fact, also before it is entered; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_fact"
    about: ClassVar[str] = "of"

    entry: str
    studio: str

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Coordinators of the studio; what belongs to something else is not theirs to add to."""
        managed(desk, self.studio, moment)
        free_for(desk, self.entry, self.studio, desk.outcomes.fact(self.entry))
        return self.entry, self.studio


class ExtendFactAlbum(ExtendProofAlbum):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_fact_album"
    about: ClassVar[str] = "of"

    entry: str
    """The fact that the piece was sent for."""

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Coordinators of the studio."""
        sent_for(self.entry, piece)
        managed(desk, piece.studio, moment)
