"""What a sheet prints of every kind of rule, of what stands beside the total, and of conditions."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports import labels, labels_rules
from exports.score_sheet import render
from tests.exports import samples
from tests.kit.there import gate_of


def sheets(record) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every tab without blank cells."""
    book: Any = load_workbook(BytesIO(render(record)), data_only=True)
    return {
        page.title: [kept for row in page.iter_rows(values_only=True) if (kept := _kept(row))]
        for page in book
    }


def _kept(row):
    return tuple(value for value in row if value is not None)


def row_of(record, words, tab="评分表"):
    """The first row one of whose cells begins with these words."""
    return next(row for row in sheets(record)[tab] if any(str(value).startswith(words) for value in row))


SAID = {
    "1.1 ": ("4.5 = 10 − 4×1", "a −4 分　b −1.5 分"),
    "1.2 ": ("1 = 6 − 2×1", "b×4", "本条最高"),
    "1.3 ": ("5 = 10 − 5×1", "a 实际 1次，应为 2次"),
    "1.4 ": ("3.5 = 4 − 0.5×1", "a 实测 87%（基准 95%）"),
    "1.5 ": ("0 = 5 − 5×1", "b×1（同一情形，不重复计）"),
    "2.1 ": ("1 = 1", "选定 b 培训率≥90%"),
    "2.2 ": ("4 = 4", "选定 b 良"),
    "2.3 ": ("3 = 4 − 1×1", "b 经核 −1 分"),
    "2.4 ": ("不适用",),
    "3.2 ": ("0 = 6 − 2×2", "b 系数 2　c 另扣 10 分　d 另扣 1 分"),
}


@pytest.mark.parametrize("item", SAID)
def test_every_kind_says_how_its_number_came_about(item):
    words = str(row_of(samples.kinds(), item)[-1])
    assert all(said in words for said in SAID[item]), words


def test_a_question_without_an_answer_is_marked():
    words = str(row_of(samples.kinds(samples.KINDS.replace("2.3 b=1 与1.1重复", "2.3 a")), "2.3 ")[-1])
    assert "▲ b 未答复" in words


def test_what_stands_between_the_sections_and_the_total_is_printed_step_by_step():
    rows = sheets(samples.kinds())["评分表"]
    at = next(number for number, row in enumerate(rows) if row[0] == "各节得分合计")
    assert [row[:2] for row in rows[at : at + 5]] == [
        ("各节得分合计", 26),
        ("另扣：3.2 d 迟报", -1),
        ("另扣：3.2 c 扣满4分", -10),
        ("加分：4.1 a 市级奖励", 4),
        ("罚分：5.1 a 投诉", -1),
    ]
    assert rows[at + 5][:2] == ("合计（满分 60 分）", 60)
    assert 18 in rows[at + 5]


def test_what_does_not_apply_is_told_with_its_points():
    rows = sheets(samples.kinds())["评分表"]
    assert any("已评 4/4 项　不适用 3 分不计" in row for row in rows)


def test_a_veto_stands_below_the_total_that_it_makes_worthless():
    assert row_of(samples.kinds(samples.KINDS + "6.1 a\n"), "一票否决，") == (
        "一票否决，总分不作数：6.1 弄虚作假",
    )


def test_of_a_group_only_the_best_counts_and_the_sum_says_so():
    rows = sheets(samples.kinds())["评分表"]
    assert next(row for row in rows if row[0] == "加分合计（计入总分）") == ("加分合计（计入总分）", 4)
    assert next(row for row in rows if row[0] == "罚分合计（从总分扣除）") == ("罚分合计（从总分扣除）", -1)


def test_conditions_that_nobody_looked_at_have_no_page_beside_a_score():
    assert not {"条件审查", "条件数据"} & set(sheets(samples.kinds(form=None)))
    assert {"条件审查", "条件数据"} <= set(sheets(samples.kinds(samples.KINDS + "7.2 28\n", form=None)))


CONDITIONS = {
    "1.1 ": ("必备", "符合"),
    "2.1 ": ("必备\n不少于 5人", "6人", "符合"),
    "3.2 ": ("一般应具备\n不少于 25平方米", "24平方米", "不符合（须说明理由）"),
    "3.3 ": ("必备", "不符合"),
    "5.1 ": ("必备", "未查"),
}


@pytest.mark.parametrize("item", CONDITIONS)
def test_a_condition_is_printed_with_its_demand_what_was_found_and_whether_it_is_met(item):
    row = row_of(samples.gates(), item)
    assert tuple(word for word in row[-len(CONDITIONS[item]) :]) == CONDITIONS[item]


def test_a_sheet_of_conditions_ends_with_the_count_and_the_verdict():
    count, verdict = row_of(samples.gates(), "条件 ")
    sheet = samples.gates().sheet
    met = sum(gate.state == "met" for gate in sheet.gates)
    assert count == f"条件 {met}/{len(sheet.gates)} 项符合，2 项不符合，{len(sheet.gates) - met - 2} 项未查"
    assert verdict == "结论：不符合条件（3.3 规范性标志）"


def test_all_conditions_met_is_said_and_open_ones_are_not_passed_over():
    rubric = samples.gates().rubric
    met = "".join(
        f"{item.no} {'是' if gate_of(item).minimum is None else gate_of(item).minimum}\n"
        for item in rubric.gate_items
    )
    assert row_of(samples.gates(met), "条件 ")[1] == "结论：符合条件"
    assert row_of(samples.gates("1.1 是\n"), "条件 ")[1] == "结论：尚未查完"


def test_the_flat_rows_of_conditions_hold_figures():
    rows = sheets(samples.gates())["条件数据"]
    assert next(row for row in rows if "场所面积" in row)[-7:-2] == ("一般应具备", 25, 24, "平方米", "不符合")


def test_no_label_hides_another():
    text = Path(labels.__file__).read_text("utf-8")
    assert not [key for key in labels_rules.ZH if f'"{key}":' in text]
