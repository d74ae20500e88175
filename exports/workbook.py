"""A workbook to draw on: texts that stay texts, exact numbers, live formulas with their values, merged areas.

It knows paper and cells, but no rubric and no form. Texts too long for a cell, or for a form, go to a sheet of their
own at the end; nothing is cut.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Final, NamedTuple

from openpyxl import Workbook
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.image import Image as Drawing
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.utils.units import points_to_pixels
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports import heights, paging, text
from exports.package import Rows, pack
from exports.pictures import Ready
from exports.styles import BODY, Look, Styles

PAPER_WIDTH: Final = 140.0
"""Column widths that fill A4 landscape between its margins at full size."""
_A4: Final = 9
_CM: Final = 1 / 2.54
_PIXEL: Final = 0.75
"""Points of a screen pixel: the size at which a picture is shown whole."""
_EMU: Final = 12700
"""Drawing units in a point."""
_WHOLE_ROW: Final = 300.0
"""A taller row is drawn as several."""
_PIECE: Final = 150.0
_PLAIN_ROW: Final = 12.75
_LONGEST_LIST: Final = 255
"""Characters that Excel takes of a list of choices."""
_NO_DATE: Final = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text that a form has no room for: where it belongs and what it says."""

    no: int
    where: str
    text: str


class Footer(NamedTuple):
    """What stands left, in the middle and right at the foot of every page of paper."""

    left: str
    middle: str
    right: str


class Span(NamedTuple):
    """What stands in some columns of a block: words, a number or nothing."""

    first: int
    last: int
    content: str | Decimal | None = None
    look: Look = BODY


class _Down(NamedTuple):
    """A cell over rows that other columns divide."""

    first: int
    last: int
    column: int
    words: str
    look: Look


class _Stored(Drawing):
    """A picture for openpyxl's writer, which never opens it."""

    def __init__(self, ready: Ready) -> None:
        self.width, self.height, self.format = ready.width, ready.height, ready.format
        self._ready = ready

    def _data(self) -> bytes:
        return self._ready.data


class Book:
    """One workbook being drawn; `elsewhere` words the pointer to a text that stands on the sheet at the end."""

    def __init__(self, language: str, elsewhere: Callable[[int], str]) -> None:
        self._workbook = Workbook()
        self.styles = Styles(self._workbook, language)
        self.pages: list[Page] = []
        self.overflow: list[Overflow] = []
        self._elsewhere = elsewhere

    def page(self, title: str) -> "Page":
        """Add a sheet."""
        sheet = self._workbook.create_sheet(title) if self.pages else self._workbook.worksheets[0]
        sheet.title = title
        page = Page(self, sheet)
        self.pages.append(page)
        return page

    def moved(self, where: str, words: str, keep: int) -> str:
        """Move a text to the sheet at the end; gives its beginning with a pointer there."""
        number = len(self.overflow) + 1
        self.overflow.append(Overflow(number, where, words))
        return f"{words[:keep].rstrip()}…{self._elsewhere(number)}"

    def store(self, name: str, value: str) -> None:
        """Store a word outside the cells: as a property, and as a name for programs that drop properties."""
        properties: CustomPropertyList[str] = self._workbook.custom_doc_props  # type: ignore[attr-defined]  # not in the stubs
        properties.append(StringProperty(name=name, value=value))
        self._workbook.defined_names[name] = DefinedName(name, attr_text=f'"{value}"')

    def describe(self, title: str, dated: datetime | None) -> None:
        """Set title and date of the document."""
        properties = self._workbook.properties
        moment = (dated or _NO_DATE).astimezone(UTC).replace(tzinfo=None, microsecond=0)
        properties.title, properties.creator = text.clean(title), "Scorewalk"
        properties.created = properties.modified = moment

    def to_bytes(self) -> bytes:
        """The finished file."""
        target = BytesIO()
        parts = {f"xl/worksheets/sheet{no}.xml": page.rows() for no, page in enumerate(self.pages, 1)}
        pack(self._workbook, parts, target)
        return target.getvalue()


class Page:
    """One sheet being drawn; rows and columns count from 1."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self._book = book
        self._sheet = sheet
        self._cells: dict[int, dict[int, str]] = {}
        self._heights: dict[int, float] = {}
        self._merged: list[str] = []
        self._groups: list[paging.Group] = []
        self._downs: list[_Down] = []
        self.widths: list[float] = []

    @property
    def title(self) -> str:
        """The name on the tab."""
        return str(self._sheet.title)

    # --- cells

    def put(self, row: int, column: int, words: str, look: Look = BODY) -> None:
        """Write a text; whatever it says, it is never a formula and never cut."""
        words = text.clean(words)
        if not words:
            self.blank(row, column, look)
            return
        if not text.fits(words):
            words = self._book.moved(f"{self.title} {get_column_letter(column)}{row}", words, 200)
        style = self._book.styles.number(look, quoted=text.tempts(words))
        content = f'<is><t xml:space="preserve">{text.to_xml(words)}</t></is>'
        self._cell(row, column, style, content, ' t="inlineStr"')

    def moved(self, where: str, words: str, keep: int) -> str:
        """Move a text to the sheet at the end; gives its beginning with a pointer there."""
        return self._book.moved(f"{self.title} {where}", words, keep)

    def number(self, row: int, column: int, value: Decimal | int, look: Look = BODY) -> None:
        """Write an exact number."""
        self._cell(row, column, self._book.styles.number(look), f"<v>{value:f}</v>")

    def formula(self, row: int, column: int, formula: str, cached: Decimal | str, look: Look = BODY) -> None:
        """Write a formula of our own (without `=`) with the value that it has now."""
        kind = ' t="str"' if isinstance(cached, str) else ""
        value = text.to_xml(cached) if isinstance(cached, str) else f"{cached:f}"
        content = f"<f>{text.to_xml(formula)}</f><v>{value}</v>"
        self._cell(row, column, self._book.styles.number(look), content, kind)

    def blank(self, row: int, column: int, look: Look = BODY) -> None:
        """Leave a cell empty but drawn."""
        self._cell(row, column, self._book.styles.number(look), "")

    def merge(self, first: tuple[int, int], last: tuple[int, int], look: Look = BODY) -> None:
        """Merge an area; cells of it that were not written are drawn like `look`, so that its frame is whole."""
        (top, left), (bottom, right) = first, last
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if column not in self._cells.get(row, {}):
                    self.blank(row, column, look)
        if first != last:
            self._merged.append(f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}")

    def _cell(self, row: int, column: int, style: int, content: str, kind: str = "") -> None:
        where = f'<c r="{get_column_letter(column)}{row}" s="{style}"{kind}'
        self._cells.setdefault(row, {})[column] = f"{where}>{content}</c>" if content else f"{where}/>"

    def block(self, row: int, spans: Sequence[Span], least: float = 20.0) -> int:
        """Draw spans side by side, as tall as the longest text needs; gives the next free row.

        What is very tall takes several rows, merged, so that a page can end between them.
        """
        need = max([least, *(self._need(span) for span in spans)])
        heights_of_rows = [need] if need <= _WHOLE_ROW else heights.split(need, _PIECE)
        last = row + len(heights_of_rows) - 1
        for number, height in enumerate(heights_of_rows, row):
            self.height(number, height)
        for span in spans:
            if isinstance(span.content, str):
                self.put(row, span.first, span.content, span.look)
            elif span.content is not None:
                self.number(row, span.first, span.content, span.look)
            self.merge((row, span.first), (last, span.last), span.look)
        self._groups.append((row, last))
        return last + 1

    def down(self, first: int, last: int, column: int, words: str, look: Look) -> None:
        """One cell over rows that were drawn before; they are raised if its text needs it."""
        rows = range(first, last + 1)
        need = heights.needed(words, self.widths[column - 1], look.size)
        for row, height in zip(rows, heights.raised([self._heights[row] for row in rows], need), strict=True):
            self.height(row, height)
        self._downs.append(_Down(first, last, column, words, look))

    def keep(self, first: int, last: int) -> None:
        """Let no page end within these rows, if a page can hold them."""
        self._groups = paging.joined(self._groups, (first, last))

    def _need(self, span: Span) -> float:
        if not isinstance(span.content, str):
            return 0.0
        return heights.needed(span.content, self.width(span.first, span.last), span.look.size)

    # --- sizes

    def columns(self, widths: Iterable[float]) -> None:
        """Set the widths of the columns from the first on."""
        self.widths = list(widths)
        for number, width in enumerate(self.widths, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width

    def width(self, first: int, last: int) -> float:
        """The width of several columns together."""
        return sum(self.widths[first - 1 : last])

    def height(self, row: int, points: float) -> None:
        """Set the height of a row."""
        self._heights[row] = points

    def picture(self, row: int, column: int, ready: Ready, cell_height: float) -> None:
        """Draw a picture in the middle of a cell of this height (points), as large as it fits, never enlarged."""
        box = (self.widths[column - 1] * heights.COLUMN_UNIT, cell_height)
        scale = min((box[0] - 6) / ready.width, (box[1] - 6) / ready.height, _PIXEL)
        size = (ready.width * scale, ready.height * scale)
        left, top = ((outer - inner) / 2 for outer, inner in zip(box, size, strict=True))
        drawing = _Stored(ready)
        drawing.anchor = OneCellAnchor(
            _from=AnchorMarker(col=column - 1, colOff=int(left * _EMU), row=row - 1, rowOff=int(top * _EMU)),
            ext=XDRPositiveSize2D(cx=int(size[0] * _EMU), cy=int(size[1] * _EMU)),
        )
        drawing.width, drawing.height = (points_to_pixels(side) for side in size)
        self._sheet.add_image(drawing)

    def tall(self, first: int, last: int) -> float:
        """The height of several rows together, in points; of rows without one of their own as programs have it."""
        return sum(self._heights.get(row, _PLAIN_ROW) for row in range(first, last + 1))

    def chart(self, row: int, column: int, chart: ChartBase, wide: float, tall: float) -> None:
        """Draw a chart with its corner in a cell; sizes in centimetres."""
        chart.anchor = f"{get_column_letter(column)}{row}"
        chart.width, chart.height = wide, tall  # type: ignore[assignment]  # the stubs know whole centimetres only
        self._sheet.add_chart(chart)

    # --- paper

    def print_setup(self, repeat: int, footer: Footer, *, upright: bool = False) -> None:
        """A4 landscape or `upright`, as wide as the page and as long as it takes.

        The row `repeat` stands on every page, none with 0. Comes last: only now it is known where pages end.
        """
        sheet = self._sheet
        sheet.page_setup.orientation = "portrait" if upright else "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 1.8 * _CM
        margins.top, margins.bottom = 1.4 * _CM, 1.7 * _CM
        margins.header = margins.footer = 0.8 * _CM
        if repeat:
            sheet.print_title_rows = f"{repeat}:{repeat}"
        sections = [(cell.first, cell.last) for cell in self._downs]
        room = paging.PORTRAIT if upright else paging.CAPACITY
        if upright and sum(self._heights.values()) <= paging.SQUEEZED:
            sheet.page_setup.fitToHeight = 1
            room = paging.SQUEEZED
        page_ends = paging.ends(self._groups, sections, self._heights, self._heights.get(repeat, 0.0), room)
        for row in page_ends:
            sheet.row_breaks.append(Break(id=row))
        for cell in self._downs:
            # A page that ends within a merged cell would cut a text in its middle.
            at_top = paging.within(page_ends, cell.first, cell.last)
            look = cell.look._replace(down="top") if at_top else cell.look
            self.put(cell.first, cell.column, cell.words, look)
            self.merge((cell.first, cell.column), (cell.last, cell.column), look)
        for part, words in zip(("left", "center", "right"), footer, strict=True):
            side = getattr(sheet.oddFooter, part)
            side.text, side.size, side.font = words or None, 9, self._book.styles.footer_font

    def paper(self, column: int, row: int) -> None:
        """Print no more than the cells up to this one; what stands beside them is for the screen."""
        self._sheet.print_area = f"A1:{get_column_letter(column)}{row}"

    def freeze(self, row: int) -> None:
        """Keep the rows above this one in sight."""
        self._sheet.freeze_panes = f"A{row}"

    def choices(self, area: str, options: Sequence[str]) -> None:
        """Offer a list in the cells of an area, if it fits in one; other words can be written all the same."""
        listed = ",".join(options)
        if len(listed) <= _LONGEST_LIST and not any("," in each or '"' in each for each in options):
            offer = DataValidation(
                "list", f'"{listed}"', allow_blank=True, showErrorMessage=False, sqref=area
            )
            self._sheet.add_data_validation(offer)

    def filter(self, area: str) -> None:
        """Offer a filter over a table."""
        self._sheet.auto_filter.ref = area

    # --- the file

    def rows(self) -> Rows:
        """The cells as XML."""
        lines = []
        for row in sorted(self._cells.keys() | self._heights.keys()):
            cells = self._cells.get(row, {})
            tall = f' ht="{self._heights[row]:.2f}" customHeight="1"' if row in self._heights else ""
            lines.append(f'<row r="{row}"{tall}>{"".join(cells[at] for at in sorted(cells))}</row>')
        areas = "".join(f'<mergeCell ref="{area}"/>' for area in self._merged)
        merged = f'<mergeCells count="{len(self._merged)}">{areas}</mergeCells>' if areas else ""
        last_row = max(self._cells, default=1)
        last_column = max((max(cells) for cells in self._cells.values()), default=1)
        return Rows("".join(lines), merged, f"A1:{get_column_letter(last_column)}{last_row}")
