"""Text that was copied from pages: lines that end at the margin are paragraphs again, page marks go.

Knows the look of lines only: a text is folded where many lines end at the same place in the middle of a sentence.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
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
    if margin < _NARROWEST:
        return list(lines)
    marks = [_PAGE.fullmatch(plain(text)) is not None for _, text in lines]
    following = _following(lines, marks)
    going_on = {
        at: following[at]
        for at, (_, text) in enumerate(lines)
        if margin - widths[at] < _RAGGED and following[at] and not _FINISHED.search(plain(text))
    }
    written = sum(bool(text.strip()) for _, text in lines)
    if len(going_on) < _LEAST or len(going_on) * 5 < written:
        return list(lines)
    return _joined(lines, marks, going_on)


def _following(lines: Sequence[Line], marks: Sequence[bool]) -> list[int]:
    """For each line the one behind it that is no page mark and begins nothing new; 0 where there is none."""
    found = [0] * len(lines)
    after = 0
    for at in range(len(lines) - 1, -1, -1):
        found[at] = after
        if not marks[at]:
            after = 0 if _new(lines[at][1]) else at
    return found


def _joined(lines: Sequence[Line], marks: Sequence[bool], going_on: Mapping[int, int]) -> list[Line]:
    found: list[Line] = []
    at = 0
    while at < len(lines):
        number, text = lines[at]
        pieces = [text]
        while at in going_on:
            at = going_on[at]
            pieces.append(lines[at][1])
        if not marks[at]:
            found.append((number, _glued(pieces)))
        at += 1
    return found


def _new(text: str) -> bool:
    """Whether a line begins something: a paragraph with a number, a row of a table, a heading, a blank line."""
    numbered = level_of(text) is not None and not _COUNTED.match(plain(text))
    return not text.strip() or "\t" in text or "|" in text or numbered or text.startswith("#")


def _glued(pieces: Sequence[str]) -> str:
    glued = [pieces[0]]
    for piece in pieces[1:]:
        before, after = glued[-1].rstrip(), piece.strip()
        both = before[-1:] + after[:1]
        glued[-1:] = [before, " " if both.isascii() and both.isalpha() else "", after]
    return "".join(glued)


def _width(text: str) -> int:
    """How many columns the line takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text.rstrip())
