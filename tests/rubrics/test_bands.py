"""Bands: every end open or closed as it says, and a printed figure on its own side of every line."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.bands import Band, Scale, printed
from rubrics.checks.band_cover import check
from rubrics.files import latest
from rubrics.points import show
from tests.kit.tiny import tiny

ENDS = st.decimals(0, 100, places=3).map(lambda number: Decimal(show(number)))
FIGURES = st.fractions(0, 100, max_denominator=10**9)


def band(**ends):
    return Band.model_validate({"id": "one", "verdict": "好", "clause": "any", **ends})


@pytest.mark.parametrize(
    ("ends", "written", "held"),
    [
        ({}, "", "0 59.99 60 60.01 100"),
        ({"at_least": 60}, "≥ 60", "60 60.01 100"),
        ({"above": 60}, "> 60", "60.01 100"),
        ({"at_most": 60}, "≤ 60", "0 59.99 60"),
        ({"below": 60}, "< 60", "0 59.99"),
        ({"at_least": 60, "at_most": 60}, "= 60", "60"),
        ({"above": "59.99", "at_most": "60.01"}, "> 59.99 ≤ 60.01", "60 60.01"),
    ],
)
def test_band_holds_what_its_ends_say(ends, written, held):
    one = band(**ends)
    assert one.ends == written
    assert [
        text for text in ["0", "59.99", "60", "60.01", "100"] if one.holds(Fraction(text))
    ] == held.split()


@pytest.mark.parametrize(
    ("ends", "figure", "shown"),
    [
        ({"below": 85}, "2549/30", "84.96"),
        ({"below": 85}, "84.996", "84.99"),
        ({"below": 85}, "84.9999999", "84.99"),
        ({"at_least": 85}, "85", "85"),
        ({"at_least": 85}, "85.004", "85"),
        ({"above": 60}, "60.001", "60.01"),
        ({"above": 60}, "60.0149", "60.01"),
        ({"above": "84.99", "below": 85}, "84.9966", "84.996"),
        ({"at_least": 60, "at_most": 60}, "60", "60"),
        ({"at_least": 0}, "1/3", "0.33"),
    ],
)
def test_figure_is_cut_towards_its_own_side(ends, figure, shown):
    assert show(printed(Fraction(figure), band(**ends))) == shown


@st.composite
def covers(draw):
    """Bands that leave no total out, with lines and single figures anywhere."""
    lines = sorted(draw(st.sets(ENDS, min_size=1, max_size=5)))
    bands: list[dict] = []
    lower: dict[str, Decimal] = {}
    for number, line in enumerate(lines):
        form = draw(st.sampled_from(["closed", "open", "single"]))
        below = {"at_most": line} if form == "closed" else {"below": line}
        if line == 0 and form != "closed":
            below, form = {"at_most": line}, "closed"
        bands.append({"id": f"b{number}", **lower, **below})
        if form == "single":
            bands.append({"id": f"s{number}", "at_least": line, "at_most": line})
        lower = {"at_least": line} if form == "open" else {"above": line}
    bands.append({"id": "top", **lower})
    kept = [one for one in bands if one != {"id": "top", "above": Decimal(100)}]
    said = {"verdict": "好", "clause": "any"}
    return Scale.model_validate({"period": "year", "bands": [{**one, **said} for one in kept]})


@given(covers(), FIGURES)
def test_no_total_is_without_exactly_one_band_and_none_is_printed_across_a_line(scale, figure):
    assert not list(check(rubric_with(scale)))
    for total in (figure, *(Fraction(end) for one in scale.bands if (end := one.at_least or one.above))):
        (holding,) = [one for one in scale.bands if one.holds(total)]
        assert scale.band(total) is holding
        shown = Fraction(printed(total, holding))
        assert holding.holds(shown)
        assert abs(shown - total) < Fraction(1, 100)


@given(covers(), st.data())
def test_a_band_left_out_is_a_hole_and_one_said_twice_an_overlap(scale, data):
    index = data.draw(st.integers(0, len(scale.bands) - 1))
    rest = scale.bands[:index] + scale.bands[index + 1 :]
    if rest:
        (hole,) = check(rubric_with(scale.model_copy(update={"bands": rest})))
        assert hole.code == "band_hole"
    again = scale.model_copy(update={"bands": (*scale.bands, scale.bands[index])})
    assert {one.code for one in check(rubric_with(again))} == {"band_overlap"}


def rubric_with(scale):
    rubric = tiny([{"no": "1.1", "points": "100", "rules": [{"letter": "a", "kind": "once", "points": 5}]}])
    fields = rubric.model_dump() | {"outcomes": {"scales": [scale.model_dump()]}}
    return type(rubric).model_validate(fields)


@pytest.mark.parametrize("rubric_id", ["tongliao-2020", "northwest-2025"])
@given(figure=FIGURES)
def test_every_total_of_a_shipped_scheme_has_exactly_one_band(rubric_id, figure):
    rules = latest(rubric_id).outcomes
    assert rules is not None
    for scale in rules.scales:
        assert len([one for one in scale.bands if one.holds(figure)]) == 1


def test_holes_and_overlaps_are_named_by_the_totals_in_them():
    def told(*ends):
        bands = [
            {"id": f"b{number}", "verdict": "好", "clause": "any", **end} for number, end in enumerate(ends)
        ]
        found = check(rubric_with(Scale.model_validate({"period": "year", "bands": bands})))
        return [one.params.get("hole") or one.params["overlap"] for one in found]

    assert told({"below": 60}, {"above": 60}) == ["x = 60"]
    assert told({"at_most": 79}, {"at_least": "79.5"}) == ["79 < x < 79.5"]
    assert told({"at_least": 60, "below": 90}) == ["0 ≤ x < 60", "90 ≤ x ≤ 100"]
    assert told({"at_most": 60}, {"at_least": 60}) == ["x = 60"]
    assert told({"at_most": 70}, {"at_least": 60}) == ["60 ≤ x ≤ 70"]
    assert told({}, {"above": 60, "below": 70}) == ["60 < x < 70"]
