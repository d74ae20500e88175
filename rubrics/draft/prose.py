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
from rubrics.draft.outline import DraftItem, DraftSection, Outline, heading, kind_of, level_of, untold

_WORTH: Final = re.compile(
    rf"^[^。;\n]{{1,60}}?(?:\(\s*(?:共|计|满分|分值|权重|本项)?\s*:?\s*({NUMBER})\s*分\s*\)|(?<![扣减得加罚计记评每0-9.lIOo~至到-])(?<![0-9]分)(?<![0-9] 分)(?<![0-9]分[、,和])\s*[,:、]?\s*(?:满分|分值|共)?\s*:?\s*({NUMBER})\s*分\s*(?=[:。;)]|$))"
)
_LAST: Final = re.compile(
    rf"(?<=[。;])\s*\(\s*(?:共|计|满分|分值|本项)?\s*:?\s*({NUMBER})\s*分\s*\)\s*[。;]?\s*$"
)
"""What a paragraph is worth, behind all that it says."""
_FIRST: Final = re.compile(r"[^。;]{1,60}[。;]")
_TITLE: Final = re.compile(r"[^,。;:(]{1,30}")
_EARNS: Final = re.compile(rf"^(?!.*[扣减]\s*{NUMBER}\s*分).*得\s*{NUMBER}\s*分")
_REMARK: Final = re.compile(r"\s*(?:备\s*注|说\s*明|注)\s*:")
_BASE: Final = re.compile(r"(?:基础|基本|基准|初始|起始|起评)积?分")
"""Where everybody starts, which is what the whole is worth."""
_SENTENCE: Final = re.compile(r"[,].*。\s*$")
_HEADING: Final = 40
_DATE: Final = re.compile(r".{0,30}?[0-9二〇零○一]{4}\s*年.{1,6}月.{1,6}日")
_SCORED: Final = re.compile(rf".{{2,}}?(?=(?:[扣得加减]|每.?)\s*{NUMBER}\s*分)")


@dataclass(slots=True)
class _Line:
    passage: Passage
    level: int | None
    points: Decimal | None
    head: int
    scores: bool

    @property
    def starts(self) -> bool:
        """Whether it only says with how much everybody starts."""
        text = untold(self.passage.text)
        return not self.scores and len(text) <= _HEADING and _BASE.match(plain(text)) is not None

    @property
    def says(self) -> bool:
        """Whether it is a sentence and no signature."""
        return self.level is not None or plain(self.passage.text).rstrip().endswith(("。", ";"))


def read(lines: Iterable[Passage], outline: Outline, title: str) -> None:
    """Add the sections and items of a text to the outline."""
    read = _unsigned([_line(passage) for passage in lines if passage.text.strip()])
    if not any(line.scores for line in read):
        return
    outline.notes += [line.passage for line in read if line.starts]
    read = [line for line in read if not line.starts]
    section_level, item_level = _levels(read)
    section: DraftSection | None = None
    item: DraftItem | None = None
    heads: list[Passage] = []
    last = max((at for at, line in enumerate(read) if line.level is not None), default=-1)
    for at, line in enumerate(read):
        if (section is None or at > last) and _REMARK.match(plain(line.passage.text)):
            outline.notes.append(line.passage)
        elif _opens(line, section_level) and not (line.scores and line.points is None):
            name, points = heading(line.passage.text[: line.head or None])
            section = DraftSection(name, line.passage.spot, line.points or points, kind_of(name))
            outline.sections.append(section)
            heads.append(line.passage)
            item = None
        elif _begins(line, item_level):
            section = section or _first(outline, title, line)
            item = _item(line)
            section.items.append(item)
        elif item is not None:
            item.standard.append(line.passage)
        elif line.scores or (section is not None and section.kind != "score" and line.says):
            section = section or _first(outline, title, line)
            item = DraftItem(section.title, line.passage.spot, section.points)
            item.standard.append(line.passage)
            section.items.append(item)
        else:
            outline.notes.append(line.passage)
    outline.notes += [one for one in heads if _SENTENCE.search(plain(one.text)) and _empty(outline, one)]


def _empty(outline: Outline, head: Passage) -> bool:
    """Whether nothing came of a line that looked like a heading."""
    return any(one.spot == head.spot and not one.items and one.points is None for one in outline.sections)


def _unsigned(lines: list[_Line]) -> list[_Line]:
    """The lines without who signed and when."""
    if len(lines) > 2 and _DATE.fullmatch(plain(lines[-1].passage.text).strip()):  # noqa: PLR2004 - a text above them
        return lines[:-1] if lines[-2].says or lines[-2].scores else lines[:-2]
    return lines


def _first(outline: Outline, title: str, line: _Line) -> DraftSection:
    section = DraftSection(title, line.passage.spot)
    outline.sections.append(section)
    return section


def _line(passage: Passage) -> _Line:
    text = plain(passage.text)
    level = level_of(text)
    match = _WORTH.match(text)
    found = next((group for group in match.groups() if group), None) if match else None
    points = number(found) if found else None
    last = _LAST.search(text) if points is None and level is not None else None
    if last:
        first = _FIRST.match(text)
        head = first.end() if first and not columns.scores(first[0]) else 0
        shorter = Passage(passage.text[: last.start()], passage.spot)
        return _Line(shorter, level, number(last[1]), head, columns.scores(text))
    return _Line(
        passage, level, points, match.end() if match and points is not None else 0, columns.scores(text)
    )


def _levels(lines: list[_Line]) -> tuple[int | None, int | None]:
    """The levels of numbering that open sections and items; 9 stands for headings without a number."""
    worth = sorted({_depth(line) for line in lines if line.points is not None})
    if not worth:
        marked = sorted({_depth(line) for line in lines if line.level is not None and not line.scores})
        return None, marked[0] if marked else None
    while len(worth) > 2 and sum(_depth(line) == worth[0] and line.points is not None for line in lines) == 1:  # noqa: PLR2004 - sections and items
        del worth[0]  # the one line that says what everything is worth
    if len(worth) > 1:
        return worth[0], worth[1]
    earning = _earning(lines, worth[0])
    if earning is not None:
        return worth[0], earning
    above = sorted(
        {_depth(line) for line in lines if line.level is not None and not line.scores and line.points is None}
    )
    return (above[0] if above and above[0] < worth[0] else None), worth[0]


def _earning(lines: list[_Line], level: int) -> int | None:
    """The level below the headings whose numbered lines say what they earn, each for itself."""
    below = [line for line in lines if line.level is not None and line.level > level and line.scores]
    depths = {line.level for line in below}
    heads = sum(_depth(line) == level and line.points is not None for line in lines)
    if len(depths) != 1 or len(below) <= heads or heads < 2:  # noqa: PLR2004 - sections
        return None
    return depths.pop() if all(_EARNS.search(plain(line.passage.text)) for line in below) else None


def _depth(line: _Line) -> int:
    return 9 if line.level is None else line.level


def _opens(line: _Line, level: int | None) -> bool:
    """Whether the line heads a section: one of that level, or of a level above that says no more than its name."""
    if level is None or (line.level is None and line.points is None):
        return False
    return _depth(line) == level or (_depth(line) < level and len(line.passage.text) <= _HEADING)


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
