"""Bonus rules in the total, and points or rules of the total among the bonus."""

from collections.abc import Iterator

from rubrics.checks.places import items, rules, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield what stands on the wrong side of the line between total and bonus."""
    for path, item, _part, rule in rules(rubric):
        if path[0] != "bonus" and rule.side == "bonus":
            yield wrong(path, "bonus_in_total", item=item.no, letter=rule.letter)
        if path[0] == "bonus" and rule.side not in {"bonus", "beyond"}:
            yield wrong(path, "bonus_with_rules_of_total", item=item.no, letter=rule.letter)
    for path, item in items(rubric):
        if path[0] == "bonus" and item.points:
            yield wrong((*path, "points"), "bonus_with_points", item=item.no)
