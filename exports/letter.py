"""A letter on A4 in Word: lines, text, tables whose heads are repeated, page numbers; it knows no notice.

Whatever people typed is text. Every date in the file is given, so that equal letters give equal words and dates.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import IO, Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from exports.styles import serif
from exports.text import clean

WIDTH: Final = 210
HEIGHT: Final = 297
SIDE: Final = 20
TOP: Final = 24
BOTTOM: Final = 20
"""Paper and margins in millimetres."""
CELL: Final = 9
"""Size of the table's words, in points."""
LEADING: Final = 1.5
"""Lines of running text stand so far apart."""
_INDENT: Final = 2
"""Characters by which Chinese text begins further in."""
_CELL_PADDING: Final = 1.2


class Letter:
    """One document, written from top to bottom; `page` stands before, between and after the numbers at its foot."""

    def __init__(self, language: str, page: tuple[str, str, str], *, landscape: bool = False) -> None:
        self._document = Document()
        self._last: Paragraph | None = None
        self._chinese = language.startswith("zh")
        self._font = serif(language)
        self._language = language
        section = self._document.sections[0]
        self._wide = HEIGHT if landscape else WIDTH
        section.page_width, section.page_height = Mm(self._wide), Mm(WIDTH if landscape else HEIGHT)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
        section.left_margin = section.right_margin = Mm(SIDE)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(CELL)
        self._fonts(normal.element.get_or_add_rPr())
        for tongue in self._document.styles.element.iter(qn("w:lang")):
            # Where the font is missing, a program chooses by this: commas in the middle of the line are not Chinese.
            tongue.set(qn("w:val"), language)
            tongue.set(qn("w:eastAsia"), "zh-CN")
        self._number(section.footer.paragraphs[0], page)

    def line(
        self,
        words: str,
        *,
        size: float,
        bold: bool = False,
        align: ALIGN = ALIGN.LEFT,
        before: float = 0,
        after: float = 0,
        together: bool = False,
    ) -> None:
        """Write one line; `together` keeps it on the page of the next one."""
        paragraph = self._document.add_paragraph()
        self._say(paragraph, words, size, bold=bold)
        paragraph.alignment = align
        _space(paragraph, before, after)
        paragraph.paragraph_format.keep_with_next = together
        self._last = paragraph

    def text(self, words: str, *, size: float, before: float = 0, together: bool = False) -> None:
        """Write a paragraph of running text; `together` as for a line."""
        paragraph = self._document.add_paragraph()
        self._say(paragraph, words, size)
        paragraph.alignment = ALIGN.JUSTIFY
        _space(paragraph, before, 6)
        paragraph.paragraph_format.line_spacing = LEADING
        paragraph.paragraph_format.keep_with_next = together
        self._last = paragraph
        if self._chinese:
            paragraph.paragraph_format.first_line_indent = Pt(size * _INDENT)

    def hold(self) -> None:
        """Keep what was written last on the page of what comes next: signatures do not stand alone on a page."""
        if self._last is not None:
            self._last.paragraph_format.keep_with_next = True

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[float],
        centred: Collection[int],
        *,
        total: bool = True,
    ) -> None:
        """Write a table as wide as the text; rows are never torn apart, the last one is the sum if there is a `total`.

        A row of one cell is a heading over the rows below it, and stays with them.
        """
        listed = list(rows)
        self._last = None
        table = self._document.add_table(len(listed) + 1, len(head), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        room = (self._wide - 2 * SIDE) / sum(widths)
        sums = {0, len(listed)} if total else {0}
        wide = [Mm(width * room) for width in widths]
        for at, width in enumerate(widths):
            table.columns[at].width = Mm(width * room)
        for (number, words), row in zip(enumerate((head, *listed)), table.rows, strict=True):
            if len(words) == 1:
                self._heading(row, words[0])
            else:
                self._row(row, words, wide, centred, strong=number in sums)
            if not number:
                for cell in row.cells:
                    _shaded(cell)
        _marked(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - python-docx has no other way
        _padded(table)

    def ruled(self, lines: Sequence[str], *, size: float) -> None:
        """Write lines between two rules."""
        for at, words in enumerate(lines):
            paragraph = self._document.add_paragraph()
            self._say(paragraph, words, size)
            _space(paragraph, 2, 2)
            _ruled(paragraph, top=not at, bottom=at == len(lines) - 1)

    def save(self, out: IO[bytes], title: str, dated: datetime) -> None:
        """Write the file."""
        known = self._document.core_properties
        known.title, known.author, known.last_modified_by, known.comments = title, "", "", ""
        known.language = self._language
        known.created = known.modified = dated.replace(tzinfo=None)
        self._document.save(out)

    # -- inside -----------------------------------------------------------------------------------

    def _row(
        self,
        row: _Row,
        words: Sequence[str],
        widths: Sequence[Mm],
        centred: Collection[int],
        *,
        strong: bool,
    ) -> None:
        _marked(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - same
        for at, (cell, said) in enumerate(zip(row.cells, words, strict=True)):
            cell.width = widths[at]
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            self._fill(cell, said, bold=strong, centred=strong or at in centred)

    def _heading(self, row: _Row, words: str) -> None:
        _marked(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - same
        cells = row.cells
        cell = cells[0].merge(cells[-1])
        self._fill(cell, words, bold=True, centred=False)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True

    def _fill(self, cell: _Cell, words: str, *, bold: bool, centred: bool) -> None:
        for at, part in enumerate(words.split("\n")):
            paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
            self._say(paragraph, part, CELL, bold=bold)
            paragraph.alignment = ALIGN.CENTER if centred else ALIGN.LEFT
            _space(paragraph, 0, 0)

    def _say(self, paragraph: Paragraph, words: str, size: float, *, bold: bool = False) -> None:
        self._look(paragraph.add_run(clean(words)), size, bold=bold)

    def _look(self, run: Run, size: float, *, bold: bool = False) -> None:
        run.font.size, run.bold = Pt(size), bold or None
        self._fonts(run._r.get_or_add_rPr())  # noqa: SLF001 - same

    def _fonts(self, properties: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Name the font of Chinese characters too: python-docx knows only that of Latin ones."""
        fonts = properties.get_or_add_rFonts()
        for name in ("w:ascii", "w:hAnsi"):
            fonts.set(qn(name), "Times New Roman")
        fonts.set(qn("w:eastAsia"), self._font)

    def _number(self, paragraph: Paragraph, page: tuple[str, str, str]) -> None:
        before, between, after = page
        paragraph.alignment = ALIGN.CENTER
        for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            self._say(paragraph, words, CELL)
            if field:
                run = paragraph.add_run()
                self._look(run, CELL)
                _field(run, field)


def _space(paragraph: Paragraph, before: float, after: float) -> None:
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)


def _field(run: Run, name: str) -> None:
    """Let the program that opens the file count."""
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("shown", "1"), ("end", "")):
        if kind in {"begin", "separate", "end"}:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:t" if kind else "w:instrText")
            element.text = text
        run._r.append(element)  # noqa: SLF001 - python-docx writes no fields


def _marked(properties: Any, name: str) -> None:  # noqa: ANN401 - an element of lxml
    properties.append(OxmlElement(name))


def _shaded(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "F2F2F2")):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx shades nothing


def _padded(table: Table) -> None:
    """Give cells little room at their sides: eight columns stand on an upright page."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Mm(_CELL_PADDING).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 - same


def _ruled(paragraph: Paragraph, *, top: bool, bottom: bool) -> None:
    borders = OxmlElement("w:pBdr")
    for side in [name for name, wanted in (("top", top), ("bottom", bottom)) if wanted]:
        border = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "6"), ("w:space", "2"), ("w:color", "000000")):
            border.set(qn(name), value)
        borders.append(border)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - same
