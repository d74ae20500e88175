"""An official document as the reader sees it: lines of text and grids of cells, each with its place.

Where it came from (Word, Excel, pasted text) is known to the place only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["docx", "xlsx", "text"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a person can find again: a cell of a table or sheet, or a line of a text (all from 1)."""

    table: int = 0
    row: int = 0
    column: int = 0
    line: int = 0
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the place where it stands."""

    text: str
    spot: Spot


@dataclass(frozen=True, eq=False, slots=True)
class Cell(Passage):
    """A cell; a merged one is the same object in every position that it covers."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of equal length."""

    rows: tuple[Row, ...]
    title: str = ""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


Block = Passage | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that was in the file, in order; `name` is the file's own without its ending."""

    kind: Kind
    name: str
    blocks: tuple[Block, ...] = field(default=())

    def lines(self) -> Iterator[Passage]:
        """The lines of text, tables left out."""
        return (block for block in self.blocks if isinstance(block, Passage))


def squared(rows: list[list[Cell]]) -> tuple[Row, ...]:
    """Rows filled up with blank cells to one length; rows without any text go."""
    width = max((len(row) for row in rows), default=0)
    return tuple(
        (*row, *(Cell("", Spot()) for _ in range(width - len(row))))
        for row in rows
        if any(not cell.blank for cell in row)
    )
