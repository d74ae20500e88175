"""Files that studios send: for an activity, something put right, an appeal, a material handed in beforehand."""

from __future__ import annotations

from typing import Literal, Protocol

from bot.entities import FileRef, Proof


class Proofs(Protocol):
    """The files of studios; a fetched one lies where evidence lies."""

    def piece(self, piece: str) -> Proof | None:
        """Return one piece."""

    def of(self, owner: str) -> tuple[Proof, ...]:
        """Return what was sent for something, in the order in which it came."""

    def piece_of_file(self, file: str) -> Proof | None:
        """Return the piece to which a file belongs."""

    def piece_of_album(self, chat: int, album: str) -> Proof | None:
        """Return the piece that an album's earlier parts became."""

    def attach(self, piece: Proof, *, chat: int, album: str | None) -> str:
        """Store a piece and ask for each file to be fetched; returns the salted hash of its caption."""

    def extend(self, piece: str, file: FileRef, now: int) -> None:
        """Add one more file to a piece (the next part of an album) and ask for it to be fetched."""

    def detach(self, piece: str) -> None:
        """Take a piece out; its files stay on disk."""

    def settle(
        self,
        file: str,
        state: Literal["stored", "failed"],
        sha256: str | None,
        size: int | None,
        failure: str | None,
    ) -> str | None:
        """Mark a fetched (or unobtainable) file; returns its studio, None if it is no such file."""
