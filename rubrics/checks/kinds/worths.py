"""Tiers and levels that say twice what they are worth, and shares that are no shares."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem
from rubrics.rules import Level, Rule, Tier


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every second statement of a worth, and every share above one."""
    for path, item, _part, rule in rules(rubric):
        at = {"item": item.no, "letter": rule.letter}
        said = _said(rule)
        if len(said) > 1:
            yield wrong((*path, said[1]), "worth_twice", "error", **at, first=said[0], second=said[1])
        if isinstance(rule, Level) and rule.share is not None and rule.share > 1:
            yield wrong((*path, "share"), "share_over_one", "error", **at, share=show(rule.share))


def _said(rule: Rule) -> list[str]:
    """The fields in which the rule says its worth."""
    if isinstance(rule, Tier):
        fields = {"points": bool(rule.points), "full": rule.full}
    elif isinstance(rule, Level):
        bounds = rule.low is not None or rule.high is not None
        fields = {"points": bool(rule.points), "share": rule.share is not None, "high": bounds}
    else:
        return []
    return [name for name, given in fields.items() if given]
