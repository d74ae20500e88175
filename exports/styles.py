"""The looks of cells, resolved to style numbers once per workbook.

Setting fonts and borders cell by cell is most of what a workbook costs; here each look is set on one cell that is
never written, and every other cell only carries its number.
"""

from typing import Final, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

_SERIFS: Final = {"zh": ("宋体", 134), "en": ("Times New Roman", None)}
"""Font and character set by language; where the font is missing, a program chooses another by set and family."""
_ROMAN: Final = 1
_THIN: Final = Side(style="thin", color="FF000000")
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY: Final = PatternFill("solid", fgColor="FFF2F2F2")


class Look(NamedTuple):
    """How a cell looks, in the few ways that an official form needs."""

    size: float = 10
    bold: bool = False
    across: Literal["left", "center", "right"] = "left"
    down: Literal["top", "center", "bottom"] = "center"
    wrap: bool = True
    boxed: bool = True
    shaded: bool = False
    number_format: str = "General"
    ink: str = "FF000000"


BODY: Final = Look()
MIDDLE: Final = Look(across="center")
STRONG: Final = Look(bold=True, across="center")
HEADER: Final = Look(bold=True, across="center", shaded=True)
TITLE: Final = Look(size=16, bold=True, across="center", boxed=False)
PLAIN: Final = Look(boxed=False)
CENTRED: Final = Look(boxed=False, across="center")
SMALL: Final = Look(size=8, boxed=False, across="right")
SMALL_LEFT: Final = Look(size=8, boxed=False)
FINE: Final = Look(size=8)
WARNING: Final = Look(size=11, bold=True, boxed=False, across="center", ink="FFC00000")
MUTED: Final = Look(across="center", ink="FF7F7F7F")


def serif(language: str) -> str:
    """The font of running text in a language."""
    return _SERIFS["zh" if language.startswith("zh") else "en"][0]


class Styles:
    """The style numbers of one workbook."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self._font, self._charset = _SERIFS["zh" if language.startswith("zh") else "en"]
        # Column widths count in digits of the workbook's own font (the first one, and that of the style Normal).
        # Arial's are equally wide in Excel, WPS and, by its metric twin, LibreOffice; 宋体 is missing on many machines.
        base = Font(name="Arial", size=BODY.size)
        workbook._fonts[0] = base  # type: ignore[attr-defined]  # noqa: SLF001 - openpyxl has no other way; a test names it
        workbook._named_styles["Normal"].font = base  # type: ignore[attr-defined]  # noqa: SLF001 - same
        self._sheet = workbook.worksheets[0]
        self._numbers: dict[tuple[Look, bool], int] = {}

    @property
    def footer_font(self) -> str:
        """The font as a footer names it."""
        return f"{self._font},Regular"

    def number(self, look: Look, *, quoted: bool = False) -> int:
        """The number of a look; `quoted` keeps a text a text when somebody edits the cell."""
        key = (look, quoted)
        if key not in self._numbers:
            self._numbers[key] = self._resolve(look, quoted=quoted)
        return self._numbers[key]

    def _resolve(self, look: Look, *, quoted: bool) -> int:
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(
            name=self._font,
            family=_ROMAN,
            charset=self._charset,
            size=look.size,
            bold=look.bold,
            color=look.ink,
        )
        cell.alignment = Alignment(horizontal=look.across, vertical=look.down, wrap_text=look.wrap)
        cell.number_format = look.number_format
        cell.quotePrefix = quoted
        if look.boxed:
            cell.border = _BOX
        if look.shaded:
            cell.fill = _GREY
        return cell.style_id
