"""An Excel workbook as grids, one for each sheet that is shown.

The only user of openpyxl in the draft reader. Only cells that hold something are looked at; merged areas are cut to
them. What a formula gave when it was saved is read, never the formula.
"""

import io
import zipfile
from decimal import Decimal
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from rubrics.draft.document import Cell, Document, Grid, Row, Spot
from rubrics.draft.limits import CELLS, COLUMNS, ROWS
from rubrics.points import show
from rubrics.problems import Refused, problem

_DIGITS: Final = 10
_DAMAGED: Final = (
    InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError,
    zipfile.BadZipFile, SyntaxError, EOFError, AssertionError,
)  # fmt: skip
"""What openpyxl raises on files that are none; SyntaxError is what the XML parser's error is derived from."""


def read(data: bytes, name: str) -> Document:
    """The sheets of the workbook, hidden ones left out."""
    try:
        book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except _DAMAGED as error:
        raise Refused(problem("document_damaged")) from error
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return Document("xlsx", name, tuple(grid for sheet in shown if (grid := _grid(sheet)).rows))


def _grid(sheet: Any) -> Grid:  # noqa: ANN401 - openpyxl's sheet; its map of cells has no public name
    texts = {at: text for at, cell in sheet._cells.items() if (text := _text(cell.value))}  # noqa: SLF001 - see above
    if not texts:
        return Grid((), sheet.title)
    rows, columns = max(row for row, _ in texts), max(column for _, column in texts)
    if rows > ROWS or columns > COLUMNS or len(texts) > CELLS:
        raise Refused(
            problem("document_rows", place=f"{sheet.title} {rows} × {columns}", rows=ROWS, columns=COLUMNS)
        )
    cells = {at: Cell(text, Spot(row=at[0], column=at[1], sheet=sheet.title)) for at, text in texts.items()}
    for area in sheet.merged_cells.ranges:
        _merge(cells, (area.min_row, area.min_col), (min(area.max_row, rows), min(area.max_col, columns)))
    first = min(column for _, column in texts)
    used = sorted({row for row, _ in cells})
    blank = Cell("", Spot())
    return Grid(tuple(_row(cells, row, first, columns, blank) for row in used), sheet.title)


def _merge(cells: dict[tuple[int, int], Cell], first: tuple[int, int], last: tuple[int, int]) -> None:
    """Every position of a merged area is the same cell."""
    cell = cells.get(first)
    if cell is None:
        return
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            cells[row, column] = cell


def _row(cells: dict[tuple[int, int], Cell], row: int, first: int, last: int, blank: Cell) -> Row:
    return tuple(cells.get((row, column), blank) for column in range(first, last + 1))


def _text(value: object) -> str:
    """What the cell shows: 2.0 is 2, and binary dust behind a fraction goes."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - not a number
            return ""
        return show(round(Decimal(value), _DIGITS)) if abs(value) < 10**12 else str(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()
