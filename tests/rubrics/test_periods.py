"""Periods: their names, what they close, and what lies before them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.periods import Period
from rubrics.problems import Refused

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
KINDS = st.sampled_from(["month", "quarter", "half", "year"])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-Q2", "2025-04-01", "2025-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024..2025", "2024-01-01", "2025-12-31"),
    ],
)
def test_period_is_read_and_written(text, start, end):
    period = Period.parse(text)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "2025-13",
        "2025-00",
        "2025-4",
        "2025-Q5",
        "2025-H3",
        "2025..2024",
        "2025..2025",
        "2025-04-01",
        "9999",
        "Q2",
    ],
)
def test_anything_else_is_refused_with_what_was_written(text):
    with pytest.raises(Refused) as refused:
        Period.parse(text)
    assert refused.value.problem.code == "period_unreadable"
    assert refused.value.problem.params == {"value": text}


def test_period_is_read_in_full_width_and_lower_case():
    assert str(Period.parse("２０２５－q2")) == "2025-Q2"


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("2025-02", ["month"]),
        ("2025-03", ["month", "quarter"]),
        ("2025-06", ["month", "quarter", "half"]),
        ("2025-09", ["month", "quarter"]),
        ("2025-12", ["month", "quarter", "half", "year"]),
        ("2025-Q1", ["month", "quarter"]),
        ("2025-H1", ["month", "quarter", "half"]),
        ("2025", ["month", "quarter", "half", "year"]),
        ("2024..2025", ["month", "quarter", "half", "year"]),
    ],
)
def test_period_closes_those_that_end_on_its_last_day(text, closes):
    period = Period.parse(text)
    assert [kind for kind in ("month", "quarter", "half", "year") if period.closes(kind)] == closes


@given(KINDS, DAYS)
def test_name_reads_back_and_the_day_lies_inside(kind, day):
    period = Period.holding(kind, day)
    assert period.holds(day)
    assert Period.parse(str(period)) == period


@given(KINDS, DAYS)
def test_previous_ends_the_day_before(kind, day):
    period = Period.holding(kind, day)
    before = period.previous()
    assert before.kind == kind
    assert before.end == period.start - timedelta(days=1)


def test_previous_cycle_is_as_long():
    assert str(Period.parse("2024..2026").previous()) == "2021..2023"


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("2025-Q1", "month", "2025-01 2025-02 2025-03"),
        ("2025", "quarter", "2025-Q1 2025-Q2 2025-Q3 2025-Q4"),
        ("2025-H2", "quarter", "2025-Q3 2025-Q4"),
        ("2025-04", "month", "2025-04"),
        ("2024..2025", "half", "2024-H1 2024-H2 2025-H1 2025-H2"),
    ],
)
def test_period_is_made_of_shorter_ones(text, kind, parts):
    whole = Period.parse(text)
    assert [str(part) for part in whole.split(kind)] == parts.split()
    assert all(part.within(whole) for part in whole.split(kind))
    assert whole.within(whole)
    assert not Period.parse("2026").within(whole)
