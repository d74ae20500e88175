"""The list of studios as a workbook, one row a studio, and the same list read back.

What is written is what is read, so that an export that nobody touched changes nothing. The second sheet explains the
columns; it is not read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from openpyxl.utils import get_column_letter

from exports import appendix, reading
from exports.labels import EN, ZH, Say, labels
from exports.reading import Column
from exports.styles import BODY, HEADER, MIDDLE, PLAIN, TITLE, Look
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

_PLAIN: Final = ("id", "name", "unit", "leader", "level", "named_on", "named_by")
_MUST: Final = frozenset({"name", "unit", "leader"})
_WIDTHS: Final = {
    "id": 18.0, "name": 30.0, "unit": 22.0, "leader": 10.0, "level": 9.0, "named_on": 12.0, "named_by": 18.0,
    "type": 19.0, "fund": 12.0, "team": 36.0, "retired": 12.0,
}  # fmt: skip
_MONEY: Final = Look(across="right", number_format="0.##########")
_MORE: Final = 500
"""Rows below the list in which types are offered too."""
_CENTRED: Final = frozenset({"id", "leader", "level", "named_on", "type", "retired"})


def _labels(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(table[key] for key in keys for table in (ZH, EN)))


COLUMNS: Final = (
    *(
        Column(
            key, _labels(f"studios_{key}", *(["studios_leader_too"] if key == "leader" else [])), key in _MUST
        )
        for key in _PLAIN
    ),
    Column("type", _labels("studios_type"), many=True),
    Column("fund", _labels("studios_fund"), many=True),
    Column("team", _labels("studios_team")),
    Column("retired", _labels("studios_retired")),
)
"""What is read; `type:…` is followed by the rubric, `fund:…` by the year, as the headers say them."""


@dataclass(frozen=True, slots=True)
class TypeColumn:
    """A rubric that tells types of studios apart: its id, its name and the names of its types."""

    rubric: str
    short: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StudiosRecord:
    """The list as it is written: cells by the keys of the columns (`type:ID`, `fund:YEAR`), in order."""

    language: str
    rows: tuple[Mapping[str, str], ...]
    types: tuple[TypeColumn, ...]
    years: tuple[int, ...]
    dated: datetime


def read(data: bytes) -> dict[str, Any]:
    """The list of a workbook as plain values (see `exports.reading`)."""
    return reading.read(data, COLUMNS)


def render(record: StudiosRecord) -> bytes:
    """The workbook of a list; equal records give equal bytes."""
    say = labels(record.language)
    book = Book(record.language, lambda no: say("elsewhere", no=no))
    headers = _headers(record, say)
    footer = Footer("", say("page"), f"{record.dated:%Y-%m-%d}")
    _list(book.page(say("studios_tab")), record, headers, footer)
    _help(book.page(say("studios_tab_help")), record, say, footer)
    appendix.draw(book, say, footer)
    book.describe(say("studios_title"), record.dated)
    return book.to_bytes()


def _headers(record: StudiosRecord, say: Say) -> dict[str, str]:
    """Key of each column -> its header, in order."""
    plain = {
        key: say("studios_must", label=say(f"studios_{key}")) if key in _MUST else say(f"studios_{key}")
        for key in _PLAIN
    }
    types = {
        f"type:{one.rubric}": say("studios_type_of", short=one.short, id=one.rubric) for one in record.types
    }
    funds = {f"fund:{year}": say("studios_fund_of", year=year) for year in record.years}
    return plain | types | funds | {key: say(f"studios_{key}") for key in ("team", "retired")}


def _list(page: Page, record: StudiosRecord, headers: Mapping[str, str], footer: Footer) -> None:
    page.columns(_WIDTHS[key.partition(":")[0]] for key in headers)
    row = page.block(1, [Span(at, at, label, HEADER) for at, label in enumerate(headers.values(), 1)], 30)
    for cells in record.rows:
        row = page.block(row, [_cell(at, key, cells.get(key, "")) for at, key in enumerate(headers, 1)])
    known = {f"type:{one.rubric}": one.known for one in record.types}
    for at, key in enumerate(headers, 1):
        if key in known:
            letter = get_column_letter(at)
            page.choices(f"{letter}2:{letter}{row + _MORE}", known[key])
    page.freeze(2)
    page.print_setup(1, footer)


def _cell(at: int, key: str, text: str) -> Span:
    kind = key.partition(":")[0]
    if kind == "fund":
        return Span(at, at, Decimal(text) if text else None, _MONEY)
    return Span(at, at, text, MIDDLE if kind in _CENTRED else BODY)


def _help(page: Page, record: StudiosRecord, say: Say, footer: Footer) -> None:
    page.columns(PAPER_WIDTH * share for share in (0.25, 0.75))
    row = page.block(1, [Span(1, 2, say("studios_help_title"), TITLE)], 32)
    row = page.block(row, [Span(1, 2, say("studios_help_rules"), PLAIN)], 36)
    repeat = row
    row = page.block(
        row, [Span(1, 1, say("studios_help_column"), HEADER), Span(2, 2, say("studios_help_how"), HEADER)], 24
    )
    for label, how in _explained(record, say):
        row = page.block(row, [Span(1, 1, label, MIDDLE), Span(2, 2, how, BODY)])
    page.print_setup(repeat, footer)


def _explained(record: StudiosRecord, say: Say) -> Sequence[tuple[str, str]]:
    plain = [(say(f"studios_{key}"), say(f"studios_help_{key}")) for key in _PLAIN]
    types = [
        (
            say("studios_type_of", short=one.short, id=one.rubric),
            say("studios_help_type", known=say("comma").join(one.known)),
        )
        for one in record.types
    ]
    funds = [(say("studios_fund_of", year=year), say("studios_help_fund")) for year in record.years[-1:]]
    rest = [(say(f"studios_{key}"), say(f"studios_help_{key}")) for key in ("team", "retired")]
    return [*plain, *types, *funds, *rest]
