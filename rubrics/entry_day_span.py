"""One day to come, or a span of them, as people write it: 3月2日, 3月2日至3月13日, 2 March to 13 March."""

import re
from datetime import date
from typing import Final

from rubrics.entry_day_ahead import Wrong, day_ahead

_BETWEEN: Final = re.compile(r"\s*(?:至|到|~|～|—+|–|\bto\b|\s-\s)\s*")
_TWO: Final = 2


def span_ahead(text: str, today: date) -> tuple[date, date] | Wrong:
    """Return the first and the last day that a text means, the same where it names one day."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if not 1 <= len(parts) <= _TWO:
        return "unread"
    first = day_ahead(parts[0], today)
    if isinstance(first, str):
        return first
    last = first if len(parts) == 1 else day_ahead(parts[1], first)
    return last if isinstance(last, str) else (first, last)
