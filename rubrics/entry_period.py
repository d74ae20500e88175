"""A period as people write it in a table: 2025-12, 2025年12月, 2025年第4季度, 2025年上半年, a first of a month."""

import re
from typing import Final

from rubrics.numbering import canonical
from rubrics.periods import Period
from rubrics.problems import Refused

_YEAR: Final = r"(?P<year>[0-9]{4})\s*年?\s*"
_QUARTERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4}
_HALVES: Final = {"上": 1, "下": 2}
_MONTH: Final = re.compile(_YEAR + r"[-./]?\s*(?P<month>[0-9]{1,2})\s*月?(?:[-./ ]\s*0?1\s*日?(?:\s.*)?)?")
_QUARTER: Final = re.compile(_YEAR + r"-?\s*第?\s*(?:q\s*)?(?P<quarter>[1-4一二三四])\s*季度")
_HALF: Final = re.compile(_YEAR + r"(?P<half>[上下])半年")
_WHOLE: Final = re.compile(_YEAR + r"度?(?:全年)?")


def period_said(text: str) -> Period | None:
    """Return the period that a text means, None if it means none; a first of a month is what Excel makes of 2025-12."""
    said = canonical(text).strip()
    try:
        return Period.parse(said)
    except Refused:
        pass
    if found := _QUARTER.fullmatch(said):
        quarter = found["quarter"]
        return Period.parse(f"{found['year']}-q{_QUARTERS.get(quarter, quarter)}")
    if found := _HALF.fullmatch(said):
        return Period.parse(f"{found['year']}-h{_HALVES[found['half']]}")
    if (found := _MONTH.fullmatch(said)) and 1 <= int(found["month"]) <= 12:  # noqa: PLR2004 - months of a year
        return _parsed(f"{found['year']}-{int(found['month']):02}")
    return _parsed(found["year"]) if (found := _WHOLE.fullmatch(said)) else None


def _parsed(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except Refused:
        return None
