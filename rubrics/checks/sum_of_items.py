"""Items that do not add up to the points in their section's heading."""

from collections.abc import Iterator

from rubrics.checks.places import excused, total, wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every section whose heading says more or less than its items."""
    for index, section in enumerate(rubric.sections):
        found = total(item.points for item in section.items)
        if found != section.points and not excused(rubric, {item.no for item in section.items}):
            yield wrong(
                ("sections", index, "points"),
                "sum_of_items",
                section=section.no,
                points=show(section.points),
                sum=show(found),
            )
