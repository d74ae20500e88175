"""The page of trends of a summary: the periods before, and how each studio moved over them.

Over many studios their lines would be a thicket: drawn are the mean, the best and the last, and those that moved most.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final, Literal

from openpyxl.utils import get_column_letter

from exports import heights
from exports.charts import Area, Line, lines
from exports.labels import Say
from exports.styles import BODY, HEADER, MIDDLE, STRONG, Look, serif
from exports.summary_figures import area, mean, rounded
from exports.summary_records import SummaryRecord, TrendLine
from exports.summary_table import head
from exports.workbook import PAPER_WIDTH, Footer, Page, Span

_CM: Final = 28.35
_ROW: Final = 20.0
_HIGH: Final = 240.0
"""Height of a chart, in points."""
_FEW: Final = 8
"""So many studios are all drawn."""
_MOVED: Final = 4
_GRID: Final = 5
_PLACES: Final = 6
_LONGEST: Final = 12
"""Characters of a studio's name that the list of lines has room for."""
_CHANGE: Final = Look(across="center", number_format="+0.##;-0.##;0")
_MEAN: Final = Look(across="center", number_format="0.00")


class TrendPage:
    """Draws the page; there must be two periods at least."""

    def __init__(self, page: Page, record: SummaryRecord, say: Say) -> None:
        self.page, self.record, self.say = page, record, say
        self._periods, self._lines = record.trend.periods, record.trend.lines
        self._font = serif(record.rubric.language)
        self._first = 0

    def draw(self, footer: Footer) -> None:
        """Draw all of it."""
        page, count = self.page, len(self._periods)
        rest = 100 - 24 - 16 - 8
        page.columns([PAPER_WIDTH * share / 100 for share in (24, 16, *([rest / count] * count), 8)])
        self._last = count + 3
        row = head(page, self.record, self.say, self.say("sum_trend_title"), self._last)
        all_row, charts = row, row + 5
        after = self._room(charts)
        header = after
        row = self._header(header)
        self._first = row
        for line in self._lines:
            row = self._studio(row, line)
        self._whole(all_row)
        self._charts(all_row, charts)
        page.keep(all_row, header - 1)
        page.print_setup(header, footer)

    # --- cells

    def _whole(self, row: int) -> None:
        """Mean, best, last and number of figures of each period, over the studios below."""
        names = (self.say("sum_trend_of"), "", *self._periods, "")
        spans = [Span(1, 2, names[0], HEADER)]
        spans += [Span(at, at, name, HEADER) for at, name in enumerate(names[2:], 3)]
        self.page.block(row, spans, _ROW)
        for down, function in enumerate(("AVERAGE", "MAX", "MIN", "COUNT"), 1):
            label = Span(1, 2, self.say(f"sum_{function.lower()}"), STRONG)
            blanks = [Span(at, at, None, MIDDLE) for at in range(3, self._last + 1)]
            self.page.block(row + down, [label, *blanks], _ROW)
            for at in range(len(self._periods)):
                where = area(at + 3, self._first, self._first + len(self._lines) - 1)
                value = self._of_all(function, at)
                if value is None:
                    continue
                formula = f"ROUND(AVERAGE({where}),2)" if function == "AVERAGE" else f"{function}({where})"
                self.page.formula(
                    row + down, at + 3, formula, value, _MEAN if function == "AVERAGE" else MIDDLE
                )

    def _of_all(self, function: str, at: int) -> Decimal | None:
        found = [figure for line in self._lines if (figure := line.figures[at]) is not None]
        if function == "COUNT":
            return Decimal(len(found))
        if not found:
            return None
        if function == "AVERAGE":
            return rounded(mean([Fraction(each) for each in found]), 2)
        return max(found) if function == "MAX" else min(found)

    def _header(self, row: int) -> int:
        names = (self.say("studio"), self.say("sum_unit"), *self._periods, self.say("sum_change"))
        return self.page.block(row, [Span(at, at, name, HEADER) for at, name in enumerate(names, 1)], 24)

    def _studio(self, row: int, line: TrendLine) -> int:
        spans = [Span(1, 1, line.studio, BODY), Span(2, 2, line.unit, BODY)]
        for at, figure in enumerate(line.figures, 3):
            spans.append(Span(at, at, figure, MIDDLE))
        spans.append(Span(self._last, self._last, None, _CHANGE))
        after = self.page.block(row, spans)
        moved = change(line)
        if moved is not None:
            new, old = (f"{get_column_letter(at)}{row}" for at in (self._last - 1, self._last - 2))
            self.page.formula(row, self._last, f"ROUND({new}-{old},{_PLACES})", moved, _CHANGE)
        return after

    # --- charts

    def _room(self, row: int) -> int:
        """Rows that the charts stand over; gives the next one."""
        count = int(_HIGH / _ROW) + 1
        for number in range(row, row + count):
            self.page.height(number, _ROW)
        return row + count

    def _charts(self, all_row: int, row: int) -> None:
        tab = self.page.title
        labels = Area(tab, (all_row, 3), self._periods, down=False)
        whole = [
            Line(
                self.say(f"sum_{name.lower()}"),
                Area(tab, (all_row + down, 3), self._values(name), down=False),
            )
            for down, name in enumerate(("AVERAGE", "MAX", "MIN"), 1)
        ]
        half = sum(self.page.widths) / 2 * heights.COLUMN_UNIT / _CM
        chosen = self._moved()
        said = "sum_trend_each" if len(self._lines) <= _FEW else "sum_trend_moved"
        sets = (
            (self.say("sum_trend_all"), whole, 1),
            (self.say(said), self._drawn(chosen, tab), self._middle()),
        )
        for title, drawn, column in sets:
            if drawn:
                values = [
                    value for one in drawn for value in one.figures.values if isinstance(value, Decimal)
                ]
                least, most = span(values)
                side: Literal["b", "r"] = "b" if column == 1 else "r"
                chart = lines(title, labels, drawn, font=self._font, axis=(least, most), legend=side)
                wide = half if column == 1 else self._rest(column)
                self.page.chart(row, column, chart, wide, (_HIGH + 10) / _CM)

    def _values(self, function: str) -> list[str | Decimal | None]:
        return [self._of_all(function, at) for at in range(len(self._periods))]

    def _moved(self) -> list[int]:
        """Which studios are drawn: few are all drawn, of many those that fell and rose most."""
        if len(self._lines) <= _FEW:
            return list(range(len(self._lines)))
        moved = [(by, at) for at, line in enumerate(self._lines) if (by := change(line))]
        fell = [at for by, at in sorted(moved)[:_MOVED] if by < 0]
        rose = [at for by, at in sorted(moved, reverse=True)[:_MOVED] if by > 0]
        return fell + rose[::-1]

    def _drawn(self, chosen: Sequence[int], tab: str) -> list[Line]:
        found = []
        for at in chosen:
            line = self._lines[at]
            found.append(
                Line(line.studio[:_LONGEST], Area(tab, (self._first + at, 3), line.figures, down=False))
            )
        return found

    def _middle(self) -> int:
        """The column in which the second chart begins."""
        used, half = 0.0, sum(self.page.widths) / 2
        for at, width in enumerate(self.page.widths, 1):
            if used >= half:
                return at
            used += width
        return self._last

    def _rest(self, column: int) -> float:
        return sum(self.page.widths[column - 1 :]) * heights.COLUMN_UNIT / _CM


def change(line: TrendLine) -> Decimal | None:
    """By how much a studio moved since the period before."""
    if len(line.figures) < 2:  # noqa: PLR2004 - from one to the next
        return None
    before, now = line.figures[-2:]
    return None if before is None or now is None else now - before


def span(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """From where to where the axis goes: whole fives around all figures."""
    low = (min(values) / _GRID).to_integral_value(ROUND_FLOOR) * _GRID
    high = (max(values) / _GRID).to_integral_value(ROUND_CEILING) * _GRID
    return low, high if high > low else low + _GRID
