"""Native charts of a workbook: bars and lines over cells, with the values that those cells have now.

A chart keeps its figures beside the references, so that a reader that computes nothing shows it too. Chart programs
know only binary numbers: what is exact stands in the cells. Knows no form.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import TextAxis
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.utils import get_column_letter, quote_sheetname

from exports.text import clean

_INKS: Final = ("1F4E79", "C00000", "548235", "BF8F00", "7030A0", "404040", "2E75B6", "C55A11", "808080")
_DASHES: Final = ("solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash")
"""Lines differ on paper without colours too."""
_SIZE: Final = 900
"""Hundredths of a point."""
_PALE: Final = "D9D9D9"


class Area(NamedTuple):
    """Cells in one column or one row, and what stands in them now; None is an empty cell."""

    sheet: str
    first: tuple[int, int]
    """Row and column, from 1."""
    values: Sequence[str | Decimal | None]
    down: bool = True

    @property
    def reference(self) -> str:
        """The cells as a chart names them."""
        row, column = self.first
        more = len(self.values) - 1
        last = (row + more, column) if self.down else (row, column + more)
        ends = (f"${get_column_letter(at)}${number}" for number, at in (self.first, last))
        return f"{quote_sheetname(self.sheet)}!{':'.join(ends)}"


class Line(NamedTuple):
    """One series: its name and its figures."""

    name: str
    figures: Area


def bars(
    title: str,
    labels: Area,
    line: Line,
    *,
    way: Literal["col", "bar"],
    font: str,
    most: Decimal | None = None,
    number_format: str = "General",
) -> ChartBase:
    """Return upright bars or, the first on top, lying ones; `most` ends the axis, which begins at 0."""
    chart = BarChart()
    chart.type, chart.gapWidth, chart.varyColors = way, 45, False
    series = _series(line, labels, 0)
    series.graphicalProperties = GraphicalProperties(solidFill=_INKS[0])
    chart.series.append(series)
    shown = DataLabelList()
    shown.showVal, shown.numFmt = True, number_format
    shown.showSerName = shown.showCatName = shown.showLegendKey = shown.showPercent = False
    shown.txPr = _text(font)
    chart.dataLabels = shown
    if way == "bar":
        chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    if most is not None:
        chart.y_axis.scaling.max = float(most)
    chart.legend = None
    framed = _framed(chart, title, font)
    chart.y_axis.delete = True  # every bar says its figure
    return framed


def lines(
    title: str,
    labels: Area,
    each: Sequence[Line],
    *,
    font: str,
    axis: tuple[Decimal, Decimal],
    legend: Literal["b", "r"],
) -> ChartBase:
    """Return lines over the same labels; gaps stay gaps. The axis has two ends, names stand below or at the right."""
    chart = LineChart()
    for at, line in enumerate(each):
        series = _series(line, labels, at)
        ink = _INKS[at % len(_INKS)]
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(solidFill=ink, w=22000, prstDash=_DASHES[at % len(_DASHES)])
        )
        series.marker = Marker(symbol="circle", size=5)
        series.marker.graphicalProperties = GraphicalProperties(
            solidFill=ink, ln=LineProperties(solidFill=ink)
        )
        series.smooth = False
        chart.series.append(series)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = map(float, axis)
    chart.display_blanks = "gap"
    if chart.legend:
        chart.legend.position, chart.legend.txPr = legend, _text(font)
    return _framed(chart, title, font)


def _framed(chart: BarChart | LineChart, title: str, font: str) -> ChartBase:
    """Give a chart its title, axes that are drawn, and the font."""
    words = RegularTextRun(rPr=_characters(font, bold=True), t=clean(title))
    chart.title = Title(tx=Text(rich=RichText(p=[Paragraph(r=[words])])), overlay=False)
    for axis in (chart.x_axis, chart.y_axis):
        # Without a word about it a program takes an axis for deleted.
        axis.delete = False
        axis.txPr = _text(font)
        axis.majorTickMark = "none"
    if isinstance(chart.x_axis, TextAxis):
        chart.x_axis.tickLblSkip, chart.x_axis.noMultiLvlLbl = 1, True
    chart.y_axis.number_format = "General"
    if chart.y_axis.majorGridlines:
        chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_PALE))
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=_PALE))
    return chart


def _series(line: Line, labels: Area, at: int) -> Series:
    figures = [
        _point(number, value)
        for number, value in enumerate(line.figures.values)
        if isinstance(value, Decimal)
    ]
    numbers = NumData(formatCode="General", ptCount=len(line.figures.values), pt=figures)
    words = [StrVal(idx=number, v=clean(str(value or ""))) for number, value in enumerate(labels.values)]
    names = StrRef(f=labels.reference, strCache=StrData(ptCount=len(words), pt=words))
    return Series(
        idx=at,
        order=at,
        tx=SeriesLabel(v=clean(line.name)),
        val=NumDataSource(numRef=NumRef(f=line.figures.reference, numCache=numbers)),
        cat=AxDataSource(strRef=names),
    )


def _point(number: int, value: Decimal) -> NumVal:
    """Return a figure as it is: openpyxl would make a binary number of it, and write 90.43000000000001."""
    point = NumVal(idx=number)
    point.__dict__["v"] = f"{value:f}"
    return point


def _text(font: str) -> RichText:
    properties = ParagraphProperties(defRPr=_characters(font))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=_characters(font))])


def _characters(font: str, *, bold: bool = False) -> CharacterProperties:
    face = Font(typeface=font)
    return CharacterProperties(sz=_SIZE + 200 * bold, b=bold, latin=face, ea=face)
