"""A file came in as proof of what was put right: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Moment
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof
from bot.changes.studio_fix import SETTLED, my_fix
from bot.entities import Proof
from bot.ports import Desk
from bot.problems import Refusal


class AttachToFix(KeepProof):
    """Add a file; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_fix"
    about: ClassVar[str] = "fix"

    fix: str

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Leaders of the studio, until it is settled."""
        found = my_fix(desk, self.fix, None, moment)
        if found.state in SETTLED:
            raise Refusal("fix_closed_files", number=str(found.number))
        return found.id, found.studio


class ExtendFixAlbum(ExtendProofAlbum):
    """One more part of an album that is a piece already; it may come when the thing is settled."""

    name: ClassVar[str] = "extend_fix_album"
    about: ClassVar[str] = "fix"

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Leaders of the studio."""
        my_fix(desk, piece.of, None, moment)
