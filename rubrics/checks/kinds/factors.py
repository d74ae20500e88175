"""Multipliers without a factor, with two, with one that changes nothing, or on letters that move no points."""

from collections.abc import Iterator
from decimal import Decimal

from rubrics.checks.places import Path, rules, wrong
from rubrics.model import Item, Rubric
from rubrics.problems import Problem
from rubrics.rules import Multiplier, Zero

ONE = Decimal(1)


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every multiplier that cannot multiply."""
    for path, item, _part, rule in rules(rubric):
        if not isinstance(rule, Multiplier):
            continue
        at = {"item": item.no, "letter": rule.letter}
        if rule.factor is None and rule.high is None and rule.low is None:
            yield wrong(path, "factor_missing", "error", **at)
        if rule.factor is not None and (rule.low is not None or rule.high is not None):
            yield wrong((*path, "factor"), "factor_and_bounds", "error", **at)
        if rule.factor == ONE:
            yield wrong((*path, "factor"), "factor_one", "error", **at)
        if rule.of and rule.scope != "item":
            yield wrong((*path, "scope"), "factor_of_and_scope", "error", **at, scope=rule.scope)
        yield from _letters((*path, "of"), item, rule)


def _letters(path: Path, item: Item, rule: Multiplier) -> Iterator[Problem]:
    moving = tuple(one.letter for one in item.rules if one.side != "beyond" and not isinstance(one, Zero))
    at = {"item": item.no, "letter": rule.letter}
    for place, letter in enumerate(rule.of):
        if item.rule(letter) is None:
            yield wrong((*path, place), "factor_of_unknown", "error", **at, of=letter, letters=moving)
        elif letter not in moving:
            yield wrong((*path, place), "factor_of_nothing", "error", **at, of=letter, letters=moving)
