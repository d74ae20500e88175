"""A day that may lie ahead as it is typed on the pages of applications: the last day, the day a leader begins."""

from __future__ import annotations

from datetime import date

from bot.flows.html import short
from bot.problems import Refusal
from rubrics.entry_day import day as day_with_year
from rubrics.entry_day_ahead import day_ahead

QUOTED = 24


def day_typed(text: str, today: date) -> str:
    """Return the day, ISO; what is none, or no calendar has, is refused with what to send."""
    found = day_with_year(text) or day_ahead(text, today)
    if isinstance(found, str):
        code = "applications_day_none" if found == "none" else "applications_day_unread"
        raise Refusal(code, text=short(text, QUOTED))
    return found.isoformat()
