"""A table that people filled in with Excel, read back: rows by the keys of their columns, and where the form is broken.

It knows headers and cells, not what they mean: whoever reads a table says which columns it has. What is wrong is told
as codes with their places, never in words.
"""

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from exports.text import from_xml
from rubrics.draft.limits import CELLS, COLUMNS, PASSAGE, ROWS
from rubrics.draft.sources import package
from rubrics.points import show
from rubrics.problems import Refused, problem

HEADER_WITHIN: Final = 12
"""Rows from the top in which the header is looked for."""
LEAST: Final = 2
"""Known headers that make a row the header."""
_ERRORS: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})
_DIGITS: Final = 15
"""All that a binary fraction can hold of a decimal one."""
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >/]")
"""Where a sheet's cells hold formulas, as its file says it."""
_BROKEN: Final = (
    InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError,
    zipfile.BadZipFile, SyntaxError, EOFError, AssertionError,
)  # fmt: skip
"""What openpyxl raises on files that are none."""

Json = dict[str, Any]
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


class _Formula(str):
    """What stands in a cell in place of the value that nobody stored."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its key, and the headers by which it is known, in every language.

    With `many` the header begins with one of them and what follows tells several such columns apart; their keys are
    `key:rest`.
    """

    key: str
    labels: tuple[str, ...]
    required: bool = False
    many: bool = False


def read(data: bytes, columns: Sequence[Column]) -> Json:
    """The table of a workbook as plain values; refuses (Refused) what is none.

    Gives `sheet`, `header` (its row), `columns` (key -> header as it is written), `ignored` (other headers), `rows`
    (each `row`, `cells` by key, `merged` keys) and `problems` (each `row`, `column`, `code`, `params`).
    """
    book = _opened(data)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            page = _Page(sheet)
            if header := _header(page, columns):
                return _table(page, header, columns)
    wanted = tuple(each.labels[0] for each in columns if each.required)
    raise Refused(problem("upload_no_table", columns=wanted))


def read_sheets(data: bytes, tables: Mapping[str, tuple[Sequence[str], Sequence[Column]]], word: str) -> Json:
    """The tables of a workbook, each on the sheet that has one of its titles; refuses a workbook without any.

    Gives `tables` (key -> what `read` gives) and `word` (what the workbook keeps under that name outside its cells).
    """
    book = _opened(data)
    found = _titled(book, tables, printed=False)
    if not found:
        raise Refused(problem("upload_no_table", columns=tuple(titles[0] for titles, _ in tables.values())))
    return {"tables": found, "word": _word(book, word)}


def read_printed(
    data: bytes, titles: Mapping[str, Sequence[str]], columns: Sequence[Column], word: str
) -> Json:
    """The tables of a workbook whose sheets are forms: alike, each with lines above and below its table.

    What is merged over several columns is no row, several rows merged into one are one. Gives what `read_sheets` gives,
    and `others`, the titles of sheets with such a table that are not read; of a workbook in which no sheet has a known
    title the first table, with an empty key.
    """
    book = _opened(data)
    found = _titled(book, {key: (names, columns) for key, names in titles.items()}, printed=True)
    taken, others = {table["sheet"] for table in found.values()}, []
    for sheet in book.worksheets:
        if sheet.title in taken or sheet.sheet_state != "visible":
            continue
        page = _Page(sheet)
        if not (header := _header(page, columns)):
            continue
        if found:
            others.append(page.title)
        else:
            found[""] = _table(page, header, columns, printed=True)
    if not found:
        wanted = tuple(each.labels[0] for each in columns if each.required)
        raise Refused(problem("upload_no_table", columns=wanted))
    return {"tables": found, "word": _word(book, word), "others": others}


def _titled(
    book: Any,  # noqa: ANN401 - see _opened
    tables: Mapping[str, tuple[Sequence[str], Sequence[Column]]],
    *,
    printed: bool,
) -> Json:
    found: Json = {}
    for sheet in book.worksheets:
        known = (key for key, (titles, _) in tables.items() if _plain(sheet.title) in map(_plain, titles))
        key = next(known, None)
        if key is None or key in found or sheet.sheet_state != "visible":
            continue
        page, columns = _Page(sheet), tables[key][1]
        if header := _header(page, columns):
            found[key] = _table(page, header, columns, printed=printed)
    return found


def _word(book: Any, word: str) -> str:  # noqa: ANN401 - see _opened
    kept = book.defined_names.get(word)
    return str(kept.attr_text).strip('"') if kept is not None else ""


def _opened(data: bytes) -> Any:  # noqa: ANN401 - openpyxl's workbook, whose parts are read without its types
    if package.kind(data) != "xlsx":
        raise Refused(problem("upload_not_excel"))
    try:
        book = load_workbook(BytesIO(data), data_only=True, keep_links=False)
        _tell_unvalued(book, data)
    except _BROKEN as error:
        raise Refused(problem("document_damaged")) from error
    return book


def _tell_unvalued(book: Any, data: bytes) -> None:  # noqa: ANN401 - see _opened
    """Let each cell whose formula has no stored value say the formula: programs that do not reckon leave it so."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        if not any(_FORMULA.search(parts.read(name)) for name in sheets):
            return
    asked = load_workbook(BytesIO(data), data_only=False, keep_links=False)
    for sheet in book.worksheets:
        for at, cell in asked[sheet.title]._cells.items():  # noqa: SLF001 - see _Page
            held = sheet._cells.get(at)  # noqa: SLF001 - same
            if cell.data_type == "f" and held is not None and held.value is None and held.data_type != "str":
                held._value = _Formula(getattr(cell.value, "text", None) or cell.value)  # noqa: SLF001 - same


class _Page:
    """A sheet as texts by place, and its merged areas."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - openpyxl's sheet; its map of cells has no public name
        cells = sheet._cells.items()  # noqa: SLF001 - see above
        self.title = str(sheet.title)
        self.texts = {at: text for at, cell in cells if (text := said(cell.value))}
        self.unvalued = frozenset(at for at, cell in cells if isinstance(cell.value, _Formula))
        self.last_row = max((row for row, _ in self.texts), default=0)
        self.last_column = max((column for _, column in self.texts), default=0)
        if self.last_row > ROWS or self.last_column > COLUMNS or len(self.texts) > CELLS:
            place = f"{self.title} {self.last_row} × {self.last_column}"
            raise Refused(problem("document_rows", place=place, rows=ROWS, columns=COLUMNS))
        self.areas: list[Area] = [
            (
                area.min_row,
                area.min_col,
                min(area.max_row, self.last_row),
                min(area.max_col, self.last_column),
            )
            for area in sheet.merged_cells.ranges
        ]
        self.merged = {at: (area[0], area[1]) for area in self.areas for at in _places(area)}

    def at(self, row: int, column: int) -> str:
        """What a cell says, or the merged area that it is in."""
        return self.texts.get(self.known((row, column)), "")

    def known(self, at: tuple[int, int]) -> tuple[int, int]:
        """Where what a place says is kept: itself, or the first cell of its merged area."""
        return self.merged.get(at, at)


def _places(area: Area) -> Iterator[tuple[int, int]]:
    top, left, bottom, right = area
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def said(value: object) -> str:
    """What a cell means as a text: a day as 2026-03-01, a number without binary dust, words without blanks around."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - not a number
            return ""
        return show(Decimal(f"{value:.{_DIGITS}g}")) if abs(value) < 10**12 else str(value)
    text = from_xml(str(value)).replace("\r\n", "\n").replace("\r", "\n").strip()
    return text[:PASSAGE]


# --- headers -------------------------------------------------------------------------------------


def _plain(label: str) -> str:
    """A header as it is compared: width, case, blanks and marks for "must be filled in" do not count."""
    return re.sub(r"[\s*]+", "", unicodedata.normalize("NFKC", label)).casefold()


def _bare(plain: str) -> str:
    """A header without what stands in brackets."""
    return re.sub(r"\([^()]*\)", "", plain)


def _key(label: str, columns: Iterable[Column]) -> str | None:
    """The key of a header, None for one that the table does not know."""
    plain = _plain(label)
    for column in columns:
        for known in map(_plain, column.labels):
            if not column.many and _bare(plain) == _bare(known):
                return column.key
            if column.many and plain.startswith(known) and plain != known:
                return f"{column.key}:{plain.removeprefix(known)}"
    return None


def _header(page: _Page, columns: Sequence[Column]) -> int:
    """The row with the most headers that are known, 0 where there is none."""
    rows = range(1, min(HEADER_WITHIN, page.last_row) + 1)
    found = {row: sum(1 for _, key in _headers(page, row, columns) if key) for row in rows}
    best = max(found, key=lambda row: (found[row], -row), default=0)
    return best if found.get(best, 0) >= LEAST else 0


def _headers(page: _Page, row: int, columns: Sequence[Column]) -> list[tuple[int, str | None]]:
    across = range(1, page.last_column + 1)
    labels = {column: label for column in across if (label := page.texts.get((row, column)))}
    return [(column, _key(label, columns)) for column, label in labels.items()]


# --- the table -----------------------------------------------------------------------------------


def _table(page: _Page, header: int, columns: Sequence[Column], *, printed: bool = False) -> Json:
    found = _headers(page, header, columns)
    first: dict[str, int] = {}
    problems: list[Json] = []
    for column, key in found:
        if key is None:
            continue
        if key in first:
            letters = get_column_letter(first[key]), get_column_letter(column)
            label = page.at(header, column)
            problems.append(_wrong(header, label, "upload_column_twice", first=letters[0], second=letters[1]))
        else:
            first[key] = column
    labels = {key: page.at(header, column) for key, column in first.items()}
    musts = [first[each.key] for each in columns if printed and each.required and each.key in first]
    passed = _passed(page, header, musts)
    problems += _merged(page, header, first, labels, passed)
    problems += [
        _wrong(header, each.labels[0], "upload_column_missing")
        for each in columns
        if each.required and not each.many and each.key not in first
    ]
    rows = [
        row
        for number in range(header + 1, page.last_row + 1)
        if number not in passed and (row := _row(page, number, first))["cells"]
    ]
    problems += [
        _wrong(row["row"], labels[key], "upload_cell_error", value=value)
        for row in rows
        for key, value in row["cells"].items()
        if value in _ERRORS
    ]
    problems += [
        _wrong(row["row"], labels[key], "upload_cell_unvalued", value=row["cells"][key])
        for row in rows
        for key in row["cells"]
        if page.known((row["row"], first[key])) in page.unvalued
    ]
    if not rows:
        problems.append(_wrong(header, "", "upload_no_rows"))
    return {
        "sheet": page.title,
        "header": header,
        "columns": labels,
        "ignored": [page.at(header, column) for column, key in found if key is None],
        "rows": rows,
        "problems": sorted(problems, key=lambda each: int(each["row"])),
    }


def _passed(page: _Page, header: int, musts: Sequence[int]) -> frozenset[int]:
    """The rows of a form that are no rows of its table: lines over several columns, what goes on with the row above."""
    areas = {at: area for area in page.areas for at in _places(area)} if musts else {}
    passed = set()
    for row in range(header + 1, page.last_row + 1) if musts else ():
        held = [areas.get((row, column)) for column in musts]
        wide = all(area is not None and area[1] != area[3] for area in held)
        below = all(area is not None and area[1] == area[3] and area[0] < row for area in held)
        if wide or below:
            passed.add(row)
    return frozenset(passed)


def _merged(
    page: _Page, header: int, first: Mapping[str, int], labels: Mapping[str, str], passed: frozenset[int]
) -> Iterator[Json]:
    """Every merged area that touches the table, with the column in which it begins."""
    for top, left, bottom, right in sorted(page.areas):
        keys = [key for key, column in first.items() if left <= column <= right]
        apart = (left == right or top in passed) and all(row in passed for row in range(top + 1, bottom + 1))
        if bottom < header or not keys or (passed and apart):
            continue
        area = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
        yield _wrong(max(top, header), labels[keys[0]], "upload_merged", area=area)


def _row(page: _Page, number: int, first: Mapping[str, int]) -> Json:
    cells = {key: text for key, column in first.items() if (text := page.at(number, column))}
    merged = [key for key, column in first.items() if (number, column) in page.merged]
    return {"row": number, "cells": cells, "merged": merged}


def _wrong(row: int, column: str, code: str, **params: str) -> Json:
    return {"row": row, "column": column, "code": code, "params": params}
