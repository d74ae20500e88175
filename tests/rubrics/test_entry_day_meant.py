"""What day a text that is no day probably means, on 21 November 2026."""

from datetime import date

import pytest

from rubrics.entry_day_meant import is_like_day, meant

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 June", "2026-06-30"),
        ("June 31, 2025", "2025-06-30"),
        ("6月31日", "2026-06-30"),
        ("2025-06-31", "2025-06-30"),
        ("20250631", "2025-06-30"),
        ("2.30", "2026-02-28"),
        ("12月32日", "2025-12-31"),
        ("11月31日", "2026-11-21"),
        ("12.5.5", "2012-05-05"),
        ("30.1.1", "2026-11-21"),
        ("2025-13-40", "2026-11-21"),
        ("0000-01-01", "2026-01-01"),
        ("9999-06-31", "2026-11-21"),
        ("昨", "2026-11-21"),
        ("", "2026-11-21"),
    ],
)
def test_what_was_probably_meant(text: str, day: str) -> None:
    """The last day of a month, a year of two digits, and never a day to come."""
    assert meant(text, TODAY) == date.fromisoformat(day)


def test_a_term_may_end_later() -> None:
    assert meant("2027-06-31", TODAY, ahead=True) == date(2027, 6, 30)
    assert meant("12月32日", TODAY, ahead=True) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("31 June", True),
        ("6月31日", True),
        ("2025-13-40", True),
        ("12.5.5", True),
        ("3-5", False),
        ("20250631", False),
        ("5 units", False),
        ("六月", False),
    ],
)
def test_what_can_be_nothing_but_a_day(text: str, like: bool) -> None:
    assert is_like_day(text) is like
