"""What one more period of the same kind would bring for what happened before it: early warnings.

Nothing is known here of any scheme: whatever makes a row is tried in the next period by the engine itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rubrics.bands import Band
from rubrics.consequences import Due
from rubrics.effective import effective
from rubrics.force import complete
from rubrics.model import Rubric
from rubrics.outcome_rules import Fact, Occasion, OutcomeRules
from rubrics.outcomes import Outcome, outcomes, rules_of
from rubrics.periods import Period
from rubrics.totals import Given

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Ahead:
    """If `cause` came about in `period`, the row of `occasion` would be full, and `consequences` fall due."""

    period: Period
    cause: Band | Fact
    occasion: Occasion
    consequences: tuple[Due, ...]


def ahead(
    rubric: Rubric,
    totals: Iterable[Given],
    after: Outcome,
    *,
    fund: Decimal | None = None,
    rulings: Mapping[str, str] | None = None,
    named: Period | None = None,
) -> tuple[Ahead, ...]:
    """Return which rows the period after this one could make full; what is given for later periods is left out.

    `after` is what follows from the totals in the period itself.
    """
    under = effective(rubric, complete(rubric, rulings or {}) or {})
    rules = rules_of(under)
    rows = [one for one in rules.occasions if _begun(one, after)]
    if not rows:
        return ()
    before = tuple(one for one in totals if one.period.end <= after.period.end)
    upcoming = after.period.following()
    found: list[Ahead] = []
    for cause, tried in _causes(under, rules, rows, upcoming):
        every = outcomes(rubric, (*before, tried), fund=fund, rulings=rulings, named=named)
        outcome = next(one for one in every if one.period == upcoming)
        found += [
            Ahead(upcoming, cause, one, _of(one, outcome.consequences))
            for one in rows
            if one in outcome.sources and _makes(cause, one)
        ]
    return tuple(found)


def _begun(occasion: Occasion, outcome: Outcome) -> bool:
    """Whether it needs a row and happened in this period: otherwise the next one cannot make the row full."""
    if occasion.in_a_row == 1 or occasion.period != outcome.period.kind:
        return False
    bands = any(one.id in occasion.bands for one in outcome.sources)
    return bands or any(one.id in occasion.facts for one in outcome.facts)


def _makes(cause: Band | Fact, occasion: Occasion) -> bool:
    return cause.id in (occasion.bands if isinstance(cause, Band) else occasion.facts)


def _of(occasion: Occasion, dues: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(one for one in dues if one.consequence in occasion.consequences)


def _causes(
    rubric: Rubric, rules: OutcomeRules, rows: Iterable[Occasion], period: Period
) -> Iterator[tuple[Band | Fact, Given]]:
    """Every band and fact of which one more would make a row longer, as it would be given."""
    wanted = [one for occasion in rows for one in (*occasion.bands, *occasion.facts)]
    scale = rules.scale(period.kind)
    for band in scale.bands if scale else ():
        figure = _inside(band, rubric.most) if band.id in wanted else None
        if figure is not None:
            yield band, Given(period, figure)
    for fact in rules.facts:
        if fact.id in wanted:
            yield fact, Given(period, None, (fact.id,))


def _inside(band: Band, most: Decimal) -> Fraction | None:
    """A total in the band; None while its ends wait for an answer and hold nothing that can be scored."""
    low = band.lower.value if band.lower else Fraction(0)
    high = band.upper.value if band.upper else Fraction(most)
    tried = (low, high, (low + high) * _HALF)
    return next((one for one in tried if 0 <= one <= most and band.holds(one)), None)
