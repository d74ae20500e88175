"""考核兑现表 as Excel: the same rows, with amounts and sums as live formulas: heads that are filled in are counted."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from exports import appendix
from exports.labels import Say, labels
from exports.outcome_records import OutcomeRecord
from exports.payout import name_of, notes, sign, title_of
from exports.payout_rows import Beside, Row, besides, rows, sums
from exports.styles import FINE, HEADER, MIDDLE, PLAIN, SMALL, STRONG, TITLE, Look
from exports.summary_figures import area
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

_SHARES: Final = (0.04, 0.165, 0.09, 0.13, 0.095, 0.1, 0.045, 0.06, 0.045, 0.07, 0.07, 0.09)
_WIDTHS: Final = tuple(PAPER_WIDTH * share for share in _SHARES)
_NAMES: Final = (
    "notice_no", "studio", "sum_unit", "payout_who", "payout_name", "payout_what", "payout_sign", "payout_each",
    "payout_count", "payout_amount", "payout_basis", "payout_state",
)  # fmt: skip
_TEXT: Final = Look(size=9)
_WORD: Final = Look(size=9, across="center")
_MONEY: Final = Look(across="center", number_format="#,##0.##;-#,##0.##;0")
_STRONG_MONEY: Final = _MONEY._replace(bold=True)
_OPEN: Final = Look(size=9, across="center", ink="FFC00000")
_LAST: Final = len(_WIDTHS)
_WHAT, _EACH, _HEADS, _AMOUNT = 6, 8, 9, 10


def render(found: OutcomeRecord) -> bytes:
    """The workbook of a record; equal records give equal bytes."""
    say = labels(found.rubric.language)
    book = Book(found.rubric.language, lambda no: say("elsewhere", no=no))
    footer = Footer("", say("page"), found.period)
    money, others = rows(found), besides(found)
    _PayoutPage(book.page(say("payout_tab")), found, say).draw(money, footer)
    if others:
        _beside(book.page(say("payout_tab_besides")), found, say, others, footer)
    appendix.draw(book, say, footer)
    book.describe(title_of(found), found.dated)
    return book.to_bytes()


def _head(page: Page, found: OutcomeRecord, say: Say, title: str, last: int) -> int:
    basis = f"{say('ledger_basis')} {found.rubric.title} {found.rubric.document}"
    row = page.block(1, [Span(1, last, basis, SMALL)], 14)
    row = page.block(row, [Span(1, last, title, TITLE)], 32)
    fields = (
        (say("sum_scope"), found.scope or say("sum_all")),
        (say("period"), found.period),
        (say("ledger_drawn_on"), f"{found.drawn_on:%Y-%m-%d}"),
    )
    line = say("gap").join(say("field", label=label, value=value) for label, value in fields)
    return page.block(row, [Span(1, last, line, PLAIN)], 22)


def _header(page: Page, row: int, names: Sequence[str]) -> int:
    return page.block(row, [Span(at, at, name, HEADER) for at, name in enumerate(names, 1)], 26)


class _PayoutPage:
    """The sheet of amounts."""

    def __init__(self, page: Page, found: OutcomeRecord, say: Say) -> None:
        self.page, self.found, self.say = page, found, say

    def draw(self, money: tuple[Row, ...], footer: Footer) -> None:
        """Draw all of it."""
        page, say = self.page, self.say
        page.columns(_WIDTHS)
        header = _head(page, self.found, say, title_of(self.found), _LAST)
        row = _header(page, header, [say(name) for name in _NAMES])
        first = row
        for number, one in enumerate(money, 1):
            row = self._row(row, number, one)
        if money:
            row = self._sums(row, (first, row - 1), money)
        else:
            row = page.block(row, [Span(1, _LAST, say("payout_no_money"), MIDDLE)], 24)
        for note in (*notes(self.found, money, say), *self._told()):
            row = page.block(row, [Span(1, _LAST, note, FINE._replace(boxed=False))], 14)
        row = page.block(row, [Span(1, _LAST, "", PLAIN)], 12)
        page.block(row, [Span(1, _LAST, say("payout_signed"), PLAIN)], 26)
        page.keep(row - 2, row)
        page.freeze(header + 1)
        page.print_setup(header, footer)

    def _told(self) -> Iterator[str]:
        """The clauses, and who is not listed."""
        yield from self.found.clauses
        if self.found.absent:
            each = [
                self.say("payout_absent_one", studio=one.studio, why=one.why) for one in self.found.absent
            ]
            yield self.say("payout_absent_list", studios=self.say("semicolon").join(each))

    def _row(self, row: int, number: int, one: Row) -> int:
        page, say = self.page, self.say
        open_ = one.open in {"choice", "share"}
        spans = [
            Span(1, 1, Decimal(number), MIDDLE),
            Span(2, 2, one.studio, _TEXT),
            Span(3, 3, one.unit, _TEXT),
            Span(4, 4, one.who, _TEXT),
            Span(5, 5, name_of(self.found, one, say), _WORD),
            Span(6, 6, one.what, _WORD),
            Span(7, 7, sign(one.each, say), MIDDLE),
            Span(8, 8, one.each if one.counted else f"{one.each:f}{one.money}", _MONEY),
            Span(9, 9, None if one.heads is None else Decimal(one.heads), MIDDLE),
            Span(
                10, 10, say(f"payout_open_{one.open}") if open_ else None, _OPEN if open_ else _STRONG_MONEY
            ),
            Span(11, 11, one.basis, Look(size=8)),
            Span(12, 12, say(f"payout_{one.state}"), _WORD),
        ]
        after = page.block(row, spans)
        if one.counted:
            cached = "" if one.amount is None else one.amount
            page.formula(row, _AMOUNT, f'IF(I{row}="","",H{row}*I{row})', cached, _STRONG_MONEY)
        return after

    def _sums(self, row: int, rows_: tuple[int, int], money: tuple[Row, ...]) -> int:
        page, say, begin = self.page, self.say, row
        amounts, things = (area(at, *rows_, fixed=True) for at in (_AMOUNT, _WHAT))
        for what, unit, plus, minus in sums(money):
            for key, comparison, value in (("plus", ">0", plus), ("minus", "<0", minus)):
                label = say(f"payout_sum_{key}", what=what, money=unit)
                spans = [Span(1, 5, label, STRONG), Span(6, 6, what, _WORD)]
                spans += [Span(at, at, None, STRONG) for at in range(7, _LAST + 1)]
                after = page.block(row, spans, 22)
                formula = f'SUMIFS({amounts},{things},F{row},{amounts},"{comparison}")'
                page.formula(row, _AMOUNT, formula, value, _STRONG_MONEY)
                row = after
        page.keep(begin - 1, row - 1)
        return row


def _beside(page: Page, found: OutcomeRecord, say: Say, others: Sequence[Beside], footer: Footer) -> None:
    """Draw what is no money on a sheet of its own."""
    page.columns([PAPER_WIDTH * share for share in (0.05, 0.2, 0.15, 0.17, 0.17, 0.18, 0.08)])
    names = ("notice_no", "studio", "sum_unit", "payout_who", "payout_thing", "payout_basis", "payout_state")
    header = _head(page, found, say, say("payout_besides"), len(names))
    row = _header(page, header, [say(name) for name in names])
    for number, one in enumerate(others, 1):
        thing = say("payout_or", what=one.what) if one.choice else one.what
        words = (one.studio, one.unit, one.who, thing, one.basis)
        spans = [Span(1, 1, Decimal(number), MIDDLE)]
        spans += [Span(at, at, each, _TEXT) for at, each in enumerate(words, 2)]
        row = page.block(row, [*spans, Span(7, 7, say(f"payout_{one.state}"), _WORD)])
    page.freeze(header + 1)
    page.print_setup(header, footer)
