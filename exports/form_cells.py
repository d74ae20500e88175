"""The cells of one sheet part that hold marks, and what they become; every other byte of the part stays as it is.

It knows cells and texts, but no rubric: what stands in a mark's place is handed in.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, DecimalException
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from exports import text
from exports.form_styles import FormStyles, serial
from exports.formulas import Scalar, Unknown, stored
from exports.xml_spans import Span, spans
from rubrics.form_marks import MARK, OPEN
from rubrics.points import show

Value = Decimal | date | str | None
Fill = Callable[[str], Value]
"""What stands for a mark, given without its braces."""
Piece = tuple[int, int, bytes]

_SHEET: Final = frozenset({
    "row", "c", "f", "v", "is", "si", "r", "t", "rPr", "rPh",
    "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
})  # fmt: skip
_WIDE: Final = 0x2E80
"""From here on characters are as wide as a Chinese one."""
_ONCE: Final = re.compile(rb"\s(?:ht|customHeight)=\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text with one look: the XML of the look, and the words."""

    look: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell with marks: its address, its text in runs, its element and its row's."""

    address: str
    runs: tuple[Run, ...]
    cell: Span
    row: Span

    @property
    def style(self) -> int:
        """The number of its style."""
        return int(self.cell.attributes.get("s", "0"))

    @property
    def words(self) -> str:
        """All of its text."""
        return "".join(run.words for run in self.runs)


@dataclass(slots=True)
class SheetPart:
    """One sheet: its cells with marks, its formulas, and marks where none are filled."""

    data: bytes
    marked: list[Marked] = field(default_factory=list)
    formulas: dict[str, Span] = field(default_factory=dict)
    """Cells that hold a formula, by address."""
    held: dict[str, Scalar] = field(default_factory=dict)
    """What all other cells hold."""
    broken: list[str] = field(default_factory=list)
    """Cells that hold an error."""
    in_formulas: list[str] = field(default_factory=list)
    elsewhere: bool = False

    def written(self) -> dict[str, str]:
        """The formulas of its cells; empty where nobody can tell: shared ones, those that fill several, errors."""
        found = {address: next(cell.inside("f")) for address, cell in self.formulas.items()}
        plain = {address: "" if each.attributes.get("t") else each.text for address, each in found.items()}
        return dict.fromkeys(self.broken, "") | plain


def shared(data: bytes) -> list[tuple[Run, ...]]:
    """The shared strings of a workbook, by their number."""
    return [_runs(span, data) for span in spans(data, _SHEET) if span.name == "si"]


def sheet_part(data: bytes, strings: Sequence[tuple[Run, ...]]) -> SheetPart:
    """Look through a sheet."""
    part = SheetPart(data)
    for span in spans(data, _SHEET):
        if span.name == "row":
            for cell in span.inside("c"):
                _look(part, cell, span, strings)
        elif span.name.endswith(("Header", "Footer")) and _has_mark(span.text):
            part.elsewhere = True
    return part


def _look(part: SheetPart, cell: Span, row: Span, strings: Sequence[tuple[Run, ...]]) -> None:
    address = cell.attributes.get("r", "")
    formula = next(cell.inside("f"), None)
    if formula is not None:
        part.formulas[address] = cell
        if _has_mark(formula.text):
            part.in_formulas.append(address)
        return
    runs = _text_of(cell, part.data, strings)
    words = "".join(run.words for run in runs)
    if _has_mark(words):
        part.marked.append(Marked(address, runs, cell, row))
    elif cell.attributes.get("t") == "e":
        part.broken.append(address)
    else:
        part.held[address] = words if runs else _held(cell)


def _held(cell: Span) -> Scalar:
    """The number or answer that a cell holds."""
    value = next(cell.inside("v"), None)
    if value is None:
        return None
    kind = cell.attributes.get("t", "n")
    if kind == "b":
        return value.text.strip() == "1"
    try:
        return Decimal(value.text.strip()) if kind == "n" else value.text
    except DecimalException:
        return value.text


def _has_mark(words: str) -> bool:
    return OPEN.search(words) is not None


def _text_of(cell: Span, data: bytes, strings: Sequence[tuple[Run, ...]]) -> tuple[Run, ...]:
    kind = cell.attributes.get("t")
    if kind == "inlineStr":
        return tuple(run for each in cell.inside("is") for run in _runs(each, data))
    value = next(cell.inside("v"), None)
    if value is None:
        return ()
    if kind == "s":
        number = value.text.strip()
        return strings[int(number)] if number.isdecimal() and int(number) < len(strings) else ()
    return (Run(b"", value.text),) if kind == "str" else ()


def _runs(span: Span, data: bytes) -> tuple[Run, ...]:
    """The runs of a text; readings printed above characters are none."""
    found = []
    for child in span.children:
        if child.name == "t":
            found.append(Run(b"", child.text))
        elif child.name == "r":
            look = next(child.inside("rPr"), None)
            words = "".join(each.text for each in child.inside("t"))
            found.append(Run(data[look.start : look.end] if look else b"", words))
    return tuple(found)


# --- filling


@dataclass(frozen=True, slots=True)
class Filling:
    """How marks are replaced in one workbook."""

    fill: Fill
    styles: FormStyles
    mac: bool
    """Its days count from 1904."""

    def value(self, marked: Marked) -> Scalar:
        """What a cell with marks holds once it is filled."""
        alone = MARK.fullmatch(marked.words.strip())
        value = self.fill(alone[1]) if alone else None
        if alone and value is None:
            return None
        if isinstance(value, date) and self.styles.shows_day(marked.style):
            return Decimal(serial(value, mac=self.mac))
        return value if isinstance(value, Decimal) else "".join(run.words for run in self.runs(marked))

    def runs(self, marked: Marked) -> list[Run]:
        """Its text with every mark replaced."""
        shown = self.fill if self.styles.wraps(marked.style) else _on_one_line(self.fill)
        return [Run(run.look, text.clean(run.words)) for run in _replaced(marked.runs, shown)]


def filled(part: SheetPart, filling: Filling, reckoned: Callable[[str], Scalar]) -> Iterator[Piece]:
    """What changes in a sheet: its marked cells, their rows' fixed heights, and what its formulas come to."""
    tall: dict[int, Span] = {}
    for marked in part.marked:
        value = filling.value(marked)
        if isinstance(value, str):
            tall[marked.row.start] = marked.row
        yield (marked.cell.start, marked.cell.end, _cell(marked, value, filling))
    for row in tall.values():
        yield from _free_height(part.data, row)
    for address, cell in part.formulas.items():
        try:
            yield (cell.start, cell.end, _sum(part.data, cell, reckoned(address)))
        except Unknown:
            # A program that does not reckon shows what is stored: better nothing than the sum of an empty form.
            yield from ((value.start, value.end, b"") for value in cell.inside("v"))


def _sum(data: bytes, cell: Span, value: Scalar) -> bytes:
    """A cell with its formula as it was, and what it comes to."""
    formula = next(cell.inside("f"))
    kind, words = "", "0"
    if isinstance(value, bool):
        kind, words = "b", str(int(value))
    elif isinstance(value, str):
        kind, words = "str", text.clean(value)
    elif value is not None:
        words = stored(value)
    inner = data[formula.start : formula.end] + _wrapped(cell.prefix, "v", text.to_xml(words).encode())
    return _element(cell, int(cell.attributes.get("s", "0")), kind, inner)


def _cell(marked: Marked, value: Scalar, filling: Filling) -> bytes:
    style = marked.style
    if value is None:
        return _element(marked.cell, style, "", b"")
    if isinstance(value, Decimal):
        return _element(marked.cell, style, "", _within(marked.cell, "v", f"{value:f}"))
    runs = filling.runs(marked)
    if text.tempts("".join(run.words for run in runs)):
        style = filling.styles.quoted(style)
    return _element(marked.cell, style, "inlineStr", _inline(marked.cell, runs))


def _on_one_line(fill: Fill) -> Fill:
    """The values without line ends: a cell that does not wrap would show one of the lines."""

    def shown(mark: str) -> Value:
        value = fill(mark)
        if not isinstance(value, str) or "\n" not in value:
            return value
        return ("；" if any(ord(char) >= _WIDE for char in value) else "; ").join(
            line for line in value.split("\n") if line
        )

    return shown


def _replaced(runs: Sequence[Run], fill: Fill) -> Iterator[Run]:
    """The runs with every mark replaced; a mark over several runs looks like its first."""
    words = "".join(run.words for run in runs)
    found = [(match.start(), match.end(), said(fill(match[1]))) for match in MARK.finditer(words)]
    at = 0
    for run in runs:
        end, made = at + len(run.words), ""
        for start, stop, value in found:
            if stop <= at or start >= end:
                continue
            made += words[at:start] if start > at else ""
            made += value if start >= at else ""
            at = min(stop, end)
        yield Run(run.look, made + words[at:end])
        at = end


def said(value: Value) -> str:
    """A value as it stands within a text."""
    if value is None:
        return ""
    return show(value) if isinstance(value, Decimal) else str(value)


def _inline(cell: Span, runs: Sequence[Run]) -> bytes:
    runs = [run for run in runs if run.words]
    prefix = cell.prefix
    if len(runs) == 1 and not runs[0].look:
        inner = _words(prefix, runs[0].words)
    else:
        inner = b"".join(_wrapped(prefix, "r", run.look + _words(prefix, run.words)) for run in runs)
    return _wrapped(prefix, "is", inner)


def _words(prefix: str, words: str) -> bytes:
    tag = f"{prefix}t"
    return f'<{tag} xml:space="preserve">{text.to_xml(words)}</{tag}>'.encode()


def _within(cell: Span, name: str, words: str) -> bytes:
    return _wrapped(cell.prefix, name, escape(words).encode())


def _wrapped(prefix: str, name: str, inner: bytes) -> bytes:
    tag = f"{prefix}{name}".encode()
    return b"<" + tag + b">" + inner + b"</" + tag + b">"


def _element(cell: Span, style: int, kind: str, inner: bytes) -> bytes:
    """The cell with another content: its address, its style and whatever else it says of itself are kept."""
    kept = {name: value for name, value in cell.attributes.items() if name not in {"t", "s", "vm"}}
    kept |= {"s": str(style)} if style or "s" in cell.attributes else {}
    kept |= {"t": kind} if kind else {}
    head = "".join(f" {name}={quoteattr(value)}" for name, value in kept.items())
    opened = f"<{cell.tag}{head}".encode()
    return opened + (b">" + inner + f"</{cell.tag}>".encode() if inner else b"/>")


def _free_height(data: bytes, row: Span) -> Iterator[Piece]:
    """Let a row grow with what was written into it, unless its height was set by hand."""
    if row.attributes.get("customHeight") in {"1", "true"} or "ht" not in row.attributes:
        return
    end = data.index(b">", row.start)
    yield (row.start, end, _ONCE.sub(b"", data[row.start : end]))
