"""What stands around an item under assessment, in one question: the path of a tap has no room for five.

The sheet of the period before, the studio's own sheet beside it, the materials handed in for the item, what is still
to be put right on it, its notes, and the words most used for the rule about which a reason is asked.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, literal_column, select, union_all

from bot.entities import Note
from bot.entities.visit import SignedSheet
from bot.ports.visits import Around, Owed, Ready
from bot.store.compiled import Row, Rows, Statement, from_json
from bot.store.tables import assessments, fixes, materials, notes, reasons, visits, words
from bot.store.tables_base import fixed

_REST: Final[tuple[ColumnElement[Any], ...]] = (literal_column("''"), literal_column("''"))
"""Places of what only notes have."""
_SAID: Final = words.alias("said")
_WORD: Final = words.alias("word")
REASONS: Final = 3
"""Reasons that are offered."""


def _often() -> Select[Any]:
    """Return the reasons most used for a rule; what is limited stands in a question of its own."""
    often = (
        select(_WORD.c.text, reasons.c.uses, reasons.c.last)
        .select_from(reasons.join(_WORD, _WORD.c.id == reasons.c.word_id))
        .where(
            reasons.c.rubric == bindparam("rubric"),
            reasons.c.item == bindparam("item"),
            reasons.c.letter == bindparam("letter"),
        )
        .order_by(reasons.c.uses.desc(), reasons.c.last.desc())
        .limit(fixed(REASONS))
        .subquery("often")
    )
    return select(
        literal_column("'reason'"), literal_column("''"), often.c.text, often.c.uses, often.c.last, *_REST
    )


def _sheet(part: str) -> Select[Any]:
    """Return the newest signed sheet at a place; the names of its parameters begin with the part's."""
    here = (
        visits.c.studio == bindparam("studio"),
        visits.c.rubric == bindparam("rubric"),
        visits.c.period == bindparam(f"{part}_period"),
        visits.c.kind == bindparam(f"{part}_kind"),
        assessments.c.state == fixed("signed"),
    )
    newest = (
        select(assessments.c.id)
        .join(visits, visits.c.id == assessments.c.visit)
        .where(*here)
        .order_by(visits.c.opened.desc(), visits.c.id.desc())
        .limit(fixed(1))
        .scalar_subquery()
    )
    return (
        select(
            literal_column(f"'{part}'").label("part"),
            assessments.c.id,
            assessments.c.sheet,
            visits.c.version,
            assessments.c.signed,
            *_REST,
        )
        .join(visits, visits.c.id == assessments.c.visit)
        .where(assessments.c.id == newest)
    )


_AROUND = Statement(
    union_all(
        _sheet("before"),
        _sheet("own"),
        select(
            literal_column("'ready'"),
            materials.c.id,
            materials.c.name,
            materials.c.dropped,
            materials.c.at,
            *_REST,
        ).where(
            materials.c.studio == bindparam("studio"),
            materials.c.rubric == bindparam("rubric"),
            materials.c.period == bindparam("own_period"),
            materials.c.item == bindparam("item"),
            materials.c.dropped == fixed(0),
        ),
        select(
            literal_column("'owed'"),
            fixes.c.letter + literal_column("':'") + fixes.c.state,
            words.c.text,
            fixes.c.number,
            fixes.c.opened,
            *_REST,
        )
        .select_from(fixes.outerjoin(words, words.c.id == fixes.c.problem))
        .where(
            fixes.c.studio == bindparam("studio"),
            fixes.c.rubric == bindparam("rubric"),
            fixes.c.item == bindparam("item"),
            fixes.c.state.in_([fixed("open"), fixed("returned"), fixed("done")]),
        ),
        select(
            literal_column("'note'"),
            notes.c.id,
            _SAID.c.text,
            literal_column("0"),
            notes.c.at,
            notes.c.occurrence,
            notes.c.by,
        )
        .select_from(notes.join(_SAID, _SAID.c.id == notes.c.word_id))
        .where(
            notes.c.assessment == bindparam("assessment"),
            notes.c.item == bindparam("item"),
            notes.c.dropped == fixed(0),
        ),
        _often(),
    )
)


def around(
    rows: Rows,
    place: tuple[str, str, str, str],
    before: str,
    own_kind: str,
    item: str,
    spoken: tuple[str, str] = ("", ""),
) -> Around:
    """Return it for a place (studio, rubric, period, kind), the period before, the kind of its own sheet, an item.

    Notes are those of an assessment, reasons those of a rule by its letter; either may be empty.
    """
    studio, rubric, period, kind = place
    found = rows.all(
        _AROUND,
        studio=studio,
        rubric=rubric,
        before_period=before,
        before_kind=kind,
        own_period=period,
        own_kind=own_kind,
        item=item,
        assessment=spoken[0],
        letter=spoken[1],
    )
    sheets = {
        part: SignedSheet(assessment=one, version=version, at=at, figures=from_json(said))
        for part, one, said, version, at, *_ in found
        if part in {"before", "own"}
    }
    ready = sorted((row[4], row[1], row[2]) for row in found if row[0] == "ready")
    owed = sorted((row for row in found if row[0] == "owed"), key=lambda row: (row[4], row[3]))
    return Around(
        sheets.get("before"),
        sheets.get("own"),
        tuple(Ready(one, name) for _, one, name in ready),
        tuple(_owed(row[1], row[2]) for row in owed),
        tuple(_note(row, spoken[0], item) for row in _notes_in(found)),
        tuple(row[2] for row in _reasons_in(found)),
    )


def _notes_in(found: list[Row]) -> list[Row]:
    """Return the notes, oldest first."""
    return sorted((row for row in found if row[0] == "note"), key=lambda row: (row[4], row[1]))


def _reasons_in(found: list[Row]) -> list[Row]:
    """Return the reasons, most used first, of equal ones the latest."""
    often = (row for row in found if row[0] == "reason")
    return sorted(often, key=lambda row: (row[3], row[4]), reverse=True)


def _note(row: Row, assessment: str, item: str) -> Note:
    _, note, text, _, at, occurrence, by = row
    return Note(id=note, assessment=assessment, item=item, occurrence=occurrence, text=text, by=by, at=at)


def _owed(rule: str, problem: str | None) -> Owed:
    letter, state = rule.split(":")
    return Owed(letter, problem or "", state)
