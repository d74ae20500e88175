"""Notes that are no notes: a number or a letter behind the value is a value that slipped, not a reason.

It is refused together with what was probably meant: a count that became a note would be lost silently.
"""

import re
from decimal import Decimal
from typing import Final

from rubrics.entry_values import Mark, Marks, Number, Value, value
from rubrics.model import Item
from rubrics.numbering import canonical
from rubrics.points import show

DIGITS: Final = {char: str(at) for at, char in enumerate("一二三四五六七八九", start=1)} | {
    "两": "2",
    "十": "10",
}
_AMOUNT: Final = r"[0-9]{1,24}(?:\.[0-9]{1,24})?"
_SPACED: Final = re.compile(
    rf"[\s,;、/]*([+-]?)\s*([a-z])(?:\s*=\s*({_AMOUNT})分?|\s?[*x]?\s?([0-9]{{1,24}}|[一二三四五六七八九两十]))?(?=[\s,;、/]|$)"
)
"""One mark of several with blanks between them."""
_LEADING: Final = re.compile(r"[*x]?\s*([0-9]{1,24}|[一二三四五六七八九两十])(?=[\s,;、/])")
_LONE: Final = re.compile(r"([a-z])[\s,;、]+(?=[^\x00-\x7f])")
"""A letter by itself before words that are not English."""
_LONGEST_NOTE: Final = 30
_COUNT: Final = re.compile(r"[*x]?\s*([0-9]+(?:\.[0-9]+)?|[一二三四五六七八九两十])\s*(?:分|(\D{1,3}))?")


def probable(item: Item, typed: str, meant: Value, note: str) -> str | None:
    """Return the value that was probably meant, or None if the note is a note.

    `typed` is the value in canonical form, `meant` what it says.
    """
    words = canonical(note).strip()
    if words == "分" and isinstance(meant, Number):
        return f"{typed}分"
    count = _COUNT.fullmatch(words)
    if count and (count[2] is None or count[2] == _unit(item, meant)):
        return _with_count(item, typed, meant, DIGITS.get(count[1], count[1]))
    return (
        _with_letters(item, typed, meant, words)
        or _with_marks(item, typed, meant, words)
        or _with_letter(item, typed, meant, note)
    )


def _with_letter(item: Item, typed: str, meant: Value, note: str) -> str | None:
    """Return the value with the lone letter before the words (`a b 缺签字`); in English `a photo` is a note."""
    letter = _LONE.match(canonical(note)) if note[0].islower() else None
    if letter is None or item.rule(letter[1]) is None:
        return None
    more = isinstance(meant, Marks) and letter[1] not in {mark.letter for mark in meant.marks}
    return f"{typed}{letter[1] if more else ''} {shortened(note[1:].strip())}"


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


def _with_marks(item: Item, typed: str, meant: Value, words: str) -> str | None:
    """Return the value with the marks behind it, where the note is made of marks or begins with a figure for one.

    `a b=0.9 c` are three marks; of `a b was missing` only the first is one, and the rest is a note.
    """
    if (count := _LEADING.match(words)) and isinstance(meant, Marks):
        counted = _with_count(item, typed, meant, DIGITS.get(count[1], count[1]))
        if found := _with_marks(item, counted, meant, words[count.end() :]):
            return found
    if not has_marks(item, words):
        return None
    sign, more, rest = _marks_before(words)
    earlier = [mark.letter for mark in meant.marks] if isinstance(meant, Marks) else []
    letters = [mark.letter for mark in more]
    alone = bool(earlier) and len({*earlier, *letters}) == len(earlier) + len(letters)
    fits = alone and sign in {"", typed[: len(sign)]}
    behind = "".join(_written(item, mark) for mark in more) if fits else ""
    return f"{typed}{behind} {shortened(rest)}".strip()


def has_marks(item: Item, words: str) -> bool:
    """Say whether a note in canonical form is made of marks, or begins with a figure for one."""
    _, more, rest = _marks_before(words)
    if any(mark.amount is not None for mark in more):
        return True
    bare = all(mark.count is None for mark in more)
    return bool(more) and not rest and (bare or all(item.rule(mark.letter) for mark in more))


def _marks_before(words: str) -> tuple[str, tuple[Mark, ...], str]:
    """Return the sign, the marks with blanks or signs between them, and the words behind them."""
    found: list[Mark] = []
    sign, at = "", 0
    while match := _SPACED.match(words, at):
        if found and match[1] not in {"", sign}:
            break
        sign = sign or match[1]
        amount, count = match[3], match[4] and DIGITS.get(match[4], match[4])
        found.append(Mark(match[2], int(count) if count else None, Decimal(amount) if amount else None))
        at = match.end()
    return sign, tuple(found), words[at:].strip()


def shortened(note: str) -> str:
    """Return the note, cut where it is too long to be quoted in an answer."""
    return note if len(note) <= _LONGEST_NOTE else f"{note[: _LONGEST_NOTE - 1]}…"


def _written(item: Item, mark: Mark) -> str:
    """Return a mark as its rule takes it: a figure, or a count."""
    rule, number = item.rule(mark.letter), mark.count if mark.amount is None else mark.amount
    if rule is None or number is None:
        return mark.letter
    if rule.wants_amount:
        return f"{mark.letter}={show(Decimal(number))}"
    counted = number == int(number) and number > 1 and (rule.most is None or number <= rule.most)
    return f"{mark.letter}{show(Decimal(number))}" if counted else mark.letter
