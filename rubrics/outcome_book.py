"""The figures behind verdicts: exact means, what is missing for them, bands, and what happened in a row.

Every question can be answered with None, "not known": what is missing is never taken for a yes or a no.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from rubrics.bands import Band
from rubrics.notes import Ruling
from rubrics.outcome_rules import Occasion, OutcomeRules
from rubrics.periods import Kind, Period
from rubrics.totals import Decided, Given

Undecided = Mapping[str, tuple[Ruling, ...]]
"""Bands, by their ids, whose ends wait for an answer, and the questions."""


class Book:
    """One studio's totals and facts, asked period by period."""

    def __init__(
        self,
        rules: OutcomeRules,
        given: Sequence[Given],
        rulings: Mapping[str, str],
        *,
        undecided: Undecided | None = None,
        named: Period | None = None,
    ) -> None:
        """Take what is known; `rulings` has the answers, `named` is when the studio was named."""
        self._rules = rules
        self._rulings = rulings
        self._undecided = undecided or {}
        self.named = named
        self._totals = {one.period: Fraction(one.total) for one in given if one.total is not None}
        self._decided = {one.period: one.decided for one in given if one.decided}
        self._chosen = {one.period: frozenset[str]() for one in given}
        for one in given:
            self._chosen[one.period] |= set(one.chosen)
        self._facts: dict[Period, frozenset[str]] = {}
        for one in given:
            self._facts[one.period] = self.facts(one.period) | set(one.facts)
        self._exact: dict[Period, Fraction | None] = {}
        self._known = self._touched()

    def periods(self) -> tuple[Period, ...]:
        """The periods of which anything can be said, in the order in which they end, shorter ones first."""
        return tuple(
            sorted(self._known, key=lambda period: (period.end, -period.start.toordinal(), period.kind))
        )

    def _touched(self) -> set[Period]:
        waiting = [*self._totals, *self._decided]
        found = {one for one, facts in self._facts.items() if facts or one not in waiting}
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

    def chosen(self, period: Period) -> frozenset[str]:
        """The alternatives that were taken for the period, by their names."""
        return self._chosen.get(period, frozenset())

    def decided(self, period: Period) -> Decided | None:
        """What the coordinator decided for the period, and why."""
        return self._decided.get(period)

    def exact(self, period: Period) -> Fraction | None:
        """The total, or the mean of the totals of its parts; None while one of them is missing."""
        if period in self._totals:
            return self._totals[period]
        if period not in self._exact:
            self._exact[period] = self._mean(period)
        return self._exact[period]

    def _mean(self, period: Period) -> Fraction | None:
        decided = self.decided(period)
        parts = [self.exact(part) for part in self._parts(period)]
        known = [part for part in parts if part is not None]
        enough = decided.how == "mean" if decided else len(known) == len(parts)
        return sum(known, Fraction(0)) / len(known) if known and enough else None

    def _parts(self, period: Period) -> tuple[Period, ...]:
        scale = self._rules.scale(period.kind)
        return period.split(scale.mean_of) if scale and scale.mean_of else ()

    def missing(self, period: Period) -> tuple[Period, ...]:
        """The parts without a total where others have one, or a decision stands; none if nothing was given."""
        missing = tuple(part for part in self._parts(period) if self.exact(part) is None)
        if self.decided(period):
            return missing
        begun = any(one.within(period) for one in self._totals)
        return missing if begun and self.exact(period) is None else ()

    def open_lines(self, period: Period) -> tuple[Ruling, ...]:
        """The questions on which the ends of its bands wait, if it has a total to judge."""
        scale = self._rules.scale(period.kind)
        if scale is None or self.exact(period) is None:
            return ()
        asked = (ruling for band in scale.bands for ruling in self._undecided.get(band.id, ()))
        return tuple({ruling.id: ruling for ruling in asked}.values())

    def band(self, period: Period) -> Band | None:
        """The band in which the period's total lies; None while the end of any of them is undecided."""
        figure, scale = self.exact(period), self._rules.scale(period.kind)
        if figure is None or scale is None or self.open_lines(period):
            return None
        return scale.band(figure)

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
        length, unknown = 1, False
        while occasion.anew or length < occasion.in_a_row:
            before = period.previous()
            apart = occasion.within and not _together(occasion, period, before)
            happened = False if apart else self._happened(occasion, before)
            if happened is False:
                break
            period, length, unknown = before, length + 1, unknown or happened is None
        full = length % occasion.in_a_row == 0 if occasion.anew else length >= occasion.in_a_row
        if unknown and occasion.anew:
            return None if length >= occasion.in_a_row else False
        if not full:
            return False
        return None if unknown or (occasion.counted_from and self.named is None) else True

    def _happened(self, occasion: Occasion, period: Period) -> bool | None:
        if period.kind != occasion.period or not self._begun(period.kind, period):
            return False
        if self._before_naming(occasion, period):
            return False
        if self.facts(period) & set(occasion.facts):
            return True
        if not occasion.bands:
            return False if period in self._known else None
        return self._in_bands(occasion, period)

    def _in_bands(self, occasion: Occasion, period: Period) -> bool | None:
        band = self.band(period)
        if band is None:
            decided = self.decided(period)
            # Without a verdict nothing happened; that is what was decided.
            return False if decided and decided.how == "none" else None
        if ruled := self.ruled(band):
            return ruled.id in occasion.bands
        return (
            None if any(one.band in occasion.bands for one in band.decisions) else band.id in occasion.bands
        )

    def _before_naming(self, occasion: Occasion, period: Period) -> bool:
        if occasion.counted_from is None or self.named is None:
            return False
        if occasion.counted_from == "naming":
            return period.end < self.named.start
        return period.start <= self.named.start

    def _begun(self, kind: Kind, period: Period) -> bool:
        return any(one.kind == kind and one.start <= period.start for one in self._known)

    def unknown_before(self, period: Period, span: Period) -> bool:
        """Whether an earlier period of the same kind in this span has no verdict that anybody knows."""
        before = period.previous()
        while before.start >= span.start and self._begun(period.kind, before):
            if self.band(before) is None and self._open(before):
                return True
            before = before.previous()
        return False

    def _open(self, period: Period) -> bool:
        decided = self.decided(period)
        return self._rules.scale(period.kind) is not None and not (decided and decided.how == "none")


def _together(occasion: Occasion, period: Period, before: Period) -> bool:
    """Whether both lie in the same year (half-year …) within which the row must lie."""
    return occasion.within is None or before.within(Period.holding(occasion.within, period.end))
