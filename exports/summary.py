"""汇总表: all studios of a period in one workbook: ranked, as charts, over time, and as plain data.

Pure: a record in, the file out; equal records give equal bytes.
"""

from exports import appendix, summary_flat
from exports.labels import labels
from exports.summary_charts import ChartPage
from exports.summary_records import Absent, Line, Part, Scored, SummaryRecord, Trend, TrendLine
from exports.summary_table import SummaryTable
from exports.summary_trend import TrendPage
from exports.workbook import Book, Footer

__all__ = ["Absent", "Line", "Part", "Scored", "SummaryRecord", "Trend", "TrendLine", "render"]

_TREND_FROM = 2
"""Periods that make a trend."""


def render(record: SummaryRecord) -> bytes:
    """The workbook of a record."""
    say = labels(record.rubric.language)
    book = Book(record.rubric.language, lambda no: say("elsewhere", no=no))
    footer = Footer("", say("page"), f"{say('sum_tab')} {record.period}")
    page = book.page(say("sum_tab"))
    placed = SummaryTable(page, record, say).draw(footer)
    if any(line.exact is not None for line in record.lines):
        ChartPage(book.page(say("sum_tab_charts")), record, say, (page.title, placed)).draw(footer)
    if len(record.trend.periods) >= _TREND_FROM and record.trend.lines:
        TrendPage(book.page(say("sum_tab_trend")), record, say).draw(footer)
    summary_flat.draw(book.page(say("sum_tab_flat")), record, say, footer)
    appendix.draw(book, say, footer)
    book.describe(say("sum_title", period=record.period), record.dated)
    return book.to_bytes()
