"""A day with its year as people write it: 2024-05-01, 2024年5月1日, 2024.5.1, 20240501; what was probably meant."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from rubrics.entry_months import NAME, month_number
from rubrics.numbering import canonical

_DAY: Final = re.compile(
    r"([0-9]{4})\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*[日号]?(?:\s+0?0:00(?::00)?)?"
)
_PLAIN: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SHORT: Final = re.compile(r"(?P<month>[0-9]{1,2})\s*[-./月]\s*(?P<day>[0-9]{1,2})\s*[日号]?")
_NAMED: Final = (
    re.compile(rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+{NAME}"),
    re.compile(rf"{NAME}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"),
)
_MONTHS: Final = 12


def day(text: str) -> date | None:
    """The day that a text means; None where it is none."""
    parts = _parts(text)
    if parts is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def is_written_day(text: str) -> bool:
    """Say whether a text is written as a day, also one that no calendar has."""
    return _parts(text) is not None


def day_in(text: str, year: int) -> date | None:
    """The day that a month and a day (6月30日, 6-30, 30 June) mean in a year; None where they are none."""
    said = canonical(text).strip()
    found = next((match for form in (_SHORT, *_NAMED) if (match := form.fullmatch(said))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = month_number(parts["name"]) if "name" in parts else int(parts["month"])
    try:
        return date(year, month, int(parts["day"]))
    except ValueError:
        return None


def probable_day(text: str, example: date) -> str:
    """The day as it would be written if its month had such a day, else an example."""
    parts = _parts(text)
    if parts is None or not 1 <= parts[1] <= _MONTHS or not parts[0]:
        return example.isoformat()
    year, month, number = parts
    return date(year, month, max(1, min(number, monthrange(year, month)[1]))).isoformat()


def _parts(text: str) -> tuple[int, int, int] | None:
    said = canonical(text).strip()
    found = _DAY.fullmatch(said) or _PLAIN.fullmatch(said)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
