"""Steps of a measure whose exact points never end, and baselines from which no step is possible."""

from collections.abc import Iterator
from fractions import Fraction

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.points import ZERO, show
from rubrics.problems import Problem
from rubrics.rules import Step


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield rules whose points could not be written down, and rules that can never move any."""
    for path, item, _part, rule in rules(rubric):
        if not isinstance(rule, Step):
            continue
        at = {"item": item.no, "letter": rule.letter, "per": show(rule.per)}
        if rule.rounding == "exact" and not _ends(Fraction(rule.points) / Fraction(rule.per)):
            yield wrong((*path, "per"), "step_not_exact", "error", **at, points=show(rule.points))
        if rule.direction == "below" and not rule.steps(ZERO):
            yield wrong((*path, "baseline"), "step_out_of_reach", "error", **at, baseline=show(rule.baseline))


def _ends(share: Fraction) -> bool:
    """Say whether the fraction is a terminating decimal."""
    rest = share.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
