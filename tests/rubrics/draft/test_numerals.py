"""Numbers: what is written with digits, numerals or by a scanner is the number that a person reads."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.draft.numerals import number, plain

DIGITS = "零一二三四五六七八九"


def chinese(value: int) -> str:
    """A whole number below 10,000 in numerals, as a person writes it."""
    if value < 10:
        return DIGITS[value]
    for place, sign in ((1000, "千"), (100, "百"), (10, "十")):
        if value >= place:
            count, rest = divmod(value, place)
            first = "" if sign == "十" and count == 1 else DIGITS[count]
            gap = "零" if rest and rest < place // 10 else ""
            return first + sign + (gap + chinese_tail(rest) if rest else "")
    raise AssertionError(value)


def chinese_tail(value: int) -> str:
    """The rest behind a hundred: 一十五, not 十五."""
    return ("一" if 10 <= value < 20 else "") + chinese(value)


def full_width(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


@given(st.integers(0, 9999))
def test_numerals_round_trip(value):
    assert number(chinese(value)) == value


@given(st.decimals(0, 9999, places=2))
def test_digits_round_trip_in_half_and_full_width_and_with_blanks(value):
    text = f"{value:.2f}"
    assert number(text) == number(full_width(text)) == number(" ".join(text)) == value


@given(st.integers(0, 999), st.integers(0, 999))
def test_worded_fraction_round_trips(whole, fraction):
    digits = str(fraction)
    assert number(f"{chinese(whole)}点{''.join(DIGITS[int(one)] for one in digits)}") == Decimal(
        f"{whole}.{digits}"
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("l0", 10),
        ("I0", 10),
        ("1O", 10),
        ("o.5", "0.5"),
        ("半", "0.5"),
        ("两", 2),
        ("二〇", 20),
        ("一百零五", 105),
        ("十", 10),
    ],
)
def test_number_as_it_was_scanned_or_spoken(text, value):
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "分", "1/5", "十百", "3年", "1.2.3", "两点", "-5"])
def test_what_is_no_number(text):
    assert number(text) is None


@given(st.text())
def test_plain_form_has_one_letter_for_each_of_the_source(text):
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet="零一二三四五六七八九十百千点半两〇0123456789.lIOo ", max_size=12))
def test_no_writing_of_a_number_crashes(text):
    value = number(text)
    assert value is None or value >= 0
