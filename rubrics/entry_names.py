"""Printed names of levels and tiers in a line: `2.1 优 备注`, `2.1 Needs Improvement`, `2.1 良=1.5`.

A name may hold blanks; of several that fit the longest is meant.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.entry_lines import Line, fold
from rubrics.entry_notes import DIGITS
from rubrics.model import Item
from rubrics.numbering import canonical
from rubrics.points import show
from rubrics.rules import Rule

_AMOUNT: Final = r"(?:\s*=\s*([0-9]{1,24}(?:\.[0-9]{1,24})?)分?)?"
_COUNT: Final = re.compile(r"([0-9]{1,24}(?:\.[0-9]{1,24})?|[一二三四五六七八九两十])\s*分?")
_PUNCTUATION: Final = ",.;:、()"


@dataclass(frozen=True, slots=True)
class Named:
    """The rules that a printed name stands for, the amount behind it, and the place where the note begins."""

    rules: tuple[Rule, ...]
    name: str
    amount: Decimal | None
    end: int
    glued: bool
    """Whether punctuation stands behind it instead of a blank."""

    def probable(self, note: str) -> str | None:
        """Return the value that was probably meant, where the note is a second value; None for a real note."""
        rule, words = self.rules[0], canonical(note).strip()
        if count := _COUNT.fullmatch(words):
            amount = DIGITS.get(count[1], count[1])
            return f"{rule.letter}={amount}" if rule.wants_amount and self.amount is None else rule.letter
        return rule.letter if len(words) == 1 and words.isascii() and words.isalpha() else None


def named(item: Item, line: Line) -> Named | None:
    """Return the name with which the value begins; None where it begins with none of the item's."""
    text = line.folded.text[line.start :] if line.folded else ""
    best: tuple[int, re.Match[str], Rule] | None = None
    for rule in item.rules:
        found = _pattern(rule.printed).match(text) if rule.printed else None
        if found and (best is None or found.end(1) > best[0]):
            best = (found.end(1), found, rule)
    if best is None:
        return None
    end, found, first = best
    same = tuple(rule for rule in item.rules if rule.printed and _same(rule.printed, first.printed or ""))
    amount = Decimal(show(Decimal(found[2]))) if found[2] else None
    end = max(end, found.end())
    return Named(same, first.printed or "", amount, end, bool(text[end : end + 1].strip()))


def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in fold(name).text.split())
    return re.compile(rf"({words}){_AMOUNT}(?=\s|$|[{_PUNCTUATION}])")


def _same(one: str, other: str) -> bool:
    return fold(one).text.split() == fold(other).text.split()
