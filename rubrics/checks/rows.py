"""Rows that no row of periods can be, and fields about rows on what happens once."""

from collections.abc import Iterator
from math import inf

from rubrics.checks.outcome_places import occasions
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.periods import MONTHS
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield rows longer than the time within which they must lie, and what would never matter."""
    for path, occasion in occasions(rubric):
        if occasion.in_a_row == 1:
            for field in ("within", "anew"):
                if getattr(occasion, field):
                    yield wrong((*path, field), "row_field_idle", id=occasion.id, field=field)
        elif occasion.within:
            months = inf if occasion.period == "cycle" else MONTHS[occasion.period]
            if months * occasion.in_a_row > MONTHS[occasion.within]:
                yield wrong(
                    (*path, "within"),
                    "row_too_long",
                    id=occasion.id,
                    count=occasion.in_a_row,
                    within=occasion.within,
                )
