"""Alternatives and contradictions that name a letter the item does not have, or only one."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield unknown letters and groups that exclude nothing."""
    for path, item in items(rubric):
        for index, group in enumerate(item.exclusive):
            place = (*path, "exclusive", index, "letters")
            known = tuple(rule.letter for rule in item.rules)
            for letter in group.letters:
                if letter not in known:
                    yield wrong(place, "exclusive_unknown", item=item.no, letter=letter, letters=known)
            if len(set(group.letters)) < 2:  # noqa: PLR2004 - it takes two to exclude each other
                yield wrong(place, "exclusive_alone", item=item.no)
