"""What a studio's standing file lacks for a period: fields, proofs, months and services of its year, plans, checks.

Nothing follows from it by itself; what a scheme takes points for is said by its holdings.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rubrics.logbook import windows
from rubrics.model import Rubric
from rubrics.periods import Period, When
from rubrics.standing_changes import FUND, PLANS
from rubrics.standing_file import Kept, StandingFile, owed_months

NOTHING: Final = "nothing"
MONTHS: Final = "months"
SERVICES: Final = "services"
OVERDUE: Final = "overdue"
UNCHECKED: Final = "unchecked"
BUDGET: Final = "budget"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing in a register, so many times."""

    kind: str
    what: str
    """`nothing` (not one entry), a field, `file`, or one of the names above; of plans the period without one."""
    count: int = 1


def gaps(
    rubric: Rubric, file: StandingFile, kinds: Iterable[str], period: Period, today: date | None = None
) -> tuple[Gap, ...]:
    """Return what is missing in some registers on the last day of a period; of one that still runs, today.

    A month that has not begun owes no result, a task that is not due is not late.
    """
    day = min(period.end, today) if today else period.end
    return tuple(gap for kind in kinds for gap in _of(rubric, file, kind, _AsOf(period, day)))


@dataclass(frozen=True, slots=True)
class _AsOf:
    """From where the file is looked at."""

    period: Period
    day: date


def _of(rubric: Rubric, file: StandingFile, kind: str, as_of: _AsOf) -> Iterator[Gap]:
    day = as_of.day
    if kind == PLANS:
        yield from _plans(rubric, file, as_of)
        return
    if kind == FUND:
        if not file.budget(day.year):
            yield Gap(kind, BUDGET)
        if unchecked := sum(not each.checked for each in file.spent(day.year)):
            yield Gap(kind, UNCHECKED, unchecked)
        return
    entries = tuple(file.of([kind]))
    here = [each for each in entries if each.stands(day)]
    if not entries:
        yield Gap(kind, NOTHING)
    lacks = Counter(code for each in here for code in each.lacks)
    yield from (Gap(kind, code, count) for code, count in lacks.items())
    yield from _owed(kind, entries, here, day)


def _owed(kind: str, entries: Iterable[Kept], here: Iterable[Kept], day: date) -> Iterator[Gap]:
    if kind == "pairs":
        january = f"{day.year}-01"
        open_ = (owed_months(each, day) for each in entries if not each.ended)
        if owed := sum(month >= january for found in open_ for month in found):
            yield Gap(kind, MONTHS, owed)
    if kind == "equipment":
        year = Period.holding("year", day)
        idle = sum(
            not year.holds(each.on) and not each.happened("serviced", year.start, year.end) for each in here
        )
        if idle:
            yield Gap(kind, SERVICES, idle)


def _plans(rubric: Rubric, file: StandingFile, as_of: _AsOf) -> Iterator[Gap]:
    made = {each.period for each in file.plans if each.made}
    for per in asked(rubric):
        for start, _ in windows(per, as_of.period):
            whole = Period.holding(per, start)
            if start <= as_of.day and whole not in made:
                yield Gap(PLANS, str(whole))
    late = sum(each.due <= as_of.day and each.state != "closed" for each in file.tasks())
    if late:
        yield Gap(PLANS, OVERDUE, late)


def asked(rubric: Rubric) -> tuple[When, ...]:
    """Return for which times a scheme asks for plans; for years where it does not say."""
    found = dict.fromkeys(each.per for each in rubric.holdings if each.test == "planned" and each.per)
    return tuple(found) or ("year",)
