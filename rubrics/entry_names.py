"""Printed names of levels and tiers in a line: `2.1 优 备注`, `2.1 Needs Improvement`, `2.1 良=1.5`.

A name may hold blanks; of several that fit the longest is meant.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.entry_lines import Line, fold
from rubrics.entry_notes import DIGITS, has_marks
from rubrics.entry_values import Marks, value
from rubrics.model import Item, Rubric
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

    def probable(self, item: Item, note: str) -> str | None:
        """Return the value that was probably meant, where the note is a second value; None for a real note."""
        rule, words = self.rules[0], canonical(note).strip()
        if count := _COUNT.fullmatch(words):
            amount = DIGITS.get(count[1], count[1])
            return f"{rule.letter}={amount}" if rule.wants_amount and self.amount is None else rule.letter
        return rule.letter if has_marks(item, words) else None


def named(item: Item, line: Line) -> Named | None:
    """Return the name with which the value begins; None where it begins with none of the item's."""
    text = line.folded.text[line.start :] if line.folded else ""
    found = [
        (match, rule)
        for rule in item.rules
        for form in _forms(rule.printed or "")
        if (match := _pattern(form).match(text))
    ]
    if not found:
        return None
    longest = max(match.end(1) for match, _ in found)
    match, first = next(one for one in found if one[0].end(1) == longest)
    same = {rule.letter: rule for other, rule in found if other.end(1) == longest}
    amount = Decimal(show(Decimal(match[2]))) if match[2] else None
    glued = bool(text[match.end() : match.end() + 1].strip())
    name = match[1] if len(same) > 1 else first.printed or ""
    return Named(tuple(same.values()), name, amount, match.end(), glued)


def begins_with_name(rubric: Rubric, no: str, text: str) -> bool:
    """Say whether a text in canonical form begins with a printed name of the item."""
    item = rubric.item(no)
    names = (rule.printed for rule in item.rules if rule.printed) if item else ()
    return any(text.startswith(form) for name in names for form in _forms(name))


def _forms(name: str) -> tuple[str, ...]:
    """The name as printed, and as people say it: without what stands in brackets behind it."""
    whole = " ".join(fold(name).text.split())
    short = whole.split("(", 1)[0].strip()
    plain = len(short) > 1 or not short.isascii()
    said = short and short != whole and plain and isinstance(value(short), Marks | None)
    return (whole, short) if said else (whole,) if whole else ()


def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"({words}){_AMOUNT}(?=\s|$|[{_PUNCTUATION}])")
