"""Kinds of activity that nobody defines, and those that nothing uses."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield unknown activities of requirements and rules, and warn of those that neither names."""
    known = tuple(one.id for one in rubric.activities)
    used: set[str] = set()
    for index, one in enumerate(rubric.requirements):
        used.update(one.activities)
        for place, name in enumerate(one.activities):
            if name not in known:
                there = ("requirements", index, "activities", place)
                yield wrong(there, "activity_unknown", id=one.id, activity=name, known=known)
    for path, item, _part, rule in rules(rubric):
        if rule.activity is None:
            continue
        used.add(rule.activity)
        if rule.activity not in known:
            at = f"{item.no} {rule.letter}"
            yield wrong((*path, "activity"), "activity_unknown", id=at, activity=rule.activity, known=known)
    for index, name in enumerate(known):
        if name not in used:
            yield wrong(("activities", index), "activity_unused", "warning", activity=name)
