"""A day to come as people write it: 明天, 5月12日, 5-12, 12日, 2026-05-12, May 12; it knows no log.

Without a year the next such day is meant, if it lies within half a year; a day that does not exist is never moved.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal

from rubrics.entry_months import NAME, month_number
from rubrics.numbering import canonical

Wrong = Literal["unread", "none"]
"""No day at all, or one that the calendar does not have."""

_FURTHEST: Final = 183
_AHEAD: Final = {
    "今天": 0,
    "今日": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "tomorrow": 1,
    "后天": 2,
    "後天": 2,
}
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>[0-9]{4})\s*[-./年]\s*(?P<month>[0-9]{1,2})\s*[-./月]\s*(?P<day>[0-9]{1,2})\s*[日号]?",
        r"(?P<month>[0-9]{1,2})\s*[-./月]\s*(?P<day>[0-9]{1,2})\s*[日号]?",
        r"(?P<day>[0-9]{1,2})\s*[日号]",
        rf"{NAME}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>[0-9]{{4}}))?",
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+{NAME}(?:,?\s+(?P<year>[0-9]{{4}}))?",
    )
)


def day_ahead(text: str, today: date) -> date | Wrong:
    """Return the day that a text means; one that is over is returned as it is, for the caller to refuse."""
    said = canonical(text).strip()
    if said in _AHEAD:
        return today + timedelta(days=_AHEAD[said])
    found = next((match for form in _FORMS if (match := form.fullmatch(said))), None)
    if found is None:
        return "unread"
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    month = month_number(parts["name"]) if "name" in parts else int(parts.get("month", 0))
    year, day = int(parts.get("year", 0)), int(parts["day"])
    made = [one for one in _candidates(year, month, day, today) if one is not None]
    if not made:
        return "none"
    near = (one for one in made if year or 0 <= (one - today).days <= _FURTHEST)
    return next(near, made[0])


def _candidates(year: int, month: int, day: int, today: date) -> Iterator[date | None]:
    """Yield the days that may be meant, the likeliest first."""
    if year:
        yield _made(year, month, day)
    elif month:
        yield _made(today.year, month, day)
        yield _made(today.year + 1, month, day)
    else:
        after = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield _made(today.year, today.month, day)
        yield _made(after.year, after.month, day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
