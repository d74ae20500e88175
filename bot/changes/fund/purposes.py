"""What a fund may be spent on, and what is asked about each kind of money: one reading for a line and for a question.

Each reader returns the value as it is kept, or refuses with what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, get_args

from bot.changes.registers.values import ahead_said, day_said
from bot.problems import Refusal
from bot.texts.fund import PURPOSES
from rubrics.entry_day_meant import meant
from rubrics.entry_money import money
from rubrics.numbering import canonical

MoveKind = Literal["budget", "instalment", "spending", "cut"]
MOVE_KINDS: Final[tuple[MoveKind, ...]] = get_args(MoveKind)
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "spending": ("purpose", "amount", "what", "on"),
    "budget": ("amount", "on", "approved"),
    "instalment": ("amount", "on", "paper"),
    "cut": ("amount", "on", "clause"),
}
"""Kind -> what must be said of it, in the order in which it is asked."""
LIMIT: Final = 120
"""Characters of every text."""
REASON: Final = 300
"""Characters of the reason for which something is taken out."""


def purpose_said(text: str) -> str | None:
    """Return the purpose that a word names in either language, None where it names none of those listed."""
    plain = canonical(text).strip()
    for code, (zh, en, others) in PURPOSES.items():
        if plain in {code, canonical(zh), canonical(en), *map(canonical, others)}:
            return code
    return None


def value_of(field: str, text: str, today: date) -> str:
    """Return what is kept of an answer, or refuse."""
    said = " ".join(text.split())
    match field:
        case "amount":
            return _amount(said)
        case "on":
            return _day(said, today)
        case "purpose":
            found = purpose_said(said)
            if found is None:
                raise Refusal("fund_purpose", value=said, purposes=tuple(PURPOSES))
            return found
        case _:
            return _words(field, said)


def _amount(said: str) -> str:
    found = money(said)
    if found is None or not found:
        raise Refusal("fund_amount", value=said)
    return f"{found.normalize():f}"


def _day(said: str, today: date) -> str:
    found = day_said(said, today) or ahead_said(said, today)
    if found is None:
        raise Refusal("fund_day", value=said, probable=meant(said, today).isoformat())
    if found > today:
        raise Refusal("fund_day_ahead", on=found.isoformat(), today=today.isoformat())
    return found.isoformat()


def _words(field: str, said: str) -> str:
    known = str.isalnum if field == "what" else str.isalpha
    if not any(map(known, said)) or (field == "what" and money(said) is not None):
        raise Refusal("fund_words", field=field, value=said)
    if len(said) > LIMIT:
        raise Refusal("text_long", count=len(said), limit=LIMIT)
    return said
