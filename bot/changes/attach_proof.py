"""A file came in for an appeal or for a material that is handed in: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Moment
from bot.changes.contested import answers_for, still_open
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof, free_for
from bot.entities import Proof
from bot.ports import Desk


class AttachProof(KeepProof):
    """Keep a file for something; it is fetched in the background."""

    name: ClassVar[str] = "attach_proof"
    about: ClassVar[str] = "of"

    of: str
    """Id of an appeal or a material; of an appeal also before it is filed."""
    studio: str

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Leaders of the studio, while what it is for is open."""
        answers_for(desk, self.studio, moment)
        appeal = desk.appeals.get(self.of)
        free_for(desk, self.of, self.studio, appeal or desk.materials.get(self.of))
        if appeal is not None:
            still_open(appeal)
        return self.of, self.studio


class ExtendProof(ExtendProofAlbum):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_proof"
    about: ClassVar[str] = "of"

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Leaders of the studio."""
        answers_for(desk, piece.studio, moment)
