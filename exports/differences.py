"""Where a workbook differs from the one that was signed: cells, rows, tabs, and what is hidden or merged.

What a program that only saved it again leaves different is no difference. Nothing here knows what was signed.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple

from exports import values
from exports.values import EMPTY, GENERAL, NOT_YET, Cell, Shape

Kind = Literal[
    "value",
    "formula",
    "format",
    "row_gone",
    "row_new",
    "sheet_gone",
    "sheet_new",
    "sheet_renamed",
    "hidden",
    "shown",
    "merged",
    "unmerged",
    "code",
]

_SHIFTED: Final = 3
"""Rows that differ before it is asked whether one was taken out or put in."""
_MOST_ALIGNED: Final = 2_000
_NUMBER: Final = re.compile(r"(\d+(?:\.\d+)+)(?!\S)")
_ALIKE: Final = 2
"""One cell in so many makes a tab of another name the same one."""

Row = Mapping[int, Cell]
"""The cells of a row that are not empty, by column."""
Rows = Mapping[int, Row]
_NO_ROW: Final[Row] = {}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: `signed` is what it was, `given` what it is now.

    The address is that of the signed workbook ("评分表!G6", "评分表!6:6", "评分表"); what is new has the given one's.
    """

    kind: Kind
    address: str
    signed: Cell = EMPTY
    given: Cell = EMPTY
    item: str = ""
    """The item to which the row belongs, if any."""


def compare(signed: bytes, given: bytes, items: Collection[str] = ()) -> list[Difference]:
    """Everything in which a workbook differs from the one that was signed, in the order of its tabs.

    A program that saves a workbook may drop cached values; a formula without one is compared as a formula. A sheet made
    before the files were sealed claims nothing where it says so: there it does not differ. `items` are the numbers of
    items by which rows are named.
    """
    was, now = _grids(values.both(signed)), _grids(values.both(given))
    before, after = values.shapes(signed), values.shapes(given)
    tabs = _tabs(before, after, was, now)
    found: list[Difference] = []
    for shape in before:
        same = tabs.get(shape.sheet)
        if same is None:
            found.append(Difference("sheet_gone", shape.sheet))
            continue
        if same.sheet != shape.sheet:
            found.append(Difference("sheet_renamed", shape.sheet, Cell(shape.sheet), Cell(same.sheet)))
        tab = _Tab(shape, same, was.get(shape.sheet, {}), now.get(same.sheet, {}), items)
        found += tab.differences()
    known = {each.sheet for each in tabs.values()}
    return found + [Difference("sheet_new", each.sheet) for each in after if each.sheet not in known]


def _grids(cells: Mapping[str, Cell]) -> dict[str, dict[int, dict[int, Cell]]]:
    """The cells by tab, row and column."""
    grids: dict[str, dict[int, dict[int, Cell]]] = {}
    for address, cell in cells.items():
        sheet, _, place = address.rpartition("!")
        row, column = coordinate_to_tuple(place)
        grids.setdefault(sheet, {}).setdefault(row, {})[column] = cell
    return grids


def _tabs(
    before: tuple[Shape, ...], after: tuple[Shape, ...], was: Mapping[str, Rows], now: Mapping[str, Rows]
) -> dict[str, Shape]:
    """Which tab is which: by its name, else by what stands in it."""
    tabs = {each.sheet: same for each in before for same in after if same.sheet == each.sheet}
    left = [each for each in after if each.sheet not in tabs]
    for each in before:
        if each.sheet in tabs:
            continue
        same = next((one for one in left if _alike(was.get(each.sheet, {}), now.get(one.sheet, {}))), None)
        if same is not None:
            tabs[each.sheet] = same
            left.remove(same)
    return tabs


def _alike(was: Rows, now: Rows) -> bool:
    cells = [(row, column, cell.value) for row, line in was.items() for column, cell in line.items()]
    kept = sum(now.get(row, _NO_ROW).get(column, EMPTY).value == value for row, column, value in cells)
    return kept * _ALIKE >= len(cells) > 0


@dataclass(frozen=True, slots=True)
class _Tab:
    """One tab in both workbooks."""

    before: Shape
    after: Shape
    was: Rows
    now: Rows
    items: Collection[str]

    def differences(self) -> list[Difference]:
        """Everything in which it differs; rows are moved beside each other where that explains more."""
        plain = list(self._cells({row: row for row in {*self.was, *self.now}}))
        rows = {each.address.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for each in plain}
        if len(rows) <= _SHIFTED or max(len(self.was), len(self.now)) > _MOST_ALIGNED:
            return [*plain, *self._shapes({})]
        pairs, gone, new = self._aligned()
        moved = [
            *(
                Difference("row_gone", self._line(row), self._words(self.was[row]), EMPTY, self._item(row))
                for row in gone
            ),
            *(Difference("row_new", self._line(row), EMPTY, self._words(self.now[row])) for row in new),
            *self._cells(pairs),
        ]
        if len(moved) >= len(plain):
            return [*plain, *self._shapes({})]
        return [*moved, *self._shapes(pairs)]

    def _aligned(self) -> tuple[dict[int, int], list[int], list[int]]:
        """Which row is which now; those that were taken out and those that were put in."""
        was, now = sorted(self.was), sorted(self.now)
        matcher = SequenceMatcher(
            None, [_key(self.was[row]) for row in was], [_key(self.now[row]) for row in now], autojunk=False
        )
        pairs: dict[int, int] = {}
        gone: list[int] = []
        new: list[int] = []
        for _, first, last, start, end in matcher.get_opcodes():
            both = min(last - first, end - start)
            pairs.update(zip(was[first : first + both], now[start : start + both], strict=True))
            gone += was[first + both : last]
            new += now[start + both : end]
        return pairs, gone, new

    def _cells(self, pairs: Mapping[int, int]) -> Iterator[Difference]:
        for row in sorted(pairs):
            was, now = self.was.get(row, _NO_ROW), self.now.get(pairs[row], _NO_ROW)
            for column in sorted({*was, *now}):
                kind = _kind(was.get(column, EMPTY), now.get(column, EMPTY), moved=row != pairs[row])
                if kind is not None:
                    address = f"{self.before.sheet}!{get_column_letter(column)}{row}"
                    item = self._item(row)
                    yield Difference(kind, address, was.get(column, EMPTY), now.get(column, EMPTY), item)

    def _shapes(self, pairs: Mapping[int, int]) -> Iterator[Difference]:
        """What was put out of sight, and which cells were made one; unknown where rows were moved."""
        sheet = self.before.sheet
        if self.after.hidden and not self.before.hidden:
            yield Difference("hidden", sheet)
        moved = {new: old for old, new in pairs.items()}
        hidden = {moved.get(row, row) for row in self.after.rows if row in self.now}
        for row in sorted(hidden - self.before.rows):
            yield Difference("hidden", self._line(row), item=self._item(row))
        used = {get_column_letter(column) for line in self.was.values() for column in line}
        for letter in sorted((self.after.columns - self.before.columns) & used):
            yield Difference("hidden", f"{sheet}!{letter}:{letter}")
        if any(old != new for old, new in pairs.items()):
            return
        yield from self._merged("merged", self.after.merged - self.before.merged)
        yield from self._merged("unmerged", self.before.merged - self.after.merged)

    def _merged(self, kind: Kind, areas: Collection[str]) -> Iterator[Difference]:
        for area in sorted(areas):
            row = coordinate_to_tuple(area.partition(":")[0])[0]
            yield Difference(kind, f"{self.before.sheet}!{area}", item=self._item(row))

    def _line(self, row: int) -> str:
        return f"{self.before.sheet}!{row}:{row}"

    def _words(self, row: Row) -> Cell:
        """The texts and figures of a row, one beside the other."""
        return Cell(
            " | ".join(str(row[column].value) for column in sorted(row) if row[column].value is not None)
        )

    def _item(self, row: int) -> str:
        """The number with which a cell of the row begins, if it is an item's."""
        for _, cell in sorted(self.was.get(row, _NO_ROW).items()):
            found = _NUMBER.match(cell.value) if isinstance(cell.value, str) else None
            if found and found[1] in self.items:
                return found[1]
        return ""


def _key(row: Row) -> tuple[tuple[int, values.Value], ...]:
    """What a row says, whatever its formulas have become by being moved."""
    return tuple((column, row[column].value) for column in sorted(row) if row[column].formula is None)


def _kind(was: Cell, now: Cell, *, moved: bool) -> Kind | None:
    """In what one cell differs, if it does."""
    if now.value in NOT_YET and was.formula is None and now.formula is None:
        return None
    if (was.formula is None) != (now.formula is None) or (not moved and was.formula != now.formula):
        return "formula"
    if was.value != now.value and not (now.formula is not None and now.value is None):
        return "value"
    shown = (was.format, GENERAL)
    number = not isinstance(now.value, str | None)
    return "format" if number and now.format not in shown else None
