"""Conditions in prose: the numbered lines below 申报条件, 基本条件, 必备条件 and the like, each a gate.

Takes its lines out of the document, so that nothing else reads them again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from rubrics.draft import columns
from rubrics.draft.book import Book, Tree
from rubrics.draft.document import Passage
from rubrics.draft.numerals import NUMBER, number, plain
from rubrics.draft.outline import heading, level_of, untold
from rubrics.draft.shortened import short
from rubrics.draft.units import UNIT

_HEADING: Final = re.compile(
    r"(?:申报|评选|创建|命名|推荐|准入|入选|参评|评审|认定|基本|必备|必要|资格|前提|硬性|领衔人|带头人)[^,。;:]{0,8}(?:条件|资格|要求|标准)$|^(?:基本|必备|申报)?条件$"
)
_EXCLUDED: Final = re.compile(
    r"(?:不得|不能|不予|不再|一票|取消)[^,。;]{0,4}(?:申报|推荐|参评|评选|命名|否决)|否决"
)
_SOFT: Final = re.compile(r"原则上|优先|一般")
_STATE: Final = re.compile(
    r"^(?:尚?未|没有|无)[^,。;]{0,16}(?:命名|处分|事故|违[纪法规]|不良|案件|投诉|违反)"
)
_BOUND: Final = re.compile(
    rf"(?:不少于|不低于|至少|≥|不小于)\s*({NUMBER})\s*({UNIT}|年|平方米|㎡|万元|%|周?岁)|({NUMBER})\s*({UNIT}|年|平方米|㎡|万元|%|周?岁)\s*(?:\([^()]*\))?\s*(?:及|或)?以上"
)
_LEAST: Final = 2
_LINE: Final = 30


@dataclass(slots=True)
class Gates:
    """A heading of conditions with the conditions below it."""

    title: str
    conditions: list[Passage] = field(default_factory=list)


def take(lines: Sequence[Passage]) -> tuple[list[Gates], list[Passage]]:
    """The conditions, and all other lines."""
    found: list[Gates] = []
    rest: list[Passage] = []
    at = 0
    while at < len(lines):
        end = _below(lines, at)
        if end:
            title = heading(lines[at].text)[0]
            found.append(Gates(title, [*lines[at + 1 : end]]))
            at = end
        else:
            rest.append(lines[at])
            at += 1
    return found, rest


def _below(lines: Sequence[Passage], at: int) -> int:
    """Where the conditions of a heading end; 0 if the line is no such heading."""
    own = level_of(lines[at].text)
    title = plain(heading(lines[at].text)[0])
    if len(title) > _LINE or not _HEADING.search(title) or _EXCLUDED.search(title):
        return 0
    end = at + 1
    first = level_of(lines[end].text) if end < len(lines) else None
    while (
        end < len(lines)
        and first is not None
        and (own is None or first > own)
        and level_of(lines[end].text) == first
        and not columns.scores(lines[end].text)
    ):
        end += 1
    return end if end - at > _LEAST else 0


def write(found: Sequence[Gates], number_of_first: int, book: Book) -> list[Tree]:
    """The sections of conditions."""
    sections = []
    for no, gates in enumerate(found, start=number_of_first):
        items = [_item(f"{no}.{at}", one, book) for at, one in enumerate(gates.conditions[:99], start=1)]
        sections.append({"no": no, "title": gates.title, "items": items})
    return sections


def _item(no: str, passage: Passage, book: Book) -> Tree:
    text = untold(" ".join(passage.text.split())) or passage.text.strip()
    words = plain(text)
    rule: Tree = {"letter": "a", "kind": "gate"}
    rule["strength"] = "exclusion" if _STATE.search(words) else "soft" if _SOFT.search(words) else "hard"
    bounds = list(_BOUND.finditer(words))
    if len(bounds) == 1:
        value = _value(bounds[0])
        rule |= {"minimum": value[0], "unit": value[1]} if value else {}
    title = re.split(r"[,。;:(]", words)[0]
    item: Tree = {"no": no, "title": text[: len(title)][:20] or text[:20], "content": passage.text.strip()}
    book.doubt(no, "a", "gate", short(passage.text), passage.spot)
    return item | {"rules": [rule | {"text": text, "quote": passage.text.strip()}]}


def _value(match: re.Match[str]) -> tuple[Decimal, str] | None:
    value = number(match[1] or match[3])
    return (value, "".join((match[2] or match[4]).split())) if value else None
