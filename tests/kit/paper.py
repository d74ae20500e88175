"""A score sheet as a person reads it who opens the workbook: rows by item number, totals, words, pictures."""

from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

HEADS = ("考核项目", "评分项目")
"""How the header row begins, in either layout."""


class Paper:
    """The workbook that came into the chat."""

    def __init__(self, content: bytes) -> None:
        self.book = load_workbook(BytesIO(content), data_only=True)
        self.parts = ZipFile(BytesIO(content)).namelist()
        self.sheet = self.book.worksheets[0]
        grid = [[cell.value for cell in row] for row in self.sheet.iter_rows()]
        at = next(index for index, row in enumerate(grid) if row[0] in HEADS)
        self.heads = [str(head) for head in grid[at]]
        self.rows = [dict(zip(self.heads, row, strict=True)) for row in grid[at + 1 :]]

    def row(self, item: str) -> dict[str, Any]:
        """The row of an item."""
        return next(row for row in self.rows if str(list(row.values())[1] or "").startswith(f"{item} "))

    def score(self, item: str) -> Decimal | None:
        """What an item got; None where nothing stands."""
        return number(self.row(item)["得分"])

    def scores(self, *items: str) -> str:
        """Scores of items in a row, as the worked cases write them."""
        return "+".join(str(self.score(item)) for item in items)

    def words(self, item: str) -> str:
        """Explanation, notes and evidence numbers of an item."""
        return str(self.row(item)[self.heads[-1]])

    def line(self, head: str, column: str = "得分") -> Decimal | None:
        """A figure of a line like 合计, by how the line begins."""
        found = next(
            row for row in self.rows if any(str(cell or "").startswith(head) for cell in row.values())
        )
        return number(found[column])

    def texts(self) -> str:
        """Every text of the whole workbook."""
        cells = (cell.value for sheet in self.book for row in sheet.iter_rows() for cell in row)
        return "\n".join(str(value) for value in cells if value is not None)

    def pictures(self) -> int:
        """How many pictures are in the workbook."""
        return len([name for name in self.parts if name.startswith("xl/media/")])

    def cells_with(self, text: str) -> list[Any]:
        """The cells in which a text stands."""
        cells = (cell for sheet in self.book for row in sheet.iter_rows() for cell in row)
        return [cell for cell in cells if text in str(cell.value)]


def number(value: object) -> Decimal | None:
    """A figure of a cell, exactly as many digits as it has."""
    return None if value is None else Decimal(str(value)).normalize() + 0
