"""Forms of an application reopened: values, merged cells, paper; the layout of the source, and the plain one."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports import form_outline, heights
from exports.form_boxes import shares
from exports.form_records import FormPicture, FormRecord, Link, ListRecord, OutlineRecord
from exports.forms import render, render_list
from exports.labels_layouts import LAYOUTS
from rubrics.files import latest
from rubrics.forms import Field, Form, Group
from tests.exports.samples import photo
from tests.kit.applications import CRANES

WHEN = datetime(2019, 6, 20, tzinfo=UTC)
FORMS = {form.id: form for form in latest("dalian-2019").forms}
FACTS = {
    "recommended-by": "中山区总工会", "writer": "李娜", "phone": "13800138000", "name": "=1+1 工作室",
    "created-on": "2015-03-01", "type": "技术攻关、技能传授", "members": "12", "fund-2": "35.5", "results": "18",
    "awards-province": "1", "earned-2": "120.5", "saved-2": "60", "foreign-2": "50000", "earned-1": "150",
    "total-1": "151", "trained-double": "3", "trained-skilled": "20", "trained": "23",
    "social-benefit": "带动全公司职工创新。" * 60, "leader-born": "1970-05",
}  # fmt: skip
ANSWERS = {f"basic-facts.{key}": said for key, said in FACTS.items()}


def sheet_of(data: bytes, *, cached: bool = False) -> Worksheet:
    return load_workbook(BytesIO(data), data_only=cached).worksheets[0]


def facts(answers: dict[str, str], form: Form = FORMS["basic-facts"]) -> bytes:
    return render(FormRecord(form, "zh-CN", 2019, answers, WHEN))


def line(no: int) -> dict[str, str]:
    return {"name": f"第{no}工作室", "unit": "一厂", "leader": "张建国", "honour": "省劳模"}


def recommended(count: int, quota: int | None = None, form: str = "list-model") -> Worksheet:
    head = {f"{form}.filled-by": "市总工会", f"{form}.writer": "李娜"}
    lines = tuple(line(no) for no in range(1, count + 1))
    return sheet_of(render_list(ListRecord(FORMS[form], "zh-CN", head, lines, WHEN, quota)))


def said(sheet: Worksheet) -> list[list[object]]:
    """What stands in each row that says anything."""
    rows: list[list[object]] = [
        [cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)
    ]
    return [row for row in rows if row]


def beside(sheet: Worksheet, label: str) -> str:
    """The address of the cell at the right of a label."""
    found = next(cell for row in sheet.iter_rows() for cell in row if cell.value == label)
    area = next((each for each in sheet.merged_cells.ranges if found.coordinate in each), None)
    return str(sheet.cell(found.row, (area.max_col if area else found.column) + 1).coordinate)


# --- lists


@pytest.mark.parametrize(("form", "printed"), [("list-model", 7), ("list-staff", 8)])
def test_a_list_has_as_many_rows_as_the_source_prints(form: str, printed: int) -> None:
    sheet = recommended(3, form=form)
    rows = said(sheet)
    assert rows[0] == [FORMS[form].annex]
    assert rows[1] == [FORMS[form].title]
    assert rows[2] == ["填表单位（盖章）：市总工会", "填表日期：　　年　　月　　日"]
    assert rows[3] == ["序号", "创新工作室名称", "所在单位", "领衔人", "荣誉基础"]
    assert rows[4] == [1, "第1工作室", "一厂", "张建国", "省劳模"]
    assert rows[7] == ["单位负责人：", "填表人：李娜", "联系电话（手机）："]
    boxed = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).border.left.style]
    assert len(boxed) == 1 + printed
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows == "$4:$4"


def test_more_lines_get_more_rows() -> None:
    rows = said(recommended(12))
    assert [row[0] for row in rows[4:16]] == list(range(1, 13))


def test_the_warning_stands_only_on_a_final_list_with_too_many() -> None:
    assert ["▲ 已列 9 个，超过名额 7 个"] in said(recommended(9, quota=7))
    for sheet in (recommended(9), recommended(7, quota=7)):
        assert not any("▲" in str(cell) for row in said(sheet) for cell in row)


# --- the layout of the source


PRINTED = """
附件4
辽宁省劳模和职工创新工作室基本情况表
推荐单位：（公章） 填报人： 电话：
工作室名称 创建日期
所在单位 命名单位
专业领域 命名日期
工作室类型 □技术开发□技术攻关□技能传授□技术协作□培训服务□其他 成员总数
经费投入(万元) 年度 投入金额 经费来源
2017年
2018年
技术创新 创新成果 项 专利类别 实用新型 个
成果转化 项 发明 个
获奖等级 国际个 国家个 省部个 地市个
经济效益(万元) 年度 创收金额 节资金额 创收外汇(美元) 合计
2017年
2018年
培养人才 总数 技术等级 荣誉
双重职称 高级技师 技师 高级工 其他 全国劳模 省部级劳模 地市级劳模 企业劳模
社会效益
工作室领衔人情况
姓名 性别 出生年月
学历 民族 政治面貌
专业/工种 技术职称 联系电话
何年获市级（含）以上劳模荣誉称号 E-mail
工作室骨干成员情况（可附表）
姓名 性别 出生年份 学历 技术职称 所在单位 主要分工
"""
"""Annex 4 row by row, as the source prints it, without its blanks."""


def test_an_empty_form_says_line_by_line_what_the_source_prints() -> None:
    rows = said(sheet_of(facts({})))
    squeezed = [" ".join("".join(str(cell).split()).replace("　", "") for cell in row) for row in rows]
    assert squeezed == PRINTED.strip().splitlines()


def test_a_form_filled_as_people_fill_it_holds_all_that_they_said() -> None:
    sheet = sheet_of(facts(CRANES), cached=True)
    rows = [row for row in said(sheet) if len(row) == 7]
    assert [row[0] for row in rows] == [
        "姓名",
        "王志强",
        "刘洋",
        "孙丽华",
        "赵鹏",
        "陈国栋",
        "欧阳雪梅",
        "周涛",
        "吴海峰",
    ]
    assert rows[1][2] == "1975"
    assert sheet[beside(sheet, "工作室类型")].value == (
        "☑技术开发　☑技术攻关　☑技能传授\n□技术协作　□培训服务　□其他"
    )
    words = " ".join(str(cell) for row in said(sheet) for cell in row)
    for said_ in ("企业拨款60万元，市总工会补助8万元", "1098.8", "2011年3月8日", "接收学生顶岗实习420人次"):
        assert said_ in words


def test_layouts_hold_all_that_their_forms_ask() -> None:
    assert all(LAYOUTS[name].suits(form) for name, form in FORMS.items() if form.annex and not form.outline)
    assert all(sum(width) <= 141 for width in (layout.widths for layout in LAYOUTS.values()))


def test_cells_of_the_source_are_merged_as_they_are_printed() -> None:
    sheet = sheet_of(facts(ANSWERS))
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A8:A10", "A11:A13", "A14:A16", "J11:M12", "B17:C18", "A21:U21"} <= merged
    assert sheet["A8"].value == "经费投入\n(万元)"
    assert [sheet[at].value for at in ("B9", "B10", "B15", "B16")] == ["2017年", "2018年"] * 2
    assert sheet.page_setup.orientation == "portrait"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet_of(facts({})).page_setup.fitToHeight == 1


def test_a_table_longer_than_a_page_is_attached_with_its_head_on_every_page() -> None:
    many = {f"basic-facts.key-members.{row}.name": f"成员{row}" for row in range(1, 22)}
    book = load_workbook(BytesIO(facts(many)))
    first, attached = book.worksheets
    assert said(first)[-2:] == [["工作室骨干成员情况（可附表）"], ["共 21 行，见附表"]]
    rows = said(attached)
    assert attached.title == "附表"
    assert rows[0] == ["辽宁省劳模和职工创新工作室基本情况表附表：工作室骨干成员情况"]
    assert rows[1][0] == "姓名"
    assert [row[0] for row in rows[2:]] == [f"成员{row}" for row in range(1, 22)]
    assert attached.print_title_rows == "$2:$2"
    assert attached.page_setup.orientation == "portrait"
    few = {key: said_ for key, said_ in many.items() if ".21." not in key}
    assert len(load_workbook(BytesIO(facts(few))).worksheets) == 1


def test_figures_stay_figures_between_their_words() -> None:
    sheet = sheet_of(facts(ANSWERS))
    results = sheet[beside(sheet, "创新成果")]
    assert (results.value, results.number_format) == (18, 'General"　项"')
    awards = sheet[beside(sheet, "获奖等级")]
    assert awards.value == "国际　　个"
    province = sheet.cell(awards.row, awards.column + 8)
    assert (province.value, province.number_format) == (1, '"省部　"General"　个"')
    assert sheet[beside(sheet, "创建日期")].value == "2015年3月1日"
    assert sheet[beside(sheet, "出生年月")].value == "1970年5月"


def test_boxes_are_ticked() -> None:
    sheet = sheet_of(facts(ANSWERS))
    ticked = "□技术开发　☑技术攻关　☑技能传授\n□技术协作　□培训服务　□其他"
    assert sheet[beside(sheet, "工作室类型")].value == ticked


def test_sums_are_live_where_they_are_sums() -> None:
    live, values = (sheet_of(facts(ANSWERS), cached=cached) for cached in (False, True))
    assert (live["R15"].value, values["R15"].value) == ("=SUM(F15,J15)", 180.5)
    assert live["R16"].value == 151  # somebody wrote another sum: it is printed as it was written
    assert (live["B19"].value, values["B19"].value) == ("=SUM(D19,F19,H19,J19,L19)", 23)
    assert sheet_of(facts({}))["R15"].value is None


def test_words_are_never_formulas() -> None:
    name = sheet_of(facts(ANSWERS))["B4"]
    assert (name.value, name.data_type, name.quotePrefix) == ("=1+1 工作室", "s", True)


def test_long_texts_wrap_and_rows_are_high_enough() -> None:
    sheet = sheet_of(facts(ANSWERS))
    at = sheet[beside(sheet, "社会效益")]
    assert at.alignment.wrap_text
    need = heights.needed(FACTS["social-benefit"], 20 * 4.0)
    assert sheet.row_dimensions[at.row].height >= need
    endless = sheet_of(facts(ANSWERS | {"basic-facts.social-benefit": "很长。" * 660}))
    area = next(each for each in endless.merged_cells.ranges if str(each).startswith("B20:"))
    tall = sum(endless.row_dimensions[row].height for row in range(area.min_row, area.max_row + 1))
    assert tall >= heights.needed("很长。" * 660, 20 * 4.0)
    assert all((dimension.height or 0) <= heights.TALLEST for dimension in endless.row_dimensions.values())


def test_members_get_rows_as_they_need() -> None:
    people = {f"basic-facts.key-members.{row}.name": f"组员{row}" for row in (1, 2, 5)}
    rows = said(sheet_of(facts(people)))
    at = rows.index(["工作室骨干成员情况（可附表）"])
    assert rows[at + 1] == ["姓名", "性别", "出生年份", "学历", "技术职称", "所在单位", "主要分工"]
    assert rows[at + 2 :] == [["组员1"], ["组员2"], ["组员5"]]


def test_years_are_counted_from_the_campaign() -> None:
    record = FormRecord(FORMS["basic-facts"], "zh-CN", 2027, {}, WHEN)
    assert [sheet_of(render(record))[at].value for at in ("B9", "B10")] == ["2025年", "2026年"]


def test_equal_records_give_equal_bytes() -> None:
    assert facts(ANSWERS) == facts(dict(reversed(ANSWERS.items())))


# --- a form that no layout is kept for

OTHER = Form(
    id="basic-facts",
    title="创新工作室创建申请表",
    head=(Field(id="unit", label="申报单位"),),
    fields=(
        Field(id="name", label="工作室名称"),
        Field(id="area", label="场地面积", kind="number", unit="㎡"),
        Field(id="spent", label="投入", kind="money", unit="万元", year_offset=-1),
        Field(id="kind", label="类型", kind="choices", options=("技术攻关", "技能传授")),
        Field(id="video", label="视频", kind="link"),
        Field(id="a", label="甲", kind="number"),
        Field(id="b", label="乙", kind="number", sum_of=("area", "a")),
    ),
    groups=(
        Group(
            id="team",
            title="团队",
            columns=(Field(id="no", label="序号", kind="number"), Field(id="name", label="姓名")),
            rows_printed=3,
        ),
    ),
)


def test_a_form_without_a_layout_stands_in_two_columns() -> None:
    answers = {"unit": "某集团", "name": "甲室", "area": "25", "spent": "3.5", "kind": "技能传授", "video": "offline",
               "a": "1", "team.1.name": "王海涛"}  # fmt: skip
    data = facts({f"basic-facts.{key}": each for key, each in answers.items()}, OTHER)
    assert said(sheet_of(data, cached=True)) == [
        ["创新工作室创建申请表"],
        ["申报单位：某集团"],
        ["工作室名称", "甲室"],
        ["场地面积（㎡）", 25],
        ["投入（2018年，万元）", 3.5],
        ["类型", "□技术攻关　☑技能传授"],
        ["视频", "线下报送"],
        ["甲", 1],
        ["乙", 26],
        ["团队"],
        ["序号", "姓名"],
        [1, "王海涛"],
    ]
    sheet = sheet_of(data)
    assert {"A3:J3", "K3:X3", "A14:H14", "I14:X14"} <= {str(area) for area in sheet.merged_cells.ranges}
    assert sheet["A14"].border.left.style


@pytest.mark.parametrize("scheme", ["nuc-2024", "tongliao-2020-creation"])
def test_schemes_without_layouts_have_none_by_accident(scheme: str) -> None:
    assert not [
        form.id for form in latest(scheme).forms if form.id in LAYOUTS and not LAYOUTS[form.id].suits(form)
    ]


def test_shares_give_all_of_the_grid() -> None:
    assert shares([1, 1, 1], 10) == [3, 3, 4]
    assert shares([1, 100], 24) == [1, 23]
    many = shares([6, 2] * 12, 24)
    assert many == [1] * 24


def test_a_table_of_very_many_columns_is_drawn_all_the_same() -> None:
    columns = tuple(Field(id=f"c{no}", label=str(no)) for no in range(30))
    wide = OTHER.model_copy(update={"groups": (Group(id="wide", title="宽", columns=columns),)})
    assert said(sheet_of(facts({}, wide)))[-1] == [str(no) for no in range(30)]


# --- the outline


def outline(**more: object) -> OutlineRecord:
    answers = {"outline.一.1": "第一段。\n第二段。"}
    record = OutlineRecord(FORMS["outline"], "zh-CN", "某工作室", "某公司", answers, WHEN)
    return replace(record, **more)  # type: ignore[arg-type]  # whatever a test wants otherwise


def test_headings_texts_and_what_is_asked() -> None:
    document = Document(BytesIO(form_outline.render(outline())))
    words = [paragraph.text for paragraph in document.paragraphs]
    at = words.index("一、创新工作室基本情况")
    assert words[at + 1 : at + 5] == ["1.工作室概况", "第一段。", "第二段。", "2.创新团队"]
    asked = document.paragraphs[at + 5]
    assert asked.text.startswith("领衔人简要事迹")
    assert str(asked.runs[0].font.color.rgb) == "7F7F7F"
    assert words[0] == "附件3"
    assert words[1:4] == ["某工作室申报材料", "所在单位：某公司", f"按《{FORMS['outline'].title}》撰写"]


def test_signs_are_chinese_where_the_font_is_missing() -> None:
    styles = Document(BytesIO(form_outline.render(outline()))).styles.element
    assert [each.get(qn("w:eastAsia")) for each in styles.iter(qn("w:lang"))] == ["zh-CN"]


def test_an_empty_outline_is_what_the_source_prints() -> None:
    document = Document(BytesIO(form_outline.render(outline(answers={}, studio="", unit=""))))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[:3] == ["附件3", FORMS["outline"].title, "一、创新工作室基本情况"]
    asked = [heading.text for heading in FORMS["outline"].outline if heading.text]
    assert [each for each in words if each in asked] == asked


def test_what_lies_elsewhere_is_said_at_the_end() -> None:
    for said, shown in (("offline", "线下报送"), ("https://v.example.cn/1", "https://v.example.cn/1")):
        links = (Link("介绍视频（5-10分钟）", "Video", said),)
        document = Document(BytesIO(form_outline.render(outline(links=links))))
        assert document.paragraphs[-1].text == f"介绍视频（5-10分钟）：{shown}"


def test_pictures_stand_below_their_heading() -> None:
    pictures = {"一.2": (FormPicture("a.jpg", photo(1), "合影"), FormPicture("b.jpg", None))}
    document = Document(BytesIO(form_outline.render(outline(pictures=pictures))))
    words = [paragraph.text for paragraph in document.paragraphs]
    at = words.index("2.创新团队")
    assert "graphic" in document.paragraphs[at + 2]._p.xml
    assert words[at + 3] == "合影"
    assert "b.jpg" in words[at + 4]
    assert words[at + 5] == "3.创新条件"
    assert len(document.inline_shapes) == 1
