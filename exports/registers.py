"""The registers of a studio's file as a workbook, one sheet a register, one row an entry, and the same read back.

What is written is what is read, with what happened to the entries on a sheet of its own. How to fill the tables in
stands on a sheet that is not read. It knows no register: sheets, columns and words come with the record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from openpyxl.utils import get_column_letter

from exports import appendix, reading
from exports.labels import labels
from exports.reading import Column
from exports.styles import BODY, HEADER, MIDDLE, PLAIN, TITLE, Look
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

STUDIO: Final = "scorewalk_studio"
"""The word in the workbook that says whose file it is."""
_MONEY: Final = Look(across="right", number_format="0.##########")
_MORE: Final = 500
"""Rows below a table in which choices are offered too."""


@dataclass(frozen=True, slots=True)
class Head:
    """One column: its header, how wide it is, what may be chosen."""

    key: str
    label: str
    width: float = 16.0
    options: tuple[str, ...] = ()
    number: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: cells by the keys of the columns."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class RegistersRecord:
    """The file of a studio as it is written."""

    language: str
    studio: str
    """Its id."""
    title: str
    registers: tuple[Sheet, ...]
    steps: Sheet
    help: Sheet
    """Columns `column` and `how`."""
    rules: str
    dated: datetime


def render(record: RegistersRecord) -> bytes:
    """The workbook; equal records give equal bytes."""
    say = labels(record.language)
    book = Book(record.language, lambda no: say("elsewhere", no=no))
    footer = Footer(record.title, say("page"), f"{record.dated:%Y-%m-%d}")
    for sheet in (*record.registers, record.steps):
        _table(book.page(sheet.title), sheet, footer)
    _help(book.page(record.help.title), record, footer)
    appendix.draw(book, say, footer)
    book.store(STUDIO, record.studio)
    book.describe(record.title, record.dated)
    return book.to_bytes()


def read(data: bytes, tables: Mapping[str, tuple[Sequence[str], Sequence[Column]]]) -> dict[str, Any]:
    """The tables of a workbook as plain values, with the studio that it names (see `exports.reading`)."""
    return reading.read_sheets(data, tables, STUDIO)


def _table(page: Page, sheet: Sheet, footer: Footer) -> None:
    page.columns(each.width for each in sheet.heads)
    row = page.block(1, [Span(at, at, each.label, HEADER) for at, each in enumerate(sheet.heads, 1)], 30)
    for cells in sheet.rows:
        spans = [_cell(at, each, cells.get(each.key, "")) for at, each in enumerate(sheet.heads, 1)]
        row = page.block(row, spans)
    for at, each in enumerate(sheet.heads, 1):
        if each.options:
            letter = get_column_letter(at)
            page.choices(f"{letter}2:{letter}{row + _MORE}", each.options)
    page.freeze(2)
    page.print_setup(1, footer)


def _cell(at: int, head: Head, text: str) -> Span:
    if head.number:
        return Span(at, at, Decimal(text) if text else None, _MONEY)
    return Span(at, at, text, MIDDLE if head.centred else BODY)


def _help(page: Page, record: RegistersRecord, footer: Footer) -> None:
    page.columns(PAPER_WIDTH * share for share in (0.3, 0.7))
    row = page.block(1, [Span(1, 2, record.title, TITLE)], 32)
    row = page.block(row, [Span(1, 2, record.rules, PLAIN)], 36)
    repeat = row
    heads = record.help.heads
    row = page.block(row, [Span(at, at, each.label, HEADER) for at, each in enumerate(heads, 1)], 24)
    for cells in record.help.rows:
        row = page.block(row, [Span(1, 1, cells["column"], MIDDLE), Span(2, 2, cells["how"], BODY)])
    page.print_setup(repeat, footer)
