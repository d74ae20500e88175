"""Weights or rescaling that can make endless fractions, without a word on how the total is rounded."""

from collections.abc import Iterator
from fractions import Fraction

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rounding import decimal


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield the place that makes fractions first."""
    if rubric.rounding is not None:
        return
    if rubric.rescale and any(item.not_applicable == "leave" for item in rubric.items):
        yield wrong(("rescale",), "rounding_unsaid")
        return
    for index, section in enumerate(rubric.sections):
        if section.weight is None or not section.points:
            continue
        if decimal(Fraction(section.weight) * rubric.weighing / Fraction(section.points)) is None:
            yield wrong(("sections", index, "weight"), "rounding_unsaid")
            return
