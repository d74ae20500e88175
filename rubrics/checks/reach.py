"""A single deduction larger than the part it is taken from: probably in the wrong row."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Warn of every rule that takes more at once than its part is worth."""
    for path, item, part, rule in rules(rubric):
        if path[0] == "sections" and rule.side == "deduct" and rule.points > part.points:
            yield wrong(
                (*path, "points"),
                "rule_above_part",
                "warning",
                item=item.no,
                letter=rule.letter,
                points=show(rule.points),
                part=show(part.points),
            )
