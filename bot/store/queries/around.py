"""What stands around an item under assessment, in one question: the path of a tap has no room for three.

The sheet of the period before, the studio's own sheet beside it, the materials handed in for the item, and what is
still to be put right on it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, literal_column, select, union_all

from bot.entities.visit import SignedSheet
from bot.ports.visits import Around, Owed, Ready
from bot.store.compiled import Rows, Statement, from_json
from bot.store.tables import assessments, fixes, materials, visits, words
from bot.store.tables_base import fixed


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
        )
        .select_from(fixes.outerjoin(words, words.c.id == fixes.c.problem))
        .where(
            fixes.c.studio == bindparam("studio"),
            fixes.c.rubric == bindparam("rubric"),
            fixes.c.item == bindparam("item"),
            fixes.c.state.in_([fixed("open"), fixed("returned"), fixed("done")]),
        ),
    )
)


def around(rows: Rows, place: tuple[str, str, str, str], before: str, own_kind: str, item: str) -> Around:
    """Return it for a place (studio, rubric, period, kind), the period before, the kind of its own sheet, an item."""
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
    )
    sheets = {
        part: SignedSheet(assessment=one, version=version, at=at, figures=from_json(said))
        for part, one, said, version, at in found
        if part in {"before", "own"}
    }
    ready = sorted((row[4], row[1], row[2]) for row in found if row[0] == "ready")
    owed = sorted((row for row in found if row[0] == "owed"), key=lambda row: (row[4], row[3]))
    return Around(
        sheets.get("before"),
        sheets.get("own"),
        tuple(Ready(one, name) for _, one, name in ready),
        tuple(_owed(row[1], row[2]) for row in owed),
    )


def _owed(rule: str, problem: str | None) -> Owed:
    letter, state = rule.split(":")
    return Owed(letter, problem or "", state)
