"""A list of visits to plan as a workbook: a template with the studios filled in, and the same list read back.

The second sheet explains the columns; it is not read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from exports import appendix, reading
from exports.labels import EN, ZH, Say, labels
from exports.reading import Column
from exports.styles import BODY, HEADER, MIDDLE, PLAIN, TITLE
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span

_KEYS: Final = ("studio", "unit", "rubric", "period", "form", "day", "head", "members", "note")
_MUST: Final = frozenset({"studio", "rubric", "period", "day", "head"})
_WIDTHS: Final = {
    "studio": 30.0, "unit": 20.0, "rubric": 18.0, "period": 13.0, "form": 14.0,
    "day": 13.0, "head": 13.0, "members": 24.0, "note": 30.0,
}  # fmt: skip

COLUMNS: Final = tuple(
    Column(key, tuple(dict.fromkeys(table[f"visits_{key}"] for table in (ZH, EN))), key in _MUST)
    for key in _KEYS
)
"""What is read."""


@dataclass(frozen=True, slots=True)
class VisitsRecord:
    """A template: the studios with their units, and what may be written elsewhere."""

    language: str
    studios: tuple[tuple[str, str], ...]
    rubrics: tuple[str, ...]
    forms: tuple[str, ...]
    assessors: tuple[str, ...]
    dated: datetime


def read(data: bytes) -> dict[str, Any]:
    """The list of a workbook as plain values (see `exports.reading`)."""
    return reading.read(data, COLUMNS)


def render(record: VisitsRecord) -> bytes:
    """The workbook of a template; equal records give equal bytes."""
    say = labels(record.language)
    book = Book(record.language, lambda no: say("elsewhere", no=no))
    footer = Footer("", say("page"), f"{record.dated:%Y-%m-%d}")
    _list(book.page(say("visits_tab")), record, say, footer)
    _help(book.page(say("visits_tab_help")), record, say, footer)
    appendix.draw(book, say, footer)
    book.describe(say("visits_title"), record.dated)
    return book.to_bytes()


def _header(key: str, say: Say) -> str:
    label = say(f"visits_{key}")
    return say("visits_must", label=label) if key in _MUST else label


def _list(page: Page, record: VisitsRecord, say: Say, footer: Footer) -> None:
    page.columns(_WIDTHS[key] for key in _KEYS)
    row = page.block(1, [Span(at, at, _header(key, say), HEADER) for at, key in enumerate(_KEYS, 1)], 30)
    for studio in record.studios:
        cells = dict(zip(("studio", "unit"), studio, strict=True))
        row = page.block(row, [Span(at, at, cells.get(key, ""), BODY) for at, key in enumerate(_KEYS, 1)])
    page.freeze(2)
    page.print_setup(1, footer)


def _help(page: Page, record: VisitsRecord, say: Say, footer: Footer) -> None:
    page.columns(PAPER_WIDTH * share for share in (0.25, 0.75))
    row = page.block(1, [Span(1, 2, say("visits_help_title"), TITLE)], 32)
    row = page.block(row, [Span(1, 2, say("visits_help_rules"), PLAIN)], 36)
    repeat = row
    heads = [Span(1, 1, say("visits_help_column"), HEADER), Span(2, 2, say("visits_help_how"), HEADER)]
    row = page.block(row, heads, 24)
    for key in _KEYS:
        how = _how(key, record, say)
        row = page.block(row, [Span(1, 1, say(f"visits_{key}"), MIDDLE), Span(2, 2, how, BODY)])
    page.print_setup(repeat, footer)


def _how(key: str, record: VisitsRecord, say: Say) -> str:
    known: dict[str, tuple[Sequence[str], str]] = {
        "rubric": (record.rubrics, ""),
        "form": (record.forms, "visits_no_form"),
        "head": (record.assessors, "visits_nobody"),
    }
    if key not in known:
        return say(f"visits_help_{key}")
    names, none = known[key]
    said = say("comma").join(names) if names else say(none) if none else ""
    return say(f"visits_help_{key}", known=said)
