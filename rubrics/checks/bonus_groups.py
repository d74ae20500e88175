"""Bonus groups that name what is no bonus item, or an item twice."""

from collections.abc import Iterator

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every such name."""
    if rubric.bonus is None:
        return
    known, seen = tuple(item.no for item in rubric.bonus.items), set[str]()
    for index, group in enumerate(rubric.bonus.groups):
        for place, no in enumerate(group.items):
            path = ("bonus", "groups", index, "items", place)
            if no not in known:
                yield wrong(path, "bonus_group_unknown", group=group.id, item=no, known=known)
            elif no in seen:
                yield wrong(path, "bonus_group_twice", group=group.id, item=no)
            seen.add(no)
