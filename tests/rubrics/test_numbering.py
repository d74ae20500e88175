"""Numbers and letters in the forms that phones and input methods produce."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.numbering import canonical, item_key, item_no


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("２．４ Ａ", "2.4 a"),
        ("2。4 −2", "2.4 -2"),
        ("2·4 –2", "2.4 -2"),
        ("1.3 b×2", "1.3 b*2"),
        ("1.3 ＋b　缺", "1.3 +b 缺"),
        ("满分", "满分"),
    ],
)
def test_what_is_typed_has_one_form(typed, means):
    assert canonical(typed) == means


@given(st.text())
def test_form_is_final(text):
    once = canonical(text)
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("typed", "no"),
    [
        ("2.4", "2.4"),
        (" ２．１０ ", "2.10"),
        ("02.04", "2.4"),
        ("2", None),
        ("2.4a", None),
        ("2.4.1", None),
        ("٢.٤", None),
    ],
)
def test_item_number_is_read_or_not_guessed(typed, no):
    assert item_no(typed) == no


def test_ten_comes_after_nine():
    assert sorted(["2.10", "2.9", "10.1", "2.1"], key=item_key) == ["2.1", "2.9", "2.10", "10.1"]
