"""Where a day stands among the words of a line: 30 June 2026 is three words, one day. What a day is, the caller says.

One way for every book: lines of registers, of the fund, of plans, and texts that begin with the day of what happened.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

WIDEST: Final = 6
"""So many words a day may have: 10 March 2026, 2026 年 3 月 10 日."""
WITHOUT_YEAR: Final = 2
"""So many words an English day without its year has."""


def leading_day(text: str, read: Callable[[str], date | None]) -> tuple[date, str] | None:
    """Return the day with which a text begins, and the words behind it; None where it begins with none."""
    words = text.split()
    for said in leads(words):
        found = read(said)
        if found is not None:
            return found, " ".join(words[len(said.split()) :])
    return None


def leads(words: Sequence[str]) -> Iterator[str]:
    """Yield with what words begin, the widest first."""
    for count in range(min(WIDEST, len(words)), 0, -1):
        yield " ".join(words[:count])


def days_joined(words: Sequence[str], is_day: Callable[[str], bool], widest: int = WIDEST) -> list[str]:
    """Return the words of a line with those of each day as one."""
    found = list(words)
    for width in range(min(widest, len(found)), 1, -1):
        at = 0
        while at + width <= len(found):
            said = " ".join(found[at : at + width])
            if is_day(said):
                found[at : at + width] = [said]
            at += 1
    return found
