"""The flat sheets for people who compute."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from exports.score_sheet import render
from tests.exports import samples


def table(record, tab):
    sheet = load_workbook(BytesIO(render(record)))[tab]
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert not sheet.merged_cells.ranges
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("make", [samples.award, samples.deduct])
def test_the_rows_add_up_to_the_sheet(make):
    record = make()
    rows = table(record, "数据")
    assert len(rows) == len(record.rubric.items) + len(record.rubric.bonus_items)
    inside = [row for row in rows if row["计入总分"] == "是"]
    assert sum(row["得分"] for row in inside) == record.sheet.total
    assert sum(row["扣分"] for row in inside) == record.sheet.deducted
    assert sum(row["得分"] or 0 for row in rows if row["计入总分"] == "否") == record.sheet.bonus


def test_every_row_is_complete_by_itself():
    row = table(samples.with_all(samples.deduct(), "1.3b1 1.3b2 1.3", photos=3), "数据")[2]
    assert row["工作室"] == "李明工匠创新工作室"
    assert (row["考核期"], row["细则"], row["版本"]) == ("2025-12", "northwest-2025", 3)
    assert (row["考核项目"], row["要点号"], row["考核要点"], row["分值"]) == ("基础建设", "1.3", "台账", 4)
    assert (row["状态"], row["得分"], row["扣分"], row["备注数"], row["证据数"]) == ("已评", 1, 3, 3, 7)
    assert row["计算式"] == "1 = 4 − 1×1 (a 缺少一种台账) − 1×2 (b 记录不详实)"


def test_an_item_not_looked_at_has_no_figures():
    row = table(samples.deduct("1.1 满", check=None, seal=None), "数据")[1]
    assert (row["状态"], row["得分"], row["扣分"]) == ("未评", None, None)


def test_every_rule_has_a_row_with_its_count():
    record = samples.deduct()
    rows = table(record, "条款数据")
    counts = {(row["要点号"], row["条"]): row["次数"] for row in rows}
    assert counts["1.3", "b"] == 2
    assert counts["5.4", "a"] == 2
    assert counts["2.3", "a"] == 0
    assert len(rows) == sum(len(item.rules) for item in (*record.rubric.items, *record.rubric.bonus_items))
