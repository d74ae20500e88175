"""Bounds whose lower end lies above the upper one, and bounds with one end only."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem
from rubrics.rules import Gate, Judged, Level, Multiplier


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every rule between whose bounds nothing lies."""
    for path, item, _part, rule in rules(rubric):
        at = {"item": item.no, "letter": rule.letter}
        ends = ("minimum", "maximum") if isinstance(rule, Gate) else ("low", "high")
        if not isinstance(rule, Judged | Level | Multiplier | Gate):
            continue
        low, high = getattr(rule, ends[0]), getattr(rule, ends[1])
        if low is not None and high is not None and low > high:
            yield wrong((*path, ends[0]), "low_above_high", "error", **at, low=show(low), high=show(high))
        if not isinstance(rule, Gate) and (low is None) != (high is None):
            given = ends[0] if high is None else ends[1]
            wanted = ends[1] if high is None else ends[0]
            yield wrong((*path, given), "bound_missing", "error", **at, given=given, wanted=wanted)
