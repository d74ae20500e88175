"""The forms of an application as Excel: lists of recommended studios, and forms in the layout of their source.

A form that no layout is kept for stands in two columns, label and answer, with its tables below.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Final

from exports import appendix, form_grid, heights
from exports.form_boxes import Filling, shares
from exports.form_layout import Layout
from exports.form_printed import headed
from exports.form_records import FormRecord, ListRecord
from exports.labels import Say, labels
from exports.labels_layouts import LAYOUTS
from exports.styles import PLAIN, TITLE, WARNING
from exports.workbook import PAPER_WIDTH, Book, Footer, Page, Span
from rubrics.form_sums import key_of
from rubrics.forms import Field, Form, Group

_UPRIGHT: Final = PAPER_WIDTH * 2 / 3
"""Column widths that fill A4 upright."""
_A_LINE: Final = 3
"""Fields of a head or foot on one line."""
_SHORT: Final = 160
"""A shorter answer in a line without a layout gets room for one of this width."""
_LINE: Final = 28.0
_ANNEX: Final = PLAIN._replace(size=12)
_WORDS: Final = PLAIN._replace(size=11)
_ATTACHED: Final = TITLE._replace(size=13)
_TAB: Final = 31
"""Characters of a name on a tab."""
_NOT_ON_TABS: Final = str.maketrans("", "", r"[]:*?/\'")


def render(record: FormRecord) -> bytes:
    """The workbook of one form; equal records give equal bytes."""
    return _Paper(record.form, record.language, record.answers, record.dated, record.year).to_bytes()


def render_list(record: ListRecord) -> bytes:
    """The workbook of a list; a line that warns of more studios than places only where a quota is given."""
    group = record.form.groups[0]
    cells = {
        f"{record.form.id}.{group.id}.{row}.{column.id}": line.get(column.id, "")
        for row, line in enumerate(record.lines, 1)
        for column in group.columns
    }
    say = labels(record.language)
    over = record.quota is not None and len(record.lines) > record.quota
    warned = say("forms_over", count=len(record.lines), quota=record.quota) if over else ""
    paper = _Paper(record.form, record.language, {**record.answers, **cells}, record.dated, None, warned)
    return paper.to_bytes()


class _Paper:
    """One form on its sheet."""

    def __init__(
        self,
        form: Form,
        language: str,
        answers: Mapping[str, str],
        dated: datetime,
        year: int | None,
        warned: str = "",
    ) -> None:
        self._form, self._answers, self._warned = form, answers, warned
        self._say: Say = labels(language)
        self._dated = dated
        self._book = Book(language, lambda no: self._say("elsewhere", no=no))
        known = LAYOUTS.get(form.id)
        self._layout: Layout | None = known if known and known.suits(form) else None
        self._filling = Filling(form, answers, year, self._say)
        self._draw(self._book.page(_tab(form)))
        for group, wide in self._filling.attached:
            self._attach(self._book.page(self._say("forms_attachment")), group, wide)

    def to_bytes(self) -> bytes:
        """The finished file."""
        appendix.draw(self._book, self._say, self._footer)
        self._book.describe(self._form.title, self._dated)
        return self._book.to_bytes()

    @property
    def _footer(self) -> Footer:
        return Footer("", self._say("page"), "")

    def _draw(self, page: Page) -> None:
        layout, form = self._layout, self._form
        paper = PAPER_WIDTH if form.landscape else _UPRIGHT
        page.columns(layout.widths if layout else [paper / self._filling.grid] * self._filling.grid)
        whole = len(page.widths)
        row = 1
        if form.annex:
            row = page.block(row, [Span(1, whole, form.annex, _ANNEX)])
        row = page.block(row, [Span(1, whole, form.title, TITLE)], 36)
        if self._warned:
            row = page.block(row, [Span(1, whole, self._warned, WARNING)], 24)
        row = self._line(page, row, form.head, layout.head if layout else ())
        boxes = list(self._filling.by_layout(layout) if layout else self._filling.plain())
        if boxes:
            row = form_grid.draw(page, row, boxes)
        self._line(page, row, form.foot, layout.foot if layout else ())
        page.print_setup(self._repeated, self._footer, upright=not form.landscape)

    def _attach(self, page: Page, group: Group, wide: Sequence[int]) -> None:
        """Draw a long table on pages of its own."""
        page.columns(self._layout.widths if self._layout else ())
        named = group.title.partition("（")[0]  # what stands in brackets says that it may be attached
        title = self._say("forms_attached_title", form=self._form.title, table=named)
        row = page.block(1, [Span(1, len(page.widths), title, _ATTACHED)], 36)
        form_grid.draw(page, row, list(self._filling.on_its_own(group, wide)))
        page.print_setup(row, self._footer, upright=not self._form.landscape)

    def _line(self, page: Page, row: int, fields: Sequence[Field], wide: Sequence[int]) -> int:
        """Write the fields of a head or foot side by side."""
        for at in range(0, len(fields), len(wide) or _A_LINE):
            some = fields[at : at + (len(wide) or _A_LINE)]
            said = [self._headed(field) for field in some]
            widths = wide or shares([max(_SHORT, heights.width(words)) for words in said], len(page.widths))
            ends = accumulate(widths)
            spans = [
                Span(end - width + 1, end, words, _WORDS)
                for words, width, end in zip(said, widths, ends, strict=True)
            ]
            row = page.block(row, spans, _LINE)
        return row

    def _headed(self, field: Field) -> str:
        return headed(field, self._answers.get(key_of(self._form, field), ""), self._say)

    @property
    def _repeated(self) -> int:
        """The row that stands on every page: the head of a table that is all there is."""
        if self._form.fields or len(self._form.groups) != 1:
            return 0
        lines = -(-len(self._form.head) // (len(self._layout.head) if self._layout else _A_LINE))
        return bool(self._form.annex) + 1 + bool(self._warned) + lines + 1


def _tab(form: Form) -> str:
    """The name of the sheet: the annex, else the title."""
    return (form.annex or form.title).translate(_NOT_ON_TABS)[:_TAB] or form.id[:_TAB]
