"""A rule that waits for a ruling which the scheme does not have."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every unknown ruling with those there are."""
    known = tuple(ruling.id for ruling in rubric.rulings)
    for path, item, _part, rule in rules(rubric):
        if rule.ruled_by is not None and rule.ruled_by not in known:
            yield wrong(
                (*path, "ruled_by"),
                "ruling_unknown",
                item=item.no,
                letter=rule.letter,
                ruling=rule.ruled_by,
                known=known,
            )
