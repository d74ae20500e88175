"""What a card shows of a studio's log, in one question: the path of a tap has no room for three."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select, union_all

from bot.ports.logs import Glance, Seen
from bot.store.compiled import Rows, Statement
from bot.store.tables import activities, decisions, months, words

_NO_WORD: Final[ColumnElement[str]] = literal_column("''")
_NO_NUMBER: Final[ColumnElement[int]] = literal_column("0")
_EARLIER: Final = activities.alias("earlier")
_DAY_BEFORE: Final = (
    select(func.max(_EARLIER.c.on))
    .where(
        _EARLIER.c.studio == bindparam("studio"),
        _EARLIER.c.rubric == bindparam("rubric"),
        _EARLIER.c.on < bindparam("start"),
        _EARLIER.c.deleted.is_(None),
    )
    .scalar_subquery()
)
"""A studio whose log is silent in the span still keeps one."""


def _part(kind: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """Return a part of the union; all have their texts and numbers in the same places."""
    return select(literal_column(f"'{kind}'").label("part"), *columns)


_GLANCE = Statement(
    union_all(
        _part(
            "entry",
            activities.c.id,
            activities.c.activity,
            activities.c.on,
            activities.c.amount,
            words.c.text,
            activities.c.came,
            activities.c.late,
        )
        .select_from(activities.outerjoin(words, words.c.id == activities.c.topic))
        .where(
            activities.c.studio == bindparam("studio"),
            activities.c.rubric == bindparam("rubric"),
            activities.c.on >= func.coalesce(_DAY_BEFORE, bindparam("start")),
            activities.c.on <= bindparam("end"),
            activities.c.deleted.is_(None),
        ),
        _part(
            "month", months.c.month, months.c.state, _NO_WORD, _NO_WORD, _NO_WORD, _NO_NUMBER, _NO_NUMBER
        ).where(
            months.c.studio == bindparam("studio"),
            months.c.rubric == bindparam("rubric"),
            months.c.month >= bindparam("first"),
            months.c.month <= bindparam("last"),
        ),
        _part(
            "decision",
            decisions.c.item,
            decisions.c.letter,
            decisions.c.state,
            _NO_WORD,
            _NO_WORD,
            _NO_NUMBER,
            _NO_NUMBER,
        ).where(decisions.c.assessment == bindparam("assessment")),
    )
)


def glance(rows: Rows, studio: str, rubric: str, start: str, end: str, assessment: str) -> Glance:
    """Return entries and months of a span (ISO days, both included), and the decisions of an assessment.

    The entries of the last day before the span are there too, whenever that was.
    """
    found = rows.all(
        _GLANCE,
        studio=studio,
        rubric=rubric,
        start=start,
        end=end,
        first=start[:7],
        last=end[:7],
        assessment=assessment,
    )
    entries = [
        Seen(one, kind, on, came, amount, bool(late), topic or "")
        for part, one, kind, on, amount, topic, came, late in found
        if part == "entry"
    ]
    return Glance(
        tuple(sorted(entries, key=lambda each: (each.on, each.came, each.id))),
        {row[1]: row[2] for row in found if row[0] == "month"},
        {(row[1], row[2]): row[3] for row in found if row[0] == "decision"},
    )
