"""Text that was copied from pages: lines that end at the margin are paragraphs again, page marks go.

Knows the look of lines only: a text is folded where many lines end at the same place in the middle of a sentence.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from rubrics.draft.numerals import plain
from rubrics.draft.outline import level_of

Line = tuple[int, str]
"""A line with its number."""

_PAGE: Final = re.compile(
    r"\s*(?:第\s*[0-9]{1,3}\s*页\s*[,/]?\s*(?:共\s*[0-9]{1,3}\s*页)?|-\s*[0-9]{1,3}\s*-|[0-9]{1,3}\s*/\s*[0-9]{1,3})\s*"
)
_FINISHED: Final = re.compile(r"[。;:!?]\s*$|分\s*\)?\s*$")
_COUNTED: Final = re.compile(r"\s*[0-9]{1,3}(?:\.[0-9]+)?\s*(?:分|%)|\s*[0-9]{1,3}\s+[\u4e00-\u9fff]")
"""Looks like a number in front of a paragraph and is one inside its sentence."""
_NARROWEST: Final = 36
"""Columns of the narrowest page; a Chinese sign takes two."""
_RAGGED: Final = 9
"""How far before the margin a full line may end: signs that must not begin a line, blanks between the kinds of writing."""
_LEAST: Final = 3


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines with the folded ones put together; a paragraph keeps the number of its first line."""
    widths = [0 if "\t" in text or "|" in text else _width(text) for _, text in lines]
    margin = max(widths, default=0)
    full = [margin - width < _RAGGED for width in widths]
    open_ended = [at for at, (_, text) in enumerate(lines) if full[at] and not _FINISHED.search(plain(text))]
    going_on = [at for at in open_ended if _goes_on(lines, at) is not None]
    written = sum(bool(text.strip()) for _, text in lines)
    if margin < _NARROWEST or len(going_on) < _LEAST or len(going_on) * 5 < written:
        return list(lines)
    return _joined(lines, set(going_on))


def _joined(lines: Sequence[Line], going_on: set[int]) -> list[Line]:
    found: list[Line] = []
    at = 0
    while at < len(lines):
        number, text = lines[at]
        while at in going_on and (after := _goes_on(lines, at)) is not None:
            text = _glued(text, lines[after][1])
            at = after
        if not _PAGE.fullmatch(plain(text)):
            found.append((number, text))
        at += 1
    return found


def _goes_on(lines: Sequence[Line], at: int) -> int | None:
    """The line that goes on with the one before it: the next one that is no page mark, if it begins nothing new."""
    after = at + 1
    while after < len(lines) and _PAGE.fullmatch(plain(lines[after][1])):
        after += 1
    if after == len(lines):
        return None
    text = lines[after][1]
    numbered = level_of(text) is not None and not _COUNTED.match(plain(text))
    new = not text.strip() or "\t" in text or "|" in text or numbered or text.startswith("#")
    return None if new else after


def _glued(text: str, more: str) -> str:
    both = text.rstrip()[-1:] + more.lstrip()[:1]
    between = " " if both.isascii() and both.isalpha() else ""
    return f"{text.rstrip()}{between}{more.strip()}"


def _width(text: str) -> int:
    """How many columns the line takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text.rstrip())
