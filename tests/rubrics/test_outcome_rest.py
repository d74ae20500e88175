"""What the rest of a running quarter must come to: the least figure that the engine itself takes."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as some

from rubrics.outcome_rest import rest
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.totals import Decided, Given
from tests.kit.schemes import latest

NORTHWEST = latest("northwest-2025")
TONGLIAO = latest("tongliao-2020")
QUARTER = Period.parse("2025-Q2")
MONTHS = QUARTER.split("month")

CASES = {
    # totals of April and May ...: what is still wanted for 85, and for 90
    "84.5 84.5": ("86", None),
    "84.4 84.5": ("86.1", None),
    "84.45 84.5": ("86.05", None),
    "85 85": ("85", "100"),
    "92 88": ("75", "90"),
    "84.9": ("85.05", "92.55"),
    "84": ("85.5", "93"),
    "100 100": ("55", "70"),
    "60 60": (None, None),
    "50": (None, None),
}


def told(written: str) -> tuple[Given, ...]:
    """Totals of the first months of the quarter."""
    return tuple(Given(month, Decimal(one)) for month, one in zip(MONTHS, written.split(), strict=False))


def verdict(totals: tuple[Given, ...]) -> str:
    """The band of the whole quarter, as the engine says it."""
    (found,) = (one for one in outcomes(NORTHWEST, totals) if one.period == QUARTER)
    return found.sources[0].id


@pytest.mark.parametrize(("written", "wanted"), CASES.items())
def test_the_least_that_is_wanted(written: str, wanted: tuple[str | None, str | None]) -> None:
    found = rest(NORTHWEST, told(written), QUARTER)
    assert [(one.band.id, one.least) for one in found] == [
        ("neither", wanted[0] and Decimal(wanted[0])),
        ("rewarded", wanted[1] and Decimal(wanted[1])),
    ]
    assert {one.left for one in found} == {MONTHS[len(written.split()) :]}


def test_what_lies_behind() -> None:
    (low, high) = rest(NORTHWEST, told("84.9 85"), QUARTER)
    assert (low.behind, high.behind) == (True, True)
    (low, high) = rest(NORTHWEST, told("85 85"), QUARTER)
    assert (low.behind, high.behind) == (False, True)


@settings(max_examples=60, deadline=None)
@for_all(some.lists(some.decimals(50, 100, places=2), min_size=1, max_size=2))
def test_the_engine_takes_it_and_not_a_hundredth_less(totals: list[Decimal]) -> None:
    before = tuple(Given(month, one) for month, one in zip(MONTHS, totals, strict=False))
    left = MONTHS[len(totals) :]
    order = ["below-85", "neither", "rewarded"]
    for one in rest(NORTHWEST, before, QUARTER):
        at = order.index(one.band.id)
        if one.least is None:
            assert order.index(verdict((*before, *(Given(each, Fraction(100)) for each in left)))) < at
            continue
        reached = (*before, *(Given(each, one.least) for each in left))
        missed = (*before, *(Given(each, one.least - Decimal("0.01")) for each in left))
        assert order.index(verdict(reached)) >= at
        assert order.index(verdict(missed)) < at


def test_nothing_is_said_where_nothing_is_open() -> None:
    whole = told("85 85 85")
    decided = Given(QUARTER, None, (), Decided("mean", "停产"))
    assert rest(NORTHWEST, whole, QUARTER) == ()
    assert rest(NORTHWEST, (), QUARTER) == ()
    assert rest(NORTHWEST, (*told("84"), decided), QUARTER) == ()
    assert rest(NORTHWEST, (Given(QUARTER, Decimal(84)),), QUARTER) == ()
    assert rest(NORTHWEST, told("84"), MONTHS[0]) == ()
    assert rest(TONGLIAO, (Given(Period.parse("2025"), Decimal(84)),), Period.parse("2025")) == ()
