"""Items marked as judged that are not one all-or-nothing rule."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every judged item with more than one rule, or with one that does not award."""
    for path, item in items(rubric):
        if item.judged and [rule.side for rule in item.rules] != ["award"]:
            yield wrong((*path, "judged"), "judged_not_single", item=item.no)
