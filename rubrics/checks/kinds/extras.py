"""Extra deductions that wait for a loss which their row cannot have."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem
from rubrics.rules import Extra


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every extra that comes after more than the row is worth."""
    for path, item, _part, rule in rules(rubric):
        if isinstance(rule, Extra) and rule.after is not None and rule.after > item.points:
            said = {"item": item.no, "letter": rule.letter}
            place = (*path, "after")
            yield wrong(
                place, "after_above_row", "error", **said, after=show(rule.after), points=show(item.points)
            )
