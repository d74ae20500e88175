"""What is known of one studio, period by period: totals, and facts that a coordinator entered.

Says what cannot be judged and why; draws no conclusion.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from rubrics.model import Rubric
from rubrics.outcome_rules import OutcomeRules
from rubrics.periods import Kind, Period
from rubrics.points import show
from rubrics.problems import Problem, problem

_FORMS: Final[dict[Kind, str]] = {
    "month": "{}-01",
    "quarter": "{}-Q1",
    "half": "{}-H1",
    "year": "{}",
    "cycle": "{}..{}",
}


How = Literal["total", "mean", "none"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the coordinator decided for a period with parts missing, and why.

    A total of its own, the mean of the parts that are there, or that there is no verdict.
    """

    how: How
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """A total of a period, or None where only facts are given, the ids of its facts, and what was decided.

    `chosen` names the alternatives that were taken, by id or by what follows. With nothing else it says that
    nothing happened.
    """

    period: Period
    total: Decimal | Fraction | None = None
    facts: tuple[str, ...] = ()
    decided: Decided | None = None
    chosen: tuple[str, ...] = ()

    @property
    def judged(self) -> bool:
        """Whether it says what the period comes to: by a total, or by a decision."""
        return self.total is not None or self.decided is not None


def forms(kinds: Iterable[Kind], period: Period) -> tuple[str, ...]:
    """How periods of these kinds are written, in the year in question."""
    return tuple(_FORMS[kind].format(period.start.year, period.start.year + 1) for kind in kinds)


def judged(rules: OutcomeRules) -> tuple[Kind, ...]:
    """The kinds of period whose totals count: those with bands, and those whose mean has bands."""
    kinds = [kind for scale in rules.scales for kind in (scale.period, *rules.parts(scale.period))]
    return tuple(dict.fromkeys(kinds))


def refused(rubric: Rubric, rules: OutcomeRules, given: Sequence[Given]) -> Iterator[tuple[int, Problem]]:
    """Yield what cannot be judged, with its place among what was given."""
    seen: list[Given] = []
    for index, one in enumerate(given):
        found = (*_total(rubric, rules, one, seen), *_facts(rules, one))
        yield from ((index, why) for why in found)
        if one.judged and not found:
            seen.append(one)
    for index, one in enumerate(given):
        if one.decided and one in seen:
            yield from ((index, why) for why in _needless(rules, one, seen))


def _total(rubric: Rubric, rules: OutcomeRules, one: Given, seen: list[Given]) -> Iterator[Problem]:
    if not one.judged:
        return
    period, kinds = str(one.period), judged(rules)
    if not kinds:
        yield problem("total_never_judged", period=period, known=named(rules))
        return
    if one.period.kind not in kinds:
        yield problem("total_not_judged", period=period, forms=forms(kinds, one.period))
    if one.total is not None and not 0 <= one.total <= rubric.most:
        shown = show(one.total) if isinstance(one.total, Decimal) else str(one.total)
        yield problem("total_out_of_range", period=period, value=shown, most=show(rubric.most))
    if one.period in [other.period for other in seen]:
        yield problem("total_twice", period=period)
    elif clash := [other.period for other in seen if _same_time(rules, one, other)]:
        yield problem("total_and_its_part", period=period, others=tuple(map(str, clash)))


def _same_time(rules: OutcomeRules, one: Given, other: Given) -> bool:
    """Whether one is part of the other; a decision stands above the parts that it was made for."""
    return (other.decided is None and _part_of(rules, one.period, other.period)) or (
        one.decided is None and _part_of(rules, other.period, one.period)
    )


def _needless(rules: OutcomeRules, one: Given, seen: list[Given]) -> Iterator[Problem]:
    """What was decided although nothing is missing, and means of nothing."""
    parts = _parts(rules, one.period)
    known = [part for part in parts if any(other.period == part for other in seen)]
    if parts and len(known) == len(parts):
        yield problem("decided_needlessly", period=str(one.period))
    below = any(other is not one and other.period.within(one.period) for other in seen)
    if one.decided and one.decided.how == "mean" and not below:
        yield problem("decided_mean_of_nothing", period=str(one.period))


def _parts(rules: OutcomeRules, period: Period) -> tuple[Period, ...]:
    scale = rules.scale(period.kind)
    return period.split(scale.mean_of) if scale and scale.mean_of else ()


def _part_of(rules: OutcomeRules, part: Period, whole: Period) -> bool:
    return part.kind in rules.parts(whole.kind) and part.within(whole)


def _facts(rules: OutcomeRules, one: Given) -> Iterator[Problem]:
    if not one.judged and not one.facts and one.period.kind not in {*judged(rules), *_of_facts(rules)}:
        kinds = tuple(dict.fromkeys((*judged(rules), *_of_facts(rules))))
        yield problem("total_not_judged", period=str(one.period), forms=forms(kinds, one.period))
    for name in one.facts:
        fact = rules.fact(name)
        if fact is None:
            yield problem("fact_not_listed", fact=name, known=named(rules))
        elif fact.period != one.period.kind:
            (form,) = forms((fact.period,), one.period)
            yield problem("fact_of_other_period", fact=fact.title, form=f"{form} - {fact.id}")


def _of_facts(rules: OutcomeRules) -> tuple[Kind, ...]:
    return tuple(fact.period for fact in rules.facts)


def named(rules: OutcomeRules) -> tuple[str, ...]:
    """The facts that can be entered, each with its title."""
    return tuple(f"{fact.id} ({fact.title})" for fact in rules.facts)
