"""The table of a score sheet: header, items by section, subtotals and totals as live formulas, and the bonus block.

It draws whichever columns a layout gives it, and knows no layout itself.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Final

from openpyxl.utils import get_column_letter

from exports import heights
from exports.columns import Layout
from exports.item_words import ItemWords
from exports.labels import Say
from exports.records import SheetRecord
from exports.styles import HEADER, MIDDLE, STRONG
from exports.workbook import Page, Span
from rubrics.points import ZERO, show
from rubrics.sheet import ItemResult

_MOST_LINES: Final = 30
"""Lines of one cell that still stand on one page; of longer ones the single words move to the end."""
_LONG: Final = 90
"""Characters from which somebody's words are long enough to move."""
_KEPT: Final = 40
_LEAST: Final = 26.0

Block = tuple[int, int]
"""First and last row of the items that a sum is over."""


class Table:
    """Draws the table on a page, from a row on; `row` is always the next free one."""

    def __init__(self, page: Page, layout: Layout, record: SheetRecord, say: Say, row: int) -> None:
        self.page, self.layout, self.record, self.say, self.row = page, layout, record, say, row
        self._told_at = layout.at("told")
        self._words = ItemWords(record, say)

    def draw(self) -> None:
        """Draw all of it."""
        self._header()
        blocks = []
        results = iter(self.record.sheet.items)
        for section, printed in zip(self.record.sheet.sections, self.record.rubric.sections, strict=True):
            first = self.row
            rows = [next(results) for _ in printed.items]
            blocks.append(self._items(rows))
            in_rows = sum((row.points for row in rows), ZERO)
            label = self.say(_sum_label("subtotal", in_rows, section.points), points=show(section.points))
            status = self.say("done", scored=section.scored, count=section.count)
            self._sums(2, label, blocks[-1:], rows, status)
            self._section(first, self.say("section", title=printed.title, points=show(section.points)))
        self._total(blocks)
        self._bonus()

    def _header(self) -> None:
        for number, column in enumerate(self.layout.columns, 1):
            self.page.put(self.row, number, self.say(column.label), HEADER)
        self.page.height(self.row, 24)
        self.row += 1

    def _section(self, first: int, title: str) -> None:
        """The section's cell, down to the row above the next free one."""
        self.page.down(first, self.row - 1, 1, title, STRONG)

    # --- items

    def _items(self, results: Sequence[ItemResult], skip: Collection[int] = ()) -> Block:
        first = self.row
        for result in results:
            self._item(result, skip)
        return first, self.row - 1

    def _item(self, result: ItemResult, skip: Collection[int]) -> None:
        spans = []
        for number, column in enumerate(self.layout.columns[1:], 2):
            content: str | Decimal | None = column.number(result) if column.number else None
            if content is None and column.words:
                content = column.words(result, self.record)
            if number == self._told_at:
                content = self._told(result)
            if number not in skip:
                spans.append(Span(number, number, content, column.look))
        self.row = self.page.block(self.row, spans, _LEAST)

    def _told(self, result: ItemResult) -> str:
        words = self._words.of(result)
        room = heights.room(self.page.widths[self._told_at - 1])
        if heights.lines(words, room) <= _MOST_LINES:
            return words
        where = f"{result.no} {result.item.title}"
        words = self._words.of(result, lambda long: self._moved(where, long))
        return words if heights.lines(words, room) <= 2 * _MOST_LINES else self._moved(where, words)

    def _moved(self, where: str, words: str) -> str:
        return self.page.moved(where, words, _KEPT) if len(words) > _LONG else words

    # --- sums

    def _sums(
        self, label_at: int, label: str, blocks: Sequence[Block], rows: Sequence[ItemResult], status: str
    ) -> None:
        """One row of sums over blocks of item rows; nothing is printed as long as there is nothing to add."""
        page, row = self.page, self.row
        page.put(row, label_at, label, STRONG)
        page.merge((row, label_at), (row, 2), STRONG)
        for number, column in enumerate(self.layout.columns[2:], 3):
            if column.number:
                values = [value for result in rows if (value := column.number(result)) is not None]
                self._sum(number, blocks, sum(values, ZERO) if values else None)
            elif number == self._told_at:
                page.put(row, number, status, MIDDLE)
            else:
                page.blank(row, number, STRONG)
        told = heights.needed(status, page.widths[self._told_at - 1])
        page.height(row, max(told, heights.needed(label, page.width(label_at, 2)), 22))
        page.keep(row - 1, row)
        self.row += 1

    def _sum(self, column: int, blocks: Sequence[Block], value: Decimal | None) -> None:
        letter = get_column_letter(column)
        area = ",".join(f"{letter}{first}:{letter}{last}" for first, last in blocks)
        formula = f'IF(COUNT({area})=0,"",SUM({area}))'
        self.page.formula(self.row, column, formula, "" if value is None else value, STRONG)

    def _total(self, blocks: Sequence[Block]) -> None:
        sheet, rubric = self.record.sheet, self.record.rubric
        status = self.say(
            "provisional" if sheet.provisional else "done",
            scored=sheet.scored,
            count=sheet.count,
            reachable=show(sheet.reachable),
        )
        stated = rubric.points if rubric.total is None else rubric.total
        label = self.say(_sum_label("total", rubric.points, stated), points=show(stated))
        self._sums(1, label, blocks, sheet.items, status)

    def _bonus(self) -> None:
        """The bonus items beside the total; a standard that all of them share stands once."""
        bonus, results = self.record.rubric.bonus, self.record.sheet.bonus_items
        if bonus is None:
            return
        at, first = self.layout.at("standard"), self.row
        standards = {result.item.standard for result in results}
        shared = len(standards) == 1 and len(results) > 1
        block = self._items(results, {at} if shared else ())
        if shared:
            self.page.down(first, block[1], at, standards.pop(), self.layout.columns[at - 1].look)
        self._sums(2, self.say("bonus_total"), [block], results, "")
        self._section(first, self.say("bonus", title=bonus.title))


def _sum_label(key: str, added: Decimal, stated: Decimal) -> str:
    """What the header states and what the rows add up to are both said where they differ."""
    return key if added == stated else f"{key}_differs"
