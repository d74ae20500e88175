"""Early warnings: what one more period like the last would bring, tried by the engine itself."""

from decimal import Decimal
from typing import Any

from rubrics.model import Rubric
from rubrics.outcome_ahead import Ahead, ahead
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.totals import Given
from tests.kit.schemes import latest

NORTHWEST = latest("northwest-2025")
TONGLIAO = latest("tongliao-2020")
CREATION = latest("tongliao-2020-creation")


def given(**totals: str) -> tuple[Given, ...]:
    """Totals by period, written 2025_Q4=84."""
    return tuple(
        Given(Period.parse(name[1:].replace("_", "-")), Decimal(one)) for name, one in totals.items()
    )


def without(*years: int) -> tuple[Given, ...]:
    """Years without results."""
    return tuple(Given(Period.parse(str(year)), None, ("no-results",)) for year in years)


def after(rubric: Rubric, totals: tuple[Given, ...], period: str, **known: Any) -> tuple[Ahead, ...]:
    """The warnings after a period."""
    here = next(one for one in outcomes(rubric, totals, **known) if str(one.period) == period)
    return ahead(rubric, totals, here, **known)


def test_one_more_quarter_below_85_over_new_year() -> None:
    (found,) = after(NORTHWEST, given(p2025_Q4="84.9"), "2025-Q4", fund=Decimal(30000))
    assert (str(found.period), found.cause.id, found.occasion.id) == (
        "2026-Q1",
        "below-85",
        "two-quarters-below-85",
    )
    assert [(one.consequence.what, one.amount) for one in found.consequences] == [
        ("绩效考核工资", Decimal(-500)),
        ("绩效考核工资", Decimal(-300)),
        ("约谈", None),
    ]


def test_months_warn_through_their_quarter() -> None:
    months = given(p2025_10="85", p2025_11="85", p2025_12="84.9")
    assert [str(one.period) for one in after(NORTHWEST, months, "2025-Q4")] == ["2026-Q1"]


def test_nothing_warns_after_a_good_quarter_nor_of_what_comes_later() -> None:
    late = given(p2025_Q3="84", p2025_Q4="85", p2026_Q1="80")
    assert after(NORTHWEST, late, "2025-Q4") == ()


def test_a_third_year_without_results() -> None:
    (found,) = after(TONGLIAO, without(2023, 2024), "2024")
    assert (str(found.period), found.cause.id) == ("2025", "no-results")
    assert after(TONGLIAO, without(2024), "2024") == ()


def test_years_before_the_naming_do_not_count() -> None:
    named = Period.parse("2023-05")
    assert after(CREATION, without(2023, 2024), "2024", named=named) == ()
    assert len(after(CREATION, without(2024, 2025), "2025", named=named)) == 1
