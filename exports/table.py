"""The table of a score sheet: header, items by section, subtotals and totals as live formulas, and the bonus block.

It draws whichever columns a layout gives it, and knows no layout itself.
"""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter

from exports import heights
from exports.columns import Layout
from exports.item_words import ItemWords
from exports.labels import Say
from exports.records import SheetRecord
from exports.styles import HEADER, MIDDLE, STRONG, WARNING
from exports.workbook import Page, Span
from rubrics.beside import Adjustment
from rubrics.points import ZERO, show
from rubrics.sheet import ItemResult, SectionResult

_MOST_LINES: Final = 30
"""Lines of one cell that still stand on one page; of longer ones the single words move to the end."""
_LONG: Final = 90
"""Characters from which somebody's words are long enough to move."""
_KEPT: Final = 40
_LEAST: Final = 26.0
_PLACES: Final = 6
"""Decimal places that no amount exceeds: rounding to them only removes what a program adds to exact figures."""

Block = tuple[int, int]
"""First and last row of the items that a sum is over."""


class _Sum(NamedTuple):
    """What scores come to, by a formula of their own where more than the blocks is added up.

    `own` is what the studio's own scores come to, where that is known.
    """

    score: Decimal | None
    formula: str | None = None
    own: Decimal | None = None


class Table:
    """Draws the table on a page, from a row on; `row` is always the next free one."""

    def __init__(self, page: Page, layout: Layout, record: SheetRecord, say: Say, row: int) -> None:
        self.page, self.layout, self.record, self.say, self.row = page, layout, record, say, row
        self._told_at = layout.at("told")
        self._words = ItemWords(record, say)

    def draw(self) -> None:
        """Draw all of it."""
        self._header()
        results = iter(self.record.sheet.items)
        blocks, scores = [], []
        for section in self.record.sheet.sections:
            block, score = self._one_section(section, list(islice(results, section.count)))
            blocks.append(block)
            scores.append(score)
        self._total(blocks, scores)
        self._failed()
        self._bonus()
        self._penalties()

    def _one_section(self, section: SectionResult, rows: list[ItemResult]) -> tuple[Block, int]:
        """A section with its sums; gives the rows of its items, and the row in which its score stands."""
        first = self.row
        start, _ = self._items(rows)
        for one in section.adjustments:
            self._adjustment(one, 2)
        block = start, self.row - 1
        in_rows = sum((row.points for row in rows), ZERO)
        stated = self._printed(section, rows)
        label = self.say(_sum_label("subtotal", in_rows, stated), points=show(stated))
        status = self.say("done", scored=section.scored, count=section.count)
        if section.points != stated:
            status = self.say("left_out", words=status, points=show(stated - section.points))
        looked_at = any(row.score is not None for row in rows) or section.adjustments
        self._sums(2, label, [block], rows, status, _Sum(section.earned if looked_at else None))
        score = self.row - 1
        if section.weight is not None:
            self._weighted(section, rows, score)
            score = self.row - 1
        title = self.say("section", title=section.title, points=show(stated))
        self._section(first, title)
        return block, score

    def _printed(self, section: SectionResult, rows: Iterable[ItemResult]) -> Decimal:
        """What the header of the table states, whatever of it applies."""
        return section.points + sum((row.points for row in rows if _left_out(row)), ZERO)

    def _weighted(self, section: SectionResult, rows: Iterable[ItemResult], earned: int) -> None:
        """What the sum counts for in the total, from the cell in which it stands."""
        weight = section.weight or ZERO
        of = section.points if self.record.rubric.rescale else self._printed(section, rows)
        cell = f"{self._score_letter}{earned}"
        value = section.score if of and section.scored else None
        formula = self._rounded(f"{cell}/{of:f}*{weight:f}" if of else "0", section.score)
        self._line(2, self.say("weighted", weight=show(weight)), f'IF({cell}="","",{formula})', value)

    def _rounded(self, formula: str, value: Decimal) -> str:
        """The formula with the scheme's rounding, where the value has been rounded."""
        rounding = self.record.rubric.rounding
        places = -int(value.as_tuple().exponent)
        if rounding is None or rounding.how == "half_even" or places > rounding.places:
            return f"ROUND({formula},{max(_PLACES, places)})"
        return f"{'ROUNDDOWN' if rounding.how == 'down' else 'ROUND'}({formula},{rounding.places})"

    @property
    def _score_letter(self) -> str:
        return get_column_letter(self.layout.at("score"))

    def _header(self) -> None:
        height = 24.0
        for number, column in enumerate(self.layout.columns, 1):
            self.page.put(self.row, number, column.title or self.say(column.label), HEADER)
            if column.title:
                height = max(height, heights.needed(column.title, self.page.widths[number - 1]))
        self.page.height(self.row, height)
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
        self,
        label_at: int,
        label: str,
        blocks: Sequence[Block],
        rows: Sequence[ItemResult],
        status: str,
        come_to: _Sum,
    ) -> None:
        """One row of sums over blocks of item rows; nothing is printed as long as there is nothing to add."""
        score, formula, own = come_to
        page, row = self.page, self.row
        page.put(row, label_at, label, STRONG)
        page.merge((row, label_at), (row, 2), STRONG)
        for number, column in enumerate(self.layout.columns[2:], 3):
            if column.role == "score":
                page.formula(
                    row,
                    number,
                    formula or self._added(number, blocks),
                    "" if score is None else score,
                    STRONG,
                )
            elif column.number:
                values = [value for result in rows if (value := column.number(result)) is not None]
                cached = sum(values, ZERO) if values else ""
                if column.role == "own" and own is not None and cached != own:
                    page.number(row, number, own, STRONG)
                    continue
                page.formula(row, number, self._added(number, blocks), cached, STRONG)
            elif number == self._told_at:
                page.put(row, number, status, MIDDLE)
            else:
                page.blank(row, number, STRONG)
        told = heights.needed(status, page.widths[self._told_at - 1])
        page.height(row, max(told, heights.needed(label, page.width(label_at, 2)), 22))
        page.keep(row - 1, row)
        self.row += 1

    def _added(self, column: int, blocks: Sequence[Block]) -> str:
        letter = get_column_letter(column)
        area = ",".join(f"{letter}{first}:{letter}{last}" for first, last in blocks)
        return f'IF(COUNT({area})=0,"",SUM({area}))'

    def _line(self, first: int, label: str, formula: str | None, value: Decimal | None) -> None:
        """A row of one label and one figure in the column of scores."""
        at, row = self.layout.at("score"), self.row
        self.row = self.page.block(row, [Span(first, at - 1, label, MIDDLE)], 22)
        if formula is not None:
            self.page.formula(row, at, formula, "" if value is None else value, STRONG)
        elif value is not None:
            self.page.number(row, at, value, STRONG)
        for column in range(at + 1, len(self.layout.columns) + 1):
            self.page.blank(row, column, MIDDLE)
        self.page.keep(row - 1, row)

    def _adjustment(self, one: Adjustment, first: int) -> None:
        """One step beside the rows, with what brings it."""
        words = self.say(f"adjust_{one.kind}", no=one.no, letter=one.letter, label=one.label).strip()
        self._line(first, words, None, one.points)

    def _total(self, blocks: Sequence[Block], scores: Sequence[int]) -> None:
        sheet = self.record.sheet
        status = self.say(
            "provisional" if sheet.provisional else "done",
            scored=sheet.scored,
            count=sheet.count,
            reachable=show(sheet.reachable),
        )
        in_rows = sum((section.worth for section in sheet.sections), ZERO)
        stated = self._stated(in_rows)
        label = self.say(_sum_label("total", in_rows, stated), points=show(stated))
        looked_at = sheet.scored > 0 or bool(sheet.adjustments)
        weighted = any(section.weight is not None for section in sheet.sections)
        formula = self._balanced(scores) if sheet.adjustments or weighted else None
        total = sheet.total if looked_at else None
        own = self.record.own_check.total if self.record.own_check else None
        self._sums(1, label, blocks, sheet.items, status, _Sum(total, formula, own))

    def _stated(self, in_rows: Decimal) -> Decimal:
        """What the scheme says that all of it is worth; a form with some of the sections only has those."""
        sheet, rubric = self.record.sheet, self.record.rubric
        whole = len(sheet.sections) == len(rubric.sections)
        return rubric.total if whole and rubric.total is not None else in_rows

    def _balanced(self, scores: Sequence[int]) -> str:
        """Draw the steps from the sections to the total; gives the formula that adds them up."""
        sheet, letter = self.record.sheet, self._score_letter
        cells = ",".join(f"{letter}{row}" for row in scores)
        before = sum((section.score for section in sheet.sections), ZERO)
        first = self.row
        self._line(1, self.say("before"), f"SUM({cells})", before)
        for one in sheet.adjustments:
            self._adjustment(one, 1)
        return f"SUM({letter}{first}:{letter}{self.row - 1})"

    def _failed(self) -> None:
        """A veto stands in red below the total, which it makes worthless."""
        found = [veto for veto in self.record.sheet.vetoes if veto.scope == "sheet"]
        if found:
            reasons = self.say("semicolon").join(f"{veto.no} {veto.label}" for veto in found)
            words = self.say("vetoed", reasons=reasons)
            self.row = self.page.block(self.row, [Span(1, len(self.layout.columns), words, WARNING)], 26)

    # --- beside the total

    def _bonus(self) -> None:
        """The bonus items; a standard that all of them share stands once."""
        bonus, results = self.record.rubric.bonus, self.record.sheet.bonus_items
        if bonus is None or not results:
            return
        key = "bonus_counted" if bonus.counted else "bonus"
        title, label = self.say(key, title=bonus.title), self.say(f"{key}_total")
        own = self.record.own_check.bonus if self.record.own_check else None
        self._beside(title, label, results, self.record.sheet.bonus, own)

    def _penalties(self) -> None:
        """The list of penalties, which are taken from the total."""
        penalties, results = self.record.rubric.penalties, self.record.sheet.penalty_items
        if penalties is not None and results:
            title = self.say("penalties", title=penalties.title)
            self._beside(title, self.say("penalties_total"), results, -self.record.sheet.penalty)

    def _beside(
        self,
        title: str,
        label: str,
        results: Sequence[ItemResult],
        score: Decimal,
        own: Decimal | None = None,
    ) -> None:
        at, first = self.layout.at("standard"), self.row
        standards = {result.item.standard for result in results}
        shared = len(standards) == 1 and len(results) > 1
        block = self._items(results, {at} if shared else ())
        if shared:
            self.page.down(first, block[1], at, standards.pop(), self.layout.columns[at - 1].look)
        known = any(result.score is not None for result in results)
        rows = sum((result.score or ZERO for result in results), ZERO)
        if known and rows != score:  # of several the best, or no more than the cap
            where = f"{self._score_letter}{block[0]}:{self._score_letter}{block[1]}"
            formula = f"SUM({where})+({score - rows:f})"
        else:
            formula = None
        self._sums(2, label, [block], results, "", _Sum(score if known else None, formula, own))
        self._section(first, title)


def _left_out(row: ItemResult) -> bool:
    return row.state == "na" and row.score is None


def _sum_label(key: str, added: Decimal, stated: Decimal) -> str:
    """What the header states and what the rows add up to are both said where they differ."""
    return key if added == stated else f"{key}_differs"
