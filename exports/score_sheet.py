"""The official score sheet of one assessment as a workbook: the form, its evidence, and the same data flat."""

from typing import Final

from exports import appendix, evidence_pages, gates_page, score_foot, score_head
from exports.columns import Layout
from exports.flat_sheet import FlatSheets
from exports.labels import Say, labels
from exports.own_check import with_own
from exports.panel_columns import with_members
from exports.records import SheetRecord
from exports.score_award import AWARD
from exports.score_deduct import DEDUCT
from exports.table import Table
from exports.values import CHECK_NAME
from exports.workbook import Book, Footer

_LAYOUTS: Final[dict[str, Layout]] = {"award": AWARD, "deduct": DEDUCT}


def render(record: SheetRecord) -> bytes:
    """The workbook of a record; equal records give equal bytes."""
    say = labels(record.rubric.language)
    book = Book(record.rubric.language, lambda no: say("elsewhere", no=no))
    check = say("check", code=record.check.code) if record.check else say("draft")
    footer = Footer("", say("page"), check)
    first = "self_tab" if record.own else "tab_sheet"
    if record.sheet.items:
        _form(
            book,
            first,
            with_own(with_members(_LAYOUTS[record.rubric.layout], record), record),
            record,
            say,
            footer,
        )
        if gates_page.wanted(record):
            _form(book, "tab_gates", gates_page.layout(record), record, say, footer, gates=True)
    else:
        _form(book, first, gates_page.layout(record), record, say, footer, gates=True)
    evidence_pages.draw(book, record, say, footer)
    FlatSheets(book, record, say, footer).draw()
    appendix.draw(book, say, footer)
    book.describe(f"{record.rubric.title} {record.head.studio} {record.head.period}", record.dated)
    if record.check:
        book.store(CHECK_NAME, record.check.full)
    return book.to_bytes()


def _form(
    book: Book,
    tab: str,
    layout: Layout,
    record: SheetRecord,
    say: Say,
    footer: Footer,
    *,
    gates: bool = False,
) -> None:
    """One page with its head; what is signed, commented and ruled stands on the first."""
    page = book.page(say(tab))
    page.columns(layout.widths)
    header = score_head.draw(page, record, say, len(layout.columns))
    if gates:
        table: Table | gates_page.GatesPage = gates_page.GatesPage(page, layout, record, say, header)
    else:
        table = Table(page, layout, record, say, header)
    table.draw()
    if tab != "tab_gates":
        score_foot.Foot(page, layout, record, say, table.row).draw()
    page.freeze(header + 1)
    page.print_setup(header, footer)
