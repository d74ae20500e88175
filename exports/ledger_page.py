"""What every sheet of a ledger begins and ends with: source, title and fields, headings, signatures."""

from collections.abc import Sequence

from exports.labels import Say
from exports.ledger_records import LedgerRecord
from exports.styles import HEADER, PLAIN, SMALL, TITLE
from exports.workbook import Page, Span


def head(page: Page, record: LedgerRecord, say: Say, title: str, last: int) -> int:
    """Source, title and fields over columns 1 to `last`; gives the next free row."""
    row = page.block(1, [Span(1, last, f"{say('ledger_basis')} {record.rubric.document}", SMALL)], 14)
    row = page.block(row, [Span(1, last, title, TITLE)], 32)
    fields = (
        (say("unit"), record.unit),
        (say("studio"), record.studio),
        (record.rubric.leader, record.leader),
        (say("period"), record.period),
        (say("ledger_drawn_on"), f"{record.drawn_on:%Y-%m-%d}"),
    )
    line = say("gap").join(say("field", label=label, value=value) for label, value in fields if value)
    return page.block(row, [Span(1, last, line, PLAIN)], 22)


def header(page: Page, row: int, words: Sequence[str]) -> int:
    """A line of headings; gives the next row."""
    return page.block(row, [Span(at, at, each, HEADER) for at, each in enumerate(words, 1)], 24)


def signatures(page: Page, row: int, say: Say, ends: tuple[int, int, int]) -> None:
    """Where leader and unit sign, up to three columns."""
    first, second, last = ends
    spans = (
        Span(1, first, say("ledger_signed"), PLAIN),
        Span(first + 1, second, say("ledger_stamped"), PLAIN),
        Span(second + 1, last, say("ledger_dated"), PLAIN),
    )
    page.block(row, spans, 30)
