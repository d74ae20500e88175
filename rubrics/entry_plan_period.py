"""The year or the quarter of a plan as people write it: 2026, 2026年, 2026-Q2, 2026年2季度, 第二季度, Q2, 年度.

Without a year the one of today is meant.
"""

import re
from datetime import date
from typing import Final

from rubrics.numbering import canonical
from rubrics.periods import Period
from rubrics.problems import Refused

_YEAR: Final = re.compile(r"((?:19|20|21)[0-9]{2})(?:年度|年)?[-.]?")
_WHOLE: Final = frozenset({"年度", "全年", "年", "year"})
_QUARTER: Final = re.compile(r"第?([1-4一二三四])季度?|q([1-4])")
_NUMBERS: Final = {"一": "1", "二": "2", "三": "3", "四": "4"}


def plan_period(text: str, today: date) -> Period | None:
    """Return the year or the quarter that a word means; None where it means none."""
    said = "".join(canonical(text).split())
    found = _YEAR.match(said)
    year, rest = (found[1], said[found.end() :]) if found else (f"{today.year:04}", said)
    if not rest:
        name = year if found else ""
    elif rest in _WHOLE:
        name = year
    elif quarter := _QUARTER.fullmatch(rest):
        number = quarter[1] or quarter[2]
        name = f"{year}-Q{_NUMBERS.get(number, number)}"
    else:
        name = ""
    try:
        return Period.parse(name) if name else None
    except Refused:
        return None
