"""Months that studios handed in, and what assessors decided about proposals of the log."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from sqlalchemy import bindparam, select

from bot.entities import Decision, Month, Reopening
from bot.store.compiled import Row, Rows, Statement, upserting
from bot.store.queries.words import Words
from bot.store.tables import decisions, months, reopenings, words

_PLAIN: Final = tuple(name for name in months.c.keys() if name != "idle")  # noqa: SIM118 - not a dict
_REASON = words.alias("words_reason")
_WHOLE = (
    select(
        *(months.c[name] for name in _PLAIN),
        months.c.idle,
        words.c.text,
        reopenings.c.at,
        reopenings.c.by,
        _REASON.c.text,
    )
    .select_from(months)
    .outerjoin(words, words.c.id == months.c.idle)
    .outerjoin(reopenings, reopenings.c.month == months.c.id)
    .outerjoin(_REASON, _REASON.c.id == reopenings.c.reason)
)
_GET = Statement(_WHOLE.where(months.c.id == bindparam("which")).order_by(reopenings.c.place))
_BETWEEN = Statement(
    _WHOLE.where(
        months.c.studio == bindparam("studio"),
        months.c.month >= bindparam("start"),
        months.c.month <= bindparam("end"),
    ).order_by(months.c.month, months.c.rubric, reopenings.c.place)
)
_NOTHING = Statement(select(months.c.idle).where(months.c.id == bindparam("which")))
_PUT = upserting(months, "id")
_REOPEN = upserting(reopenings, "month", "place")
_DECISIONS = Statement(
    select(decisions)
    .where(decisions.c.assessment == bindparam("assessment"))
    .order_by(decisions.c.item, decisions.c.letter)
)
_DECIDE = upserting(decisions, "assessment", "item", "letter")


class Months:
    """The months of all studios."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, month: str) -> Month | None:
        """Return a month by its id."""
        return next(iter(_months(self._rows.all(_GET, which=month))), None)

    def between(self, studio: str, start: str, end: str) -> tuple[Month, ...]:
        """Return the months of a span that were ever handed in, under any rubric."""
        return _months(self._rows.all(_BETWEEN, studio=studio, start=start, end=end))

    def put(self, month: Month) -> Mapping[str, str]:
        """Store a month as it is now; returns the salted hashes of its newest reasons, by field."""
        before = self.get(month.id)
        word = self._rows.value(_NOTHING, which=month.id)
        if before is None or before.nothing != month.nothing:
            word = self._words.reference(month.nothing or "", month.by)
        plain = month.model_dump(exclude={"reopened", "nothing"})
        self._rows.run(_PUT, **{**plain, "late": int(month.late), "idle": word})
        kept = {"nothing": word}
        for place in range(len(before.reopened) if before else 0, len(month.reopened)):
            each = month.reopened[place]
            kept["reason"] = self._words.reference(each.reason, each.by)
            self._rows.run(
                _REOPEN, month=month.id, place=place + 1, at=each.at, by=each.by, reason=kept["reason"]
            )
        return {name: self._words.digest(word) for name, word in kept.items() if word is not None}

    def decisions(self, assessment: str) -> tuple[Decision, ...]:
        """Return what was decided about the proposals of an assessment."""
        columns = decisions.c.keys()
        return tuple(
            Decision.model_validate(dict(zip(columns, row, strict=True)))
            for row in self._rows.all(_DECISIONS, assessment=assessment)
        )

    def decide(self, decision: Decision) -> None:
        """Keep a decision; a later one about the same rule replaces it."""
        self._rows.run(_DECIDE, **decision.model_dump())


def _months(rows: list[Row]) -> tuple[Month, ...]:
    grouped = (list(group) for _, group in groupby(rows, key=lambda row: row[0]))
    return tuple(_month(group) for group in grouped)


def _month(rows: list[Row]) -> Month:
    plain: dict[str, Any] = dict(zip(_PLAIN, rows[0], strict=False))
    word, nothing = rows[0][len(_PLAIN) : len(_PLAIN) + 2]
    return Month(
        **plain,
        # An erased reason still says that there was nothing.
        nothing=None if word is None else nothing or "",
        reopened=tuple(
            Reopening(at=at, by=by, reason=reason or "") for *_, at, by, reason in rows if at is not None
        ),
    )
