"""Rules that leave nothing of other rows: 不得分 of a named group, a section or the sheet, the veto of a section.

Knows results of rows, not how they came about.
"""

from collections.abc import Iterable, Sequence

from rubrics.numbering import item_key
from rubrics.sheet import Beyond, ItemResult
from rubrics.tally import wiped


class Wipes:
    """Which rows are wiped, and by what; of several rules the first in the order of the sheet is named."""

    def __init__(self, effects: Iterable[Beyond]) -> None:
        self._items: dict[str, Beyond] = {}
        self._sections: dict[int, Beyond] = {}
        self._sheet: Beyond | None = None
        for one in effects:
            if one.kind == "zero" and one.scope == "items":
                for no in one.items:
                    self._items.setdefault(no, one)
            elif one.kind in {"zero", "veto"} and one.scope == "section":
                self._sections.setdefault(item_key(one.no)[0], one)
            elif one.kind == "zero" and one.scope == "sheet":
                self._sheet = self._sheet or one

    def __bool__(self) -> bool:
        """Whether anything is wiped at all."""
        return bool(self._items or self._sections or self._sheet)

    def apply(self, rows: Sequence[ItemResult], *, scored: bool) -> list[ItemResult]:
        """Return the rows as they are then; what is not `scored` into the total survives the zero of the sheet."""
        return [self._row(row, scored=scored) for row in rows]

    def _row(self, row: ItemResult, *, scored: bool) -> ItemResult:
        by = self._items.get(row.no) or self._sections.get(item_key(row.no)[0]) or (scored and self._sheet)
        return wiped(row, by) if by and (row.score or row.score is None) else row
