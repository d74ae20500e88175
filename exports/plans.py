"""A year of a studio's plans as a workbook: a sheet for the year, one for each quarter, one for the yearly report.

Knows records and paper. What a task was before it was changed stands beside it with the reason; beside the paper, a
column of ids, by which the tasks are known when the workbook comes back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from exports import appendix
from exports.labels import Say, labels
from exports.styles import BODY, CENTRED, HEADER, MIDDLE, MUTED, PLAIN, TITLE, Look
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

_LATE: Final = Look(across="center", ink="FFC00000")
_WIDTHS: Final = tuple(
    PAPER_WIDTH * share for share in (0.04, 0.22, 0.08, 0.09, 0.08, 0.09, 0.18, 0.05, 0.17)
)
_LAST: Final = len(_WIDTHS)
_NAMES: Final = ("no", "task", "owner", "due", "state", "on", "result", "files", "changes")
_ID: Final = Look(size=8, across="center", ink="FF7F7F7F")
_ID_WIDTH: Final = 15.0
STUDIO: Final = "scorewalk_plans"
"""The word in the workbook that says whose plans of which year they are: `STUDIO:2026`."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One task as it is printed."""

    task: str
    owner: str
    due: str
    state: str
    """In words."""
    on: str = ""
    result: str = ""
    files: int = 0
    changes: str = ""
    late: bool = False
    """Overdue, or done after it was due."""
    dropped: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One plan, or the report about the year."""

    tab: str
    name: str
    fields: tuple[tuple[str, str], ...]
    """How it stands: label and value."""
    text: str
    """Label and goals, or the report."""
    lines: tuple[PlanLine, ...] | None
    """None where it is a report."""
    figures: str = ""
    blanks: int = 0
    """Empty rows below the tasks, to be filled in."""


@dataclass(frozen=True, slots=True)
class PlansRecord:
    """All plans of a year."""

    language: str
    studio: str
    unit: str
    year: int
    sheets: tuple[PlanSheet, ...]
    dated: datetime
    id: str = ""
    """Of the studio."""


def render(record: PlansRecord) -> bytes:
    """The workbook of a record; equal records give equal bytes."""
    say = labels(record.language)
    book = Book(record.language, lambda no: say("elsewhere", no=no))
    footer = Footer("", say("page"), f"{record.studio} {record.year}")
    for sheet in record.sheets:
        _draw(book.page(sheet.tab), record, sheet, say, footer)
    if not record.sheets:
        page = book.page(say("plan_tab_none"))
        page.columns(_WIDTHS)
        page.block(1, [Span(1, _LAST, say("plan_no_plans"), TITLE)], 32)
        page.print_setup(1, footer)
    appendix.draw(book, say, footer)
    book.store(STUDIO, f"{record.id}:{record.year}")
    book.describe(f"{record.studio} {record.year}", record.dated)
    return book.to_bytes()


def _draw(page: Page, record: PlansRecord, sheet: PlanSheet, say: Say, footer: Footer) -> None:
    page.columns(_WIDTHS if sheet.lines is None else (*_WIDTHS, _ID_WIDTH))
    title = say("plan_title", studio=record.studio, name=sheet.name)
    row = page.block(1, [Span(1, _LAST, title, TITLE)], 32)
    fields = ((say("plan_unit"), record.unit), *sheet.fields)
    line = say("gap").join(say("field", label=label, value=value) for label, value in fields if value)
    row = page.block(row, [Span(1, _LAST, line, PLAIN)], 22)
    if sheet.text:
        look = PLAIN if sheet.lines is None else BODY
        # A long report goes line by line, so that no page ends within one.
        parts = sheet.text.split("\n") if sheet.lines is None else [sheet.text]
        for part in parts:
            row = page.block(row, [Span(1, _LAST, part, look)], 18)
    header = 1
    if sheet.lines is not None:
        header = row
        if sheet.blanks:
            header = row = page.block(row, [Span(1, _LAST, say("plan_fill"), PLAIN)], 18)
        row = _table(page, row, sheet, say)
        if sheet.figures:
            row = page.block(row, [Span(1, _LAST, sheet.figures, PLAIN)], 22)
        page.freeze(header + 1)
    blank = row
    row = page.block(row, [Span(1, _LAST, "", CENTRED)], 12)
    signed = ((1, 3, "signed"), (4, 7, "stamped"), (8, _LAST, "dated"))
    page.block(row, [Span(first, last, say(f"plan_{name}"), PLAIN) for first, last, name in signed], 30)
    page.keep(max(blank - 1, 1), row)
    page.paper(_LAST, row)
    page.print_setup(header, footer)


def _table(page: Page, row: int, sheet: PlanSheet, say: Say) -> int:
    """A row for each task, then the empty ones; gives the next free row."""
    heads = [Span(at, at, say(f"plan_{name}"), HEADER) for at, name in enumerate(_NAMES, 1)]
    row = page.block(row, [*heads, Span(_LAST + 1, _LAST + 1, say("plan_id"), _ID)], 30)
    lines: Sequence[PlanLine] = sheet.lines or ()
    if not lines and not sheet.blanks:
        return page.block(row, [Span(1, _LAST, say("plan_none"), MIDDLE)], 24)
    for number, line in enumerate(lines, 1):
        row = page.block(row, _spans(number, line))
    for _ in range(sheet.blanks):
        row = page.block(row, [Span(at, at, "", BODY) for at in range(1, _LAST + 1)])
    return row


def _spans(number: int, line: PlanLine) -> list[Span]:
    state = MUTED if line.dropped else _LATE if line.late else MIDDLE
    return [
        Span(1, 1, Decimal(number), MIDDLE),
        Span(2, 2, line.task, BODY),
        Span(3, 3, line.owner, MIDDLE),
        Span(4, 4, line.due, MIDDLE),
        Span(5, 5, line.state, state),
        Span(6, 6, line.on, MIDDLE),
        Span(7, 7, line.result, BODY),
        Span(8, 8, Decimal(line.files) if line.files else None, MIDDLE),
        Span(9, 9, line.changes, BODY),
        Span(10, 10, line.id, _ID),
    ]
