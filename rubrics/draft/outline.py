"""The outline of a scheme before its standards are read: sections with what their headings say, items with texts.

Both ways of reading, tables and prose, end here.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from typing import Any, Final, Literal

from rubrics.draft.document import Passage, Spot
from rubrics.draft.numerals import NUMBER, number, plain

SectionKind = Literal["score", "bonus", "penalty", "veto"]

_POINTS_BEHIND: Final = re.compile(
    rf"[\s,:、]*\(?\s*(?:共|计|满分|分值|权重|合计)?\s*:?\s*({NUMBER})\s*分\s*\)?[\s:。;,、]*$"
    rf"|\s*\(\s*({NUMBER})\s*\)\s*$|\s+({NUMBER})\s*$|\(\s*({NUMBER})\s*%\s*\)$"
)
_POINTS_WITHIN: Final = re.compile(rf"\(\s*(?:共|计|满分|分值|总分)?\s*:?\s*({NUMBER})\s*分\s*\)")
_NUMBERING: Final = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百0-9]{1,4}(?:部分|章|节|条|项|款)\s*[:、.]?|[(]?[一二三四五六七八九十]{1,3}[)、.]|[(][0-9]{1,2}[)]|[0-9]{1,2}(?:[.\-][0-9]{1,2})+\s*[.、)]?|[0-9]{1,2}\s*[.、)](?![0-9])|[0-9]{1,2}\s+(?=[\u4e00-\u9fff])|[①-⑳]|[*•■◆●○□\-]\s*)\s*"
)
_BONUS: Final = re.compile(r"加分|附加分?项?|奖励(?:项|分|加分)|额外奖励")
_PENALTY: Final = re.compile(r"^(?:扣分|减分|负分|倒扣分?|惩罚|罚分|负面)(?:项|因素|清单|事项|内容)?")
_VETO: Final = re.compile(r"否[决优]")
_BOTH: Final = re.compile(r"加[、/]?[减扣]分|奖[惩罚]|加分[与和及、]\s*[减扣]分")
"""What adds and what takes under one heading; losses among gains are taken from the total all the same."""
_ZEROES: Final = re.compile(r"(?:不得|[零0]|清零)分?项")
_CONTINUED: Final = re.compile(r"\s*(?:\(续(?:表|上表)?\s*[0-9]?\)|续[表上]表?)\s*$")


@dataclass(frozen=True, slots=True)
class Level:
    """One of several levels of a row: its name and worth by the head of its column, and its own cell."""

    name: str
    worth: dict[str, Any]
    cell: Passage
    head: str = ""

    @property
    def quote(self) -> str:
        """The head and the text of the cell."""
        text = self.cell.text.strip()
        return f"{self.head}：{text}" if text else self.head


@dataclass(slots=True)
class DraftItem:
    """A row of the table: its texts with their places, and what it is worth if that is written.

    `sides` says of a text in a column like 扣分标准 what its bare amounts do, `names` what its row is about; `shared` that its standard is merged over
    several rows, `pooled` that several rows share its points.
    """

    title: str
    spot: Spot
    points: Decimal | None = None
    content: list[Passage] = field(default_factory=list)
    standard: list[Passage] = field(default_factory=list)
    evidence: list[Passage] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    sides: dict[Spot, str] = field(default_factory=dict)
    names: dict[Spot, str] = field(default_factory=dict)
    shared: bool = False
    pooled: bool = False


@dataclass(slots=True)
class DraftSection:
    """A group of items with its heading, and the sheet of a workbook that it stands on if there are several."""

    title: str
    spot: Spot
    points: Decimal | None = None
    kind: SectionKind = "score"
    sheet: str = ""
    items: list[DraftItem] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """Everything that was found: sections, the total that is printed, subtotals, and lines outside the rows."""

    sections: list[DraftSection] = field(default_factory=list)
    total: Decimal | None = None
    total_spot: Spot | None = None
    subtotals: list[tuple[DraftSection, Decimal, Spot]] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)


_LEVELS: Final = (
    re.compile(r"\s*第[一二三四五六七八九十0-9]{1,3}(?:部分|章|节|项|类)"),
    re.compile(r"\s*#*\s*\**\s*[一二三四五六七八九十]{1,3}\s*[、.,]"),
    re.compile(r"\s*#*\s*\**\s*\([一二三四五六七八九十]{1,3}\)"),
    re.compile(
        r"\s*\**\s*[0-9]{1,2}\s*(?:[.、](?![0-9])|(?:[.\-][0-9]{1,2})+\s*[.、)]?|\s+(?!分)(?=[\u4e00-\u9fff]))"
    ),
    re.compile(r"\s*(?:\([0-9]{1,2}\)|[0-9]{1,2}\)|[①-⑳])"),
)


def flat(text: str) -> str:
    """A label in one line; one that is written downwards, a sign a line, is one word again."""
    words = text.split()
    head = list(takewhile(lambda word: len(word) == 1, words))
    return " ".join(["".join(head), *words[len(head) :]]) if len(head) > 1 else " ".join(words)


def level_of(text: str) -> int | None:
    """The level of numbering with which a line begins: 第一章, 一、, （一）, 1., （1）; None without a number."""
    written = plain(text)
    return next((at for at, mark in enumerate(_LEVELS) if mark.match(written)), None)


def heading(text: str) -> tuple[str, Decimal | None]:
    """A heading without its number and with the points that stand in it."""
    written = flat(text)
    again = _CONTINUED.search(plain(written))
    written = written[: again.start()] if again and again.start() else written
    points = None
    for pattern in (_POINTS_BEHIND, _POINTS_WITHIN):
        match = pattern.search(plain(written))
        if match and match.start() > 0:
            points = number(next(group for group in match.groups() if group))
            written = (written[: match.start()] + written[match.end() :]).strip()
            break
    return untold(written) or written, points


def untold(text: str) -> str:
    """A title without the number before it and the signs around it."""
    text = text.lstrip(" #")
    match = _NUMBERING.match(plain(text))
    rest = text[match.end() :] if match else text
    return rest.strip(" 　:：、，,;；。.…·")


def kind_of(title: str) -> SectionKind:
    """What a section is by its title: most are scored, some add, some only take, some decide it all."""
    written = plain(title)
    if _BOTH.search(written):
        return "bonus"
    if _BONUS.search(written) and not re.search(r"[扣减]分", written):
        return "bonus"
    if _PENALTY.search(written):
        return "penalty"
    return "veto" if _VETO.search(written) or _ZEROES.match(written) else "score"
