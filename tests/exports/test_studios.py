"""The list of studios on paper: its columns, its explanations, the types it offers, equal bytes for equal lists."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from exports.studios import StudiosRecord, TypeColumn, read, render

ROW = {
    "id": "studio0000001", "name": "=1+1 工作室", "unit": "一矿", "leader": "某", "named_on": "2024-05-01",
    "type:tongliao-2020": "技能传授型", "fund:2026": "30000.50", "team": "某（劳模）；李四",
}  # fmt: skip


def record(language: str = "zh-CN") -> StudiosRecord:
    return StudiosRecord(
        language=language,
        rows=(ROW,),
        types=(
            TypeColumn("tongliao-2020", "通辽市考核", ("技术攻关型", "技能传授型")),
            TypeColumn("x", "长", ("很长" * 200,)),
        ),
        years=(2025, 2026),
        dated=datetime(2026, 1, 5, tzinfo=UTC),
    )


def test_columns_and_cells_stand_as_they_are_read() -> None:
    sheet = load_workbook(BytesIO(render(record())))["工作室"]
    head, row = ([cell.value for cell in line] for line in sheet.iter_rows(1, 2))
    assert dict(zip(head, row, strict=True)) == {
        "编号": "studio0000001",
        "工作室名称*": "=1+1 工作室",
        "所在单位*": "一矿",
        "领衔人*": "某",
        "级别": None,
        "命名日期": "2024-05-01",
        "命名单位": None,
        "类型 通辽市考核（tongliao-2020）": "技能传授型",
        "类型 长（x）": None,
        "年度经费 2025（元）": None,
        "年度经费 2026（元）": 30000.5,
        "团队成员（荣誉）": "某（劳模）；李四",
        "停用日期": None,
    }
    assert sheet["B2"].data_type != "f"
    assert sheet.freeze_panes == "A2"


def test_types_are_offered_where_they_fit_in_a_list() -> None:
    sheet = load_workbook(BytesIO(render(record())))["工作室"]
    (offer,) = sheet.data_validations.dataValidation
    assert (offer.formula1, str(offer.sqref)) == ('"技术攻关型,技能传授型"', "H2:H503")


@pytest.mark.parametrize(("language", "tab"), [("zh-CN", "填表说明"), ("en", "How to fill in")])
def test_every_column_is_explained(language: str, tab: str) -> None:
    book = load_workbook(BytesIO(render(record(language))))
    explained = {cell.value for cell in book[tab]["A"]}
    heads = [str(cell.value).rstrip("*") for cell in book.worksheets[0][1]]
    assert [each for each in heads if each not in explained] == [heads[9]], "all but the earlier year"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_is_written_is_read(language: str) -> None:
    (row,) = read(render(record(language)))["rows"]
    found = {
        key.replace("通辽市考核(tongliao-2020)", "tongliao-2020"): text for key, text in row["cells"].items()
    }
    assert {found["name"], found["team"], found["named_on"]} == {ROW["name"], ROW["team"], "2024-05-01"}
    assert found["type:tongliao-2020"] == "技能传授型"


def test_equal_lists_give_equal_bytes() -> None:
    assert render(record()) == render(record())
