"""What can be said of an entry of a register, field by field: one reading for the chat and for Excel.

Each reader returns the value as it is kept, or refuses with what to write instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from bot.entities import FileEntry
from bot.problems import Refusal
from bot.texts.registers import BY_ID, CHOICES, Field, Register
from rubrics.entry_day import day as day_with_year
from rubrics.entry_day import day_in
from rubrics.entry_day_ahead import day_ahead
from rubrics.entry_day_meant import meant
from rubrics.entry_log_days import day as day_of_late
from rubrics.entry_money import money
from rubrics.entry_months import NAME, month_number
from rubrics.entry_year_words import year_written
from rubrics.numbering import canonical

LIMITS: Final[Mapping[str, int]] = {"name": 80, "note": 300}
LIMIT: Final = 60
"""Characters of every other field."""
REASON: Final = 300
FIRST_YEAR: Final = 1949
LAST_YEAR: Final = 2100
OWN: Final = frozenset({"name", "on", "until"})
"""Fields of the entry itself; the others are details."""
_FIGURE: Final = re.compile(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,3})?\s*[^\W\d_]{0,2}")
_MONTH: Final = re.compile(r"([0-9]{4})\s*\D?\s*([0-9]{1,2})\s*[^\W\d_]?")
_BARE_MONTH: Final = re.compile(r"([0-9]{1,2})\s*[^\W\d_]?")
_NAMED_MONTH: Final = re.compile(rf"(?:(?P<before>[0-9]{{4}})\s+)?{NAME}(?:,?\s+(?P<year>[0-9]{{4}}))?")


def kind_of(kind: str) -> Register:
    """Return a register, or refuse a name that none has."""
    found = BY_ID.get(kind)
    if found is None:
        raise Refusal("not_yours")
    return found


def part(kind: Register, field: Field) -> str:
    """Return what a refusal calls a field; whoever speaks puts it into words."""
    return f"{kind.id}.{field.id}"


def details(entry: FileEntry) -> dict[str, str]:
    """Return the fields of an entry that are no columns."""
    return {str(key): str(value) for key, value in json.loads(entry.details or "{}").items()}


def said_of(entry: FileEntry) -> dict[str, str]:
    """Return everything that is said of an entry, by field."""
    found = {"name": entry.name, "on": entry.on, "until": entry.until, **details(entry)}
    return {key: value for key, value in found.items() if value}


def packed(said: Mapping[str, str]) -> str:
    """Return details as they are stored."""
    kept = {key: said[key] for key in sorted(said) if key not in OWN and said[key]}
    return json.dumps(kept, ensure_ascii=False)


def value_of(kind: Register, field: Field, text: str, today: date) -> str:
    """Return the value of a field; an empty text stays empty where it may."""
    said = " ".join(text.split())
    if not said:
        if field.must:
            raise Refusal("register_empty", part=part(kind, field))
        return ""
    match field.type:
        case "day" | "ahead":
            return _day(kind, field, said, today)
        case "figure":
            found = _FIGURE.fullmatch(canonical(said))
            if found is None:
                raise Refusal("register_figure", part=part(kind, field), value=said)
            return found[1] + (found[2] or "")
        case "money":
            amount = money(said)
            if amount is None:
                raise Refusal("register_money", part=part(kind, field), value=said)
            return f"{amount.normalize():f}"
        case "choice":
            return _choice(kind, field, said)
        case _:
            return _words(kind, field, said)


def _words(kind: Register, field: Field, said: str) -> str:
    limit = LIMITS.get(field.id, LIMIT)
    if len(said) > limit:
        raise Refusal("register_long", part=part(kind, field), count=len(said), limit=limit)
    if field.type == "words" and not any(char.isalpha() for char in said):
        raise Refusal("register_words", part=part(kind, field), value=said)
    return said


def _day(kind: Register, field: Field, said: str, today: date) -> str:
    found = day_said(said, today, ahead=field.type == "ahead")
    if found is None and (later := ahead_said(said, today)) and field.type == "day":
        found = later
    if found is None:
        probable = meant(said, today, ahead=field.type == "ahead").isoformat()
        raise Refusal("register_day", part=part(kind, field), value=said, probable=probable)
    if field.type == "day" and found > today:
        raise Refusal(
            "register_day_ahead", part=part(kind, field), on=found.isoformat(), today=today.isoformat()
        )
    return found.isoformat()


def day_said(said: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the day that a text is, with its year, or as people say days that were (or are still to come)."""
    said = year_written(said, today)
    found = day_with_year(said)
    if found is None:
        other = day_ahead(said, today) if ahead else day_of_late(said, today)
        found = other if isinstance(other, date) else None
    if found is None and not ahead:
        # A day of this year that is over is meant, however long ago: books are often kept late.
        this_year = day_in(said, today.year)
        found = this_year if this_year is not None and this_year <= today else None
    return found if found is not None and FIRST_YEAR <= found.year <= LAST_YEAR else None


def ahead_said(said: str, today: date) -> date | None:
    """Return the day to come that a text means (明天, 12月30日), else nothing."""
    found = day_ahead(said, today)
    return found if isinstance(found, date) and found > today else None


def choice_said(listed: str, said: str) -> str | None:
    """Return the id of the choice that a text names in either language, None where it names none."""
    plain = canonical(said).strip()
    for code, zh, en in CHOICES[listed]:
        if plain in {code, canonical(zh), canonical(en)}:
            return code
    return None


def _choice(kind: Register, field: Field, said: str) -> str:
    found = choice_said(field.choices, said)
    if found is None:
        known = tuple(f"{field.choices}.{code}" for code, _, _ in CHOICES[field.choices])
        raise Refusal("register_choice", part=part(kind, field), value=said, choices=known)
    return found


def month_said(text: str, today: date) -> str:
    """Return the month that a text means (2025-12, 2025年12月, Dec; 12月: the latest that has begun), or refuse."""
    said = canonical(text).strip()
    if named := _NAMED_MONTH.fullmatch(said):
        number = month_number(named["name"])
        written = named["before"] or named["year"]
        said = f"{written or today.year - (number > today.month)}-{number}"
    found, bare = _MONTH.fullmatch(said), _BARE_MONTH.fullmatch(said)
    year, number = (int(found[1]), int(found[2])) if found else (today.year, int(bare[1]) if bare else 0)
    if bare and not found and number > today.month:
        year -= 1
    if not 1 <= number <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:  # noqa: PLR2004 - months of a year
        raise Refusal("register_month", value=text.strip()[:40])
    return f"{year:04}-{number:02}"
