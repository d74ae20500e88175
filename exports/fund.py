"""The book of a studio's fund in a year as a workbook: one row a move, what is left after each, sums by purpose.

Knows records and paper. Every sum is a live formula with the value that it has now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal

from exports import appendix
from exports.labels import Say, labels
from exports.styles import BODY, CENTRED, HEADER, MIDDLE, PLAIN, SMALL, STRONG, TITLE, Look
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

_MONEY: Final = Look(across="right", number_format="#,##0.00")
_SUM: Final = Look(bold=True, across="right", number_format="#,##0.00")
_WARNED: Final = Look(across="center", ink="FFC00000")
_WIDTHS: Final = tuple(
    PAPER_WIDTH * share
    for share in (0.04, 0.08, 0.06, 0.1, 0.16, 0.08, 0.08, 0.08, 0.08, 0.08, 0.04, 0.04, 0.08)
)
_LAST: Final = len(_WIDTHS)
_COLUMNS: Final = {"budget": 6, "instalment": 7, "spending": 8, "cut": 9}
_LETTERS: Final = {"budget": "F", "instalment": "G", "spending": "H", "cut": "I"}
_LEFT: Final = 10
_NAMES: Final = (
    *("no", "on", "kind", "purpose", "what", "budget", "instalment", "spending", "cut", "left"),
    *("asset", "files", "checked"),
)
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class FundLine:
    """One move as it is printed."""

    kind: Literal["budget", "instalment", "spending", "cut"]
    on: str
    amount: Decimal
    label: str
    """The kind in words."""
    purpose: str = ""
    """The purpose in words, of a spending."""
    what: str = ""
    asset: bool = False
    files: int = 0
    checked: str = ""
    """The day on which it was checked; a dash where there is nothing to check."""


@dataclass(frozen=True, slots=True)
class FundRecord:
    """All that the book says; the lines by day."""

    language: str
    studio: str
    unit: str
    year: int
    drawn_on: date
    dated: datetime
    granted: Decimal | None
    """The fund of the year where no budget was booked."""
    lines: tuple[FundLine, ...]

    @property
    def shown(self) -> tuple[FundLine, ...]:
        """The lines, after the fund of the year where that is the budget."""
        if self.granted is None:
            return self.lines
        label = labels(self.language)("fund_granted")
        return (FundLine("budget", f"{self.year}-01-01", self.granted, label, checked="–"), *self.lines)


def render(record: FundRecord) -> bytes:
    """The workbook of a record; equal records give equal bytes."""
    say = labels(record.language)
    book = Book(record.language, lambda no: say("elsewhere", no=no))
    title = say("fund_title", studio=record.studio, year=str(record.year))
    footer = Footer("", say("page"), f"{record.studio} {record.year}")
    page = book.page(say("fund_tab"))
    page.columns(_WIDTHS)
    header = _head(page, record, say, title)
    row = page.block(
        header, [Span(at, at, say(f"fund_{name}"), HEADER) for at, name in enumerate(_NAMES, 1)], 30
    )
    lines = record.shown
    if lines:
        after = _lines(page, row, lines, say)
        row = _purposes(page, _total(page, row, after, lines, say), (row, after - 1), lines, say)
    else:
        row = page.block(row, [Span(1, _LAST, say("fund_none"), MIDDLE)], 24)
    row = page.block(row, [Span(1, _LAST, "", CENTRED)], 12)
    signed = ((1, 4, "signed"), (5, 9, "stamped"), (10, _LAST, "dated"))
    page.block(row, [Span(first, last, say(f"fund_{name}"), PLAIN) for first, last, name in signed], 30)
    page.freeze(header + 1)
    page.print_setup(header, footer)
    appendix.draw(book, say, footer)
    book.describe(title, record.dated)
    return book.to_bytes()


def _head(page: Page, record: FundRecord, say: Say, title: str) -> int:
    """Title and fields; gives the row of the header."""
    row = page.block(1, [Span(1, _LAST, title, TITLE)], 32)
    fields = (
        (say("unit"), record.unit),
        (say("studio"), record.studio),
        (say("ledger_drawn_on"), f"{record.drawn_on:%Y-%m-%d}"),
    )
    line = say("gap").join(say("field", label=label, value=value) for label, value in fields if value)
    return page.block(row, [Span(1, 9, line, PLAIN), Span(10, _LAST, say("fund_unit_of"), SMALL)], 22)


def _lines(page: Page, first: int, lines: Sequence[FundLine], say: Say) -> int:
    """A row for each move, with what is left after it; gives the next free row."""
    row, left = first, _ZERO
    for number, line in enumerate(lines, 1):
        left += line.amount * {"budget": 1, "instalment": 0}.get(line.kind, -1)
        after = page.block(row, _spans(number, line, say))
        before = "" if row == first else f"J{row - 1}+"
        page.formula(row, _LEFT, f"{before}F{row}-H{row}-I{row}", left, _MONEY)
        row = after
    return row


def _spans(number: int, line: FundLine, say: Say) -> list[Span]:
    spending = line.kind == "spending"
    money = [
        Span(at, at, line.amount if kind == line.kind else None, _MONEY) for kind, at in _COLUMNS.items()
    ]
    files: str | Decimal | None = Decimal(line.files) if line.files else None
    return [
        Span(1, 1, Decimal(number), MIDDLE),
        Span(2, 2, line.on, MIDDLE),
        Span(3, 3, line.label, MIDDLE),
        Span(4, 4, line.purpose, MIDDLE),
        Span(5, 5, line.what, BODY),
        *money,
        Span(_LEFT, _LEFT, None, _MONEY),
        Span(11, 11, say("fund_yes") if line.asset else "", MIDDLE),
        Span(12, 12, say("fund_missing") if spending and not line.files else files,
             _WARNED if spending and not line.files else MIDDLE),
        Span(13, 13, line.checked or say("fund_unchecked"), MIDDLE),
    ]  # fmt: skip


def _total(page: Page, first: int, row: int, lines: Sequence[FundLine], say: Say) -> int:
    """The sums of all columns; gives the next free row."""
    blanks = [Span(at, at, "", STRONG) for at in range(6, _LAST + 1)]
    after = page.block(row, [Span(1, 5, say("fund_total"), STRONG), *blanks], 24)
    sums = {kind: sum((line.amount for line in lines if line.kind == kind), _ZERO) for kind in _COLUMNS}
    for kind, at in _COLUMNS.items():
        letter = _LETTERS[kind]
        page.formula(row, at, f"SUM({letter}{first}:{letter}{row - 1})", sums[kind], _SUM)
    left = sums["budget"] - sums["cut"] - sums["spending"]
    page.formula(row, _LEFT, f"F{row}-I{row}-H{row}", left, _SUM)
    return after


def _purposes(page: Page, row: int, area: tuple[int, int], lines: Sequence[FundLine], say: Say) -> int:
    """What was spent on each purpose; gives the next free row."""
    found: dict[str, Decimal] = {}
    for line in lines:
        if line.kind == "spending":
            found[line.purpose] = found.get(line.purpose, _ZERO) + line.amount
    if not found:
        return row
    first, last = area
    start = row = page.block(row, [Span(1, _LAST, "", CENTRED)], 12)
    row = page.block(
        row, [Span(1, 5, say("fund_by_purpose"), HEADER), Span(6, 7, say("fund_spending"), HEADER)], 24
    )
    top = row
    for purpose, amount in found.items():
        after = page.block(row, [Span(1, 5, purpose, MIDDLE), Span(6, 7, None, _MONEY)])
        where = f"D{first}:D{last},A{row},H{first}:H{last}"
        page.formula(row, 6, f"SUMIF({where})", amount, _MONEY)
        row = after
    after = page.block(row, [Span(1, 5, say("fund_total"), STRONG), Span(6, 7, None, _SUM)], 24)
    page.formula(row, 6, f"SUM(F{top}:F{row - 1})", sum(found.values(), _ZERO), _SUM)
    page.keep(start, row)
    return after
