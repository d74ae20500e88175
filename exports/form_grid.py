"""A table of cells that reach across and down, drawn so that every text fits: it knows boxes, no form.

Excel fits no merged cell by itself. What is taller than a row may be takes several, so that a page can end within.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final

from openpyxl.utils import get_column_letter

from exports import heights
from exports.styles import BODY, Look
from exports.workbook import Page

_WHOLE: Final = 300.0
"""A taller row is drawn as several."""
_PIECE: Final = 150.0


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: words, or a figure; a figure with `parts` is their sum, live. `key` is how others name the cell.

    What `stays` is on the page of the row below it.
    """

    row: int
    column: int
    wide: int = 1
    down: int = 1
    words: str = ""
    figure: Decimal | None = None
    parts: tuple[str, ...] = ()
    key: str = ""
    look: Look = BODY
    tall: float = 21.0
    stays: bool = False

    @property
    def last_row(self) -> int:
        """The lowest row that it reaches."""
        return self.row + self.down - 1

    @property
    def last_column(self) -> int:
        """The column at its right end."""
        return self.column + self.wide - 1


def draw(page: Page, top: int, boxes: Sequence[Box]) -> int:
    """Draw boxes whose rows count from 1 below the row `top`; gives the next free row of the page."""
    tall = _heights(page, boxes)
    pieces = {row: [need] if need <= _WHOLE else heights.split(need, _PIECE) for row, need in tall.items()}
    ends = dict(
        zip(pieces, accumulate((len(each) for each in pieces.values()), initial=top - 1), strict=False)
    )
    begins = {row: before + 1 for row, before in ends.items()}
    for row, each in pieces.items():
        for number, height in enumerate(each, begins[row]):
            page.height(number, height)
    places = {box.key: f"{get_column_letter(box.column)}{begins[box.row]}" for box in boxes if box.key}
    for box in boxes:
        first = begins[box.row]
        _fill(page, first, box, places)
        last = begins[box.last_row] + len(pieces[box.last_row]) - 1
        page.merge((first, box.column), (last, box.last_column), box.look)
        if box.down > 1:
            page.keep(first, last)
        if box.stays and box.last_row + 1 in begins:
            page.keep(first, begins[box.last_row + 1])
    return top + sum(len(each) for each in pieces.values())


def _heights(page: Page, boxes: Sequence[Box]) -> dict[int, float]:
    """How tall each row is: for the cells within it first, then raised for those that reach down."""
    tall = dict.fromkeys(range(1, max(box.last_row for box in boxes) + 1), 0.0)
    for box in sorted(boxes, key=lambda each: each.down):
        width = page.width(box.column, box.last_column)
        need = max(box.tall, heights.needed(box.words, width, box.look.size))
        rows = range(box.row, box.last_row + 1)
        tall.update(zip(rows, heights.raised([tall[row] for row in rows], need), strict=True))
    return tall


def _fill(page: Page, row: int, box: Box, places: Mapping[str, str]) -> None:
    cells = [places[part] for part in box.parts if part in places]
    if box.figure is None:
        page.put(row, box.column, box.words, box.look)
    elif cells and len(cells) == len(box.parts):
        page.formula(row, box.column, f"SUM({','.join(cells)})", box.figure, box.look)
    else:
        page.number(row, box.column, box.figure, box.look)
