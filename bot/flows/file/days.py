"""The day with which a text about something that happened begins, and the words behind it."""

from __future__ import annotations

from datetime import date

from bot.changes.registers.values import day_said
from bot.problems import Refusal
from rubrics.entry_day_meant import is_like_day, meant
from rubrics.entry_day_words import leading_day, leads


def day_and_words(text: str, happened: str, today: date) -> tuple[str, str]:
    """Return the day (ISO) and the words of a text; refuses one that begins with no day, saying what `happened`."""
    found = leading_day(text, lambda said: day_said(said, today))
    if found is not None:
        return found[0].isoformat(), found[1]
    first = _first(text)
    raise Refusal(
        "register_step_day", happened=happened, value=first, probable=meant(first, today).isoformat()
    )


def _first(text: str) -> str:
    """Return what stands where a day should, as wide as it is written: 31 June is two words."""
    parts = text.split()
    return next(filter(is_like_day, leads(parts)), parts[0] if parts else "")
