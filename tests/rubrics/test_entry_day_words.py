"""Days of several words are found in a line, the widest first, and no word that only begins like a month is one."""

from datetime import date

import pytest

from rubrics.entry_day import day_in
from rubrics.entry_day_ahead import day_ahead
from rubrics.entry_day_meant import is_like_day
from rubrics.entry_day_words import days_joined, leading_day

TODAY = date(2026, 11, 21)


def said(text: str) -> date | None:
    """A day of this year."""
    return day_in(text, TODAY.year)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 June", date(2026, 6, 30)),
        ("June 30", date(2026, 6, 30)),
        ("1st Sept.", date(2026, 9, 1)),
        ("May 5", date(2026, 5, 5)),
        ("6-30", date(2026, 6, 30)),
        ("31 June", None),
        ("mayor 5", None),
        ("marker 12", None),
    ],
)
def test_a_day_of_a_year_by_its_english_name(text: str, day: date | None) -> None:
    assert said(text) == day


def test_what_only_begins_like_a_month_is_no_day() -> None:
    assert day_ahead("decoration 5", TODAY) == "unread"
    assert not is_like_day("marker 12")
    assert day_ahead("5th December", TODAY) == date(2026, 12, 5)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("tools 12 wrench 30 June", ["tools", "12", "wrench", "30 June"]),
        ("drill 3 May 5 2026", ["drill", "3", "May 5 2026"]),
        ("1 Jan 2025 31 Dec 2026", ["1 Jan 2025", "31 Dec 2026"]),
        ("a 31 June b", ["a", "31 June", "b"]),
        ("nothing here", ["nothing", "here"]),
    ],
)
def test_the_words_of_a_day_become_one(line: str, parts: list[str]) -> None:
    assert days_joined(line.split(), is_like_day) == parts


def test_a_text_begins_with_its_day_as_wide_as_it_is() -> None:
    assert leading_day("30 June new belt", said) == (date(2026, 6, 30), "new belt")
    assert leading_day("June 30", said) == (date(2026, 6, 30), "")
    assert leading_day("new belt 30 June", said) is None
