"""When people may be disturbed: from eight in the morning to nine in the evening, in the programme's zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.clock import from_ms, to_ms

MORNING: Final = time(8)
"""What is due in the night, or on a day as a whole, is told from now on."""
EVENING: Final = time(21)
"""From now on nobody is disturbed any more."""


def local(now: int, zone: ZoneInfo) -> datetime:
    """Return a stored time (ms) as the clocks of a zone show it."""
    return from_ms(now).astimezone(zone)


def quiet(now: int, zone: ZoneInfo) -> bool:
    """Say whether it is night for the people of a zone."""
    return not MORNING <= local(now, zone).time() < EVENING


def evening(day: date, zone: ZoneInfo) -> int:
    """Return the stored time (ms) at which a day's quiet hours begin."""
    return to_ms(datetime.combine(day, EVENING, zone))


def next_morning(now: int, zone: ZoneInfo) -> int:
    """Return the stored time (ms) of the first morning after a moment, whatever the clocks do in the night between."""
    there = local(now, zone)
    day = there.date() if there.time() < MORNING else there.date() + timedelta(days=1)
    return to_ms(datetime.combine(day, MORNING, zone))
