"""A file came in for an entry of the standing file: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Moment
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof, free_for, sent_for
from bot.changes.registers.checks import my_file
from bot.entities import Proof
from bot.ports import Desk


class AttachToEntry(KeepProof):
    """Keep a file for an entry, also before it is saved; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_entry"
    about: ClassVar[str] = "entry"

    entry: str
    studio: str

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Leaders of the studio; what belongs to something else is not theirs to add to."""
        my_file(desk, self.studio, moment)
        free_for(desk, self.entry, self.studio, desk.registers.get(self.entry))
        return self.entry, self.studio


class ExtendEntryAlbum(ExtendProofAlbum):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_entry_album"
    about: ClassVar[str] = "entry"

    entry: str
    """The entry that the piece was sent for."""

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Leaders of the studio."""
        sent_for(self.entry, piece)
        my_file(desk, piece.studio, moment)
