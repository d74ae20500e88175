"""Amounts without a unit, units without an amount, and shares of the fund that are no shares."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import consequences
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every consequence whose amount could not be paid as it is written."""
    for path, _source, one in consequences(rubric):
        if one.amount is not None and one.share is not None:
            yield wrong((*path, "share"), "amount_and_share", what=one.what)
        elif one.of and one.share is None:
            yield wrong((*path, "of"), "fund_without_share", what=one.what)
        elif (one.amount is not None or one.of) and one.unit is None:
            yield wrong(path, "unit_missing", what=one.what)
        elif one.unit and one.amount is None and one.of is None:
            yield wrong((*path, "unit"), "unit_without_amount", what=one.what, unit=one.unit)
