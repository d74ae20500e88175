"""Which plans and reports a studio owes: those for which a rubric asks that it was visited by, logs or is typed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.entities import Studio
from bot.ports import Desk
from bot.texts.plans import PLAN, QUARTER, REPORT
from rubrics.model import Rubric
from rubrics.periods import Period

YEAR_DUE: Final = 31
"""Day of January by which the year's plan and the report about the last year are handed in; no source says a day."""
QUARTER_DUE: Final = 10
"""Day of a quarter by which its plan is handed in; no source says a day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What rubrics ask for, and which of them."""

    year: bool = False
    quarter: bool = False
    report: bool = False
    rubrics: tuple[Rubric, ...] = ()

    def wants(self, period: Period, kind: str) -> bool:
        """Say whether the plan, or the report, of a period is asked for."""
        return self.report if kind == "report" else self.quarter if period.kind == "quarter" else self.year


def asked_by(rubric: Rubric) -> Asked:
    """Return what a rubric asks for: as a register of plans, or as papers to be shown."""
    papers = [paper for item in rubric.all_items for paper in item.evidence]
    plans = [each.quote + each.title for each in rubric.registers if each.kind == "plans"]
    plans += [paper for paper in papers if any(word in paper for word in PLAN)]
    report = any(word in paper for word in REPORT for paper in papers)
    quarter = any(QUARTER in each for each in plans)
    asks = bool(plans) or report
    return Asked(bool(plans), quarter, report, (rubric,) if asks else ())


def asked_of(desk: Desk, studio: Studio) -> Asked:
    """Return what the rubrics of a studio ask for together."""
    each = [asked_by(rubric) for rubric in rubrics_of(desk, studio)]
    return Asked(
        any(one.year for one in each),
        any(one.quarter for one in each),
        any(one.report for one in each),
        tuple(rubric for one in each for rubric in one.rubrics),
    )


def rubrics_of(desk: Desk, studio: Studio) -> Iterator[Rubric]:
    """Yield the newest versions of the rubrics that are a studio's own."""
    ties = {*desk.visits.rubrics_at(studio.id), *desk.logs.rubrics(studio.id), *studio.types}
    return (each for each in desk.library.current() if each.id in ties)


def due_by(period: Period, kind: str) -> date:
    """Return the suggested last day for the plan of a period, or for the report about a year."""
    if kind == "report":
        return date(period.end.year + 1, 1, YEAR_DUE)
    day = YEAR_DUE if period.kind == "year" else QUARTER_DUE
    return period.start.replace(day=day)


def report_logged(desk: Desk, studio: str, year: Period) -> bool:
    """Say whether a report about a year was logged as an activity: after the last one was due, before this one was."""
    since, until = due_by(year.previous(), "report") + timedelta(days=1), due_by(year, "report")
    kinds = {
        (rubric.id, kind.id)
        for rubric in desk.library.current()
        for kind in rubric.activities
        if any(word in kind.title for word in REPORT)
    }
    entries = desk.logs.between(studio, since.isoformat(), until.isoformat())
    return any((each.rubric, each.activity) in kinds for each in entries)
