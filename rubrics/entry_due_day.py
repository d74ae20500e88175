"""A day by which something is due within a period, as plans say it: 6月30日, 6-30, 30 June, 6月底, 6月, 年底, 季末.

Without a year the day of the period is meant. A day that does not exist is never moved; one outside the period is
returned as it is, for the caller to refuse.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from rubrics.entry_day import day as day_with_year
from rubrics.entry_day import is_written_day, probable_day
from rubrics.entry_day_ahead import Wrong, day_ahead
from rubrics.numbering import canonical
from rubrics.periods import Period

_MONTHS: Final = 12
_BEFORE: Final = "前"
_MONTH: Final = re.compile(r"(?:(?P<year>[0-9]{4})\s*年)?\s*(?P<month>[0-9]{1,2})\s*月\s*(?:份|底|末|底前)?")
_ENDS: Final = {"年底": "year", "年末": "year", "季末": "quarter", "季度末": "quarter", "季底": "quarter"}
_BARE: Final = re.compile(r"[0-9]{1,2}\s*[日号]")
_TOO_LATE: Final = re.compile(r"(?<![0-9])(?:29|[3-9][0-9])(?![0-9])")
_LAST: Final = (31, 30, 29, 28)


def due_in(text: str, period: Period) -> date | Wrong:
    """Return the day that a text means in a period: `unread` where it is none, `none` where no calendar has it."""
    said = canonical(text).strip().removesuffix(_BEFORE)
    if said in _ENDS:
        return _end(_ENDS[said], period)
    if found := _MONTH.fullmatch(said):
        return _month(int(found["year"] or period.start.year), int(found["month"]))
    if is_written_day(said):
        return day_with_year(said) or "none"
    if _BARE.fullmatch(said) or not any(char.isdigit() for char in said):
        # 30日 could be of any month; 明天 is a day from today, not from the beginning of the period.
        return "unread"
    return day_ahead(said, period.start)


def probable_due(text: str, period: Period) -> str:
    """Return the last day of the month that was written where it has no such day, the period's where it is outside."""
    said = canonical(text).strip().removesuffix(_BEFORE)
    for last in _LAST:
        found = due_in(_TOO_LATE.sub(str(last), said, count=1), period)
        if isinstance(found, date):
            return (found if period.holds(found) else period.end).isoformat()
    return probable_day(text, period.end)


def _month(year: int, month: int) -> date | Wrong:
    if not 1 <= month <= _MONTHS or not year:
        return "none"
    return date(year, month, monthrange(year, month)[1])


def _end(kind: str, period: Period) -> date | Wrong:
    if kind == "year":
        return date(period.end.year, _MONTHS, monthrange(period.end.year, _MONTHS)[1])
    return period.end if period.kind == "quarter" else "unread"
