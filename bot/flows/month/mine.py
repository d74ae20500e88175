"""What the leader's screens share: whose studio it is, which day it is, and how months and rubrics are called."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from hashlib import sha256

from bot import access
from bot.clock import from_ms
from bot.entities import LogEntry, Studio
from bot.flows.html import escape
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.activities import Activity
from rubrics.logbook import Logged
from rubrics.model import Rubric

REASON_LIMIT = 300
"""Characters of a reason."""


def my_studios(desk: Desk, ask: Ask) -> tuple[Studio, ...]:
    """Return the studios in whose logs the person may write, by unit and name; none is refused."""
    scopes = [grant.scope for grant in ask.who.grants if grant.role in access.LEADERS]
    found = tuple(each for each in desk.studios.covered(scopes) if access.may(ask.who, "log", each))
    if not found:
        raise Refusal("log_none")
    return found


def today(ask: Ask) -> date:
    """Return the day it is where the program runs."""
    return day_of(ask.now, ask)


def day_of(at: int, ask: Ask) -> date:
    """Return the day of a stored time where the program runs."""
    return from_ms(at).astimezone(ask.zone).date()


def month_name(month: str, words: Words) -> str:
    """Return a month as people call it: 2026 年 5 月."""
    return words("month.name", year=int(month[:4]), month=int(month[5:7]))


def span_of(month: str) -> tuple[str, str]:
    """Return the first and the last day of a month as ISO dates."""
    days = monthrange(int(month[:4]), int(month[5:7]))[1]
    return f"{month}-01", f"{month}-{days:02}"


def next_month(month: str) -> str:
    """Return the month after."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12}-{number % 12 + 1:02}"


def mark_of(rubric: str) -> str:
    """Return a few letters that stand for a rubric on a button; its id may be longer than a button's data."""
    return sha256(rubric.encode("ascii")).hexdigest()[:6]


def kind_title(kind: Activity, words: Words) -> str:
    """Return what a kind of activity is called in the reader's language, for HTML."""
    english = kind.title_en if words("language.code") == "en" else None
    return escape(english or kind.title)


def kind_unit(kind: Activity, words: Words) -> str:
    """Return what one of a kind is called: 次, 项."""
    english = kind.unit_en if words("language.code") == "en" else None
    return escape(english or kind.unit)


def rubric_title(rubric: Rubric, words: Words) -> str:
    """Return what a rubric is called in a line, for HTML."""
    return escape(rubric_name(rubric, words))


def logged(entry: LogEntry, ask: Ask) -> Logged:
    """Return an entry as the reckoning of requirements takes it."""
    return Logged(
        id=entry.id,
        activity=entry.activity,
        on=date.fromisoformat(entry.on),
        came=day_of(entry.came, ask),
        amount=Decimal(entry.amount or "1"),
        late=entry.late,
    )


def reason_of(text: str) -> str:
    """Return a reason as it was typed, or refuse one that is too long."""
    said = text.strip()
    if len(said) > REASON_LIMIT:
        raise Refusal("text_long", count=len(said), limit=REASON_LIMIT)
    return said
