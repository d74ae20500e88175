"""A table that was read from a workbook, as values: its rows by column keys, and what is wrong with single cells.

It knows no kind of table. A problem is a code of `bot.problems` with its place; what it says belongs to whoever speaks.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field

from bot.entities.frozen import Frozen
from bot.problems import Refusal


class Wrong(Frozen):
    """One thing that is wrong, with its exact place."""

    row: int
    column: str
    """The header as it stands in the file; empty where the whole row is meant."""
    code: str
    params: dict[str, Any] = Field(default_factory=dict)


class Row(Frozen):
    """A row that holds something."""

    row: int
    cells: dict[str, str] = Field(default_factory=dict)
    """What is not empty, by the key of the column."""
    merged: tuple[str, ...] = ()
    """Keys of the cells that are part of a merged area, which is told once for all of them."""


class Table(Frozen):
    """What `exports.reading` found."""

    sheet: str
    header: int
    columns: dict[str, str]
    """Key -> header as it stands in the file."""
    ignored: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: tuple[Wrong, ...] = ()

    def wrong(self, row: int, key: str, refusal: Refusal) -> Wrong:
        """Return a refusal of a cell as a problem in its place."""
        column = self.columns.get(key, "")
        return Wrong(row=row, column=column, code=refusal.code, params=dict(refusal.params))
