"""A scheme without anything to assess."""

from collections.abc import Iterator

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield a scheme that has neither scored sections nor gates."""
    if not rubric.sections and not rubric.gates:
        yield wrong(("sections",), "rubric_empty")
