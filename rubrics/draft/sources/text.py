"""Pasted text as a document: tables in tabs, pipes or HTML tags, everything else as lines.

A cell may go on in the next lines: in quotes as Excel copies it, or because its row has not all its cells yet.
"""

import re
from collections.abc import Iterator
from typing import Final

from rubrics.draft.document import Block, Cell, Document, Grid, Passage, Spot, squared
from rubrics.draft.limits import COLUMNS, ROWS, TEXT
from rubrics.draft.sources import folded, markup
from rubrics.problems import Refused, problem

_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HEADING: Final = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}[部章节页]|附|续|注|备|说明|[-—]\s*\d+\s*[-—])"
)
_NEAR: Final = 8
_JOINED: Final = 40
"""How many lines a quoted cell may go on."""


def read(data: bytes, name: str) -> Document:
    """The lines and tables of a text in UTF-8, UTF-16 or GB 18030."""
    return parse(_decoded(data), name)


def parse(text: str, name: str) -> Document:
    """The lines and tables of a text."""
    if len(text) > TEXT:
        raise Refused(problem("document_too_large", most=TEXT // 500_000))
    if markup.TABLE.search(text):
        return Document("text", name, tuple(markup.blocks(text)))
    return Document("text", name, tuple(_blocks(text)))


def _decoded(data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\x00") > len(text) // 1000:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    raise Refused(problem("document_kind", found="binary"))


def _blocks(text: str) -> Iterator[Block]:
    lines = folded.unfolded(list(enumerate(text.split("\n"), start=1)))
    rows: list[list[Cell]] = []
    at = 0
    while at < len(lines):
        number, line = lines[at]
        cells, used = _row(lines, at, max((len(row) for row in rows), default=0))
        at += used
        if cells is None:
            if not line.strip() or _RULE.fullmatch(line):
                continue
            if rows and _inside(lines, at - used):
                last = rows[-1][-1]
                rows[-1][-1] = Cell(f"{last.text}\n{markup.plain(line)}".strip(), last.spot)
                continue
            if rows:
                yield _grid(rows)
                rows = []
            yield Passage(markup.plain(line), Spot(line=number))
        else:
            rows.append([Cell(markup.plain(one), Spot(line=number, column=place)) for place, one in cells])
            if len(rows) > ROWS or len(cells) > COLUMNS:
                place = f"{len(rows)} × {len(cells)}"
                raise Refused(problem("document_rows", place=place, rows=ROWS, columns=COLUMNS))
    if rows:
        yield _grid(rows)


def _inside(lines: list[tuple[int, str]], at: int) -> bool:
    """Whether a line without tabs goes on with the cell above: no heading, and the table goes on right below it."""
    if "\t" not in "".join(line for _, line in lines[max(0, at - _NEAR) : at]) or _HEADING.match(
        lines[at][1]
    ):
        return False
    for _, line in lines[at + 1 : at + _NEAR]:
        if not line.strip() or _HEADING.match(line):
            return False
        if "\t" in line:
            return True
    return False


def _grid(rows: list[list[Cell]]) -> Grid:
    return Grid(squared(rows))


def _row(lines: list[tuple[int, str]], at: int, width: int) -> tuple[list[tuple[int, str]] | None, int]:
    """The cells of the row that begins here, if one does, and how many lines it takes."""
    line = lines[at][1]
    if "\t" in line:
        cells, used = _tabbed(lines, at, width)
        return list(enumerate(cells, start=1)), used
    if len(_PIPE.findall(line)) > 1 and not _RULE.fullmatch(line):
        cells = _PIPE.split(line.strip())
        cells = cells[1:] if not cells[0].strip() and line.strip().startswith("|") else cells
        cells = cells[:-1] if len(cells) > 1 and line.strip().endswith("|") else cells
        return list(enumerate((cell.replace("\\|", "|").strip() for cell in cells), start=1)), 1
    return None, 1


def _tabbed(lines: list[tuple[int, str]], at: int, width: int) -> tuple[list[str], int]:
    """A row in tabs, with the lines that its quoted or unfinished cells go on in."""
    cells = lines[at][1].split("\t")
    used = 1
    while used < _JOINED and at + used < len(lines) and _opened(cells):
        cells = _glued(cells, lines[at + used][1])
        used += 1
    if _opened(cells):
        cells, used = lines[at][1].split("\t"), 1
    elif used == 1 and len(cells) < width:
        cells, used = _unfinished(lines, at, cells, width)
    return [_unquoted(cell) for cell in cells], used


def _opened(cells: list[str]) -> bool:
    """Whether the last cell begins with a quote that no line has closed yet."""
    last = cells[-1]
    return last.startswith('"') and last.count('"') % 2 == 1


def _glued(cells: list[str], line: str) -> list[str]:
    first, *rest = line.split("\t")
    return [*cells[:-1], f"{cells[-1]}\n{first}", *rest]


def _unfinished(lines: list[tuple[int, str]], at: int, cells: list[str], width: int) -> tuple[list[str], int]:
    """A row that has too few cells: the next lines complete it, if together they come out even."""
    tried = cells
    for used in range(1, _JOINED):
        if at + used >= len(lines) or not lines[at + used][1].strip():
            break
        tried = _glued(tried, lines[at + used][1])
        if len(tried) == width:
            return tried, used + 1
        if len(tried) > width:
            break
    return cells, 1


def _unquoted(cell: str) -> str:
    text = cell.strip(" ")
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return cell.strip()
