"""What was entered: marks, evidence, notes and the words people used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.entities import (
    Evidence,
    FileRef,
    Note,
)
from rubrics.marks import ItemMarks


@dataclass(frozen=True, slots=True)
class Marking:
    """The marks of an assessment and the revision of each item (0 where nothing was ever entered)."""

    marks: Mapping[str, ItemMarks]
    revisions: Mapping[str, int]


class MarksPort(Protocol):
    """What was entered, item by item."""

    def of(self, assessment: str) -> Marking:
        """Return all marks of an assessment."""

    def put(self, assessment: str, item: str, marks: ItemMarks, now: int) -> int:
        """Replace the marks of one item; returns its new revision."""


class Files(Protocol):
    """Evidence, its files, and notes."""

    def evidence_of(self, assessment: str, item: str | None = None) -> tuple[Evidence, ...]:
        """Return the pieces of an assessment, or of one item, by number."""

    def piece(self, evidence: str) -> Evidence | None:
        """Return one piece."""

    def piece_of_file(self, file: str) -> Evidence | None:
        """Return the piece to which a file belongs."""

    def piece_of_album(self, chat: int, album: str) -> Evidence | None:
        """Return the piece that an album's earlier parts became."""

    def add(self, piece: Evidence, *, chat: int, album: str | None) -> str:
        """Store a piece and ask for each file to be fetched; returns the salted hash of its caption."""

    def extend(self, evidence: str, file: FileRef, now: int) -> None:
        """Add one more file to a piece (the next part of an album) and ask for it to be fetched."""

    def move(self, evidence: str, item: str, occurrence: str | None, caption: str | None) -> str:
        """Give a piece to another item or occurrence; a caption that is not None replaces the old one.

        Returns the salted hash of the caption.
        """

    def drop(self, evidence: str) -> None:
        """Take a piece out of the assessment (undo); its files stay on disk."""

    def restore(self, evidence: str) -> None:
        """Bring a dropped piece back."""

    def next_number(self, assessment: str) -> int:
        """Return the number of the next piece (证N), counting dropped ones."""

    def waiting(self, assessment: str) -> int:
        """Return how many files of an assessment are still being fetched."""

    def settle(
        self,
        file: str,
        state: Literal["stored", "failed"],
        sha256: str | None,
        size: int | None,
        failure: str | None,
    ) -> str | None:
        """Mark a fetched (or unobtainable) file; returns its assessment."""

    def notes_of(self, assessment: str, item: str | None = None) -> tuple[Note, ...]:
        """Return the notes of an assessment, or of one item, oldest first."""

    def write(self, note: Note) -> str:
        """Store a note; returns the salted hash of its words for the history."""

    def unwrite(self, note: str) -> None:
        """Take a note out (undo)."""

    def rewrite(self, note: str) -> None:
        """Bring a note back."""

    def reasons(self, rubric: str, item: str, letter: str, limit: int) -> tuple[str, ...]:
        """Return the note texts used most for a rule, most used first."""


class Words(Protocol):
    """People's own words, erasable, kept apart from the history that refers to them."""

    def keep(self, text: str, person: str | None) -> tuple[str, str]:
        """Store a text; returns its id and the salted SHA-256 that the history row carries."""
