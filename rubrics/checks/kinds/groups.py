"""Zeros of a named group without a group, with one that their scope does not want, or with rows that do not exist."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules import Zero


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield what a zero names wrongly."""
    for path, item, _part, rule in rules(rubric):
        if not isinstance(rule, Zero):
            continue
        at = {"item": item.no, "letter": rule.letter}
        if rule.scope == "items" and not rule.items:
            yield wrong((*path, "scope"), "zero_of_nothing", "error", **at)
        if rule.scope != "items" and rule.items:
            yield wrong((*path, "items"), "zero_items_idle", "error", **at, scope=rule.scope)
        for place, no in enumerate(rule.items):
            if no not in {one.no for one in rubric.items}:
                yield wrong((*path, "items", place), "zero_of_unknown", "error", **at, other=no)
