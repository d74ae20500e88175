"""A decision in one line as people write it: `11月20日 市总党组会 大工发〔2026〕3号`, in any order, parts may lack.

It knows no application: a day, whoever decided, and the number of the paper.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from rubrics.entry_log_days import take_day
from rubrics.entry_log_text import Remainder
from rubrics.problems import Refused, problem

_PAPER: Final = (
    re.compile(r"文号\s*[:：]?\s*(?P<paper>[^\s\0,，;；]+)"),
    re.compile(r"(?P<paper>[^\s\0,，;；日]*[〔\[【(（]\s*[0-9]{4}\s*[〕\]】)）]\s*[^\s\0,，;；]*)"),
    re.compile(r"(?P<paper>[^\s\0,，;；日]*[第字]\s*[0-9]+\s*号)"),
    re.compile(r"(?P<paper>\bno\.?\s*[0-9][^\s\0,，;；]*)"),
)
"""What can be nothing but the number of a paper; its 3号 is no day."""
_LABEL: Final = re.compile(r"(?:日期|时间|决定(?:单位|机构)?|单位)\s*[:：]\s*")
_BARE: Final = re.compile(r"[0-9.\-/]+")
_ALMOST: Final = re.compile(r"(?<![0-9])[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])")
"""Not a day with its year: 12.5.5 may be any of three."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a line says; None or empty where it does not say it."""

    on: date | None = None
    decider: str = ""
    paper: str = ""


def decision(text: str, today: date) -> Decision:
    """Return what a line says; raises Refused for a day that cannot be, or that has not come."""
    rest = Remainder(" ".join(_LABEL.sub("", text).split()))
    if almost := _ALMOST.search(rest.text):
        raise Refused(problem("log_day_unread", value=almost.group()))
    paper = ""
    for form in _PAPER:
        found = form.search(rest.text)
        if found is not None:
            paper = rest.typed(found, "paper")
            rest.take(found)
            break
    on = None
    try:
        on = take_day(rest, today)
    except Refused as refused:
        if refused.problem.code != "log_day_missing":
            raise
    decider = rest.words()
    if _BARE.fullmatch(decider):
        raise Refused(problem("log_day_unread", value=decider))
    return Decision(on, decider, paper)
