"""The history of a sheet as a workbook: who did what when, from what to what and why, with the check of every row.

Knows records and paper. Whether the chain is whole was checked before; it is printed, not decided, here.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from exports import appendix
from exports.labels import Say, labels
from exports.styles import BODY, FINE, HEADER, MIDDLE, PLAIN, TITLE, WARNING
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

_COLUMNS: Final = (
    ("history_time", 0.12),
    ("history_who", 0.09),
    ("history_what", 0.16),
    ("history_item", 0.08),
    ("history_before", 0.14),
    ("history_after", 0.14),
    ("history_why", 0.17),
    ("history_check", 0.1),
)
"""Labels with their shares of the width."""
CHECK: Final = 12
"""Digits of a row's hash that are printed."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened, in words."""

    at: str
    who: str
    what: str
    item: str
    before: str
    after: str
    why: str
    check: str
    """The row's hash."""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """All that the workbook says; lines oldest first."""

    language: str
    head: tuple[str, ...]
    """Lines below the title: which sheet it is."""
    lines: tuple[HistoryLine, ...]
    broken: int | None
    """The first row that does not fit the chain, if any."""
    dated: datetime


def render(record: HistoryRecord) -> bytes:
    """The workbook of a record; equal records give equal bytes."""
    say = labels(record.language)
    book = Book(record.language, lambda no: say("elsewhere", no=no))
    footer = Footer("", say("page"), record.head[0] if record.head else "")
    _draw(book.page(say("history_tab")), record, say, footer)
    appendix.draw(book, say, footer)
    book.describe(f"{say('history_title')} {' '.join(record.head)}", record.dated)
    return book.to_bytes()


def _draw(page: Page, record: HistoryRecord, say: Say, footer: Footer) -> None:
    last = len(_COLUMNS)
    page.columns(PAPER_WIDTH * share for _, share in _COLUMNS)
    row = page.block(1, [Span(1, last, say("history_title"), TITLE)], 32)
    for line in record.head:
        row = page.block(row, [Span(1, last, line, PLAIN)], 18)
    row = page.block(row, [Span(1, last, _verified(record, say), WARNING if record.broken else PLAIN)], 20)
    header = row
    row = page.block(row, [Span(at, at, say(label), HEADER) for at, (label, _) in enumerate(_COLUMNS, 1)], 24)
    page.freeze(row)
    for each in record.lines:
        row = page.block(row, _row(each, say))
    if not record.lines:
        page.block(row, [Span(1, last, say("history_none"), MIDDLE)])
    page.print_setup(header, footer)


def _verified(record: HistoryRecord, say: Say) -> str:
    count = len(record.lines)
    if record.broken is not None:
        return say("history_broken", at=record.broken, count=count)
    return say("history_whole", count=count, check=record.lines[-1].check[:CHECK] if record.lines else "")


def _row(each: HistoryLine, say: Say) -> list[Span]:
    what = say("history_undone", what=each.what) if each.undone else each.what
    words = (each.at, each.who, what, each.item, each.before, each.after, each.why)
    looks = (MIDDLE, MIDDLE, BODY, MIDDLE, BODY, BODY, BODY)
    spans = [Span(at, at, text, look) for at, (text, look) in enumerate(zip(words, looks, strict=True), 1)]
    return [*spans, Span(len(_COLUMNS), len(_COLUMNS), each.check[:CHECK], FINE)]
