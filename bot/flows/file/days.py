"""The day with which a text about something that happened begins, and the words behind it."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.changes.registers.values import day_said
from bot.problems import Refusal
from rubrics.entry_day_meant import meant

DAY_WORDS: Final = 3
"""So many words a day may have: 10 March 2026."""


def day_and_words(text: str, happened: str, today: date) -> tuple[str, str]:
    """Return the day (ISO) and the words of a text; refuses one that begins with no day, saying what `happened`."""
    parts = text.split()
    for count in range(min(DAY_WORDS, len(parts)), 0, -1):
        found = day_said(" ".join(parts[:count]), today)
        if found is not None:
            return found.isoformat(), " ".join(parts[count:])
    first = parts[0] if parts else ""
    raise Refusal(
        "register_step_day", happened=happened, value=first, probable=meant(first, today).isoformat()
    )
