"""Scales for a period that already has one or has no sheet, and means that are taken of no shorter period."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import scales
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.periods import MONTHS
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every scale whose totals nobody could know, or that another one contradicts."""
    seen: set[str] = set()
    for path, scale in scales(rubric):
        if scale.period in seen:
            yield wrong((*path, "period"), "scale_twice", period=scale.period)
        seen.add(scale.period)
        for field, kind in (("period", scale.period), ("mean_of", scale.mean_of)):
            if kind and kind not in rubric.periods:
                yield wrong((*path, field), "scale_period_unknown", period=kind, known=rubric.periods)
        months = 0 if scale.period == "cycle" else MONTHS[scale.period]
        if scale.mean_of and MONTHS[scale.mean_of] >= months:
            yield wrong(
                (*path, "mean_of"), "scale_mean_not_shorter", period=scale.period, mean_of=scale.mean_of
            )
