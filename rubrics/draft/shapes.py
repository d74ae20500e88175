"""What the shape of an outline says that no single row does.

Rows that only head the rows below them, groups that are the names of single items, groups whose points no row shares
out: each is put right before the standards are read.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from rubrics.draft.document import Passage
from rubrics.draft.effects import Award, Bare, Worth
from rubrics.draft.numerals import plain
from rubrics.draft.outline import DraftItem, DraftSection, Outline, heading, kind_of
from rubrics.draft.sentences import read
from rubrics.points import ZERO

_HEADED: Final = re.compile(
    r"\s*#*\s*\**\s*(?:第[一二三四五六七八九十0-9]{1,3}(?:部分|章|节|项|类)|[一二三四五六七八九十]{1,3}\s*[、.,]|\([一二三四五六七八九十]{1,3}\))"
)
_LONGEST: Final = 40


def settle(outline: Outline, total: Decimal | None) -> None:
    """Put the outline right; `total` is what the scheme says that everything is worth."""
    outline.sections = [part for section in outline.sections for part in _headed(section)]
    if total is not None and not any(one.kind == "score" and one.items for one in outline.sections):
        for section in outline.sections:  # nothing but losses is taken from the total itself
            section.kind = "score" if section.kind == "penalty" else section.kind
    _single_groups(outline)
    for section in outline.sections:
        if section.points is not None and section.kind == "score":
            _unpriced(section, section.points)
    _unpriced_whole(outline, total)


def headline(lines: Sequence[Passage]) -> tuple[str, Decimal | None] | None:
    """The heading of a table that stands in the lines above it: numbered, or with points; None if there is none."""
    for line in reversed(lines[-3:]):
        text = " ".join(line.text.split())
        if len(text) > _LONGEST:
            return None
        title, points = heading(text)
        if _HEADED.match(plain(text)) and not re.search(r"[。;]$", plain(text)):
            return title, points
    return None


def _headed(section: DraftSection) -> list[DraftSection]:
    """An item without a standard whose points are those of the items below it is a heading."""
    items = section.items
    empty = [at for at, item in enumerate(items) if not item.standard and not item.content and item.title]
    if not empty or empty[0] != 0 or len(empty) == len(items):
        return [section]
    parts = []
    for at, end in zip(empty, [*empty[1:], len(items)], strict=True):
        below = items[at + 1 : end]
        known = [item.points for item in below if item.points is not None]
        if not below or (items[at].points is not None and known and sum(known, ZERO) != items[at].points):
            return [section]
        head = items[at]
        part = DraftSection(head.title, head.spot, head.points, kind_of(head.title))
        part.items = below
        parts.append(part)
    return parts


def _single_groups(outline: Outline) -> None:
    """Groups of one item each are the items' own names, unless their headings have points; each sheet by itself."""
    scored = [section for section in outline.sections if section.items and section.kind == "score"]
    if len(scored) < 2 or any(len(one.items) > 1 or one.points is not None for one in scored):  # noqa: PLR2004 - a pattern
        return
    merged: list[DraftSection] = []
    for section in scored:
        if not merged or merged[-1].sheet != section.sheet:
            merged.append(DraftSection(section.sheet, section.spot, sheet=section.sheet))
        for item in section.items:
            item.title = item.title or section.title
            merged[-1].items.append(item)
    rest = [section for section in outline.sections if section not in scored and section.items]
    outline.sections = [*merged, *rest]


def _unpriced(section: DraftSection, points: Decimal) -> None:
    """Rows that share the points of their group without saying how are one item."""
    if len(section.items) > 1 and all(map(_free, section.items)):
        section.items = [_joined(section.items, section.title, points)]


def _unpriced_whole(outline: Outline, total: Decimal | None) -> None:
    """Rows of a scheme that says its total only are one item, from which all is deducted."""
    scored = [section for section in outline.sections if section.kind == "score" and section.items]
    items = [item for section in scored for item in section.items]
    if (
        total is None
        or not items[1:]
        or any(one.points is not None for one in scored)
        or not all(map(_free, items))
    ):
        return
    section = DraftSection("", scored[0].spot, total)
    section.items = [_joined(items, "", total)]
    outline.sections = [section, *(one for one in outline.sections if one not in scored)]


def _free(item: DraftItem) -> bool:
    """Whether nothing in the item says what it is worth."""
    if item.points is not None:
        return False
    passages = [passage for passage in (*item.content, *item.standard) if not item.sides.get(passage.spot)]
    sentences = [one for passage in passages for one in read(passage)]
    return not any(isinstance(one.effect, Award | Bare | Worth) for one in sentences)


def _joined(items: Sequence[DraftItem], title: str, points: Decimal) -> DraftItem:
    joined = DraftItem(title, items[0].spot, points, pooled=True)
    for item in items:
        joined.content += [one for one in item.content if one not in joined.content]
        joined.standard += [one for one in item.standard if one not in joined.standard]
        joined.evidence += [one for one in item.evidence if one not in joined.evidence]
        joined.sides |= item.sides
        joined.names |= item.names
    return joined
