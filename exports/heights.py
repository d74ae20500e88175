"""How tall a row must be for its wrapped text: widths in tenths of a half-width character, heights in points.

Excel fits no merged cell by itself, so heights are computed. It is an estimate on the safe side: it knows that
punctuation does not begin a line and that a word is not broken, but no font.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final
from unicodedata import combining, east_asian_width

BODY: Final = 10.0
"""Font size of the table, in points."""
PITCH: Final = 1.4
"""Line height as a multiple of the font size: the tallest of the serif fonts that stand in for 宋体."""
PADDING: Final = 5.0
TALLEST: Final = 409.0
"""Excel's limit for one row, in points."""

_UNIT: Final = 10
COLUMN_UNIT: Final = 5.25
"""Points of one unit of Excel's column width, when the workbook's own font is Arial 10 (7 pixels a digit)."""
_COLUMN_PADDING: Final = 5.0
_OPENERS: Final = r"（《“‘【〔(\[「『"
_CLOSERS: Final = r"）》”’】〕，。；：、！？…)\],.;:!?%」』"
_TOKEN: Final = re.compile(rf"[{_OPENERS}]*(?:[A-Za-z0-9_\-./+]+|\S)?[{_CLOSERS}]*\s*")


class _Units(dict[str, int]):
    """Width of a character; learnt when first met."""

    def __missing__(self, char: str) -> int:
        width = self[char] = self._measure(char)
        return width

    @staticmethod
    def _measure(char: str) -> int:
        if combining(char):
            return 0
        if east_asian_width(char) in "WFA":
            return 2 * _UNIT
        return 14 if char.isupper() or char in "mw%@" else 11


_UNITS: Final = _Units()


def width(text: str) -> int:
    """The width of a text on one line."""
    return sum(map(_UNITS.__getitem__, text))


def room(column_width: float, size: float = BODY) -> int:
    """How much text of this size fits on a line of a column of this width."""
    points = column_width * COLUMN_UNIT - _COLUMN_PADDING
    return max(2 * _UNIT, int(points / (size / 2) * _UNIT))


@lru_cache(maxsize=4096)
def lines(text: str, capacity: int) -> int:
    """How many lines a text takes where so much fits on one; an empty text takes one."""
    return sum(_paragraph(paragraph, capacity) for paragraph in text.split("\n"))


def _paragraph(text: str, capacity: int) -> int:
    total = width(text)
    if total <= capacity:
        return 1
    count, used = 1, 0
    for token in _TOKEN.findall(text):
        visible, full = width(token.rstrip()), width(token)
        if used + visible <= capacity:
            used += full
            continue
        whole_lines, rest = divmod(full, capacity)
        count += whole_lines + (used > 0)
        used = rest
    return count


def height(line_count: int, size: float = BODY) -> float:
    """The height of so many lines with some air around them."""
    return line_count * size * PITCH + PADDING


def needed(text: str, column_width: float, size: float = BODY) -> float:
    """The height of a text wrapped in a column of this width."""
    return height(lines(text, room(column_width, size)), size)


def raised(rows: list[float], need: float) -> list[float]:
    """The heights of rows under one merged cell, raised evenly until it fits."""
    missing = need - sum(rows)
    if missing <= 0:
        return rows
    return [row + missing / len(rows) for row in rows]


def split(total: float, tallest: float = TALLEST) -> list[float]:
    """One height as the heights of as many rows as Excel needs for it."""
    count = max(1, -int(-total // tallest))
    return [total / count] * count


def pieces(text: str, most_chars: int, most_lines: int) -> Iterable[str]:
    """A long text cut into pieces that fit a row each; joined they are the text."""
    cuts, start, breaks = [0], 0, 0
    for index, char in enumerate(text):
        breaks += char == "\n"
        if index + 1 - start >= most_chars or breaks >= most_lines:
            start, breaks = index + 1, 0
            cuts.append(start)
    if cuts[-1] != len(text):
        cuts.append(len(text))
    return (text[begin:end] for begin, end in pairwise(cuts))
