"""A maximum of occurrences on a kind of rule that counts once anyway."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules import Shortfall


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every maximum that cannot matter; a repeated fault with a maximum is of kind `each`."""
    for path, item, _part, rule in rules(rubric):
        if rule.max is not None and not rule.repeats and not isinstance(rule, Shortfall):
            yield wrong((*path, "max"), "max_cannot_matter", item=item.no, letter=rule.letter)
