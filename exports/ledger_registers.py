"""Registers of a studio's standing file as sheets of its ledger, one a register, in the columns that it has."""

from decimal import Decimal
from typing import Final

from exports.labels import Say
from exports.ledger_page import head, header, signatures
from exports.ledger_records import LedgerRecord, RegisterSheet
from exports.styles import BODY, CENTRED, MIDDLE
from exports.workbook import PAPER_WIDTH, Footer, Page, Span

_NUMBER: Final = 1
"""Weight of the column of numbers."""


def draw(page: Page, record: LedgerRecord, sheet: RegisterSheet, say: Say, footer: Footer) -> None:
    """Draw the sheet of one register."""
    weights = (_NUMBER, *(each.weight for each in sheet.columns))
    page.columns([PAPER_WIDTH * weight / sum(weights) for weight in weights])
    last = len(weights)
    title = say("ledger_register_title", register=sheet.title)
    top = head(page, record, say, title, last)
    row = header(page, top, [say("ledger_no"), *(each.title for each in sheet.columns)])
    for number, cells in enumerate(sheet.rows, 1):
        spans = [
            Span(at, at, text, MIDDLE if column.centred else BODY)
            for at, (column, text) in enumerate(zip(sheet.columns, cells, strict=True), 2)
        ]
        row = page.block(row, [Span(1, 1, Decimal(number), MIDDLE), *spans])
    if not sheet.rows:
        row = page.block(row, [Span(1, last, say("ledger_none"), MIDDLE)], 24)
    row = page.block(row, [Span(1, last, "", CENTRED)], 14)
    signatures(page, row, say, (last // 3, 2 * last // 3, last))
    page.freeze(top + 1)
    page.print_setup(top, footer)
