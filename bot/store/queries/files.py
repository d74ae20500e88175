"""Evidence and notes together, as the turns ask for them."""

from __future__ import annotations

from bot.entities import Note
from bot.store.compiled import Rows
from bot.store.queries.evidence import Pieces
from bot.store.queries.jobs import Jobs
from bot.store.queries.marks import MarksOf
from bot.store.queries.notes import Notes
from bot.store.queries.words import Words


class Files(Pieces):
    """What was sent and written for items."""

    __slots__ = ("_notes",)

    def __init__(self, rows: Rows, words: Words, jobs: Jobs, marks: MarksOf) -> None:
        """Ask over one connection."""
        super().__init__(rows, words, jobs)
        self._notes = Notes(rows, words, marks)

    def notes_of(self, assessment: str, item: str | None = None) -> tuple[Note, ...]:
        """Return the notes of an assessment, or of one item, oldest first."""
        return self._notes.of(assessment, item)

    def write(self, note: Note) -> str:
        """Store a note; returns the salted hash of its words for the history."""
        return self._notes.write(note)

    def unwrite(self, note: str) -> None:
        """Take a note out (undo)."""
        self._notes.drop(note)

    def rewrite(self, note: str) -> None:
        """Bring a note back."""
        self._notes.restore(note)

    def reasons(self, rubric: str, item: str, letter: str, limit: int) -> tuple[str, ...]:
        """Return the note texts used most for a rule, most used first."""
        return self._notes.reasons(rubric, item, letter, limit)
