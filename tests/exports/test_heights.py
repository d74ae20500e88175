"""Heights of wrapped Chinese text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import heights


@pytest.mark.parametrize(
    ("words", "units", "lines"),
    [
        ("", 10, 1),
        ("四个汉字", 8, 1),
        ("五个汉字了", 8, 2),
        ("一\n二\n\n四", 8, 4),
        ("四个汉字，", 8, 2),  # the comma takes its character along
        ("abcdefgh abcdefgh", 12, 2),
        ("a" * 40, 10, 5),
        ("（括号不在行尾）", 6, 3),  # the bracket takes its character along,
    ],
)
def test_lines_of_a_text(words, units, lines):
    assert heights.lines(words, units * 10) == lines


@given(st.text(alphabet="汉字，。ab 1\n（）", max_size=120), st.integers(4, 60))
def test_a_text_takes_at_least_the_lines_of_its_width(words, units):
    least = sum(max(1, -(-heights.width(part.strip()) // (units * 10))) for part in words.split("\n"))
    assert heights.lines(words, units * 10) >= least


@given(st.text(max_size=300), st.integers(1, 40), st.integers(1, 6))
def test_pieces_of_a_text_are_the_text(words, chars, breaks):
    parts = list(heights.pieces(words, chars, breaks))
    assert "".join(parts) == words
    assert all(len(part) <= chars and part.count("\n") <= breaks for part in parts)


def test_rows_under_a_merged_cell_are_raised_until_it_fits():
    assert heights.raised([20, 30], 40) == [20, 30]
    assert heights.raised([20, 30], 70) == [30, 40]


def test_what_excel_cannot_hold_in_one_row_takes_several():
    rows = heights.split(1000)
    assert sum(rows) == pytest.approx(1000)
    assert max(rows) <= heights.TALLEST
    assert heights.split(50) == [50]
