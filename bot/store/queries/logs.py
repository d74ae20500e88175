"""The log of a studio: activities with what was sent for them; months and decisions stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from sqlalchemy import FromClause, Select, bindparam, func, or_, select

from bot.entities import Decision, LogEntry, Month
from bot.ports.logs import Glance
from bot.store.compiled import Row, Rows, Statement, upserting
from bot.store.queries.log_glance import glance
from bot.store.queries.months import Months
from bot.store.queries.proofs import FILE, PIECE, pieces
from bot.store.queries.words import Words
from bot.store.tables import activities, proof_files, proofs, words
from bot.store.tables_base import fixed

_SPOKEN: Final = ("topic", "led_by", "summary", "deleted")
"""Columns that name people's own words."""
_WORDS: Final = {name: words.alias(f"words_{name}") for name in _SPOKEN}
_PLAIN: Final = tuple(name for name in activities.c.keys() if name not in _SPOKEN)  # noqa: SIM118 - not a dict
_ENTRY = (
    *(activities.c[name] for name in _PLAIN),
    *(activities.c[name] for name in _SPOKEN),
    *(_WORDS[name].c.text for name in _SPOKEN),
)


def _whole() -> Statement:
    """Return the entries of a span with their words, pieces and files, one file a row."""
    return Statement(
        _joined()
        .where(
            activities.c.studio == bindparam("studio"),
            activities.c.on >= bindparam("start"),
            activities.c.on <= bindparam("end"),
            activities.c.deleted.is_(None),
        )
        .order_by(
            activities.c.on,
            activities.c.came,
            activities.c.id,
            proofs.c.number,
            proof_files.c.place,
        )
    )


def _joined() -> Select[Any]:
    found: FromClause = activities
    for name in _SPOKEN:
        found = found.outerjoin(_WORDS[name], _WORDS[name].c.id == activities.c[name])
    return select(*_ENTRY, *PIECE, *FILE).select_from(
        found.outerjoin(
            proofs,
            (proofs.c.of == activities.c.id) & (proofs.c.dropped == fixed(0)),
        )
        .outerjoin(words, words.c.id == proofs.c.caption)
        .outerjoin(proof_files, proof_files.c.piece == proofs.c.id)
    )


_BETWEEN = _whole()
_GET = Statement(
    _joined().where(activities.c.id == bindparam("entry")).order_by(proofs.c.number, proof_files.c.place)
)
_NEWEST = Statement(
    select(activities.c.id)
    .where(
        activities.c.studio == bindparam("studio"),
        activities.c.deleted.is_(None),
        or_(bindparam("anybody") == fixed(1), activities.c.by == bindparam("person")),
    )
    .order_by(activities.c.came.desc(), activities.c.id.desc())
    .limit(fixed(1))
)
_RUBRICS = Statement(
    select(activities.c.rubric)
    .where(activities.c.studio == bindparam("studio"), activities.c.deleted.is_(None))
    .group_by(activities.c.rubric)
    .order_by(func.max(activities.c.came).desc(), activities.c.rubric)
)
_STANDING_WORDS = Statement(
    select(*(activities.c[name] for name in _SPOKEN)).where(activities.c.id == bindparam("entry"))
)
_PUT = upserting(activities, "id")


class Logs:
    """What studios did, month by month."""

    __slots__ = ("_months", "_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words
        self._months = Months(rows, words)

    def get(self, entry: str) -> LogEntry | None:
        """Return an entry with its pieces, also one that was taken out."""
        return next(iter(_entries(self._rows.all(_GET, entry=entry))), None)

    def between(self, studio: str, start: str, end: str, rubric: str | None = None) -> tuple[LogEntry, ...]:
        """Return the entries about days of a span (ISO, both ends included), by day, without those taken out."""
        found = _entries(self._rows.all(_BETWEEN, studio=studio, start=start, end=end))
        return found if rubric is None else tuple(each for each in found if each.rubric == rubric)

    def glance(self, studio: str, rubric: str, start: str, end: str, assessment: str) -> Glance:
        """Return entries, months and decisions for the card of an assessment, in one question (ISO days)."""
        return glance(self._rows, studio, rubric, start, end, assessment)

    def newest(self, studio: str, person: str | None = None) -> LogEntry | None:
        """Return the entry that was logged last (by a person), without those taken out."""
        found = self._rows.value(_NEWEST, studio=studio, person=person, anybody=int(person is None))
        return self.get(found) if found else None

    def rubrics(self, studio: str) -> tuple[str, ...]:
        """Return the ids of the rubrics in whose kinds a studio has logged, the one used last first."""
        return tuple(row[0] for row in self._rows.all(_RUBRICS, studio=studio))

    def put(self, entry: LogEntry, author: str | None = None) -> Mapping[str, str]:
        """Store an entry as it is now, without its pieces; returns the salted hashes of its words, by field.

        Words that have not changed stay the words they were, with the person who wrote them.
        """
        before = self.get(entry.id)
        rows = self._rows.one(_STANDING_WORDS, entry=entry.id) or (None,) * len(_SPOKEN)
        standing = dict(zip(_SPOKEN, rows, strict=True))
        kept = {
            name: standing[name]
            if before is not None and getattr(before, name) == getattr(entry, name)
            else self._words.reference(getattr(entry, name) or "", author or entry.by)
            for name in _SPOKEN
        }
        plain = entry.model_dump(exclude={"pieces", *_SPOKEN})
        self._rows.run(_PUT, **{**plain, "late": int(entry.late), **kept})
        return {name: self._words.digest(word) for name, word in kept.items() if word is not None}

    def month(self, month: str) -> Month | None:
        """Return a month by its id."""
        return self._months.get(month)

    def month_of(self, studio: str, rubric: str, month: str) -> Month | None:
        """Return a month of a studio under a rubric, None if it was never handed in."""
        found = (each for each in self.months(studio, month, month) if each.rubric == rubric)
        return next(found, None)

    def months(self, studio: str, start: str, end: str) -> tuple[Month, ...]:
        """Return the months of a span (2026-05, both ends included) that were ever handed in, under any rubric."""
        return self._months.between(studio, start, end)

    def put_month(self, month: Month) -> Mapping[str, str]:
        """Store a month as it is now; returns the salted hashes of its newest reasons, by field."""
        return self._months.put(month)

    def decisions(self, assessment: str) -> tuple[Decision, ...]:
        """Return what was decided about the proposals of an assessment."""
        return self._months.decisions(assessment)

    def decide(self, decision: Decision) -> None:
        """Keep a decision; a later one about the same rule replaces it."""
        self._months.decide(decision)


_WIDTH: Final = len(_ENTRY)


def _entries(rows: list[Row]) -> tuple[LogEntry, ...]:
    grouped = (list(group) for _, group in groupby(rows, key=lambda row: row[0]))
    return tuple(_entry(group) for group in grouped)


def _entry(rows: list[Row]) -> LogEntry:
    first = rows[0]
    plain: dict[str, Any] = dict(zip(_PLAIN, first, strict=False))
    spoken = first[len(_PLAIN) : _WIDTH]
    references, texts = spoken[: len(_SPOKEN)], spoken[len(_SPOKEN) :]
    said: dict[str, Any] = {name: text or "" for name, text in zip(_SPOKEN, texts, strict=True)}
    # An erased reason still says that the entry was taken out.
    said["deleted"] = None if references[-1] is None else said["deleted"]
    return LogEntry(**plain, **said, pieces=pieces([row[_WIDTH:] for row in rows]))
