"""Rules and maxima that can never matter: nothing to take from, or a cap, limit or target that ends before them."""

from collections.abc import Iterator
from decimal import Decimal

from rubrics.checks.places import rules, wrong
from rubrics.model import Part, Rubric
from rubrics.points import show
from rubrics.problems import Problem
from rubrics.rules import Asked, Discretionary, Judged, Rule, Shortfall


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield what no entry could ever reach."""
    for path, item, part, rule in rules(rubric):
        at = {"item": item.no, "letter": rule.letter}
        if path[0] == "sections" and _takes_from_nothing(part, rule, item.points):
            yield wrong(path, "takes_from_nothing", "error", **at)
        if (
            rule.max is not None
            and rule.cap is not None
            and rule.repeats
            and _closed(rule, rule.max, rule.cap)
        ):
            yield wrong(
                (*path, "max"), "max_above_cap", "warning", **at, max=str(rule.max), cap=show(rule.cap)
            )
        if isinstance(rule, Shortfall) and rule.max is not None and rule.max >= rule.target:
            yield wrong(
                (*path, "max"), "max_above_target", "error", **at, max=str(rule.max), target=show(rule.target)
            )
        if (limit := _limit(rule)) and limit[1] > part.points > 0:
            said = {"limit": show(limit[1]), "part": show(part.points)}
            yield wrong((*path, limit[0]), "limit_above_part", "warning", **at, **said)


def _takes_from_nothing(part: Part, rule: Rule, worth: Decimal) -> bool:
    """Say whether a rule would take from a part without points; an item without any is another's concern."""
    return rule.side == "deduct" and not part.points and bool(worth)


def _limit(rule: Rule) -> tuple[str, Decimal] | None:
    """Return the field that bounds an amount, and the bound."""
    if isinstance(rule, Judged) and rule.side != "bonus":
        return "high", rule.high
    if isinstance(rule, Discretionary | Asked) and rule.limit is not None:
        return "limit", rule.limit
    return None


def _closed(rule: Rule, most: int, cap: Decimal) -> bool:
    """Say whether the cap is reached before the last occurrence counts."""
    one = rule.low if isinstance(rule, Judged) else rule.points
    return one * (most - 1) >= cap
