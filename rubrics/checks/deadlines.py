"""Deadlines that do not say until when, and amounts of money without their unit."""

from collections.abc import Iterator

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every deadline without a day or words for it, and every instalment in no money."""
    for index, one in enumerate(rubric.deadlines):
        if one.on is None and one.rule is None:
            yield wrong(("deadlines", index), "deadline_without_day", id=one.id)
    for index, part in enumerate(rubric.funding):
        if part.unit is None and (part.amount is not None or part.together is not None):
            yield wrong(("funding", index), "unit_missing", what=part.id)
