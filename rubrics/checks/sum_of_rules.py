"""Award rules that do not add up to their part.

Only the source's own criteria are added: a rule that a ruling gives or withholds fills the hole that the source
left, and the hole must be named by a discrepancy about sums. Of alternatives, rungs, tiers and levels the best one
counts.
"""

from collections.abc import Iterator
from decimal import Decimal

from rubrics.checks.places import excused, parts, total, wrong
from rubrics.model import Item, Part, Rubric
from rubrics.points import ZERO, show
from rubrics.problems import Problem


def _most(item: Item, part: Part) -> Decimal | None:
    """What the part's criteria give; None where one of them leaves open how much."""
    own = [rule for rule in part.rules if not rule.ruled_by and rule.sets_start]
    picked = [rule for rule in own if rule.pick_one]
    if any(rule.figure is not None for rule in own if not rule.pick_one):
        return None
    most = total(rule.points for rule in own if not rule.pick_one)
    most += max((rule.most_in(part.points) or ZERO for rule in picked), default=ZERO)
    for group in item.exclusive:
        rungs = [rule.points for rule in own if rule.letter in group.letters]
        if group.kind != "contradiction" and rungs:
            most -= total(iter(rungs)) - max(rungs)
    return most


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every part of award rules that is worth more or less than they give."""
    for path, item, part in parts(rubric):
        if path[0] == "bonus" or {rule.side for rule in part.rules if rule.sets_start} != {"award"}:
            continue
        if excused(rubric, {item.no}):
            continue
        if (most := _most(item, part)) not in {None, part.points}:
            yield wrong(
                (*path, "points"),
                "sum_of_rules",
                item=item.no,
                points=show(part.points),
                sum=show(most or ZERO),
            )
