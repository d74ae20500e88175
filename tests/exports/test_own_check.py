"""自查 on paper: a sheet of its own, and a column beside the official score; without one nothing is another."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.own_check import with_own
from exports.records import OwnCheck, SheetRecord, Signature
from exports.score_award import AWARD
from exports.score_deduct import DEDUCT
from exports.score_sheet import render
from exports.values import cells
from tests.exports import samples


def own(record: SheetRecord, **changes: object) -> OwnCheck:
    """The studio gave itself full points everywhere, but for 1.2, which does not apply, and one point at 1.1."""
    scores: dict[str, Decimal | None] = {row.no: row.points for row in record.sheet.items}
    scores |= {"1.1": Decimal(1), "1.2": None}
    known = [points for points in scores.values() if points is not None]
    said: dict[str, Any] = {"total": sum(known, Decimal(0)), "bonus": Decimal(0), "gates": {}, **changes}
    return OwnCheck(by="王海涛", day="2026-03-30", scores=scores, **said)


def form(record: SheetRecord) -> list[list[Any]]:
    """The first sheet as rows of what the cells show."""
    sheet: Any = load_workbook(BytesIO(render(record)), data_only=True).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def column(rows: list[list[Any]]) -> int:
    """Where 自查 stands in the header."""
    return next(row.index("自查") for row in rows if "自查" in row)


def line(rows: list[list[Any]], head: str) -> list[Any]:
    """The row in which a cell begins so."""
    return next(row for row in rows if any(str(cell or "").startswith(head) for cell in row))


@pytest.mark.parametrize(("record", "layout"), [(samples.award(), AWARD), (samples.deduct(), DEDUCT)])
def test_without_one_the_columns_are_those_of_the_layout(record, layout):
    assert with_own(layout, record) is layout
    said = {str(value) for value in cells(render(record)).values()}
    assert not [each for each in said if each == "自查" or each.startswith("自查提交")]


@pytest.mark.parametrize("make", [samples.award, samples.deduct], ids=["award", "deduct"])
def test_the_own_figures_stand_right_of_the_score(make):
    rows = form(make(own_check=own(make())))
    at = column(rows)
    assert [row[at - 1] for row in rows if "自查" in row] == ["得分"]
    assert line(rows, "1.1 ")[at] == 1
    assert line(rows, "1.2 ")[at] == "不适用"
    assert line(rows, "2.1 ")[at] == make().sheet.item("2.1").points
    assert line(rows, "合计")[at] == own(make()).total
    assert any("自查提交：王海涛 2026-03-30" in str(cell) for row in rows for cell in row)


def test_the_official_figures_are_what_they_were():
    plain, beside = form(samples.deduct()), form(samples.deduct(own_check=own(samples.deduct())))
    at = column(beside)
    header = next(index for index, row in enumerate(beside) if "自查" in row)
    without = [[cell for index, cell in enumerate(row) if index != at] for row in beside[header:]]
    assert without[:20] == plain[header:][:20]


def test_a_total_that_caps_and_weights_made_another_is_printed_as_it_was_handed_in():
    rows = form(samples.deduct(own_check=own(samples.deduct(), total=Decimal("87.5"))))
    assert line(rows, "合计")[column(rows)] == 87.5


def test_the_flat_rows_have_it_as_their_last_column():
    book: Any = load_workbook(BytesIO(render(samples.deduct(own_check=own(samples.deduct())))))
    header, *rows = book["数据"].iter_rows(values_only=True)
    assert header[-1] == "自查"
    assert {row[7]: row[-1] for row in rows}["1.1"] == 1


def test_conditions_are_compared_by_their_states():
    record = samples.gates()
    states = {"2.1": "met", "3.3": "unmet"}
    rows = form(samples.gates(own_check=OwnCheck("王海涛", "2026-03-30", {}, states)))  # type: ignore[arg-type]
    at = column(rows)
    assert line(rows, "2.1 ")[at] == "符合"
    assert line(rows, "3.3 ")[at] == "不符合"
    assert line(rows, "1.1 ")[at] is None
    assert record.own_check is None


def test_a_self_assessment_is_titled_so_and_signed_by_its_leader():
    signed = (Signature("王海涛", "self", "2026-03-30 16:05"),)
    rows = form(samples.deduct(own=True, signatures=signed))
    texts = [str(cell) for row in rows for cell in row if cell is not None]
    book = load_workbook(BytesIO(render(samples.deduct(own=True, signatures=signed))))
    assert book.sheetnames[0] == "自查评分表"
    assert "自查评分表" in texts
    assert samples.deduct().rubric.title in texts
    assert any(text.startswith("自查人：王海涛（2026-03-30 16:05 已签") for text in texts)
    assert not any("考核组组长" in text for text in texts)
