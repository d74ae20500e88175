"""One answer to one field of a form: read as it comes, kept in one canonical form, refused with what would be right.

Knows fields, not who fills them in. Whether a whole form is complete and adds up is asked in `form_sums`.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from rubrics.entry_day import day, is_written_day
from rubrics.forms import Field, FieldKind
from rubrics.numbering import canonical
from rubrics.points import show
from rubrics.problems import Problem, problem

LINE: Final = 200
"""Characters of an answer that stands on one line."""
PAGE: Final = 10_000
"""Characters of prose, whatever number of messages it came in."""
LARGEST: Final = 10**9
OFFLINE: Final = "offline"
"""What is kept where a file is handed in on a disk (线下报送) instead of as a link."""
BETWEEN: Final = "、"
"""Between the options of one answer, as they are kept."""

_WHOLE: Final = re.compile(r"([0-9][0-9,]*)(?:\.([0-9]+))?\s*([^0-9.,\s]*)")
_MONEY: Final = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(.*)")
_SHORT: Final = re.compile(r"([0-9]{2})\s*[-./]\s*([0-9]{1,2})\s*[-./]\s*([0-9]{1,2})")
_MONTH: Final = re.compile(r"([0-9]{4})\s*(?:[-./]|年)\s*([0-9]{1,2})\s*月?|([0-9]{4})([0-9]{2})")
_YEAR: Final = re.compile(r"([0-9]{4})\s*年?")
_MOBILE: Final = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE: Final = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,5})?|[0-9]{7,8}|\+[0-9]{6,15}")
_EMAIL: Final = re.compile(r"[^@\s]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+")
_LINK: Final = re.compile(r"https?://[^\s/?#]+\.[^\s]+", re.IGNORECASE)
_LINK_LONG: Final = 2000
_OFFLINE: Final = frozenset({"线下报送", "线下", "光盘", "u盘", "offline"})
_BREAK: Final = re.compile(r"[、,;，；\s]+")
_TEN_THOUSAND: Final = Decimal(10000)
_YUAN: Final = frozenset({"元", "yuan", "rmb"})
_WAN: Final = frozenset({"万元", "万", "10000yuan"})
_TEN_THOUSANDS: Final = "万"
_DOLLARS: Final = frozenset({"美元", "美金", "usd", "$", "dollars"})
_WORST: Final = 4
"""Digits behind the point of an amount."""
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_CENTURY: Final = 50
"""Two digits of a year from which the last century is meant."""


def read_answer(field: Field, text: str) -> str | Problem:
    """Return an answer as it is kept, or what is wrong with it."""
    said = text.strip()
    if not said:
        return problem("form_empty")
    return _READERS[field.kind](field, said)


def _text(field: Field, said: str) -> str | Problem:
    del field
    if "\n" in said:
        return problem("form_lines")
    return said if len(said) <= LINE else problem("form_long", count=len(said), most=LINE)


def _longtext(field: Field, said: str) -> str | Problem:
    del field
    return said if len(said) <= PAGE else problem("form_long", count=len(said), most=PAGE)


def _number(field: Field, said: str) -> str | Problem:
    match = _WHOLE.fullmatch(canonical(said))
    if match is None:
        return problem("form_number_unread", value=said)
    whole, part, unit = match.groups()
    if unit and unit != (field.unit or unit):
        return problem("form_unit", value=said, unit=field.unit or "")
    if part and part.strip("0"):
        return problem("form_number_whole", value=said)
    number = int(whole.replace(",", ""))
    return (
        str(number) if number < LARGEST else problem("form_number_range", value=said, most=str(LARGEST - 1))
    )


def _money(field: Field, said: str) -> str | Problem:
    match = _MONEY.fullmatch(canonical(said))
    if match is None:
        return problem("form_money_unread", value=said, unit=field.unit or "")
    amount, unit = Decimal(match[1].replace(",", "")), match[2]
    factor = _factor(unit, field.unit or "")
    if factor is None:
        return problem("form_unit", value=said, unit=field.unit or "")
    amount *= factor
    if -int(amount.normalize().as_tuple().exponent) > _WORST:
        return problem("form_money_fine", value=said, unit=field.unit or "")
    if amount >= LARGEST:
        return problem("form_number_range", value=said, most=str(LARGEST - 1))
    return show(amount)


def _factor(unit: str, wanted: str) -> Decimal | None:
    """What an amount in the unit that was written is to be multiplied by; None where the two do not go together."""
    if not unit or unit == wanted:
        return Decimal(1)
    if wanted in _DOLLARS and unit[:1] == _TEN_THOUSANDS and unit[1:] in _DOLLARS:
        return _TEN_THOUSAND
    kinds = (_YUAN, _WAN, _DOLLARS)
    written = next((kind for kind in kinds if unit in kind), None)
    asked = next((kind for kind in kinds if wanted in kind), None)
    if written is None or asked is None:
        return None
    if written is asked:
        return Decimal(1)
    if (written, asked) == (_YUAN, _WAN):
        return 1 / _TEN_THOUSAND
    return _TEN_THOUSAND if (written, asked) == (_WAN, _YUAN) else None


def _date(field: Field, said: str) -> str | Problem:
    del field
    found = day(said)
    if found is not None and _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return found.isoformat()
    if is_written_day(said):
        return problem("form_date_none", value=said)
    short = _SHORT.fullmatch(canonical(said))
    if short is None:
        return problem("form_date_unread", value=said)
    year, month, number = (int(part) for part in short.groups())
    century = 1900 if year >= _CENTURY else 2000
    return problem("form_date_short", value=said, probable=f"{century + year}-{month:02}-{number:02}")


def _month(field: Field, said: str) -> str | Problem:
    del field
    match = _MONTH.fullmatch(canonical(said))
    year, month = (int(part) for part in match.groups() if part) if match else (0, 0)
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004 - months of a year
        return problem("form_month_unread", value=said)
    return f"{year}-{month:02}"


def _year(field: Field, said: str) -> str | Problem:
    del field
    match = _YEAR.fullmatch(canonical(said))
    if match is None or not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        return problem("form_year_unread", value=said)
    return match[1]


def _phone(field: Field, said: str) -> str | Problem:
    del field
    written = re.sub(r"[\s()]", "", canonical(said))
    bare = written.replace("-", "")
    if _MOBILE.fullmatch(bare.removeprefix("+86")):
        return bare.removeprefix("+86")
    return written if _LANDLINE.fullmatch(written) else problem("form_phone", value=said)


def _email(field: Field, said: str) -> str | Problem:
    del field
    written = canonical(said)
    return written if _EMAIL.fullmatch(written) else problem("form_email", value=said)


def _choice(field: Field, said: str) -> str | Problem:
    chosen = _options(field, said)
    if isinstance(chosen, Problem):
        return chosen
    return chosen[0] if len(chosen) == 1 else problem("form_choice_one", value=said, known=field.options)


def _choices(field: Field, said: str) -> str | Problem:
    chosen = _options(field, said)
    return chosen if isinstance(chosen, Problem) else BETWEEN.join(chosen)


def _options(field: Field, said: str) -> tuple[str, ...] | Problem:
    """The options that were named, by their words in either language or their numbers, in the order of the form."""
    known = {canonical(option): option for option in field.options}
    known |= {
        canonical(english): option for option, english in zip(field.options, field.options_en, strict=False)
    }
    known |= {str(number): option for number, option in enumerate(field.options, start=1)}
    if canonical(said) in known:
        return (known[canonical(said)],)
    named = [known.get(word) for word in _BREAK.split(canonical(said)) if word]
    if None in named or not named:
        return problem("form_choice", value=said, known=field.options)
    return tuple(option for option in field.options if option in named)


def _link(field: Field, said: str) -> str | Problem:
    del field
    if canonical(said) in _OFFLINE:
        return OFFLINE
    return said if _LINK.fullmatch(said) and len(said) <= _LINK_LONG else problem("form_link", value=said)


_READERS: Final[dict[FieldKind, Callable[[Field, str], str | Problem]]] = {
    "text": _text,
    "longtext": _longtext,
    "number": _number,
    "money": _money,
    "date": _date,
    "month": _month,
    "year": _year,
    "phone": _phone,
    "email": _email,
    "choice": _choice,
    "choices": _choices,
    "link": _link,
}
