"""The figures behind verdicts: exact means, what is missing for them, bands, and what happened in a row.

Every question can be answered with None, "not known": what is missing is never taken for a yes or a no.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from rubrics.bands import Band
from rubrics.outcome_rules import Occasion, OutcomeRules
from rubrics.periods import Kind, Period
from rubrics.totals import Given


class Book:
    """One studio's totals and facts, asked period by period."""

    def __init__(self, rules: OutcomeRules, given: Sequence[Given], rulings: Mapping[str, str]) -> None:
        """Take what is known; `rulings` names an option for every ruling."""
        self._rules = rules
        self._rulings = rulings
        self._totals = {one.period: Fraction(one.total) for one in given if one.total is not None}
        self._facts: dict[Period, frozenset[str]] = {}
        for one in given:
            self._facts[one.period] = self.facts(one.period) | set(one.facts)
        self._known = self._touched()

    def periods(self) -> tuple[Period, ...]:
        """The periods of which anything can be said, in the order in which they end, shorter ones first."""
        return tuple(
            sorted(self._known, key=lambda period: (period.end, -period.start.toordinal(), period.kind))
        )

    def _touched(self) -> set[Period]:
        waiting, found = list(self._totals), {one for one, facts in self._facts.items() if facts}
        while waiting:
            one = waiting.pop()
            if self._rules.scale(one.kind):
                found.add(one)
            waiting += [
                Period.holding(scale.period, one.end)
                for scale in self._rules.scales
                if scale.mean_of == one.kind and scale.period != "cycle"
            ]
        return found

    def facts(self, period: Period) -> frozenset[str]:
        """What was entered for the period."""
        return self._facts.get(period, frozenset())

    def exact(self, period: Period) -> Fraction | None:
        """The total, or the mean of the totals of its parts; None while one of them is missing."""
        if period in self._totals:
            return self._totals[period]
        parts = [self.exact(part) for part in self._parts(period)]
        known = [part for part in parts if part is not None]
        return sum(known, Fraction(0)) / len(known) if known and len(known) == len(parts) else None

    def _parts(self, period: Period) -> tuple[Period, ...]:
        scale = self._rules.scale(period.kind)
        return period.split(scale.mean_of) if scale and scale.mean_of else ()

    def missing(self, period: Period) -> tuple[Period, ...]:
        """The parts without a total where others have one; none if nothing at all was given."""
        missing = tuple(part for part in self._parts(period) if self.exact(part) is None)
        begun = any(one.within(period) for one in self._totals)
        return missing if begun and self.exact(period) is None else ()

    def band(self, period: Period) -> Band | None:
        """The band in which the period's total lies."""
        figure, scale = self.exact(period), self._rules.scale(period.kind)
        return None if figure is None or scale is None else scale.band(figure)

    def ruled(self, band: Band) -> Band | None:
        """The band that holds after the rulings; None where none of them decides."""
        if band.ruled_by is None:
            return band
        option = self._rulings.get(band.ruled_by)
        return next(
            (self._rules.band(one.band) for one in band.decisions if one.option == option),
            None,
        )

    def in_a_row(self, occasion: Occasion, period: Period) -> bool | None:
        """Whether the occasion happened in this period and often enough just before; None if nobody knows.

        Before the first period that is known nothing happened; a hole between known ones may hide anything.
        """
        if not self._happened(occasion, period):
            return False
        unknown = False
        for _ in range(1, occasion.in_a_row):
            period = period.previous()
            happened = self._happened(occasion, period)
            if happened is False:
                return False
            unknown = unknown or happened is None
        return None if unknown else True

    def _happened(self, occasion: Occasion, period: Period) -> bool | None:
        if period.kind != occasion.period or not self._begun(period.kind, period):
            return False
        if self.facts(period) & set(occasion.facts):
            return True
        if not occasion.bands:
            return False if period in self._known else None
        band = self.band(period)
        if band is None:
            return None
        if ruled := self.ruled(band):
            return ruled.id in occasion.bands
        return (
            None if any(one.band in occasion.bands for one in band.decisions) else band.id in occasion.bands
        )

    def _begun(self, kind: Kind, period: Period) -> bool:
        return any(one.kind == kind and one.start <= period.start for one in self._known)
