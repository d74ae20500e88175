"""Tags in pasted text: paragraphs, line breaks and check boxes become text, HTML tables become grids.

A tolerant reader of a few tags; what it does not know it leaves out.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Final

from rubrics.draft.document import Block, Cell, Grid, Passage, Spot, squared
from rubrics.draft.limits import CELLS, COLUMNS, ROWS
from rubrics.problems import Refused, problem

TABLE: Final = re.compile(r"<t[rdh][\s>]", re.IGNORECASE)
"""That there are tables in tags."""
_BREAK: Final = re.compile(r"</p>\s*<p[^<>]{0,200}>|<br\s*/?>|</(?:p|div|li)>", re.IGNORECASE)
_BOX: Final = re.compile(r"<input[^<>]{0,200}checkbox[^<>]{0,200}>", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:p|div|span|b|i|u|s|strong|em|font|a|li|ul|ol|h[1-6]|sub|sup|input|img|td|tr|th|table|tbody|thead|section)\b[^<>]{0,300}/?>",
    re.IGNORECASE,
)
_STARS: Final = re.compile(r"\*\*(?=\S)(.{1,200}?)(?<=\S)\*\*")
_LINES: Final = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_SPAN: Final = 200


def plain(text: str) -> str:
    """The text without tags and stars; a check box is the square that it prints as."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _BOX.sub("□", text)))
    if "**" in text:
        text = _STARS.sub(r"\1", text)
    if "&" in text:
        text = unescape(text)
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def blocks(text: str) -> Iterator[Block]:
    """The lines and tables of a text with tables in tags."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_line()
    reader.end_table()
    yield from reader.blocks


class _Reader(HTMLParser):
    """Collects cells with their spans; nested tables are read as text of their cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._rows: list[list[Cell]] = []
        self._pending: dict[tuple[int, int], Cell] = {}
        self._text: list[str] = []
        self._span = (1, 1)
        self._depth = 0
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open rows and cells, and keep line breaks."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.end_line()
        elif tag == "tr" and self._depth <= 1:
            self._end_cell()
            self._rows.append([])
        elif tag in {"td", "th"} and self._depth <= 1 and self._rows:
            self._end_cell()
            found = dict(attrs)
            self._span = (_number(found.get("rowspan")), _number(found.get("colspan")))
            self._in_cell = True
            self._text = []
        elif tag == "input" and (dict(attrs).get("type") or "") == "checkbox":
            self._text.append("□")
        elif tag in _LINES:
            self._line()

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag == "table":
            self._depth = max(0, self._depth - 1)
            if self._depth == 0:
                self._end_cell()
                self.end_table()
        elif tag in {"td", "th", "tr"} and self._depth <= 1:
            self._end_cell()
        elif tag in _LINES:
            self._line()

    def handle_data(self, data: str) -> None:
        """Collect the text."""
        if self._in_cell:
            self._text.append(data)
        elif not self._rows:
            for at, line in enumerate(data.split("\n")):
                if at:
                    self.end_line()
                self._text.append(line)

    def _line(self) -> None:
        if self._in_cell:
            self._text.append("\n")
        elif not self._rows:
            self.end_line()

    def end_line(self) -> None:
        """Put the line that is open among the blocks."""
        text = plain("".join(self._text))
        if text and not self._in_cell:
            self.blocks.append(Passage(text, Spot(line=self.getpos()[0])))
        if not self._in_cell:
            self._text = []

    def _end_cell(self) -> None:
        if not self._in_cell:
            return
        text = "\n".join(line for one in "".join(self._text).split("\n") if (line := " ".join(one.split())))
        cell = Cell(plain(text), Spot(line=self.getpos()[0], column=len(self._rows[-1]) + 1))
        row = len(self._rows) - 1
        self._fill(row)
        for _ in range(self._span[1]):
            at = len(self._rows[row])
            for below in range(1, self._span[0]):
                self._pending[(row + below, at)] = cell
            self._rows[row].append(cell)
        if len(self._rows) > ROWS or len(self._rows[row]) > COLUMNS or len(self._pending) > CELLS:
            place = f"{len(self._rows)} × {len(self._rows[row])}"
            raise Refused(problem("document_rows", place=place, rows=ROWS, columns=COLUMNS))
        self._in_cell, self._text, self._span = False, [], (1, 1)

    def _fill(self, row: int) -> None:
        """Cells that reach down from the rows above."""
        while (cell := self._pending.pop((row, len(self._rows[row])), None)) is not None:
            self._rows[row].append(cell)

    def end_table(self) -> None:
        """Put the table that is open among the blocks."""
        for row in range(len(self._rows)):
            self._fill(row)
        if any(self._rows):
            self.blocks.append(Grid(squared(self._rows)))
        self._rows, self._pending, self._in_cell, self._text = [], {}, False, []


def _number(written: str | None) -> int:
    text = (written or "").strip()
    return min(max(int(text), 1), _SPAN) if text.isdecimal() and len(text) < 6 else 1  # noqa: PLR2004 - no more digits
