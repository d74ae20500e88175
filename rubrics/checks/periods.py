"""A kind of period that the rubric lists twice."""

from collections.abc import Iterator

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every kind that was already listed."""
    for index, kind in enumerate(rubric.periods):
        if kind in rubric.periods[:index]:
            yield wrong(("periods", index), "period_twice", period=kind)
