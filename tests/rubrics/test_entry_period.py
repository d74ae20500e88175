"""Periods as people write them in a table."""

import pytest

from rubrics.entry_period import period_said


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("2025-12", "2025-12"),
        ("2025年12月", "2025-12"),
        ("2025年3月", "2025-03"),
        ("2025.3", "2025-03"),
        ("２０２５－１２", "2025-12"),
        ("2025-12-01", "2025-12"),
        ("2025-Q4", "2025-Q4"),
        ("2025年第4季度", "2025-Q4"),
        ("2025年四季度", "2025-Q4"),
        ("2025年上半年", "2025-H1"),
        ("2025-H2", "2025-H2"),
        ("2025", "2025"),
        ("2025年", "2025"),
        ("2025年度", "2025"),
        ("2024..2025", "2024..2025"),
    ],
)
def test_periods(said: str, period: str) -> None:
    assert str(period_said(said)) == period


@pytest.mark.parametrize(
    "said", ["", "去年", "2025-13", "2025年13月", "2025-12-15", "12月", "3025", "2025年五季度"]
)
def test_what_is_no_period(said: str) -> None:
    assert period_said(said) is None
