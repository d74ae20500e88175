"""Rungs in different parts: what the heavier one covers would be lost in another part's sum."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every group of rungs that reaches over parts."""
    for path, item in items(rubric):
        for index, group in enumerate(item.exclusive):
            known = [letter for letter in group.letters if item.rule(letter)]
            if group.kind == "rungs" and len({id(item.part_of(letter)) for letter in known}) > 1:
                place = (*path, "exclusive", index, "letters")
                yield wrong(place, "rungs_over_parts", item=item.no, letters=group.letters)
