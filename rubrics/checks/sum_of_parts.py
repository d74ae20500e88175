"""Parts that do not add up to their item."""

from collections.abc import Iterator

from rubrics.checks.places import excused, items, total, wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every item that is worth more or less than its parts."""
    for path, item in items(rubric):
        found = total(part.points for part in item.parts)
        if found != item.points and not excused(rubric, {item.no}):
            yield wrong(
                (*path, "points"), "sum_of_parts", item=item.no, points=show(item.points), sum=show(found)
            )
