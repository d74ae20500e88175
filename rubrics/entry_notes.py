"""Notes that are no notes: a number or a letter behind the value is a value that slipped, not a reason.

It is refused together with what was probably meant: a count that became a note would be lost silently.
"""

import re
from typing import Final

from rubrics.entry_values import Marks, Number, Value, value
from rubrics.model import Item
from rubrics.numbering import canonical

DIGITS: Final = {char: str(at) for at, char in enumerate("一二三四五六七八九", start=1)} | {
    "两": "2",
    "十": "10",
}
_COUNT: Final = re.compile(r"[*x]?\s*([0-9]+(?:\.[0-9]+)?|[一二三四五六七八九两十])\s*(?:分|(\D{1,3}))?")


def probable(item: Item, typed: str, meant: Value, note: str) -> str | None:
    """Return the value that was probably meant, or None if the note is a note.

    `typed` is the value in canonical form, `meant` what it says.
    """
    words = canonical(note).strip()
    if words == "分" and isinstance(meant, Number):
        return f"{typed}分"
    if count := _COUNT.fullmatch(words):
        if count[2] is None:
            return _with_count(item, typed, meant, DIGITS.get(count[1], count[1]))
        unit = _unit(item, meant)
        return _with_count(item, typed, meant, DIGITS.get(count[1], count[1])) if count[2] == unit else None
    return _with_letters(item, typed, meant, words)


def _unit(item: Item, meant: Value) -> str | None:
    """Return the unit that a count behind the last letter would have."""
    rule = item.rule(meant.marks[-1].letter) if isinstance(meant, Marks) else None
    return rule.unit if rule else None


def _with_count(item: Item, typed: str, meant: Value, number: str) -> str:
    if not isinstance(meant, Marks):
        return typed
    last = meant.marks[-1]
    rule = item.rule(last.letter)
    if last.count is not None or last.amount is not None or rule is None:
        return typed
    return f"{typed}={number}" if rule.wants_amount else f"{typed}{number}"


def _with_letters(item: Item, typed: str, meant: Value, words: str) -> str | None:
    more = value(words)
    if not isinstance(more, Marks):
        return None
    letters = {mark.letter for mark in more.marks}
    bare = words.lstrip("+-")
    if len(bare) > 1 and (len(letters) < len(more.marks) or not all(map(item.rule, letters))):
        return None
    if not isinstance(meant, Marks) or more.sign not in {"", meant.sign}:
        return typed
    return typed if letters & {mark.letter for mark in meant.marks} else f"{typed}{bare}"
