"""The page of charts of a summary: how figures spread, who stands first and last, what is lost where.

Each chart stands beside a small table of live formulas over the summary, so that nothing is drawn that is not said.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from openpyxl.chart._chart import ChartBase
from openpyxl.utils import get_column_letter, quote_sheetname

from exports import heights
from exports.charts import Area, Line, bars
from exports.labels import Say
from exports.styles import BODY, HEADER, MIDDLE, STRONG, Look, serif
from exports.summary_figures import area, mean, ordered, rounded, section_mean
from exports.summary_records import SummaryRecord
from exports.summary_table import Placed, head
from exports.workbook import PAPER_WIDTH, Footer, Page, Span
from rubrics.points import ZERO, show

WIDTHS: Final = tuple(PAPER_WIDTH * share for share in (0.06, 0.24, 0.09, 0.01, 0.6))
_ALL: Final = 30
"""So many studios stand in one chart; of more the first and the last."""
_ENDS: Final = 12
_MOST_STEPS: Final = 12
_STEPS: Final = tuple(map(Decimal, ("0.5", "1", "2", "5", "10", "20", "50", "100", "200", "500", "1000")))
_ROW: Final = 20.0
_LEAST_ROWS: Final = 10
_FEW_ROWS: Final = 6
_LONGEST: Final = 18
"""Characters of a studio's name that a chart has room for."""
_CM: Final = 28.35
_AIR: Final = 6.0
"""Points left free below and beside a chart: programs draw rows a little lower than they are said to be."""
_PERCENT: Final = Look(across="center", number_format="0.0%")


class ChartPage:
    """Draws the page; `table` is the tab of the summary's table and where that stands on it."""

    def __init__(self, page: Page, record: SummaryRecord, say: Say, table: tuple[str, Placed]) -> None:
        self.page, self.record, self.say = page, record, say
        self._tab, self._placed = table
        self._ranked, _ = ordered(record)
        self._font = serif(record.rubric.language)

    def draw(self, footer: Footer) -> None:
        """Draw all of it."""
        page, say = self.page, self.say
        page.columns(WIDTHS)
        title = say("sum_charts_title", period=self.record.period)
        row = head(page, self.record, say, title, len(WIDTHS))
        header = row - 2
        row = self._spread(row)
        row = self._sections(row)
        row = self._verdicts(row)
        for label, first, last in self._ends():
            row = self._ranking(row, label, first, last)
        page.print_setup(header, footer)

    # --- blocks

    def _spread(self, row: int) -> int:
        """How many figures lie in each step."""
        edges = steps(
            [line.shown for _, line in self._ranked if line.shown is not None], self._ends_of_bands()
        )
        where = self._totals()
        lines = []
        for low, high in pairwise(edges):
            top = high == edges[-1]
            count = sum(
                low <= figure and (figure <= high if top else figure < high) for figure in self._figures()
            )
            sign = "<=" if top else "<"
            formula = f'COUNTIFS({where},">={show(low)}",{where},"{sign}{show(high)}")'
            key = "sum_step_last" if top else "sum_step"
            lines.append((self.say(key, low=show(low), high=show(high)), formula, Decimal(count)))
        return self._block(row, "sum_spread", ("sum_steps", "sum_studios"), lines, way="col")

    def _verdicts(self, row: int) -> int:
        """How many studios have each verdict, whatever has become of it."""
        found = list(dict.fromkeys(line.verdict for _, line in self._ranked if line.verdict))
        if not found:
            return row
        at = self._placed.at("verdict")
        where = self._cells(at)
        lines = []
        for words in found:
            count = Decimal(sum(line.verdict == words for _, line in self._ranked))
            wild = words.replace("~", "~~").replace("*", "~*").replace("?", "~?").replace('"', '""')
            pattern = self.say("sum_verdict", words=wild, state="*")
            lines.append((words, f'COUNTIF({where},"{pattern}")', count))
        return self._block(row, "sum_verdicts", ("conclusion", "sum_studios"), lines, way="bar")

    def _sections(self, row: int) -> int:
        """What share of its points each section came to, over all sheets."""
        lines = []
        for section in self.record.sections:
            found = [
                got for _, line in self._ranked if (got := section_mean(line, str(section.no))) is not None
            ]
            worth = Fraction(section.points or sum((item.points for item in section.items), ZERO))
            if found and worth:
                lines.append((section.short or section.title, None, rounded(mean(found) / worth, 4)))
        return self._block(row, "sum_rates", ("sum_section", "sum_rate"), lines, way="bar", share=True)

    def _ends(self) -> Sequence[tuple[str, int, int]]:
        """Which of the ranked are drawn: all, or the first and the last."""
        count = len(self._ranked)
        if count <= _ALL:
            return [("sum_ranking", 0, count)] if count else []
        return [("sum_first", 0, _ENDS), ("sum_last", count - _ENDS, count)]

    def _ranking(self, row: int, label: str, first: int, last: int) -> int:
        """Some of the ranked, linked to the rows of the summary."""
        tab, at = quote_sheetname(self._tab), get_column_letter(self._placed.at("total"))
        names = (
            self.say("sum_rank"),
            self.say("studio"),
            self.say("sum_mean" if self.record.averaged else "sum_total"),
        )
        begin = row
        row = self._header(row, self.say(label, count=last - first), names)
        start = row
        for number in range(first, last):
            rank, line = self._ranked[number]
            source = self._placed.first + number
            self.page.block(row, [Span(at_, at_, None, MIDDLE) for at_ in (1, 2, 3)], _ROW)
            self.page.formula(row, 1, f"{tab}!A{source}", Decimal(rank), MIDDLE)
            self.page.formula(row, 2, f"{tab}!B{source}", line.studio, BODY)
            self.page.formula(row, 3, f"{tab}!{at}{source}", line.shown or ZERO, STRONG)
            self.page.height(row, max(_ROW, heights.needed(line.studio, WIDTHS[1])))
            row += 1
        chosen = [line for _, line in self._ranked[first:last]]
        labels = Area(self.page.title, (start, 2), [_short(line.studio) for line in chosen])
        figures = Area(self.page.title, (start, 3), [line.shown for line in chosen])
        chart = bars(
            self.say(label, count=last - first),
            labels,
            Line(names[2], figures),
            way="bar",
            font=self._font,
            most=self._most(),
        )
        return self._beside(begin, row, chart)

    # --- one block

    def _block(
        self,
        row: int,
        label: str,
        names: tuple[str, str],
        lines: Sequence[tuple[str, str | None, Decimal]],
        *,
        way: str,
        share: bool = False,
    ) -> int:
        if not lines:
            return row
        begin, look = row, _PERCENT if share else MIDDLE
        row = self._header(row, self.say(label), ("", *(self.say(name) for name in names)))
        start = row
        for number, (words, formula, value) in enumerate(lines, 1):
            self.page.block(row, [Span(1, 1, Decimal(number), MIDDLE), Span(2, 2, words, MIDDLE)], _ROW)
            if formula is None:
                self.page.number(row, 3, value, look)
            else:
                self.page.formula(row, 3, formula, value, look)
            row += 1
        labels = Area(self.page.title, (start, 2), [words for words, _, _ in lines])
        figures = Area(self.page.title, (start, 3), [value for _, _, value in lines])
        chart = bars(
            self.say(label),
            labels,
            Line(self.say(names[1]), figures),
            way="col" if way == "col" else "bar",
            font=self._font,
            most=Decimal(1) if share else None,
            number_format="0.0%" if share else "General",
        )
        return self._beside(begin, row, chart, _LEAST_ROWS if way == "col" or share else _FEW_ROWS)

    def _header(self, row: int, title: str, names: Sequence[str]) -> int:
        row = self.page.block(row, [Span(1, 3, title, STRONG)], 24)
        return self.page.block(row, [Span(at, at, name, HEADER) for at, name in enumerate(names, 1)], _ROW)

    def _beside(self, begin: int, row: int, chart: ChartBase, least: int = _FEW_ROWS) -> int:
        """Put the chart right of its table, and keep both on one page."""
        while row - begin < least:
            self.page.height(row, _ROW)
            row += 1
        self.page.keep(begin, row - 1)
        tall = self.page.tall(begin, row - 1)
        self.page.chart(
            begin, len(WIDTHS), chart, (WIDTHS[-1] * heights.COLUMN_UNIT - _AIR) / _CM, (tall - _AIR) / _CM
        )
        self.page.height(row, 12)
        return row + 1

    # --- what the summary holds

    def _cells(self, at: int) -> str:
        rows = area(at, self._placed.first, max(self._placed.ranked, self._placed.first), fixed=True)
        return f"{quote_sheetname(self._tab)}!{rows}"

    def _totals(self) -> str:
        return self._cells(self._placed.at("total"))

    def _figures(self) -> list[Decimal]:
        return [line.shown for _, line in self._ranked if line.shown is not None]

    def _ends_of_bands(self) -> tuple[Decimal, ...]:
        rules = self.record.rubric.outcomes
        bands = rules.bands if rules else ()
        return tuple(end for band in bands for end in (band.at_least, band.below) if end is not None)

    def _most(self) -> Decimal | None:
        """Where the axis ends: at full points, unless somebody has more."""
        full = self.record.rubric.total
        return full if full is not None and all(figure <= full for figure in self._figures()) else None


def steps(figures: Sequence[Decimal], lines: Sequence[Decimal]) -> list[Decimal]:
    """The ends of even steps over all figures; no line of the scheme lies within a step if that can be."""
    if not figures:
        return []
    low, high = min(figures), max(figures)
    within = [line for line in lines if low < line < high]
    fitting = [step for step in _STEPS if (high - low) / step <= _MOST_STEPS - 1]
    apart = [step for step in fitting if all(not line % step for line in within)]
    chosen = next(iter(apart or fitting), high - low or Decimal(1))
    edge = (low / chosen).to_integral_value(ROUND_FLOOR) * chosen
    edges = [edge]
    while edges[-1] < high or len(edges) == 1:
        edges.append(edges[-1] + chosen)
    return edges


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
