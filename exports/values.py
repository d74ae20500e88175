"""Reading workbooks back: their cells, their check code, and where one differs from another.

A workbook from outside is not trusted: its size is bounded before it is opened, and only so many rows and columns of it
are looked at.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Final, Literal
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.exceptions import InvalidFileException

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
_NOT_YET: Final = frozenset(table[key] for table in (ZH, EN) for key in ("waiting", "pending"))
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
    """What one cell shows, and the formula behind it."""

    value: Value
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that differs: `signed` is what it was, `given` what it is now."""

    address: str
    signed: Cell
    given: Cell


@dataclass(frozen=True, slots=True)
class Code:
    """The check code of a workbook: all digits, and those printed on the sheet; None where missing."""

    full: str | None
    printed: str | None


EMPTY: Final = Cell(None)


def cells(data: bytes) -> dict[str, Value]:
    """What every cell that is not empty shows, by address ("评分表!G6"); formulas by their cached values."""
    with _reading():
        return {address: value for address, value, _ in _walk(_open(data, shown=True))}


def formulas(data: bytes) -> dict[str, str]:
    """The formulas of a workbook by address, with their `=`."""
    with _reading():
        found = _walk(_open(data, shown=False))
        return {address: str(value) for address, value, is_formula in found if is_formula}


def both(data: bytes) -> dict[str, Cell]:
    """Every cell that is not empty, with its value and its formula."""
    shown, behind = cells(data), formulas(data)
    return {address: Cell(shown.get(address), behind.get(address)) for address in {*shown, *behind}}


def compare(signed: bytes, given: bytes) -> list[Difference]:
    """The cells in which a workbook differs from the one that was signed, in the order of the sheet.

    A program that saves a workbook may drop cached values; a formula without one is compared as a formula. A sheet made
    before the files were sealed claims nothing where it says so: there it does not differ.
    """
    was, now = both(signed), both(given)
    return [
        Difference(address, was.get(address, EMPTY), now.get(address, EMPTY))
        for address in sorted({*was, *now}, key=_order)
        if not _same(was.get(address, EMPTY), now.get(address, EMPTY))
    ]


def check_code(data: bytes) -> Code:
    """Find the check code of a workbook, wherever the program that saved it last has kept it."""
    with _reading():
        workbook = _open(data, shown=True)
        properties: CustomPropertyList[str] = workbook.custom_doc_props  # type: ignore[attr-defined]  # not in the stubs
        kept = [each.value for each in properties.props if each.name == CHECK_NAME]
        if name := workbook.defined_names.get(CHECK_NAME):
            kept.append((name.attr_text or "").strip('"'))
        texts = (value for _, value, _ in _walk(workbook) if isinstance(value, str))
        full = next((word for word in kept if isinstance(word, str) and _FULL.fullmatch(word)), None)
        return Code(full, next((match[1] for text in texts if (match := _PRINTED.search(text))), None))


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


def _walk(workbook: Workbook) -> Iterator[tuple[str, Value, bool]]:
    """Address and value of every cell that is not empty, and whether the value is a formula."""
    for sheet in workbook.worksheets:
        for row_no, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), 1):
            for column_no, cell in enumerate(row, 1):
                value = _plain(cell.value)
                if value is not None:
                    yield (
                        f"{sheet.title}!{get_column_letter(column_no)}{row_no}",
                        value,
                        cell.data_type == "f",
                    )


def _plain(value: object) -> Value:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        # Programs write 0.1 + 0.2 as they like; the scores of a sheet have six places at most.
        return Decimal(repr(value)).quantize(_EXACT).normalize() + 0
    return from_xml(value) if isinstance(value, str) else str(value)


# --- comparing


def _same(was: Cell, now: Cell) -> bool:
    if now.value in _NOT_YET and was.formula is None and now.formula is None:
        return True
    if was.formula is None and now.formula is None:
        return was.value == now.value
    return was.formula == now.formula and (now.value is None or was.value == now.value)


def _order(address: str) -> tuple[str, int, int]:
    sheet, _, cell = address.rpartition("!")
    row, column = coordinate_to_tuple(cell)
    return sheet, row, column
