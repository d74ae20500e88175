"""The ledger (台账) of a studio as a workbook: what was asked for and done, a sheet for each kind, then its registers.

Knows records and paper. What counts as done was computed from the log before; it is printed, not decided, here.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from exports import appendix, ledger_registers
from exports.labels import Say, labels
from exports.ledger_page import head, header, signatures
from exports.ledger_records import LedgerLine, LedgerRecord, MonthLine, title_of
from exports.styles import BODY, CENTRED, HEADER, MIDDLE, STRONG, Look
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span
from rubrics.activities import Activity
from rubrics.logbook import Standing
from rubrics.points import ZERO, show

_WARNED: Final = Look(across="center", ink="FFC00000")
_LONGEST_TAB: Final = 31
_NOT_IN_TABS: Final = re.compile(r"[\[\]:*?/\\']")
_COVER: Final = tuple(PAPER_WIDTH * share for share in (0.06, 0.22, 0.36, 0.09, 0.09, 0.18))
_KIND: Final = tuple(
    PAPER_WIDTH * share for share in (0.05, 0.09, 0.2, 0.1, 0.06, 0.06, 0.07, 0.19, 0.1, 0.08)
)


def render(record: LedgerRecord) -> bytes:
    """The workbook of a record; equal records give equal bytes."""
    say = labels(record.rubric.language)
    book = Book(record.rubric.language, lambda no: say("elsewhere", no=no))
    footer = Footer("", say("page"), f"{record.studio} {record.period}")
    tabs = _tabs(record, say)
    _Cover(book.page(say("ledger_tab_cover")), record, say).draw(footer)
    for kind in record.kinds:
        _KindPage(book.page(tabs[kind.id]), record, say, kind).draw(footer)
    for sheet in record.registers:
        ledger_registers.draw(book.page(tabs[f"register {sheet.id}"]), record, sheet, say, footer)
    appendix.draw(book, say, footer)
    book.describe(f"{say('ledger_title', studio=record.studio)} {record.period}", record.dated)
    return book.to_bytes()


def _tabs(record: LedgerRecord, say: Say) -> dict[str, str]:
    """A name for each kind's and each register's sheet that a program accepts, no two alike whatever their case."""
    taken = {say("ledger_tab_cover").casefold(), say("tab_appendix").casefold()}
    found: dict[str, str] = {}
    wanted = {kind.id: title_of(kind, record.rubric) for kind in record.kinds}
    wanted |= {f"register {sheet.id}": sheet.title for sheet in record.registers}
    for key, title in wanted.items():
        name = plain = _NOT_IN_TABS.sub(" ", title).strip()[:_LONGEST_TAB] or key
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[: _LONGEST_TAB - 3]} {number}"
        taken.add(name.casefold())
        found[key] = name
    return found


class _Cover:
    """The first sheet: how much there is of each kind, the months, and each requirement."""

    def __init__(self, page: Page, record: LedgerRecord, say: Say) -> None:
        self.page, self.record, self.say = page, record, say

    def draw(self, footer: Footer) -> None:
        """Draw all of it; what is asked for comes last, since only its header is repeated on every page."""
        page, say = self.page, self.say
        page.columns(_COVER)
        row = head(page, self.record, say, say("ledger_title", studio=self.record.studio), len(_COVER))
        row = self._kinds(row)
        row = self._months(row)
        repeat = row
        row = self._asked(row)
        signatures(page, row, say, (2, 3, len(_COVER)))
        page.print_setup(repeat, footer)

    def _asked(self, row: int) -> int:
        say, first = self.say, row
        names = ("no", "window", "asked", "wanted", "done", "state")
        row = header(self.page, row, [say(f"ledger_{name}") for name in names])
        begun = [one for one in self.record.standings if one.start <= self.record.drawn_on]
        for number, one in enumerate(begun, 1):
            unit = self._unit(one)
            if one.met:
                state, look = say("ledger_met"), MIDDLE
            elif one.due and one.end < self.record.drawn_on:
                state, look = say("ledger_unmet", count=show(one.missing), unit=unit), _WARNED
            else:
                state, look = say("ledger_running", count=show(one.missing), unit=unit), MIDDLE
            spans = (
                Span(1, 1, Decimal(number), MIDDLE),
                Span(2, 2, f"{one.start:%Y-%m-%d}～{one.end:%Y-%m-%d}", MIDDLE),
                Span(3, 3, self._words(one), BODY),
                Span(4, 4, Decimal(one.wanted), MIDDLE),
                Span(5, 5, one.done, MIDDLE),
                Span(6, 6, state, look),
            )
            row = self.page.block(row, spans)
        self.page.keep(first, min(first + 1, row - 1))
        return self._gap(row)

    def _gap(self, row: int) -> int:
        return self.page.block(row, [Span(1, len(_COVER), "", CENTRED)], 10)

    def _words(self, one: Standing) -> str:
        asked = one.requirement
        english = not self.record.rubric.language.startswith("zh")
        title = (asked.title_en if english else asked.title) or asked.title or asked.quote
        return f"{title}{self.say('ledger_soft')}" if asked.soft else title

    def _unit(self, one: Standing) -> str:
        kind = self.record.rubric.activity(one.requirement.activities[0])
        if kind is None:
            return ""
        return kind.unit if self.record.rubric.language.startswith("zh") else kind.unit_en or kind.unit

    def _months(self, row: int) -> int:
        if not self.record.months:
            return row
        page, say, first = self.page, self.say, row
        spans = ((1, 2, "ledger_month"), (3, 3, "ledger_state"), (4, 6, "ledger_handed_in"))
        row = page.block(row, [Span(first, last, say(name), HEADER) for first, last, name in spans], 24)
        for month in self.record.months:
            look = _WARNED if month.state in {"late", "none", "open"} else MIDDLE
            row = page.block(
                row,
                (
                    Span(1, 2, month.month, MIDDLE),
                    Span(3, 3, self._state(month), look),
                    Span(4, 6, month.day, MIDDLE),
                ),
            )
        page.keep(first, row - 1)
        return self._gap(row)

    def _state(self, month: MonthLine) -> str:
        parts = [self.say(f"ledger_state_{month.state}")]
        if month.nothing is not None:
            parts.append(self.say("ledger_nothing", reason=month.nothing))
        if month.reopened:
            parts.append(self.say("ledger_reopened", count=month.reopened))
        return self.say("semicolon").join(parts)

    def _kinds(self, row: int) -> int:
        page, say, first = self.page, self.say, row
        columns = ((1, 1, "no"), (2, 3, "kind"), (4, 4, "count"), (5, 5, "amount"), (6, 6, "late"))
        row = page.block(
            row, [Span(left, right, say(f"ledger_{name}"), HEADER) for left, right, name in columns], 24
        )
        for number, kind in enumerate(self.record.kinds, 1):
            lines = self.record.of(kind)
            spans = (
                Span(1, 1, Decimal(number), MIDDLE),
                Span(2, 3, title_of(kind, self.record.rubric), BODY),
                Span(4, 4, Decimal(len(lines)), MIDDLE),
                Span(5, 5, sum((line.amount for line in lines), ZERO), MIDDLE),
                Span(6, 6, Decimal(sum(line.late for line in lines)), MIDDLE),
            )
            row = page.block(row, spans)
        row = self._registers(row)
        page.keep(first, row - 1)
        return self._gap(row)

    def _registers(self, row: int) -> int:
        """How much stands in each register, numbered on from the kinds of activity."""
        for number, sheet in enumerate(self.record.registers, len(self.record.kinds) + 1):
            spans = (
                Span(1, 1, Decimal(number), MIDDLE),
                Span(2, 3, self.say("ledger_register_title", register=sheet.title), BODY),
                Span(4, 4, Decimal(len(sheet.rows)), MIDDLE),
                Span(5, 5, "", MIDDLE),
                Span(6, 6, "", MIDDLE),
            )
            row = self.page.block(row, spans)
        return row


class _KindPage:
    """The sheet of one kind, with sums as live formulas."""

    def __init__(self, page: Page, record: LedgerRecord, say: Say, kind: Activity) -> None:
        self.page, self.record, self.say, self.kind = page, record, say, kind

    def draw(self, footer: Footer) -> None:
        """Draw all of it."""
        page, say, last = self.page, self.say, len(_KIND)
        page.columns(_KIND)
        title = say("ledger_kind_title", kind=title_of(self.kind, self.record.rubric))
        top = head(page, self.record, say, title, last)
        row = header(page, top, self._names())
        lines = self.record.of(self.kind)
        first = row
        for number, line in enumerate(lines, 1):
            row = page.block(row, self._spans(number, line))
        if lines:
            row = self._sums(first, row, lines)
        else:
            row = page.block(row, [Span(1, last, say("ledger_none"), MIDDLE)], 24)
        row = page.block(row, [Span(1, last, "", CENTRED)], 14)
        signatures(page, row, say, (3, 7, last))
        page.freeze(top + 1)
        page.print_setup(top, footer)

    def _names(self) -> list[str]:
        say = self.say
        zh = self.record.rubric.language.startswith("zh")
        unit = self.kind.unit if zh else self.kind.unit_en or self.kind.unit
        plain = {
            name: say(f"ledger_{name}")
            for name in ("no", "date", "topic", "led_by", "people", "hours", "summary", "files", "came")
        }
        order = ("no", "date", "topic", "led_by", "people", "hours", "amount", "summary", "files", "came")
        return [plain.get(name) or say("ledger_amount_of", unit=unit) for name in order]

    def _spans(self, number: int, line: LedgerLine) -> Sequence[Span]:
        came = self.say("ledger_came_late", day=line.came) if line.late else line.came
        people = None if line.people is None else Decimal(line.people)
        return (
            Span(1, 1, Decimal(number), MIDDLE),
            Span(2, 2, line.on, MIDDLE),
            Span(3, 3, line.topic, BODY),
            Span(4, 4, line.led_by, MIDDLE),
            Span(5, 5, people, MIDDLE),
            Span(6, 6, line.hours, MIDDLE),
            Span(7, 7, line.amount, MIDDLE),
            Span(8, 8, line.summary, BODY),
            Span(9, 9, self.say("comma").join(line.files), BODY),
            Span(10, 10, came, _WARNED if line.late else MIDDLE),
        )

    def _sums(self, first: int, row: int, lines: Sequence[LedgerLine]) -> int:
        page = self.page
        spans = [
            Span(1, 4, self.say("ledger_total"), STRONG),
            *(Span(at, at, "", STRONG) for at in range(5, 11)),
        ]
        after = page.block(row, spans, 24)
        sums = (
            (5, "E", sum((Decimal(line.people or 0) for line in lines), ZERO)),
            (6, "F", sum((line.hours or ZERO for line in lines), ZERO)),
            (7, "G", sum((line.amount for line in lines), ZERO)),
        )
        for column, letter, value in sums:
            page.formula(row, column, f"SUM({letter}{first}:{letter}{row - 1})", value, STRONG)
        return after
