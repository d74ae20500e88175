"""Sections, or their weights, that do not add up to the total of the scheme."""

from collections.abc import Iterator

from rubrics.checks.places import excused, total, wrong
from rubrics.model import Rubric
from rubrics.points import ZERO, show
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield the total if the headings of the sections say more or less; weights that are shares need not."""
    weighted = any(section.weight for section in rubric.sections)
    found = total((section.weight or ZERO) if weighted else section.points for section in rubric.sections)
    if rubric.total is None or found == rubric.total or (weighted and rubric.weights == "shares"):
        return
    if not excused(rubric, {item.no for item in rubric.items}):
        yield wrong(("total",), "sum_of_sections", points=show(rubric.total), sum=show(found))
