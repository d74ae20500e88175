"""A scheme written as numbered paragraphs, without a table.

Headings with points make sections and items; what stands below them, or behind them in the same paragraph, is
their standard. Without any points the paragraphs are the rules of one item.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.draft import columns
from rubrics.draft.document import Passage
from rubrics.draft.numerals import NUMBER, number, plain
from rubrics.draft.outline import DraftItem, DraftSection, Outline, heading, kind_of, untold

_MARKS: Final = (
    re.compile(r"\s*第[一二三四五六七八九十0-9]{1,3}(?:部分|章|节|项|类)"),
    re.compile(r"\s*#*\s*\**\s*[一二三四五六七八九十]{1,3}\s*[、.,]"),
    re.compile(r"\s*#*\s*\**\s*\([一二三四五六七八九十]{1,3}\)"),
    re.compile(
        r"\s*\**\s*[0-9]{1,2}\s*(?:[.、](?![0-9])|(?:[.\-][0-9]{1,2})+\s*[.、)]?|\s+(?=[\u4e00-\u9fff]))"
    ),
    re.compile(r"\s*(?:\([0-9]{1,2}\)|[0-9]{1,2}\)|[①-⑳])"),
)
_WORTH: Final = re.compile(
    rf"^[^。;\n]{{1,60}}?(?:\(\s*(?:共|计|满分|分值|权重|本项)?\s*:?\s*({NUMBER})\s*分\s*\)|(?<![扣减得加罚计记评每0-9.lIOo-])\s*[,:、]?\s*(?:满分|分值|共)?\s*:?\s*({NUMBER})\s*分\s*(?=[:。;)]|$))"
)
_TITLE: Final = re.compile(r"[^,。;:(]{1,30}")
_SCORED: Final = re.compile(rf".{{2,}}?(?=(?:[扣得加减]|每.?)\s*{NUMBER}\s*分)")


@dataclass(slots=True)
class _Line:
    passage: Passage
    level: int | None
    points: Decimal | None
    head: int
    scores: bool


def read(lines: Iterable[Passage], outline: Outline, title: str) -> None:
    """Add the sections and items of a text to the outline."""
    read = [_line(passage) for passage in lines if passage.text.strip()]
    if not any(line.scores for line in read):
        return
    section_level, item_level = _levels(read)
    section: DraftSection | None = None
    item: DraftItem | None = None
    for line in read:
        if _opens(line, section_level) and not (line.scores and line.points is None):
            name, points = heading(line.passage.text[: line.head or None])
            section = DraftSection(name, line.passage.spot, line.points or points, kind_of(name))
            outline.sections.append(section)
            item = None
        elif _begins(line, item_level):
            section = section or _first(outline, title, line)
            item = _item(line)
            section.items.append(item)
        elif item is not None:
            item.standard.append(line.passage)
        elif line.scores:
            section = section or _first(outline, title, line)
            item = DraftItem(section.title, line.passage.spot, section.points)
            item.standard.append(line.passage)
            section.items.append(item)
        else:
            outline.notes.append(line.passage)


def _first(outline: Outline, title: str, line: _Line) -> DraftSection:
    section = DraftSection(title, line.passage.spot)
    outline.sections.append(section)
    return section


def _line(passage: Passage) -> _Line:
    text = plain(passage.text)
    level = next((at for at, mark in enumerate(_MARKS) if mark.match(text)), None)
    match = _WORTH.match(text)
    found = next((group for group in match.groups() if group), None) if match else None
    points = number(found) if found else None
    return _Line(
        passage, level, points, match.end() if match and points is not None else 0, columns.scores(text)
    )


def _levels(lines: list[_Line]) -> tuple[int | None, int | None]:
    """The levels of numbering that open sections and items; 9 stands for headings without a number."""
    worth = sorted({_depth(line) for line in lines if line.points is not None})
    if not worth:
        marked = sorted({_depth(line) for line in lines if line.level is not None and not line.scores})
        return None, marked[0] if marked else None
    if len(worth) > 1:
        return worth[0], worth[1]
    above = sorted(
        {_depth(line) for line in lines if line.level is not None and not line.scores and line.points is None}
    )
    return (above[0] if above and above[0] < worth[0] else None), worth[0]


def _depth(line: _Line) -> int:
    return 9 if line.level is None else line.level


def _opens(line: _Line, level: int | None) -> bool:
    return level is not None and _depth(line) == level and (line.points is not None or line.level is not None)


def _begins(line: _Line, level: int | None) -> bool:
    if level is None or _depth(line) != level:
        return False
    return line.points is not None or line.level is not None


def _item(line: _Line) -> DraftItem:
    text = line.passage.text
    head = text[: line.head] if line.head else text
    title = untold(head)
    for cut in (_TITLE, _SCORED):
        named = cut.match(plain(title))
        title = title[: named.end()].strip() if named else title
    title = heading(title)[0]
    item = DraftItem(title or untold(head), line.passage.spot, line.points)
    if line.head:
        item.content.append(Passage(untold(head) or head, line.passage.spot))
        if text[line.head :].strip(" 　:：。;；,，"):
            item.standard.append(Passage(text[line.head :].strip(" 　:：。;；,，"), line.passage.spot))
    elif line.scores:
        item.standard.append(line.passage)
    else:
        item.content.append(line.passage)
    return item
