"""Items of the total that are worth nothing: their points were forgotten, or the source does not print them."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Warn of every item of the total without points."""
    for path, item in items(rubric):
        if path[0] == "sections" and not item.points:
            yield wrong(path, "item_worth_nothing", "warning", item=item.no)
