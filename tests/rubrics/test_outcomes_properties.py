"""What every outcome owes to its figures, whatever was given in whatever order."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rubrics.files import latest
from rubrics.outcome_json import outcome_json
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.totals import Given

NORTHWEST, TONGLIAO = latest("northwest-2025"), latest("tongliao-2020")
NEAR = st.one_of(
    st.integers(0, 100), st.sampled_from([84, 85, 86, 89, 90]), st.decimals("84.9", "85.1", places=3)
).map(lambda number: Decimal(str(number)))
MONTHS = [Period.parse(f"{year}-{month:02}") for year in (2024, 2025) for month in range(1, 13)]
GIVEN = st.dictionaries(st.sampled_from(MONTHS), NEAR, max_size=24).map(
    lambda totals: [Given(period, total) for period, total in totals.items()]
)


@given(GIVEN, st.randoms())
def test_outcomes_do_not_depend_on_the_order_of_the_lines(totals, chance):
    mixed = totals[:]
    chance.shuffle(mixed)
    assert outcomes(NORTHWEST, mixed) == outcomes(NORTHWEST, totals)


@given(GIVEN)
def test_quarter_is_judged_exactly_if_it_is_whole(totals):
    known = {one.period: Fraction(one.total) for one in totals}
    for outcome in outcomes(NORTHWEST, totals):
        months = outcome.period.split("month")
        assert outcome.missing == tuple(
            month for month in months if outcome.incomplete and month not in known
        )
        assert outcome.incomplete == any(month not in known for month in months)
        assert (outcome.average is None) == (not outcome.verdicts) == outcome.incomplete
        assert outcome.incomplete <= outcome.needs_decision
        assert not (outcome.incomplete and outcome.consequences)
        if outcome.exact is not None and outcome.average is not None:
            assert outcome.exact == sum(known[month] for month in months) / 3
            assert (outcome.exact >= 90) == (Fraction(outcome.average) >= 90)
            assert (outcome.exact >= 85) == (Fraction(outcome.average) >= 85)
            assert 0 <= outcome.exact - Fraction(outcome.average) < Fraction(1, 100)


@given(GIVEN)
def test_given_as_exact_quarters_the_same_follows_as_from_months(totals):
    whole = [one for one in outcomes(NORTHWEST, totals) if one.exact is not None]
    if len(whole) == len(outcomes(NORTHWEST, totals)):
        again = outcomes(NORTHWEST, [Given(one.period, one.exact) for one in whole])
        assert again == tuple(whole)


@given(GIVEN)
def test_leader_pays_200_or_500_and_500_only_behind_a_quarter_below_85(totals):
    known = {one.period: one.exact for one in outcomes(NORTHWEST, totals)}
    for outcome in outcomes(NORTHWEST, totals):
        wages = [due.amount for due in outcome.consequences if due.consequence.who == "创新工作室领衔人"]
        if outcome.exact is None or outcome.exact >= 85:
            assert wages == []
            continue
        before = known.get(outcome.period.previous())
        assert wages == ([-500] if before is not None and before < 85 else [-200])
        (fund,) = [due for due in outcome.consequences if due.consequence.of == "fund"]
        assert (fund.amount, fund.unit) == (Decimal(-20), "%")


@given(st.lists(st.tuples(NEAR, st.booleans()), min_size=1, max_size=8))
def test_third_year_without_results_withdraws_whatever_the_total(years):
    totals = [
        Given(Period.parse(str(2015 + index)), total, ("no-results",) if idle else ())
        for index, (total, idle) in enumerate(years)
    ]
    for index, outcome in enumerate(outcomes(TONGLIAO, totals)):
        third = index >= 2 and all(idle for _, idle in years[index - 2 : index + 1])
        withdrawn = any(due.consequence.what == "摘牌" for due in outcome.consequences)
        assert withdrawn == (third or years[index][0] < 60)
        assert outcome.needs_decision == (years[index][0] == 60 and not third)


@given(GIVEN)
def test_json_says_nothing_that_is_not_text(totals):
    for one in outcomes(NORTHWEST, totals):
        found = outcome_json(NORTHWEST, one)
        assert found["period"] == str(one.period)
        assert all(isinstance(found[key], str | None) for key in ("average", "exact", "verdict", "clause"))
        assert all(isinstance(due["amount"], str | None) for due in found["consequences"])
        assert (found["verdict"] is None) == (found["clause"] is None)
