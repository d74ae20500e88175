"""Items that earn and deduct at once: their score would start at two places."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every item with award rules beside deductions."""
    for path, item in items(rubric):
        if {"award", "deduct"} <= {rule.side for rule in item.rules if rule.sets_start}:
            yield wrong(path, "sides_mixed", item=item.no)
