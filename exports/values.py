"""Reading workbooks back: their cells, their check code, and what of them is hidden or merged.

A workbook from outside is not trusted: its size is bounded before it is opened, and only so many rows and columns of it
are looked at.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any, Final, Literal
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.functions import iterparse

from exports.labels import EN, ZH
from exports.text import from_xml

CHECK_NAME: Final = "ScorewalkCheck"
"""Name under which a workbook holds all 64 digits of its check code."""

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 64
MOST_BYTES: Final = 256 * 1024 * 1024
"""Of everything in the file, unpacked."""
MOST_XML: Final = 16 * 1024 * 1024
"""Of any one part that has to be parsed."""
_MOST_PARTS: Final = 5_000

_FULL: Final = re.compile(r"[0-9a-f]{64}")
_LABELS: Final = "|".join(re.escape(table["check"].format(code="")) for table in (ZH, EN))
_PRINTED: Final = re.compile(rf"(?:{_LABELS})([0-9A-F]{{4}}-[0-9A-F]{{4}})\b")
NOT_YET: Final = frozenset(table[key] for table in (ZH, EN) for key in ("waiting", "pending"))
"""What a sheet says in place of a file that is still on its way."""
GENERAL: Final = "General"
"""The format of a number that is shown as it is."""
_EXACT: Final = Decimal("1e-9")
_BROKEN: Final = (
    BadZipFile,
    InvalidFileException,
    EOFError,
    OSError,
    SyntaxError,
    zlib_error,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
)
"""What zip, XML and openpyxl raise over files that are damaged, encrypted or something else."""

Value = str | Decimal | bool | None


class Unopenable(Exception):
    """A file that cannot be read as a workbook, and why."""

    def __init__(self, why: Literal["not_a_workbook", "too_large"]) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds, the formula behind it, and the format in which a number is shown."""

    value: Value
    formula: str | None = None
    format: str = GENERAL


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a sheet is out of sight, and which of its cells are one."""

    sheet: str
    hidden: bool
    rows: frozenset[int]
    """Hidden ones, also those without height."""
    columns: frozenset[str]
    """Hidden ones, by letter."""
    merged: frozenset[str]
    """Areas, like "A1:C2"."""


@dataclass(frozen=True, slots=True)
class Code:
    """The check code of a workbook: all digits, and those printed on the sheet; None where missing."""

    full: str | None
    printed: str | None
    kept: tuple[str, ...] = ()
    """Every one that is stored outside the cells, where they are not the same."""


EMPTY: Final = Cell(None)


def cells(data: bytes) -> dict[str, Value]:
    """What every cell that is not empty shows, by address ("评分表!G6"); formulas by their cached values."""
    with _reading():
        return {address: value for address, value, _, _ in _walk(_open(data, shown=True))}


def formulas(data: bytes) -> dict[str, str]:
    """The formulas of a workbook by address, with their `=`."""
    with _reading():
        found = _walk(_open(data, shown=False))
        return {address: str(value) for address, value, is_formula, _ in found if is_formula}


def both(data: bytes) -> dict[str, Cell]:
    """Every cell that is not empty, with its value, its formula and its format."""
    with _reading():
        shown = {
            address: Cell(value, None, look) for address, value, _, look in _walk(_open(data, shown=True))
        }
    behind = formulas(data)
    for address, formula in behind.items():
        known = shown.get(address, EMPTY)
        shown[address] = Cell(known.value, formula, known.format)
    return shown


def shapes(data: bytes) -> tuple[Shape, ...]:
    """What is hidden and merged in each sheet, in the order of the tabs."""
    with _reading():
        workbook = _open(data, shown=True)
        with ZipFile(BytesIO(data)) as container:
            return tuple(_shape(sheet, container) for sheet in workbook.worksheets)


def check_code(data: bytes) -> Code:
    """Find the check code of a workbook, wherever the program that saved it last has kept it."""
    with _reading():
        workbook = _open(data, shown=True)
        properties: CustomPropertyList[str] = workbook.custom_doc_props  # type: ignore[attr-defined]  # not in the stubs
        kept = [str(each.value) for each in properties.props if each.name == CHECK_NAME]
        if name := workbook.defined_names.get(CHECK_NAME):
            kept.append((name.attr_text or "").strip('"'))
        texts = (value for _, value, _, _ in _walk(workbook) if isinstance(value, str))
        every = tuple(dict.fromkeys(kept))
        full = next((word for word in every if _FULL.fullmatch(word)), None)
        printed = next((match[1] for text in texts if (match := _PRINTED.search(text))), None)
        return Code(full, printed, every if len(every) > 1 else ())


# --- opening what may be anything


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever a broken file makes the parsers raise is one answer: it is no workbook."""
    try:
        yield
    except _BROKEN as error:
        raise Unopenable("not_a_workbook") from error


def _open(data: bytes, *, shown: bool) -> Workbook:
    with ZipFile(BytesIO(data)) as container:
        parts = container.infolist()
        xml = (part.file_size for part in parts if not part.filename.startswith("xl/media/"))
        if (
            len(parts) > _MOST_PARTS
            or max(xml, default=0) > MOST_XML
            or sum(p.file_size for p in parts) > MOST_BYTES
        ):
            raise Unopenable("too_large")
    return load_workbook(BytesIO(data), read_only=True, data_only=shown)


def _walk(workbook: Workbook) -> Iterator[tuple[str, Value, bool, str]]:
    """Address and value of every cell that is not empty, whether the value is a formula, and its format."""
    for sheet in workbook.worksheets:
        for row_no, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), 1):
            for column_no, cell in enumerate(row, 1):
                value = _plain(cell.value)
                if value is not None:
                    yield (
                        f"{sheet.title}!{get_column_letter(column_no)}{row_no}",
                        value,
                        cell.data_type == "f",
                        cell.number_format,
                    )


def _shape(sheet: Any, container: ZipFile) -> Shape:  # noqa: ANN401 - a read-only sheet is not in the stubs
    """Read it from the XML of a sheet: a workbook that is only read keeps none of it."""
    rows: set[int] = set()
    columns: set[str] = set()
    merged: set[str] = set()
    row = 0
    part: str = sheet._worksheet_path  # noqa: SLF001 - openpyxl has no other way; a test names it
    with container.open(part) as source:
        for _, element in iterparse(source, events=("start",)):
            tag = element.tag.rpartition("}")[2]
            if tag == "row":
                row = int(element.get("r", row + 1))
                if _unseen(element, "ht"):
                    rows.add(row)
            elif tag == "col" and _unseen(element, "width"):
                first, last = int(element.get("min", 1)), int(element.get("max", 1))
                columns.update(get_column_letter(at) for at in range(first, min(last, MOST_COLUMNS) + 1))
            elif tag == "mergeCell":
                merged.add(element.get("ref", "").replace("$", ""))
    return Shape(
        sheet.title, sheet.sheet_state != "visible", frozenset(rows), frozenset(columns), frozenset(merged)
    )


def _unseen(element: Any, size: str) -> bool:  # noqa: ANN401 - an element of whichever parser openpyxl took
    return element.get("hidden", "0") in {"1", "true"} or float(element.get(size, 1)) < 1


def _plain(value: object) -> Value:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        # Programs write 0.1 + 0.2 as they like; the scores of a sheet have six places at most.
        return Decimal(repr(value)).quantize(_EXACT).normalize() + 0
    return from_xml(value) if isinstance(value, str) else str(value)
