"""A `when` that every sheet of the rubric closes, so that it says nothing."""

from collections.abc import Iterator

from rubrics.checks.places import rules, wrong
from rubrics.model import Rubric
from rubrics.periods import MONTHS
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Warn of every rule whose period is no longer than the shortest sheet: it counts in all of them."""
    finest = min(
        (kind for kind in MONTHS if kind in rubric.periods), key=lambda kind: MONTHS[kind], default=None
    )
    for path, item, _part, rule in rules(rubric):
        if rule.when and (finest is None or MONTHS[rule.when] <= MONTHS[finest]):
            yield wrong(
                (*path, "when"),
                "when_says_nothing",
                "warning",
                item=item.no,
                letter=rule.letter,
                when=rule.when,
                finest=finest or "cycle",
            )
