"""The running sum of one item: what was met, in the order in which a score comes about.

Rules with the caps of their clauses, factors on letters, rungs, the floor and cap of each part, zeros, then the item.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rubrics.marks import ItemMarks
from rubrics.points import ZERO
from rubrics.rules import Multiplier
from rubrics.sheet import RuleResult, Term
from rubrics.tally_rules import Met, RulePlan

Rungs = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A part as it stands on this sheet; a bonus has no cap, a penalty neither cap nor floor."""

    start: Decimal
    cap: Decimal | None
    floored: bool
    rules: tuple[RulePlan, ...]
    picks: frozenset[str]


class Tally:
    """The running sum of one item."""

    __slots__ = ("_factors", "_rungs", "results", "terms", "total")

    def __init__(self, terms: Iterable[Term], rungs: Rungs) -> None:
        self.terms = list(terms)
        self.results: list[RuleResult] = []
        self.total = ZERO
        self._rungs = rungs
        self._factors: list[tuple[RulePlan, Decimal]] = []

    def run(self, parts: Sequence[PartPlan], marks: ItemMarks, *, grant: bool) -> None:
        """Add all parts; `grant` gives what nobody can enter now."""
        met = [self._met(part, marks, grant=grant) for part in parts]
        everything = [one for found in met for one in found]
        self._limit(everything)
        for plan, factor in self._factors:
            for one in everything:
                if plan.factor_of and one.plan.letter in plan.factor_of:
                    one.scale(plan, factor)
        for group in (*self._rungs, *(part.picks for part in parts if part.picks)):
            _cover([one for one in everything if one.plan.letter in group])
        for part, found in zip(parts, met, strict=True):
            self._part(part, found)
        self._whole(everything)

    def _met(self, part: PartPlan, marks: ItemMarks, *, grant: bool) -> list[Met]:
        """Find what was met in a part; factors are put aside."""
        met = []
        for plan in part.rules:
            count, amount = (1, None) if grant and plan.granted else plan.entered(marks)
            if not count:
                self.results.append(plan.blank)
            elif plan.factor_of is not None and isinstance(plan.rule, Multiplier):
                self.results.append(plan.result(count, amount))
                self._factors.append((plan, plan.rule.times(amount)))
            elif plan.reaches_out and plan.rule.take(count, amount).zeroes != "item":
                self.results.append(plan.result(count, amount))
            else:
                met.append(Met(plan, count, amount, plan.rule.take(count, amount, plan.worth)))
        return met

    def _limit(self, met: Iterable[Met]) -> None:
        """Apply the caps of clauses; the rules of one list share theirs."""
        rooms: dict[str, Decimal] = {}
        for one in met:
            rule = one.plan.rule
            if rule.cap is None:
                one.value = one.effect.value
            elif rule.list is None:
                one.limit(rule.cap)
            else:
                rooms[rule.list] = one.limit(rooms.get(rule.list, rule.cap))

    def _part(self, part: PartPlan, met: Sequence[Met]) -> None:
        """Add one part: its start, its rules, its floor and its cap, and what zeroes it."""
        left = part.start
        for one in met:
            self.results.append(one.plan.result(one.count, one.amount, covered=one.covered))
            if one.effect.zeroes is None or one.covered:
                self.terms += one.terms()
                left += ZERO if one.covered else one.signed(one.value)
        self._factor_terms(met)
        left = self._within(left, part.cap, floored=part.floored)
        for one in met:
            if one.effect.zeroes == "part" and not one.covered:
                self.terms.append(one.plan.change("zero", left))
                left = ZERO
        self.total += left

    def _factor_terms(self, met: Iterable[Met]) -> None:
        """Tell what each factor changed, all its letters together."""
        changed: dict[str, tuple[RulePlan, Decimal, Decimal]] = {}
        for one in met:
            for plan, factor, delta in () if one.covered else one.scaled:
                so_far = changed[plan.letter][2] if plan.letter in changed else ZERO
                changed[plan.letter] = (plan, factor, so_far + one.signed(delta))
        self.terms += [plan.scaled(delta, factor) for plan, factor, delta in changed.values()]

    def _whole(self, met: Iterable[Met]) -> None:
        """Let the factors of the whole item have their sum, then the rules that zero it."""
        for plan, factor in self._factors:
            if not plan.factor_of:
                delta = self.total * factor - self.total
                self.terms.append(plan.scaled(delta, factor))
                self.total += delta
        for one in met:
            if one.effect.zeroes == "item" and not one.covered:
                self.terms.append(one.plan.change("zero", self.total))
                self.total = ZERO

    def close(self, top: Decimal | None, *, floored: bool, full: bool) -> None:
        """Keep the sum within what the item can score."""
        self.total = self._within(self.total, top, floored=floored)
        if full and top is not None and self.total < top:
            self.terms.append(Term("full", top - self.total))
            self.total = top

    def _within(self, left: Decimal, cap: Decimal | None, *, floored: bool) -> Decimal:
        if left < ZERO and floored:
            self.terms.append(Term("floor", -left))
            return ZERO
        if cap is not None and left > cap:
            self.terms.append(Term("cap", left - cap))
            return cap
        return left


def _cover(met: Sequence[Met]) -> None:
    """Let the heaviest of rungs cover the others; of equal ones the first letter counts."""
    if len(met) > 1:
        heaviest = max(met, key=lambda one: one.weight)
        for one in met:
            one.covered = one.covered or one is not heaviest
