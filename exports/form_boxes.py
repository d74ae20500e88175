"""The cells of a form with its answers in them: by a layout, or in two columns where there is none.

It knows answers and boxes, no page.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from exports.form_grid import Box
from exports.form_layout import Cell, Layout, Placed, Table, flowing
from exports.form_printed import figure, hinted, ticked, words
from exports.labels import Say
from exports.styles import BODY, MIDDLE, STRONG, Look
from rubrics.form_sums import added, cell_of, key_of, rows_of, year_of
from rubrics.forms import Field, Form, Group

GRID: Final = 24
"""Columns of the grid on which a form without a layout stands; more where a table has more."""
LABEL: Final = 10
"""Columns of it that a label takes."""
_A_LINE: Final = 4
"""Options of a choice on one line, where no layout says another number."""
_WEIGHTS: Final = {"number": 2, "year": 2, "month": 2, "date": 3, "choice": 2, "longtext": 6}
_WEIGHT: Final = 4
_SERIAL: Final = "no"
"""The id of a column that numbers the rows by itself."""
_TALL: Final = 34.0
"""A row of a table that is all there is."""
_QUOTE: Final = '"'
_PAGE: Final = 20
"""Rows of a table that a page holds below the title, whatever is written in them."""


class Filling:
    """A form being filled with answers; boxes come in rows counted from 1."""

    def __init__(self, form: Form, answers: Mapping[str, str], year: int | None, say: Say) -> None:
        self._form, self._answers, self._year, self._say = form, answers, year, say
        self._fields = {field.id: field for field in form.fields}
        self._groups = {group.id: group for group in form.groups}
        self._titled = bool(form.fields) or len(form.groups) > 1
        self.grid = max(GRID, *(len(group.columns) for group in form.groups), 0)
        self._tall = 24.0 if self._titled else _TALL
        self._row = 1
        self._layout: Layout | None = None

    def by_layout(self, layout: Layout) -> Iterator[Box]:
        """Yield the boxes of a form that the layout suits."""
        self._layout = layout
        cells: list[tuple[Cell, ...]] = []
        for row in layout.rows:
            if isinstance(row, Table):
                yield from self._flow(cells)
                cells = []
                yield from self._table(self._groups[row.group], row.wide)
            else:
                cells.append(row)
        yield from self._flow(cells)

    @property
    def attached(self) -> tuple[tuple[Group, tuple[int, ...]], ...]:
        """The tables that are too long for the form: they stand on pages of their own, with their head on each."""
        layout = self._layout
        if layout is None:
            return ()
        wide = {row.group: row.wide for row in layout.rows if isinstance(row, Table)}
        return tuple((group, wide[group.id]) for group in self._form.groups if self._long(group))

    def _long(self, group: Group) -> bool:
        """Whether a table among other things has more rows than a page."""
        return self._titled and len(rows_of(self._form, group, self._answers)) > _PAGE

    def on_its_own(self, group: Group, wide: Sequence[int]) -> Iterator[Box]:
        """Yield the boxes of a table on a page of its own, its head first."""
        self._row = 1
        yield from self._rows(group, wide)

    def plain(self) -> Iterator[Box]:
        """Yield the boxes of any form: a label and its answer side by side, tables below."""
        wide = self.grid * LABEL // GRID
        for field in self._form.fields:
            about = None if self._year is None else year_of(field, self._year)
            year = "" if about is None else self._say("forms_year", year=about)
            label = hinted(field.label, (year, field.unit or ""), self._say)
            yield Box(self._row, 1, wide, words=label, look=MIDDLE)
            cell = Cell(self.grid - wide, field=field.id, boxes=_A_LINE if field.options else 0)
            yield self._answer(Placed(self._row, wide + 1, cell), BODY)
            self._row += 1
        for group in self._form.groups:
            weights = [_WEIGHTS.get(each.kind, _WEIGHT) for each in group.columns]
            yield from self._table(group, shares(weights, self.grid))

    # --- cells

    def _flow(self, cells: Sequence[tuple[Cell, ...]]) -> Iterator[Box]:
        for placed in flowing(tuple(cells), self._row):
            cell = placed.cell
            look = STRONG if cell.strong else MIDDLE
            if cell.field:
                yield self._answer(placed, look)
                continue
            said = cell.words
            if cell.year is not None and self._year is not None:
                said = self._say("forms_year", year=self._year + cell.year)
            yield Box(placed.row, placed.column, cell.wide, cell.down, said, look=look, tall=cell.tall)
        self._row += len(cells)

    def _answer(self, placed: Placed, look: Look) -> Box:
        row, column, cell = placed
        field = self._fields[cell.field]
        key = key_of(self._form, field)
        said = self._answers.get(key, "")
        found = added(self._form, field, self._answers)
        number = figure(field, said) if said else found
        parts = field.sum_of if number is not None and number == found else ()
        if number is None:
            shown = (
                ticked(field, said, cell.boxes, self._say) if cell.boxes else words(field, said, self._say)
            )
            if not said and (cell.before or cell.unit):
                shown = self._say("forms_figure", before=cell.before, unit=cell.unit).strip()
        else:
            shown, look = "", look._replace(number_format=_format(cell))
        left = field.kind == "longtext" or bool(cell.boxes)
        return Box(
            row, column, cell.wide, cell.down, shown, number,
            tuple(f"{self._form.id}.{part}" for part in parts), key,
            look._replace(across="left") if left else look, cell.tall,
        )  # fmt: skip

    # --- tables

    def _table(self, group: Group, wide: Sequence[int]) -> Iterator[Box]:
        if self._titled:
            yield Box(self._row, 1, sum(wide), words=group.title, look=STRONG, stays=True)
            self._row += 1
        if self._layout is not None and self._long(group):
            count = len(rows_of(self._form, group, self._answers))
            yield Box(self._row, 1, sum(wide), words=self._say("forms_attached", count=count), look=MIDDLE)
            self._row += 1
            return
        yield from self._rows(group, wide)

    def _rows(self, group: Group, wide: Sequence[int]) -> Iterator[Box]:
        columns = list(accumulate(wide, initial=1))
        for column, width, field in zip(columns, wide, group.columns, strict=False):
            label = hinted(field.label, (field.unit or "",), self._say)
            yield Box(self._row, column, width, words=label, look=STRONG, tall=self._tall, stays=True)
        written = rows_of(self._form, group, self._answers)
        for place in range(max(group.rows_printed, len(written))):
            self._row += 1
            number = written[place] if place < len(written) else None
            for column, width, field in zip(columns, wide, group.columns, strict=False):
                yield self._in_table(column, width, field, place + 1, self._said(group, number, field))
        self._row += 1

    def _said(self, group: Group, number: int | None, field: Field) -> str | None:
        """What a cell of a row says; None in a row where nothing was written."""
        if number is None:
            return None
        return self._answers.get(cell_of(self._form, group, number, field), "")

    def _in_table(self, column: int, width: int, field: Field, place: int, said: str | None) -> Box:
        number = figure(field, said or "")
        if said == "" and field.id == _SERIAL and field.kind == "number":
            number = Decimal(place)
        look = BODY if field.kind == "longtext" else MIDDLE
        shown = "" if number is not None else words(field, said or "", self._say)
        return Box(self._row, column, width, words=shown, figure=number, look=look, tall=self._tall)


def shares(weights: Sequence[int], grid: int = GRID) -> list[int]:
    """Divide the columns of a grid: one to each, the others by weights, all of them given out."""
    whole = sum(weights)
    ends = [(grid - len(weights)) * upto // whole for upto in accumulate(weights)]
    return [1 + end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def _format(cell: Cell) -> str:
    """How a figure is shown between the words that stand around it: it stays a number."""
    before, unit = (each.replace(_QUOTE, "") for each in (cell.before, cell.unit))
    shown = f'"{before}　"General' if before else "General"
    return f'{shown}"　{unit}"' if unit else shown
