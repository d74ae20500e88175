"""The ledger (台账) of a studio's activities as a workbook: what was asked for and done, then one sheet for each kind.

Knows records and paper. What counts as done was computed from the log before; it is printed, not decided, here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from exports import appendix
from exports.labels import Say, labels
from exports.styles import BODY, CENTRED, HEADER, MIDDLE, PLAIN, SMALL, STRONG, TITLE, Look
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span
from rubrics.activities import Activity
from rubrics.logbook import Standing
from rubrics.model import Rubric
from rubrics.points import ZERO, show

_WARNED: Final = Look(across="center", ink="FFC00000")
_LONGEST_TAB: Final = 31
_NOT_IN_TABS: Final = re.compile(r"[\[\]:*?/\\']")
_COVER: Final = tuple(PAPER_WIDTH * share for share in (0.06, 0.22, 0.36, 0.09, 0.09, 0.18))
_KIND: Final = tuple(
    PAPER_WIDTH * share for share in (0.05, 0.09, 0.2, 0.1, 0.06, 0.06, 0.07, 0.19, 0.1, 0.08)
)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One logged activity as it is printed."""

    activity: str
    """Id of its kind."""
    on: str
    topic: str
    led_by: str
    people: int | None
    hours: Decimal | None
    amount: Decimal
    """What the kind's measure counts."""
    summary: str
    files: tuple[str, ...]
    """What was sent for it, in words, by kind."""
    came: str
    late: bool


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month as it was handed in; `day` is empty where it never was."""

    month: str
    day: str
    state: str
    """`submitted`, `late`, `open`, `none`, or `running` while it can still be handed in in time."""
    nothing: str | None
    reopened: int


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """All that a ledger says; the lines by day."""

    rubric: Rubric
    studio: str
    unit: str
    leader: str
    period: str
    drawn_on: date
    dated: datetime
    standings: tuple[Standing, ...]
    months: tuple[MonthLine, ...]
    lines: tuple[LedgerLine, ...]

    def of(self, kind: Activity) -> tuple[LedgerLine, ...]:
        """The lines of a kind."""
        return tuple(line for line in self.lines if line.activity == kind.id)

    @property
    def kinds(self) -> tuple[Activity, ...]:
        """The kinds that have lines or are asked for in this time, in the order of the source."""
        asked = {kind for one in self.standings if one.due or one.done for kind in one.requirement.activities}
        return tuple(kind for kind in self.rubric.activities if kind.id in asked or self.of(kind))


def render(record: LedgerRecord) -> bytes:
    """The workbook of a record; equal records give equal bytes."""
    say = labels(record.rubric.language)
    book = Book(record.rubric.language, lambda no: say("elsewhere", no=no))
    footer = Footer("", say("page"), f"{record.studio} {record.period}")
    tabs = _tabs(record, say)
    _Cover(book.page(say("ledger_tab_cover")), record, say).draw(footer)
    for kind in record.kinds:
        _KindPage(book.page(tabs[kind.id]), record, say, kind).draw(footer)
    appendix.draw(book, say, footer)
    book.describe(f"{say('ledger_title', studio=record.studio)} {record.period}", record.dated)
    return book.to_bytes()


def title_of(kind: Activity, rubric: Rubric) -> str:
    """A kind's name in the language of its rubric's labels."""
    return kind.title if rubric.language.startswith("zh") else kind.title_en or kind.title


def _tabs(record: LedgerRecord, say: Say) -> dict[str, str]:
    """A name for each kind's sheet that a program accepts, no two of them alike whatever their case."""
    taken = {say("ledger_tab_cover").casefold(), say("tab_appendix").casefold()}
    found: dict[str, str] = {}
    for kind in record.kinds:
        name = plain = _NOT_IN_TABS.sub(" ", title_of(kind, record.rubric)).strip()[:_LONGEST_TAB] or kind.id
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[: _LONGEST_TAB - 3]} {number}"
        taken.add(name.casefold())
        found[kind.id] = name
    return found


def _head(page: Page, record: LedgerRecord, say: Say, title: str, last: int) -> int:
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


def _header(page: Page, row: int, words: Sequence[str]) -> int:
    return page.block(row, [Span(at, at, each, HEADER) for at, each in enumerate(words, 1)], 24)


def _signatures(page: Page, row: int, say: Say, ends: tuple[int, int, int]) -> None:
    first, second, last = ends
    spans = (
        Span(1, first, say("ledger_signed"), PLAIN),
        Span(first + 1, second, say("ledger_stamped"), PLAIN),
        Span(second + 1, last, say("ledger_dated"), PLAIN),
    )
    page.block(row, spans, 30)


class _Cover:
    """The first sheet: how much there is of each kind, the months, and each requirement."""

    def __init__(self, page: Page, record: LedgerRecord, say: Say) -> None:
        self.page, self.record, self.say = page, record, say

    def draw(self, footer: Footer) -> None:
        """Draw all of it; what is asked for comes last, since only its header is repeated on every page."""
        page, say = self.page, self.say
        page.columns(_COVER)
        row = _head(page, self.record, say, say("ledger_title", studio=self.record.studio), len(_COVER))
        row = self._kinds(row)
        row = self._months(row)
        repeat = row
        row = self._asked(row)
        _signatures(page, row, say, (2, 3, len(_COVER)))
        page.print_setup(repeat, footer)

    def _asked(self, row: int) -> int:
        say, first = self.say, row
        names = ("no", "window", "asked", "wanted", "done", "state")
        row = _header(self.page, row, [say(f"ledger_{name}") for name in names])
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
        page.keep(first, row - 1)
        return self._gap(row)


class _KindPage:
    """The sheet of one kind, with sums as live formulas."""

    def __init__(self, page: Page, record: LedgerRecord, say: Say, kind: Activity) -> None:
        self.page, self.record, self.say, self.kind = page, record, say, kind

    def draw(self, footer: Footer) -> None:
        """Draw all of it."""
        page, say, last = self.page, self.say, len(_KIND)
        page.columns(_KIND)
        title = say("ledger_kind_title", kind=title_of(self.kind, self.record.rubric))
        header = _head(page, self.record, say, title, last)
        row = _header(page, header, self._names())
        lines = self.record.of(self.kind)
        first = row
        for number, line in enumerate(lines, 1):
            row = page.block(row, self._spans(number, line))
        if lines:
            row = self._sums(first, row, lines)
        else:
            row = page.block(row, [Span(1, last, say("ledger_none"), MIDDLE)], 24)
        row = page.block(row, [Span(1, last, "", CENTRED)], 14)
        _signatures(page, row, say, (3, 7, last))
        page.freeze(header + 1)
        page.print_setup(header, footer)

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
