"""Vetoes, and points taken from the total, among the bonus: what is beside the total cannot fail it."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules import Extra, Veto


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every such rule."""
    for path, item, _part, rule in rules(rubric):
        if path[0] == "bonus" and isinstance(rule, Veto | Extra):
            yield wrong(path, "veto_in_bonus", item=item.no, letter=rule.letter)
