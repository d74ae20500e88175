"""A yearly report that was filed under /plan counts where a rubric asks for one in the log: nobody writes it twice.

It counts for the year that it is about, on whatever day it was filed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from bot.changes.work_plan.state import filed
from bot.ports import Desk
from bot.texts.plans import REPORT
from rubrics.logbook import Standing
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.points import ZERO

ONE = Decimal(1)


def with_reports(desk: Desk, studio: str, rubric: Rubric, stands: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return how requirements stand, with the report of a year as the file's part of those that ask for it."""
    kinds = {kind.id for kind in rubric.activities if any(word in kind.title for word in REPORT)}
    return tuple(_with(desk, studio, one) if kinds & {*one.requirement.activities} else one for one in stands)


def _with(desk: Desk, studio: str, one: Standing) -> Standing:
    year = Period.holding("year", one.end)
    if one.requirement.per != "year" or not filed(desk, studio, year, "report"):
        return one
    held = max(one.held or ZERO, ONE)
    return replace(one, held=held, missing=max(ZERO, one.wanted - max(one.done, held)))
