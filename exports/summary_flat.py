"""The data of a summary for people who compute: one row a signed sheet, nothing merged, every row complete."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from openpyxl.utils import get_column_letter

from exports.labels import Say
from exports.styles import HEADER, Look
from exports.summary_figures import ordered, plain
from exports.summary_records import Line, Scored, SummaryRecord
from exports.workbook import Footer, Page

Value = str | Decimal | None
_CELL: Final = Look(wrap=False)
_HEAD: Final = (
    ("studio", 24), ("sum_unit", 20), ("sum_leader", 10), ("period", 12), ("flat_rubric", 16),
    ("flat_version", 7),
)  # fmt: skip
_TAIL: Final = (
    ("sum_sheet_total", 10), ("deducted", 8), ("sum_bonus", 8), ("sum_signed", 12), ("sum_confirmed", 9),
    ("sum_appealed", 9), ("sum_rank", 7), ("sum_figure", 12), ("sum_fraction", 14), ("conclusion", 24),
    ("sum_state", 12),
)  # fmt: skip


def draw(page: Page, record: SummaryRecord, say: Say, footer: Footer) -> None:
    """Draw the page."""
    sections = [(f"{each.no} {each.title}", 12) for each in record.sections]
    columns = [
        *((say(name), width) for name, width in _HEAD),
        *sections,
        *((say(name), width) for name, width in _TAIL),
    ]
    page.columns([width for _, width in columns])
    for at, (label, _) in enumerate(columns, 1):
        page.put(1, at, label, HEADER)
    page.height(1, 30)
    listed, others = ordered(record)
    row = 1
    for rank, line in [*listed, *((None, line) for line in others)]:
        for sheet in line.sheets:
            row += 1
            for at, value in enumerate(_row(record, say, line, sheet, rank), 1):
                _cell(page, row, at, value)
    page.filter(f"A1:{get_column_letter(len(columns))}{max(row, 2)}")
    page.freeze(2)
    page.print_setup(1, footer)


def _cell(page: Page, row: int, at: int, value: Value) -> None:
    if isinstance(value, Decimal):
        page.number(row, at, value, _CELL)
    else:
        page.put(row, at, value or "", _CELL)


def _row(record: SummaryRecord, say: Say, line: Line, sheet: Scored, rank: int | None) -> Sequence[Value]:
    said = {True: say("yes"), False: say("no_word")}
    rubric = record.rubric
    return (
        line.studio,
        line.unit,
        line.leader,
        sheet.part,
        rubric.id,
        Decimal(rubric.version),
        *(sheet.sections.get(str(each.no)) for each in record.sections),
        sheet.total,
        sheet.deducted,
        sheet.bonus,
        sheet.signed,
        said[sheet.confirmed],
        said[sheet.appealed],
        None if rank is None else Decimal(rank),
        None if line.exact is None else plain(line.exact),
        None if line.exact is None else str(line.exact),
        line.verdict,
        say(f"judged_{line.state}") if line.verdict else "",
    )
