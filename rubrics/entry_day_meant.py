"""The day that was probably meant by a text that is no day: 31 June, 12.5.5, 2025-13-40; for what a refusal suggests.

It guesses and never decides: whoever asks shows the guess, and the person writes the day again.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from rubrics.entry_months import NAME, month_number
from rubrics.numbering import canonical

_APART: Final = r"\s*[-./年月]\s*"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<year>[0-9]{{4}}){_APART}(?P<month>[0-9]{{1,2}}){_APART}(?P<day>[0-9]{{1,2}})[日号]?",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"(?P<short>[0-9]{{1,2}}){_APART}(?P<month>[0-9]{{1,2}}){_APART}(?P<day>[0-9]{{1,2}})[日号]?",
        rf"(?P<month>[0-9]{{1,2}}){_APART}(?P<day>[0-9]{{1,2}})[日号]?",
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+{NAME}(?:,?\s+(?P<year>[0-9]{{4}}))?",
        rf"{NAME}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>[0-9]{{4}}))?",
    )
)
_MONTHS: Final = 12
_CENTURY: Final = 2000


def meant(text: str, today: date, *, ahead: bool = False) -> date:
    """The day that a text probably means: without its year not after today, unless days ahead may be said; else today.

    A day that its month does not have becomes the month's last one; a year of two digits is one of this century.
    """
    said = canonical(text).strip()
    found = next((match for form in _FORMS if (match := form.fullmatch(said))), None)
    if found is None:
        return today
    parts = {name: value for name, value in found.groupdict().items() if value}
    month = month_number(parts["name"]) if "name" in parts else int(parts["month"])
    year = (
        int(parts["year"]) if "year" in parts else _CENTURY + int(parts["short"]) if "short" in parts else 0
    )
    if not 1 <= month <= _MONTHS or year > today.year + _MONTHS:
        return today
    first = year or today.year
    if first < 1:
        return today
    day = date(first, month, max(1, min(int(parts["day"]), monthrange(first, month)[1])))
    if day <= today or ahead or "year" in parts:
        return day
    return today if year or day.month == today.month else _year_before(day)


def is_like_day(text: str) -> bool:
    """Say whether a text can be nothing but a day, also one that no calendar has: 31 June, 6月31日, 2025-13-40.

    Two bare figures (3-5) may be something else, eight of them a number.
    """
    said = canonical(text).strip()
    found = next((match for form in _FORMS if (match := form.fullmatch(said))), None)
    if found is None or said.isdecimal():
        return False
    parts = found.groupdict()
    named = bool(parts.get("name")) or any(not char.isascii() for char in said)
    return named or bool(parts.get("year") or parts.get("short"))


def _year_before(day: date) -> date:
    year = day.year - 1
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
