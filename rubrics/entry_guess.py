"""What a line that cannot be read was probably meant to say.

A guess is only ever shown, never done. It is written in the grammar of entries and holds no prose.
"""

import re
from decimal import Decimal
from typing import Final

from rubrics.entry_lines import Line
from rubrics.entry_notes import DIGITS
from rubrics.entry_values import Marks, Number, beginning, value
from rubrics.limits import example, most
from rubrics.model import Item
from rubrics.points import show

_LONGEST_NOTE: Final = 30
_LATIN_WORD: Final = re.compile(r"[a-z]{3}")
_TIMES: Final = re.compile(r"(?<=[a-z])x(?=[0-9])")
_JUNK: Final = re.compile(r"[^a-z0-9+.=*-]+")


def has_words(token: str, words: str) -> bool:
    """Say whether what was typed for a value is something that a note could be."""
    meant = value(token)
    if meant is not None and not isinstance(meant, Marks):
        return False
    if meant is not None:
        return (
            len(meant.marks) > len({mark.letter for mark in meant.marks})
            or _LATIN_WORD.search(token) is not None
        )
    return any(char.isalpha() and not char.isascii() for char in words) or bool(
        _LATIN_WORD.search(words.lower())
    )


def marks_before(token: str) -> Marks | None:
    """Return the letters with which something unreadable begins."""
    meant = value(token[: beginning(token)])
    return meant if isinstance(meant, Marks) else None


def guess(item: Item, line: Line) -> str | None:
    """Return the value, and the note behind it, that were probably meant."""
    token = line.token
    times = _TIMES.sub("", token)
    for tidy in (times, _JUNK.sub("", times), token + line.note.lower()):
        if (meant := value(tidy)) and all(item.rule(mark.letter) for mark in getattr(meant, "marks", ())):
            return tidy
    end = beginning(token)
    if not end:
        return _more(item, token)
    head, rest = token[:end], token[end:]
    if head.startswith("满") and rest[0].isalpha():
        return None
    if rest in DIGITS and isinstance(value(head), Marks):
        return f"{head}{DIGITS[rest]}"
    note = line.typed_behind(end).lstrip(" ,.;:、/").strip()
    return head if isinstance(value(note), Number) else f"{head} {_short(note)}".strip()


def _more(item: Item, token: str) -> str | None:
    """Return what a number with a plus was meant for, where the item has one rule that can be counted."""
    if not token.startswith("+") or not isinstance(meant := value(token[1:]), Number) or meant.less:
        return None
    if len(item.rules) != 1 or most(item.rules[0]) == 1:
        return None
    rule = item.rules[0]
    return f"+{rule.letter}{'=' if rule.wants_amount else ''}{show(meant.amount)}"


def bonus(item: Item, amount: Decimal) -> str:
    """Return the entry for a bonus that was typed as a score."""
    rule = item.rules[0]
    if rule.wants_amount:
        return f"{item.no} {rule.letter}={show(amount)}"
    whole = amount == amount.to_integral_value() and 0 < amount <= most(rule)
    return f"{item.no} {rule.letter}{show(amount)}" if whole else example(item)


def letter_twice(item: Item, meant: Marks) -> tuple[str, str] | None:
    """Return a letter that stands twice, and the entry with each letter once."""
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    twice = ""
    for mark in meant.marks:
        if mark.letter in counts:
            twice = twice or mark.letter
        counts[mark.letter] = counts.get(mark.letter, 0) + (1 if mark.count is None else mark.count)
        if mark.amount is not None:
            written[mark.letter] = f"={show(mark.amount)}"
    if not twice:
        return None
    for letter, count in counts.items():
        rule = item.rule(letter)
        plain = count == 1 or rule is None or most(rule) < count
        written.setdefault(letter, "" if plain else str(count))
    return twice, f"{item.no} {meant.sign}" + "".join(f"{letter}{written[letter]}" for letter in counts)


def _short(note: str) -> str:
    return note if len(note) <= _LONGEST_NOTE else f"{note[: _LONGEST_NOTE - 1]}…"
