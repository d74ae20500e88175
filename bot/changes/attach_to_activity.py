"""A file came in for a logged activity: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Moment
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof
from bot.changes.studio_log import my_entry, still_open
from bot.entities import Proof
from bot.ports import Desk


class AttachToActivity(KeepProof):
    """Add a file to an entry of the log; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_activity"
    about: ClassVar[str] = "entry"

    entry: str

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Leaders of the studio, while the month is open."""
        found = my_entry(desk, self.entry, moment)
        still_open(desk, found.studio, found.rubric, found.month)
        return found.id, found.studio


class ExtendActivityAlbum(ExtendProofAlbum):
    """One more part of an album that is a piece already; it may come when the month is closed."""

    name: ClassVar[str] = "extend_activity_album"
    about: ClassVar[str] = "entry"

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Leaders of the studio."""
        my_entry(desk, piece.of, moment)
