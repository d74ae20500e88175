"""What the studio's standing file knows for a place of an application: a proposal, taken over by one press only.

Which figure a place asks for is said by the scheme (`known`); a place that says none gets no offer. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from bot.changes.fund.sums import yuan
from bot.changes.studio_fields import alike
from bot.flows.apply.figures import CELL, StudioFile
from bot.flows.apply.reading import Paper
from bot.ports import Desk
from rubrics.application import ROWS, Spot, row_of
from rubrics.form_answers import read_answer
from rubrics.form_sums import year_of
from rubrics.forms import Field
from rubrics.known import COUNTED, MONEY, Known

_DIGITS: Final[Mapping[str, int]] = {"month": 7, "year": 4}
"""So much of a day stands in a field of these kinds."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be taken over into a place."""

    known: Known
    """Where it comes from, as the scheme says it."""
    text: str = ""
    """As it would be typed."""
    rows: tuple[Mapping[str, str], ...] = ()
    """Of a table: new rows, by the ids of its columns."""
    names: tuple[str, ...] = ()
    """What the rows are called."""

    @property
    def mark(self) -> str:
        """Return six digits that change with what is offered: a button takes over only what it showed."""
        return sha256(repr((self.text, self.rows)).encode("utf-8", "surrogatepass")).hexdigest()[:6]


def offer(desk: Desk, paper: Paper, spot: Spot, today: date) -> Offer | None:
    """Return what the file knows for a place and does not stand there yet."""
    file = _file(desk, paper, today)
    return _offered(file, paper, spot) if file is not None else None


def offers(desk: Desk, paper: Paper, today: date) -> tuple[tuple[str, Offer], ...]:
    """Return what the file knows for all places of an application, by their numbers."""
    file = _file(desk, paper, today)
    if file is None:
        return ()
    every = ((str(number), _offered(file, paper, spot)) for number, spot in enumerate(paper.spots))
    return tuple((at, found) for at, found in every if found is not None)


def _file(desk: Desk, paper: Paper, today: date) -> StudioFile | None:
    if not paper.writable or paper.studio is None:
        return None
    return StudioFile(desk, paper.studio, paper.application.year, today)


def _offered(file: StudioFile, paper: Paper, spot: Spot) -> Offer | None:
    if spot.table:
        return _rows(file, paper, spot)
    asks = spot.gate or spot.field
    if asks is None or asks.known is None or spot.row:
        return None
    known = asks.known
    text = _figure(file, known) if spot.field is None else _answer(file, paper, spot.field, known)
    if text in {"", "0", paper.answer(spot), paper.answer(spot).partition(" ")[0]}:
        return None
    return Offer(known, text)


def _figure(file: StudioFile, known: Known) -> str:
    """Return the number for a condition."""
    return str(file.count(known)) if known.figure in COUNTED else ""


def _answer(file: StudioFile, paper: Paper, field: Field, known: Known) -> str:
    """Return the answer to a field as it is kept, empty where it would be refused."""
    year = year_of(field, paper.application.year)
    if known.figure in COUNTED:
        said = str(file.count(known, year))
    elif known.figure in MONEY:
        amount = file.amount(known.figure, year or paper.application.year)
        # The book is in yuan; the field's own reading puts it into the field's unit.
        said = f"{yuan(amount)}{'yuan' if field.unit else ''}" if amount else ""
    else:
        said = file.text(known.figure, paper.application.name)
        said = said[: _DIGITS.get(field.kind, len(said))]
    read = read_answer(field, said)
    return read if isinstance(read, str) else ""


def _rows(file: StudioFile, paper: Paper, table: Spot) -> Offer | None:
    """Return the entries that a table lacks, told apart by the first column that the file knows."""
    group = table.group
    columns = [each for each in group.columns if each.known is not None] if group else []
    if group is None or group.known is None or not columns:
        return None
    first = next((each for each in columns if each.known and each.known.figure != "unit"), columns[0])
    at = group.columns.index(first)
    there = {alike(paper.answer(row_of(table, row)[at])) for row in paper.rows(table)}
    made = []
    for entry in file.entries(group.known):
        cells: dict[str, str] = {}
        for column in columns:
            figure = column.known.figure if column.known else ""
            said = file.cell(figure, entry) if figure.startswith(CELL) else file.studio.unit
            read = read_answer(column, said[: _DIGITS.get(column.kind, len(said))])
            if isinstance(read, str):
                cells[column.id] = read
        if (called := cells.get(first.id, "")) and alike(called) not in there:
            there.add(alike(called))
            made.append((called, cells))
    most = ROWS if group.extendable else group.rows_printed
    made = made[: max(0, most - max(paper.rows(table), default=0))]
    if not made:
        return None
    return Offer(group.known, rows=tuple(row for _, row in made), names=tuple(name for name, _ in made))
