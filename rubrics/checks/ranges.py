"""Ranges whose upper end is not above the lower one."""

from collections.abc import Iterator

from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every such range of requirements and quotas."""
    for index, one in enumerate(rubric.requirements):
        yield from _backwards(("requirements", index), one.id, one.count, one.count_to)
    for index, quota in enumerate(rubric.quotas):
        yield from _backwards(("quotas", index), quota.id, quota.count, quota.count_to)


def _backwards(path: Path, name: str, low: int, high: int | None) -> Iterator[Problem]:
    if high is not None and high <= low:
        yield wrong((*path, "count_to"), "range_backwards", id=name, count=low, count_to=high)
