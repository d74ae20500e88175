"""Occasions that nothing can cause: no band and no fact, unknown ones, or ones of another kind of period."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import occasions, rules
from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric
from rubrics.outcome_rules import Occasion, OutcomeRules
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every cause that could never arise."""
    every = rules(rubric)
    for path, occasion in occasions(rubric):
        if not occasion.bands and not occasion.facts:
            yield wrong(path, "occasion_without_cause", id=occasion.id)
        yield from _bands(every, path, occasion)
        yield from _facts(every, path, occasion)


def _bands(every: OutcomeRules, path: Path, occasion: Occasion) -> Iterator[Problem]:
    for index, cause in enumerate(occasion.bands):
        place = (*path, "bands", index)
        scale = next((one for one in every.scales if cause in {band.id for band in one.bands}), None)
        if scale is None:
            known = tuple(band.id for band in every.bands)
            yield wrong(place, "band_unknown", id=occasion.id, band=cause, known=known)
        elif scale.period != occasion.period:
            yield wrong(place, "occasion_of_other_period", id=occasion.id, cause=cause, period=scale.period)


def _facts(every: OutcomeRules, path: Path, occasion: Occasion) -> Iterator[Problem]:
    for index, cause in enumerate(occasion.facts):
        place = (*path, "facts", index)
        fact = every.fact(cause)
        if fact is None:
            known = tuple(one.id for one in every.facts)
            yield wrong(place, "fact_unknown", id=occasion.id, fact=cause, known=known)
        elif fact.period != occasion.period:
            yield wrong(place, "occasion_of_other_period", id=occasion.id, cause=cause, period=fact.period)
