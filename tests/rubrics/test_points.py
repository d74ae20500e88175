"""Points are exact: what is written is what is kept, printed and added."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from rubrics.points import Points, on_step, points, show
from rubrics.problems import Refused

AMOUNTS = st.decimals(min_value=0, max_value=999_999, places=6)
FIELD = TypeAdapter(Points)


@given(AMOUNTS)
def test_what_is_shown_reads_back_as_the_same_amount(amount):
    assert points(show(amount)) == amount


@given(AMOUNTS)
def test_one_amount_has_one_form(amount):
    shown = show(amount)
    assert "E" not in shown
    assert shown == shown.strip() == show(amount * Decimal("1.000"))
    assert shown == "0" or not shown.startswith("00")
    assert "." not in shown or shown[-1] not in "0."


@given(st.lists(AMOUNTS, max_size=50))
def test_sums_are_exact(amounts):
    assert Fraction(sum(amounts, Decimal(0))) == sum((Fraction(amount) for amount in amounts), Fraction(0))


@given(AMOUNTS, st.sampled_from(["1", "0.5", "0.2", "0.05", "0.01"]))
def test_on_step_means_a_whole_number_of_steps(amount, step):
    assert on_step(amount, Decimal(step)) == ((Fraction(amount) / Fraction(step)).denominator == 1)


@given(st.floats())
def test_binary_float_is_refused(amount):
    with pytest.raises(ValidationError):
        FIELD.validate_python(amount)


@given(AMOUNTS)
def test_amount_goes_through_json_unchanged(amount):
    assert FIELD.validate_json(FIELD.dump_json(FIELD.validate_python(amount))) == amount


@pytest.mark.parametrize(
    ("written", "amount"),
    [("2.5", "2.5"), (" 44 ", "44"), ("２．５", "2.5"), ("0.050", "0.05"), ("007", "7"), ("2。5", "2.5")],
)
def test_amount_is_read_as_people_write_it(written, amount):
    assert show(points(written)) == amount


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-1",
        "+1",
        "1e3",
        "NaN",
        "Infinity",
        "1_000",
        "1,000",
        ".5",
        "5.",
        "二",
        "٣",
        "½",
        "1234567",
        "0.1234567",
        "1 2",
    ],
)
def test_anything_else_is_refused_with_what_was_written(written):
    with pytest.raises(Refused) as refused:
        points(written)
    assert refused.value.problem.code == "points_unreadable"
    assert refused.value.problem.params == {"value": written}


@pytest.mark.parametrize(
    "value", [True, None, [], Decimal("NaN"), Decimal("Infinity"), Decimal(-1), Decimal("1E+900"), "1E+3"]
)
def test_field_refuses_what_is_no_amount(value):
    with pytest.raises(ValidationError):
        FIELD.validate_python(value)
