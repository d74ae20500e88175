"""What a line that cannot be read was probably meant to say.

A guess is only ever shown, never done. It is written in the grammar of entries and holds no prose.
"""

import re
from decimal import Decimal
from typing import Final

from rubrics.entry_lines import Line
from rubrics.entry_notes import DIGITS, shortened
from rubrics.entry_values import Marks, Number, beginning, value
from rubrics.limits import example, most
from rubrics.model import Item
from rubrics.points import show

_LATIN_WORD: Final = re.compile(r"[a-z]{3}")
_TIMES: Final = re.compile(r"(?<=[a-z])x(?=[0-9])")
PUNCTUATION: Final = " .,;:、=/()，。；：！？!?（）"
_BETWEEN: Final = re.compile(r"(?<=[a-z0-9])[ ,;、/]+(?=[a-z])")


def has_words(line: Line) -> bool:
    """Say whether what was typed for a value is something that a note could be."""
    if value(line.token) is not None:
        return False
    words = line.words
    return any(char.isalpha() and not char.isascii() for char in words) or bool(
        _LATIN_WORD.search(words.lower())
    )


def marks_before(token: str) -> Marks | None:
    """Return the letters with which something unreadable begins."""
    meant = value(token[: beginning(token)])
    return meant if isinstance(meant, Marks) else None


def guess(item: Item, line: Line) -> str | None:
    """Return the value, and the note behind it, that were probably meant; None for what needs no guess."""
    token = line.token
    if value(token) is not None and not line.slip:
        return _times(item, token)
    tidy = _tidied(item, token + line.note.lower()) or _tidied(item, token)
    if tidy is not None:
        return tidy
    end = beginning(token)
    return _beginning(line, end) if 0 < end < len(token) else _more(item, token)


def _beginning(line: Line, end: int) -> str | None:
    """Return the value with which something unreadable begins, and what follows it as its note."""
    head, rest = line.token[:end], line.token[end:]
    if rest[0] in ".0123456789" or (head.startswith("满") and rest[0].isalpha()):
        return None
    digit = rest.removeprefix("=")
    if digit in DIGITS and isinstance(value(head), Marks):
        return f"{head}{rest.removesuffix(digit)}{DIGITS[digit]}"
    note = line.typed_behind(end).lstrip(PUNCTUATION)
    return head if isinstance(value(note), Number) else f"{head} {shortened(note)}".strip()


def _times(item: Item, token: str) -> str | None:
    """Return `b2` for `bx2`: the letter x stands where the sign × was meant."""
    return _fitting(item, _TIMES.sub("", token)) if item.rule("x") is None and _TIMES.search(token) else None


def _tidied(item: Item, token: str) -> str | None:
    """Return the value that is left when signs between or around it are left away."""
    return _fitting(item, token.strip(PUNCTUATION)) or _fitting(item, _BETWEEN.sub("", token))


def _fitting(item: Item, text: str) -> str | None:
    """Return the text if it is a value whose letters the item has."""
    meant = value(text)
    letters = [mark.letter for mark in meant.marks] if isinstance(meant, Marks) else []
    return text if meant is not None and all(map(item.rule, letters)) else None


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
