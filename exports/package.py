"""The zip container of a workbook, as openpyxl's writer asks for it, with three differences.

Cells come from our own rows (a formula with its cached value beside it, which openpyxl does not write), pictures are
stored instead of deflated again, and every date is fixed, so that equal records give equal bytes. It knows no form.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_MODE: Final = 0o600 << 16
_DIMENSION: Final = re.compile(r'(?<=<dimension ref=")[^"]*')
_NO_ROWS: Final = "<sheetData></sheetData>"
_FILTER: Final = re.compile(r"<autoFilter[^>]*/>|<autoFilter.*?</autoFilter>")
"""What stands between the cells and the merged areas, if anything does."""


class Rows:
    """The cells of one sheet as XML: what stands in `sheetData`, and the merged areas after it."""

    __slots__ = ("area", "cells", "merged")

    def __init__(self, cells: str, merged: str, area: str) -> None:
        self.cells = cells
        self.merged = merged
        self.area = area

    def into(self, frame: str) -> str:
        """Put the cells into the XML that openpyxl wrote for an empty sheet."""
        head, empty, tail = frame.partition(_NO_ROWS)
        if not empty:  # an openpyxl that writes empty sheets differently would lose every cell silently
            message = "openpyxl wrote a sheet without the place where cells stand"
            raise ValueError(message)
        filtered = _FILTER.match(tail)
        at = filtered.end() if filtered else 0
        cells = f"<sheetData>{self.cells}</sheetData>"
        return f"{_DIMENSION.sub(self.area, head)}{cells}{tail[:at]}{self.merged}{tail[at:]}"


class Package(ZipFile):
    """A zip file that openpyxl writes into."""

    def __init__(self, target: IO[bytes], sheets: Mapping[str, Rows]) -> None:
        super().__init__(target, "w", ZIP_DEFLATED, compresslevel=6)
        self._sheets = sheets

    def writestr(  # type: ignore[override]  # openpyxl passes a name and the data, nothing else
        self, zinfo_or_arcname: str, data: bytes | str
    ) -> None:
        """Add a part under the fixed date; pictures are compressed already."""
        info = ZipInfo(zinfo_or_arcname, _DATE)
        info.create_system, info.external_attr = _UNIX, _MODE
        info.compress_type = ZIP_STORED if zinfo_or_arcname.startswith("xl/media/") else ZIP_DEFLATED
        super().writestr(info, data)

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override]  # same
        """Add a sheet that openpyxl wrote to a temporary file, with our cells in it."""
        frame = Path(filename).read_text(encoding="utf-8")
        self.writestr(arcname, self._sheets[arcname].into(frame))


def pack(workbook: Workbook, sheets: Mapping[str, Rows], target: IO[bytes]) -> None:
    """Write the workbook; `sheets` holds the cells by the name of the part ("xl/worksheets/sheet1.xml")."""
    ExcelWriter(workbook, Package(target, sheets)).save()
