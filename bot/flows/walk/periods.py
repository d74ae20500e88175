"""Which periods are offered for a new visit: the current one and those just over, of each kind that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.clock import from_ms
from bot.flows.screen import Ask
from rubrics.model import Rubric
from rubrics.periods import Kind, Period
from rubrics.problems import Refused

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
