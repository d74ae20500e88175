"""Tiers and levels among which there is nothing to pick: one alone, two worth the same, an order that jumps."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rubrics.checks.places import Path, parts, wrong
from rubrics.model import Item, Part, Rubric
from rubrics.points import ZERO, show
from rubrics.problems import Problem
from rubrics.rules import Level, Rule

_Ranked = Sequence[tuple[int, Rule, Decimal]]


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield what makes a choice none, and warn of tiers in no order."""
    for path, item, part in parts(rubric):
        ranked = [
            (index, rule, rule.most_in(part.points) or ZERO)
            for index, rule in enumerate(part.rules)
            if rule.pick_one
        ]
        if len(ranked) == 1:
            index, rule, _ = ranked[0]
            yield wrong((*path, "rules", index), "pick_alone", item=item.no, letter=rule.letter)
        yield from _same(path, item, ranked)
        yield from _jumping(path, item, ranked)
        yield from _above(path, item, part, ranked)


def _same(path: Path, item: Item, ranked: _Ranked) -> Iterator[Problem]:
    seen: dict[Decimal, str] = {}
    for index, rule, worth in ranked:
        if worth in seen:
            said = {"item": item.no, "letter": rule.letter, "other": seen[worth], "points": show(worth)}
            yield wrong((*path, "rules", index), "pick_same_points", "error", **said)
        seen.setdefault(worth, rule.letter)


def _jumping(path: Path, item: Item, ranked: _Ranked) -> Iterator[Problem]:
    steps = [
        (index, rule.letter, after - before) for (_, _, before), (index, rule, after) in pairwise(ranked)
    ]
    falling = steps[0][2] < 0 if steps else True
    for index, letter, step in steps:
        if step and (step < 0) != falling:
            yield wrong((*path, "rules", index), "picks_out_of_order", "warning", item=item.no, letter=letter)
            return


def _above(path: Path, item: Item, part: Part, ranked: _Ranked) -> Iterator[Problem]:
    for index, rule, worth in ranked:
        share = rule.share if isinstance(rule, Level) else None
        if worth > part.points and (share is None or share <= 1):
            said = {"item": item.no, "letter": rule.letter, "points": show(worth), "part": show(part.points)}
            yield wrong((*path, "rules", index), "pick_above_part", "error", **said)
