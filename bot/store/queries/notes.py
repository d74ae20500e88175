"""Notes, and which of their texts are used most for a rule."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import bindparam, delete, select, update

from bot.entities import Note
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.dialect import insert
from bot.store.queries.marks import MarksOf
from bot.store.queries.words import Words
from bot.store.tables import assessments, notes, reasons, visits, words
from bot.store.tables_base import fixed
from bot.store.tables_visits import official

_NOTES = (
    select(
        notes.c.id,
        notes.c.assessment,
        notes.c.item,
        notes.c.occurrence,
        words.c.text,
        notes.c.by,
        notes.c.at,
    )
    .join(words, words.c.id == notes.c.word_id)
    .where(notes.c.assessment == bindparam("assessment"), notes.c.dropped == fixed(0))
    .order_by(notes.c.at, notes.c.id)
)
_OF_ASSESSMENT = Statement(_NOTES)
_OF_ITEM = Statement(_NOTES.where(notes.c.item == bindparam("item")))
_WRITE = inserting(notes)
_DROP = Statement(
    update(notes)
    .where(notes.c.id == bindparam("which"), notes.c.dropped != bindparam("dropped"))
    .values(dropped=bindparam("dropped"))
)
_RULE = Statement(
    select(visits.c.rubric, notes.c.item, notes.c.letter, words.c.text, notes.c.word_id, notes.c.at)
    .select_from(notes)
    .join(words, words.c.id == notes.c.word_id)
    .join(assessments, assessments.c.id == notes.c.assessment)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(notes.c.id == bindparam("note"), official)
)
_NEW_REASON = insert(reasons)
_USE = Statement(
    _NEW_REASON.values(uses=fixed(1)).on_conflict_do_update(
        index_elements=["rubric", "item", "letter", "digest"],
        set_={"uses": reasons.c.uses + fixed(1), "last": _NEW_REASON.excluded.last},
    ),
    ["rubric", "item", "letter", "digest", "word_id", "last"],
)
_THIS_REASON = (
    reasons.c.rubric == bindparam("in_rubric"),
    reasons.c.item == bindparam("at_item"),
    reasons.c.letter == bindparam("at_letter"),
    reasons.c.digest == bindparam("of_text"),
)
_DISUSE = Statement(update(reasons).where(*_THIS_REASON).values(uses=reasons.c.uses - fixed(1)))
_UNUSED = Statement(delete(reasons).where(*_THIS_REASON, reasons.c.uses <= fixed(0)))
_REASONS = Statement(
    select(words.c.text)
    .select_from(reasons)
    .join(words, words.c.id == reasons.c.word_id)
    .where(
        reasons.c.rubric == bindparam("rubric"),
        reasons.c.item == bindparam("item"),
        reasons.c.letter == bindparam("letter"),
    )
    .order_by(reasons.c.uses.desc(), reasons.c.last.desc())
    .limit(bindparam("most"))
)


class Notes:
    """People's words on items and occurrences."""

    __slots__ = ("_marks", "_rows", "_words")

    def __init__(self, rows: Rows, words: Words, marks: MarksOf) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words
        self._marks = marks

    def of(self, assessment: str, item: str | None = None) -> tuple[Note, ...]:
        """Return the notes of an assessment, or of one item, oldest first."""
        if item is None:
            return tuple(_note(row) for row in self._rows.all(_OF_ASSESSMENT, assessment=assessment))
        return tuple(_note(row) for row in self._rows.all(_OF_ITEM, assessment=assessment, item=item))

    def write(self, note: Note) -> str:
        """Store a note; returns the salted hash of its words.

        One on an occurrence counts as a reason for the rule to which the marks say it belongs, except in an own
        assessment of the studio: its words are not for others.
        """
        word, digest = self._words.keep(note.text, note.by)
        letter = note.occurrence and self._marks.letter_of(note.assessment, note.item, note.occurrence)
        self._rows.run(
            _WRITE,
            **note.model_dump(exclude={"text"}),
            letter=letter,
            word_id=word,
            dropped=0,
        )
        self._count(note.id, more=True)
        return digest

    def drop(self, note: str) -> None:
        """Take a note out (undo)."""
        if self._rows.run(_DROP, which=note, dropped=1):
            self._count(note, more=False)

    def restore(self, note: str) -> None:
        """Bring a note back."""
        if self._rows.run(_DROP, which=note, dropped=0):
            self._count(note, more=True)

    def reasons(self, rubric: str, item: str, letter: str, limit: int) -> tuple[str, ...]:
        """Return the note texts used most for a rule, most used first."""
        rows = self._rows.all(_REASONS, rubric=rubric, item=item, letter=letter, most=limit)
        return tuple(row[0] for row in rows)

    def _count(self, note: str, *, more: bool) -> None:
        row = self._rows.one(_RULE, note=note)
        if row is None or row[2] is None:
            return
        rubric, item, letter, text, word, at = row
        digest = sha256(text.encode()).hexdigest()
        if more:
            self._rows.run(
                _USE, rubric=rubric, item=item, letter=letter, digest=digest, word_id=word, last=at
            )
            return
        this = {"in_rubric": rubric, "at_item": item, "at_letter": letter, "of_text": digest}
        self._rows.run(_DISUSE, **this)
        self._rows.run(_UNUSED, **this)


def _note(row: Row) -> Note:
    note, assessment, item, occurrence, text, by, at = row
    return Note(id=note, assessment=assessment, item=item, occurrence=occurrence, text=text, by=by, at=at)
