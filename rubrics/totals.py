"""What is known of one studio, period by period: totals, and facts that a coordinator entered.

Says what cannot be judged and why; draws no conclusion.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Given:
    """A total of a period, or None where only facts are given, and the ids of its facts."""

    period: Period
    total: Decimal | Fraction | None = None
    facts: tuple[str, ...] = ()


def forms(kinds: Iterable[Kind], period: Period) -> tuple[str, ...]:
    """How periods of these kinds are written, in the year in question."""
    return tuple(_FORMS[kind].format(period.start.year, period.start.year + 1) for kind in kinds)


def judged(rules: OutcomeRules) -> tuple[Kind, ...]:
    """The kinds of period whose totals count: those with bands, and those whose mean has bands."""
    kinds = [kind for scale in rules.scales for kind in (scale.period, *rules.parts(scale.period))]
    return tuple(dict.fromkeys(kinds))


def refused(rubric: Rubric, rules: OutcomeRules, given: Sequence[Given]) -> Iterator[tuple[int, Problem]]:
    """Yield what cannot be judged, with its place among what was given."""
    seen: list[Period] = []
    for index, one in enumerate(given):
        found = (*_total(rubric, rules, one, seen), *_facts(rules, one))
        yield from ((index, why) for why in found)
        if one.total is not None and not found:
            seen.append(one.period)


def _total(rubric: Rubric, rules: OutcomeRules, one: Given, seen: list[Period]) -> Iterator[Problem]:
    if one.total is None:
        return
    period, kinds = str(one.period), judged(rules)
    if one.period.kind not in kinds:
        yield problem("total_not_judged", period=period, forms=forms(kinds, one.period))
    if not 0 <= one.total <= rubric.most:
        shown = show(one.total) if isinstance(one.total, Decimal) else str(one.total)
        yield problem("total_out_of_range", period=period, value=shown, most=show(rubric.most))
    if one.period in seen:
        yield problem("total_twice", period=period)
    elif clash := [
        other for other in seen if _part_of(rules, one.period, other) or _part_of(rules, other, one.period)
    ]:
        yield problem("total_and_its_part", period=period, others=tuple(map(str, clash)))


def _part_of(rules: OutcomeRules, part: Period, whole: Period) -> bool:
    return part.kind in rules.parts(whole.kind) and part.within(whole)


def _facts(rules: OutcomeRules, one: Given) -> Iterator[Problem]:
    for name in one.facts:
        fact = rules.fact(name)
        if fact is None:
            yield problem("fact_not_listed", fact=name, known=named(rules))
        elif fact.period != one.period.kind:
            (form,) = forms((fact.period,), one.period)
            yield problem("fact_of_other_period", fact=fact.title, form=f"{form} - {fact.id}")


def named(rules: OutcomeRules) -> tuple[str, ...]:
    """The facts that can be entered, each with its title."""
    return tuple(f"{fact.id} ({fact.title})" for fact in rules.facts)
