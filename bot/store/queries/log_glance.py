"""What a card shows of a studio's log, in one question: the path of a tap has no room for three."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select, union_all

from bot.ports.logs import Decided, Glance, Seen
from bot.store.compiled import Row, Rows, Statement
from bot.store.tables import activities, decisions, months, words

TEXTS: Final = 7
NUMBERS: Final = 2
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


def part(kind: str, *texts: ColumnElement[Any], numbers: Sequence[ColumnElement[Any]] = ()) -> Select[Any]:
    """Return a part of a union; all have their texts and numbers in the same places, up to seven and two."""
    padded = (*texts, *(_NO_WORD,) * (TEXTS - len(texts)))
    figures = (*numbers, *(_NO_NUMBER,) * (NUMBERS - len(numbers)))
    return select(literal_column(f"'{kind}'").label("part"), *padded, *figures)


def parts() -> tuple[Select[Any], ...]:
    """Return entries, months and decisions."""
    return (
        part(
            "entry",
            activities.c.id,
            activities.c.activity,
            activities.c.on,
            activities.c.amount,
            words.c.text,
            numbers=(activities.c.came, activities.c.late),
        )
        .select_from(activities.outerjoin(words, words.c.id == activities.c.topic))
        .where(
            activities.c.studio == bindparam("studio"),
            activities.c.rubric == bindparam("rubric"),
            activities.c.on >= func.coalesce(_DAY_BEFORE, bindparam("start")),
            activities.c.on <= bindparam("end"),
            activities.c.deleted.is_(None),
        ),
        part("month", months.c.month, months.c.state).where(
            months.c.studio == bindparam("studio"),
            months.c.rubric == bindparam("rubric"),
            months.c.month >= bindparam("first"),
            months.c.month <= bindparam("last"),
        ),
        part("decision", decisions.c.item, decisions.c.letter, decisions.c.state, decisions.c.count).where(
            decisions.c.assessment == bindparam("assessment")
        ),
    )


_GLANCE = Statement(union_all(*parts()))


def glance(rows: Rows, studio: str, rubric: str, start: str, end: str, assessment: str) -> Glance:
    """Return entries and months of a span (ISO days, both included), and the decisions of an assessment.

    The entries of the last day before the span are there too, whenever that was.
    """
    given = {"studio": studio, "rubric": rubric, "assessment": assessment}
    return read(rows.all(_GLANCE, **given, **span(start, end)))


def span(start: str, end: str) -> dict[str, str]:
    """Return the parameters of a span of days."""
    return {"start": start, "end": end, "first": start[:7], "last": end[:7]}


def read(found: Iterable[Row]) -> Glance:
    """Return what the parts of a log say; others are passed over."""
    entries: list[Seen] = []
    states: dict[str, Any] = {}
    decided: dict[tuple[str, str], Decided] = {}
    for name, one, two, three, four, five, _six, _seven, first, second in found:
        if name == "entry":
            entries.append(Seen(one, two, three, first, four, bool(second), five or ""))
        elif name == "month":
            states[one] = two
        elif name == "decision":
            decided[one, two] = Decided(three, four)
    return Glance(tuple(sorted(entries, key=lambda each: (each.on, each.came, each.id))), states, decided)
