"""A total that weights made a fraction of is rounded once, and never across a line that decides something."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.bands import Scale
from rubrics.marks import ItemMarks
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.scoring import score
from tests.kit.tiny import tiny

YEAR = Period.parse("2025")


def weighted(*bands):
    """Three sections of 100 points with equal weights, rounded to two places."""
    one = tiny([{"no": "1.1", "points": 100, "rules": [{"letter": "a", "kind": "once", "points": 5}]}])
    section = one.model_dump(exclude_unset=True)["sections"][0]
    sections = [
        {**section, "no": no, "weight": 1, "items": [{**section["items"][0], "no": f"{no}.1"}]}
        for no in (1, 2, 3)
    ]
    said = {"verdict": "好", "clause": "any"}
    return Rubric.model_validate(
        one.model_dump(exclude_unset=True)
        | {
            "sections": sections,
            "total": 100,
            "weights": "shares",
            "step": Decimal("0.01"),
            "rounding": {"places": 2},
            "outcomes": {"scales": [{"period": "year", "bands": [{**said, **band} for band in bands]}]},
        }
    )


AT_90 = weighted({"id": "high", "at_least": 90}, {"id": "low", "below": 90})
ABOVE_60 = weighted({"id": "high", "above": 60}, {"id": "low", "at_most": 60})


def total(rubric, *scores):
    marks = {f"{no}.1": ItemMarks(hand=Decimal(one)) for no, one in enumerate(scores, 1)}
    sheet = score(rubric, marks, period=YEAR)
    return str(sheet.total), sheet.exact


@pytest.mark.parametrize(
    ("rubric", "scores", "shown"),
    [
        (AT_90, ("90", "90", "89.99"), "89.99"),
        (AT_90, ("90", "90", "90.01"), "90"),
        (AT_90, ("89.97", "89.98", "89.99"), "89.98"),
        (AT_90, ("90", "90", "90"), "90"),
        (ABOVE_60, ("60", "60", "60.01"), "60.01"),
        (ABOVE_60, ("60", "60", "59.99"), "60"),
        (ABOVE_60, ("60", "60.01", "60.01"), "60.01"),
    ],
)
def test_total_is_rounded_unless_that_crosses_a_line(rubric, scores, shown):
    assert total(rubric, *scores) == (shown, Fraction(sum(map(Fraction, scores)), 3))


@given(st.tuples(*[st.integers(8990, 9010)] * 3))
def test_printed_total_stands_where_the_exact_one_stands(hundredths):
    shown, exact = total(AT_90, *(str(Decimal(one) / 100) for one in hundredths))
    assert (Fraction(shown) >= 90) == (exact >= 90)
    assert abs(Fraction(shown) - exact) < Fraction(1, 100)


def test_a_figure_outside_every_band_is_rounded_as_said():
    scale = Scale.model_validate(
        {"period": "year", "bands": [{"id": "high", "at_least": 90, "verdict": "好", "clause": "any"}]}
    )
    assert scale.shown(Fraction(1, 3), Decimal("0.33")) == Decimal("0.33")
