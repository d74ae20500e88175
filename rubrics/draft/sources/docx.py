"""A Word document as lines and grids.

The only user of python-docx, which opens the package; the body is walked as it stands, because controls, tracked
insertions and merged cells hide from its tables. Nothing outside the file is ever fetched.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import docx as library
from docx.opc.exceptions import OpcError

from rubrics.draft.document import Block, Cell, Document, Grid, Passage, Row, Spot, squared
from rubrics.draft.limits import CELLS, COLUMNS, ROWS
from rubrics.problems import Refused, problem

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED: Final = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", _FALLBACK}
_THROUGH: Final = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_BOXES: Final = {
    "2610": "□",
    "25A1": "□",
    "00A3": "□",
    "F0A3": "□",
    "F06F": "□",
    "F0A8": "□",
    "2611": "☑",
    "2612": "☒",
}
_DEEPEST: Final = 60

Element = Any
"""An element of the body; lxml has no types of its own."""


def read(data: bytes, name: str) -> Document:
    """The lines and tables of the body, in order."""
    try:
        body = library.Document(io.BytesIO(data)).element.body
    except (OpcError, KeyError, ValueError, AttributeError, TypeError, OSError, SyntaxError) as error:
        raise Refused(problem("document_damaged")) from error
    return Document("docx", name, tuple(_blocks(body)))


def _blocks(body: Element) -> Iterator[Block]:
    line = table = 0
    for element in _children(body):
        if element.tag == f"{_W}p":
            line += 1
            text = _text(element)
            if text.strip():
                yield Passage(text.strip(), Spot(line=line))
        elif element.tag == f"{_W}tbl":
            table += 1
            yield Grid(_rows(element, table))


def _children(parent: Element, depth: int = 0) -> Iterator[Element]:
    """The children, those inside controls and tracked insertions among them."""
    for child in parent:
        if child.tag in _THROUGH and depth < _DEEPEST:
            yield from _children(child, depth + 1)
        else:
            yield child


def _text(element: Element) -> str:
    """All text of a paragraph as it is printed: without what was deleted, with breaks and boxes."""
    words: list[str] = []
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        elif child.tag in {f"{_W}t", f"{_W}delText"}:
            words.append(child.text or "")
        elif child.tag == f"{_W}tab":
            words.append(" ")
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            words.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            words.append("-")
        elif child.tag == f"{_W}sym":
            words.append(_BOXES.get((child.get(f"{_W}char") or "").upper(), ""))
        else:
            stack.append(iter(child))
            if len(stack) > _DEEPEST:
                stack.pop()
    return "".join(words)


def _rows(table: Element, number: int) -> tuple[Row, ...]:
    """The rows of a table; a cell that goes on below is the same cell there."""
    rows: list[list[Cell]] = []
    total = 0
    for row in (child for child in _children(table) if child.tag == f"{_W}tr"):
        above = rows[-1] if rows else []
        made = _row(row, above, Spot(table=number, row=len(rows) + 1))
        rows.append(made)
        total += len(made)
        if len(rows) > ROWS or len(made) > COLUMNS or total > CELLS:
            place = f"{len(rows)} × {len(made)}"
            raise Refused(problem("document_rows", place=place, rows=ROWS, columns=COLUMNS))
    return squared(rows)


def _row(row: Element, above: list[Cell], spot: Spot) -> list[Cell]:
    cells: list[Cell] = [
        Cell("", Spot(spot.table, spot.row, at + 1)) for at in range(_number(row, "trPr", "gridBefore", 0))
    ]
    for element in (child for child in _children(row) if child.tag == f"{_W}tc"):
        span = _number(element, "tcPr", "gridSpan", 1)
        at = len(cells)
        if _goes_on(element) and at < len(above):
            cells.extend(above[at : at + span])
            cells.extend(above[-1:] * (at + span - len(cells)))
        else:
            cell = Cell(_cell_text(element), Spot(spot.table, spot.row, at + 1))
            cells.extend([cell] * span)
        if len(cells) > COLUMNS:
            break
    return cells


def _goes_on(cell: Element) -> bool:
    """Whether the cell is the lower part of one that was merged down."""
    properties = cell.find(f"{_W}tcPr")
    merge = properties.find(f"{_W}vMerge") if properties is not None else None
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _number(element: Element, holder: str, name: str, default: int) -> int:
    properties = element.find(f"{_W}{holder}")
    found = properties.find(f"{_W}{name}") if properties is not None else None
    written = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(written), COLUMNS + 1) if re.fullmatch(r"[0-9]{1,4}", written) else default


def _cell_text(cell: Element) -> str:
    """The paragraphs of a cell, those of tables inside it too."""
    lines = [_text(one).strip() for one in cell.iter(f"{_W}p")]
    return "\n".join(line for line in lines if line)
