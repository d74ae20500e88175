"""Which periods are offered for a new visit: the current one and those just over, of each kind that is asked for.

Whoever plans may type any other that has begun, as far back as a mistyped year is still unlikely.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.clock import from_ms
from bot.flows.html import short
from bot.flows.screen import Ask
from bot.problems import Refusal
from bot.texts.names import named as name_of
from rubrics.entry_period import period_said
from rubrics.model import Rubric
from rubrics.periods import Kind, Period
from rubrics.problems import Refused

OLDEST = 10
"""Years back that a period may be typed: what lies before is a slip of the finger."""
QUOTED = 20
LAST = 3
"""Periods of a kind that are offered: this one and the ones before."""


def offered(rubric: Rubric, kinds: Sequence[Kind], ask: Ask) -> list[tuple[Period, ...]]:
    """Return one row of periods for each kind, newest last."""
    today = from_ms(ask.now).astimezone(ask.zone).date()
    made: list[tuple[Period, ...]] = []
    for kind in kinds:
        if kind == "cycle":
            made.append(_cycles(rubric.cycle, today.year))
            continue
        row = [Period.holding(kind, today)]
        while len(row) < LAST:
            row.insert(0, row[0].previous())
        made.append(tuple(row))
    return [row for row in made if row]


def _cycles(years: int | None, year: int) -> tuple[Period, ...]:
    """Return the cycles that hold this year, and the one before them."""
    if years is None:
        return ()
    ends = range(year - 1, year + years)
    return tuple(Period.parse(f"{end - years + 1}..{end}") for end in ends)[:LAST]


def named(rubric: Rubric, period: str, ask: Ask) -> Period | None:
    """Return the period that a button names: of a kind that the rubric knows, and begun.

    Buttons drawn last month still count. None for anything else that a phone may send.
    """
    try:
        found = Period.parse(period)
    except Refused:
        return None
    today = from_ms(ask.now).astimezone(ask.zone).date()
    return found if found.kind in rubric.periods and found.start <= today else None


def older(rubric: Rubric, kinds: Sequence[Kind], ask: Ask) -> str:
    """Return a period just before the ones that are offered, as an example of what may be typed."""
    rows = offered(rubric, kinds, ask)
    return str(rows[0][0].previous()) if rows else ""


def typed(rubric: Rubric, kinds: Sequence[Kind], text: str, ask: Ask) -> Period:
    """Return the period that was typed, or refuse with what would be right."""
    today = from_ms(ask.now).astimezone(ask.zone).date()
    said, sample = short(text.strip(), QUOTED), older(rubric, kinds, ask)
    found = period_said(text)
    if found is None:
        raise Refusal("period_typed", text=said, sample=sample)
    if found.kind not in kinds or (found.kind == "cycle" and not _of_length(found, rubric.cycle)):
        raise Refusal("period_kind", text=said, rubric=name_of(rubric), sample=sample)
    if found.start > today:
        raise Refusal("period_ahead", text=said, today=today.isoformat(), sample=sample)
    if found.end.year < today.year - OLDEST:
        raise Refusal("period_old", text=said, year=today.year - OLDEST)
    return found


def _of_length(found: Period, years: int | None) -> bool:
    return years is not None and found.end.year - found.start.year + 1 == years
