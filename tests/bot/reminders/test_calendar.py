"""When a month is brought to mind, and when nobody may be disturbed: tables of days and hours."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.changes.studio_log import due_day
from bot.clock import from_ms, to_ms
from bot.reminders.calendar import slots, slots_of
from bot.reminders.hours import evening, next_morning, quiet

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("month", "half", "eve", "overdue"),
    [
        ("2026-01", "01-15..01-31", "02-02..02-03", "02-04..02-13"),
        ("2026-02", "02-15..02-28", "03-02..03-03", "03-04..03-13"),
        ("2028-02", "02-15..02-29", "03-02..03-03", "03-04..03-13"),
        ("2026-04", "04-15..04-30", "05-02..05-03", "05-04..05-13"),
        ("2026-12", "12-15..12-31", "01-02..01-03", "01-04..01-13"),
    ],
)
def test_the_days_of_a_month(month: str, half: str, eve: str, overdue: str) -> None:
    """Half-way on the 15th, the eve of the third, the fourth; each with days on which it is made up for."""
    said = [f"{slot.first:%m-%d}..{slot.last:%m-%d}" for slot in slots_of(month)]
    assert said == [half, eve, overdue]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-01", ""),
        ("2026-01-02", "month_eve 2025-12"),
        ("2026-01-03", "month_eve 2025-12"),
        ("2026-01-04", "month_overdue 2025-12"),
        ("2026-01-13", "month_overdue 2025-12"),
        ("2026-01-14", ""),
        ("2026-01-15", "month_half 2026-01"),
        ("2026-01-31", "month_half 2026-01"),
        ("2026-02-28", "month_half 2026-02"),
        ("2026-03-01", ""),
        ("2028-02-29", "month_half 2028-02"),
    ],
)
def test_what_a_day_is_for(day: str, expected: str) -> None:
    assert " ".join(f"{slot.kind} {slot.month}" for slot in slots(date.fromisoformat(day))) == expected


def test_each_reason_of_each_month_has_its_days_and_they_never_meet() -> None:
    """Over forty years: three spans a month, in order, none of them empty, around the day it is due."""
    found = [
        slot
        for year in range(2020, 2060)
        for month in range(1, 13)
        for slot in slots_of(f"{year}-{month:02}")
    ]
    for one, two in pairwise(sorted(found, key=lambda slot: slot.first)):
        assert one.first <= one.last < two.first
    for half, eve, overdue in zip(found[::3], found[1::3], found[2::3], strict=True):
        due = due_day(half.month)
        assert (eve.first, eve.last, overdue.first) == (due - timedelta(days=1), due, due + timedelta(days=1))


@pytest.mark.parametrize(
    ("slot", "listed_by"), [(0, date(2026, 5, 14)), (1, date(2026, 5, 31)), (2, date(2026, 5, 31))]
)
def test_who_was_listed_too_late_owes_nothing(slot: int, listed_by: date) -> None:
    """Half-way only who was there before the half, of the month as a whole whoever was there in it."""
    assert slots_of("2026-05")[slot].listed_by == listed_by


@pytest.mark.parametrize(
    ("zone", "said", "night"),
    [
        (SHANGHAI, "2026-05-15T00:00+08:00", True),
        (SHANGHAI, "2026-05-15T07:59:59+08:00", True),
        (SHANGHAI, "2026-05-15T08:00+08:00", False),
        (SHANGHAI, "2026-05-15T20:59:59+08:00", False),
        (SHANGHAI, "2026-05-15T21:00+08:00", True),
        # Before and after the clocks go forward and back: what counts is what they show.
        (BERLIN, "2026-03-28T07:30+01:00", True),
        (BERLIN, "2026-03-29T08:00+02:00", False),
        (BERLIN, "2026-03-29T07:00+01:00", False),
        (BERLIN, "2026-10-25T07:59+01:00", True),
        (BERLIN, "2026-10-25T20:30+01:00", False),
        (BERLIN, "2026-10-25T21:30+01:00", True),
    ],
)
def test_when_it_is_night(zone: ZoneInfo, said: str, night: bool) -> None:
    assert quiet(to_ms(datetime.fromisoformat(said)), zone) is night


@pytest.mark.parametrize(
    ("zone", "said", "morning"),
    [
        (SHANGHAI, "2026-05-15T03:00+08:00", "2026-05-15T00:00"),
        (SHANGHAI, "2026-05-15T08:00+08:00", "2026-05-16T00:00"),
        (SHANGHAI, "2026-12-31T22:00+08:00", "2027-01-01T00:00"),
        (BERLIN, "2026-03-28T22:00+01:00", "2026-03-29T06:00"),  # a night of ten hours
        (BERLIN, "2026-10-24T22:00+02:00", "2026-10-25T07:00"),  # and one of twelve
    ],
)
def test_the_next_morning(zone: ZoneInfo, said: str, morning: str) -> None:
    """Eight o'clock as the clocks show it, however long the night is."""
    found = next_morning(to_ms(datetime.fromisoformat(said)), zone)
    assert from_ms(found) == datetime.fromisoformat(morning).replace(tzinfo=UTC)
    assert not quiet(found, zone)
    assert quiet(found - 1, zone)


def test_the_evening_of_every_day_is_where_the_night_begins() -> None:
    """Each day of a year with two changes of the clocks."""
    for number in range(365):
        at = evening(date(2026, 1, 1) + timedelta(days=number), BERLIN)
        assert quiet(at, BERLIN)
        assert not quiet(at - 1, BERLIN)
