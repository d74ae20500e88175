"""Caps of clauses that change nothing, or that do not even leave room for the first occurrence."""

from collections.abc import Iterator
from decimal import Decimal

from rubrics.checks.places import rules, wrong
from rubrics.model import Part, Rubric
from rubrics.points import ZERO, show
from rubrics.problems import Problem
from rubrics.rules import Gate, Judged, Multiplier, Rule, Veto, Zero


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield caps on rules without points and caps below one occurrence; warn of caps that are never met."""
    for path, item, part, rule in rules(rubric):
        if rule.cap is None:
            continue
        at = {"item": item.no, "letter": rule.letter, "cap": show(rule.cap)}
        most = _most(part, rule)
        if isinstance(rule, Zero | Veto | Gate | Multiplier) or rule.side == "beyond":
            yield wrong((*path, "cap"), "cap_idle", "error", **at)
        elif rule.cap < (one := _one(rule)):
            yield wrong((*path, "cap"), "cap_below_one", "error", **at, points=show(one))
        elif rule.list is None and most is not None:
            yield wrong((*path, "cap"), "cap_above_most", "warning", **at, most=show(most))


def _one(rule: Rule) -> Decimal:
    """The least that one occurrence moves."""
    return rule.low if isinstance(rule, Judged) else rule.points


def _most(part: Part, rule: Rule) -> Decimal | None:
    """What the rule moves at most where its cap is above that; a cap that is the row's own worth is usual."""
    if rule.cap is None:
        return None
    if rule.reach is not None and rule.cap >= rule.reach:
        return rule.reach
    return part.points if rule.side != "bonus" and ZERO < part.points < rule.cap else None
