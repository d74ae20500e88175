"""Answers to the fields of a form as they are printed: figures stay figures, days are written out, options ticked.

It knows fields and words, no cells.
"""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final

from exports.labels import Say
from rubrics.form_answers import BETWEEN, OFFLINE
from rubrics.forms import Field, FieldKind

FIGURES: Final[frozenset[FieldKind]] = frozenset({"number", "money"})
COLON: Final = "："
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")


def figure(field: Field, said: str) -> Decimal | None:
    """Return the number that an answer is; None where it is none."""
    if field.kind not in FIGURES or not said:
        return None
    try:
        found = Decimal(said)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def words(field: Field, said: str, say: Say) -> str:
    """Return an answer as words."""
    if field.kind == "date" and (day := _DAY.fullmatch(said)):
        return say("forms_date", year=int(day[1]), month=int(day[2]), day=int(day[3]))
    if field.kind == "month" and (month := _MONTH.fullmatch(said)):
        return say("forms_month", year=int(month[1]), month=int(month[2]))
    if field.kind == "link" and said == OFFLINE:
        return say("forms_offline")
    return said


def ticked(field: Field, said: str, a_line: int, say: Say) -> str:
    """Return all options, the chosen ones ticked, so many a line."""
    chosen = said.split(BETWEEN) if said else []
    shown = [
        say("forms_ticked" if each in chosen else "forms_unticked", option=each) for each in field.options
    ]
    lines = (shown[at : at + a_line] for at in range(0, len(shown), a_line))
    return "\n".join("　".join(line) for line in lines)


def headed(field: Field, said: str, say: Say) -> str:
    """Return a label with its answer behind the colon: 填表日期：2019年6月30日, 推荐单位：某某工会（公章）."""
    shown = words(field, said, say)
    if field.kind == "date" and not said:
        shown = say("forms_no_date")
    before, colon, after = field.label.partition(COLON)
    return f"{before}{COLON}{shown}{after}" if colon else say("field", label=field.label, value=shown)


def hinted(label: str, hints: Iterable[str], say: Say) -> str:
    """Return a label with its year and unit in brackets."""
    said = "，".join(hint for hint in hints if hint)
    return label + say("forms_hint", words=said) if said else label
