"""Splitting the text of a cell into clauses, each with at most one effect.

Cut are sentences, paragraphs and numbered points; then, behind a finished amount, a comma or nothing at all if
what follows has an amount of its own. Parentheses stay whole unless they hold rules of their own. Caps and
扣完为止 stay with the clause that they limit. Works on the plain form; knows where, not what.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rubrics.draft.numerals import NUMBER
from rubrics.draft.phrases import ENDS

LONGEST: Final = 400
"""A clause is read from its end: what stands further before the amount is not its condition."""

_POINT: Final = re.compile(
    r"(?:^|(?<=[\s;。,、)分的:]))(?:[①-⑳]|\([0-9]{1,2}\)|[0-9]{1,2}[.、)](?![0-9])|\([一二三四五六七八九十]{1,3}\))|[①-⑳]"
)
_TAIL: Final = re.compile(
    rf"[\s,、;。(:]*(?:直至)?(?:每[月年季]度?|全年|当[月年]|年度|月度)?(?:最高|最多|至多|累计|合计|总共|共计|共(?=\s*{NUMBER}\s*分)|上限|封顶|不得?超过|不高于|不多于"
    rf"|扣完|扣至|扣到0|以[^,;。]{{0,6}}为限|{NUMBER}\s*分(?:封顶|为限|为止|为上限)|[单每本该此]项(?:最高|最多|扣完)|不计负分|不倒扣)"
)
_LIST: Final = re.compile(r"(?:分别|依次|顺序)[^;。]{0,80}$")
_NO_CUT: Final = re.compile(r"\s*(?:的|者|时|外|以后|之后的?基础|内|为止|封顶|为限|-|~|至|到|以[上下内]|/)")
_EDGES: Final = " \n,、;。:"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text of a cell."""

    start: int
    end: int


def split(text: str) -> list[Clause]:
    """The clauses of a text in its plain form, in order, without blanks and commas around them."""
    found = []
    for start, end in _sentences(text):
        for one, other in _cut(text, start, end):
            trimmed = _trimmed(text, one, other)
            if trimmed:
                found.append(trimmed)
    return found


def tail(text: str) -> bool:
    """Whether the text begins with a cap: it limits what stands before it."""
    return _TAIL.match(text) is not None


def _trimmed(text: str, start: int, end: int) -> Clause | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Clause(max(start, end - LONGEST), end) if end > start else None


def _whole_parentheses(text: str) -> set[int]:
    """The positions inside parentheses that are part of one clause."""
    inside: set[int] = set()
    opened: list[int] = []
    for position, sign in enumerate(text):
        if sign == "(":
            opened.append(position)
        elif sign == ")" and opened:
            first = opened.pop()
            if position - first <= LONGEST and len(ENDS.findall(text, first, position)) < 2:  # noqa: PLR2004 - two rules or more
                inside.update(range(first, position + 1))
    return inside


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    inside = _whole_parentheses(text)
    points = {match.start() for match in _POINT.finditer(text)}
    start = 0
    for position, sign in enumerate(text):
        if (position in points and position not in inside) or (position in points and sign == "("):
            if position > start:
                yield start, position
            start = position
        elif (
            (sign in ";。" and position not in inside)
            or (sign == "\n" and _ends_line(text, position))
            or (sign == "." and text[position - 1 : position] in {"分", ")"} and position not in inside)
        ):
            yield start, position + 1
            start = position + 1
    yield start, len(text)


def _ends_line(text: str, position: int) -> bool:
    """A line break ends a sentence unless it only folds one: no sign before it, the clause unfinished."""
    before = text[:position].rstrip()[-60:]
    if not before or before[-1] in ";。:.!?)":
        return True
    last = list(ENDS.finditer(before))
    return bool(last) and last[-1].end() == len(before)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a sentence: cut behind every finished amount that is followed by another one."""
    ends = [match.end() for match in ENDS.finditer(text, start, end)]
    for this, following in pairwise(ends):
        rest = text[this:following]
        if _NO_CUT.match(rest) or tail(text[this:end]):
            continue
        if _LIST.search(text[start:this]) and re.fullmatch(rf"\s*[、,和]\s*{NUMBER}\s*分\)?", rest):
            continue
        yield start, this
        start = this
    yield start, end
