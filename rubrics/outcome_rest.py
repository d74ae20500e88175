"""What the rest of a period that is still running must come to: the least mean of the parts to come for each line.

Nothing is known here of any scheme. Figures are tried in the engine itself, given to every part to come: the least one
with which it reaches the line, so that it never errs on the unsafe side.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from rubrics.bands import PLACES, Band, Cut
from rubrics.effective import effective
from rubrics.force import complete
from rubrics.model import Rubric
from rubrics.outcomes import outcomes, rules_of
from rubrics.periods import Period
from rubrics.points import show
from rubrics.totals import Given

Reached = Callable[[Fraction], Cut | None]
"""The mean of the period if every part to come had this total."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What the parts of `period` that are `left` must come to on average to reach `band` or a better one.

    `least` is on hundredths, None where even the highest totals do not reach it. `behind` says that the mean of the
    parts that are `done` lies below the line.
    """

    period: Period
    done: tuple[Period, ...]
    left: tuple[Period, ...]
    band: Band
    least: Decimal | None
    behind: bool


def rest(
    rubric: Rubric, totals: Iterable[Given], period: Period, *, rulings: Mapping[str, str] | None = None
) -> tuple[Rest, ...]:
    """Return the lines of a period's mean that the parts to come still decide, the lowest first.

    Nothing is returned where no mean of parts counts, where no part has a total or every part has one, where somebody
    decided the period, and for a line that is reached whatever comes.
    """
    ruled = effective(rubric, complete(rubric, rulings or {}) or {})
    scale = rules_of(ruled).scale(period.kind)
    if scale is None or scale.mean_of is None:
        return ()
    parts = period.split(scale.mean_of)
    given = tuple(one for one in totals if one.judged and one.period in {*parts, period})
    there = {one.period: Fraction(one.total) for one in given if one.total is not None}
    left = tuple(one for one in parts if one not in there)
    if not there or not left or period in there or any(one.decided for one in given):
        return ()

    def reached(figure: Fraction) -> Cut | None:
        tried = (*given, *(Given(one, figure) for one in left))
        found = next(one for one in outcomes(rubric, tried, rulings=rulings) if one.period == period)
        return None if found.exact is None else Cut(found.exact, after=False)

    done = tuple(one for one in parts if one in there)
    so_far = Cut(sum(there.values(), Fraction(0)) / len(there), after=False)
    lines = sorted(((band.lower, band) for band in scale.bands if band.lower), key=lambda each: each[0])
    found = ((line, band, _least(reached, line, Fraction(ruled.most))) for line, band in lines)
    return tuple(
        Rest(period, done, left, band, least, so_far < line) for line, band, least in found if least != 0
    )


def _least(reached: Reached, line: Cut, most: Fraction) -> Decimal | None:
    """Return the least figure on hundredths with which the line is reached, None where none does."""
    grid = 10**PLACES

    def there(hundredths: int) -> bool:
        mean = reached(Fraction(hundredths, grid))
        return mean is not None and line <= mean

    top = floor(most * grid)
    found = bisect_left(range(top + 1), x=True, key=there)
    return None if found > top else Decimal(show(Decimal(found).scaleb(-PLACES)))
