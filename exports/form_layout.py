"""How the table of a form stands on paper, as data: row by row what is printed and which answer stands where.

Cells flow as in a table of a page of the web: from left to right, past those that reach down from above. It knows
shapes, no answers; the printed forms themselves are in `labels_layouts`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rubrics.forms import Form


class Cell(NamedTuple):
    """One cell: printed words or the answer to a field; `before` is printed in front of a figure, `unit` behind it.

    `year` prints the year so many years from the campaign's, `boxes` ticks the options of a choice, so many a line.
    """

    wide: int = 1
    words: str = ""
    field: str = ""
    down: int = 1
    year: int | None = None
    before: str = ""
    unit: str = ""
    boxes: int = 0
    strong: bool = False
    tall: float = 21.0


class Table(NamedTuple):
    """A group of rows: the width of each of its columns, in columns of the grid."""

    group: str
    wide: tuple[int, ...]


class Layout(NamedTuple):
    """A form on paper: the widths of the grid, how wide each field of its head and foot is, and its rows."""

    widths: tuple[float, ...]
    head: tuple[int, ...]
    rows: tuple[tuple[Cell, ...] | Table, ...]
    foot: tuple[int, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a cell."""
        rows = (row for row in self.rows if not isinstance(row, Table))
        return frozenset(cell.field for row in rows for cell in row if cell.field)

    @property
    def groups(self) -> frozenset[str]:
        """The groups that have a place."""
        return frozenset(row.group for row in self.rows if isinstance(row, Table))

    def suits(self, form: Form) -> bool:
        """Whether everything in a form has its place here, and nothing else has one."""
        columns = {group.id: len(group.columns) for group in form.groups}
        return (
            self.fields == {field.id for field in form.fields}
            and self.groups == columns.keys()
            and (len(self.head), len(self.foot)) == (len(form.head), len(form.foot))
            and all(columns[row.group] == len(row.wide) for row in self.rows if isinstance(row, Table))
        )


class Placed(NamedTuple):
    """A cell with its row and column, both from 1."""

    row: int
    column: int
    cell: Cell


def flowing(rows: tuple[tuple[Cell, ...], ...], first: int) -> Iterator[Placed]:
    """Yield the cells of rows with their places; what reaches down keeps its place in the rows below."""
    taken: dict[int, int] = {}
    for row, cells in enumerate(rows, first):
        column = 1
        for cell in cells:
            while taken.get(column, 0) >= row:
                column += 1
            yield Placed(row, column, cell)
            for each in range(column, column + cell.wide):
                taken[each] = row + cell.down - 1
            column += cell.wide
