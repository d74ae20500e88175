"""The official score sheet of both rubrics, opened again with openpyxl."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from exports.records import Check, Comments, NoteLine, Returned
from exports.score_sheet import render
from exports.values import cells, formulas
from rubrics.marks import ItemMarks
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.exports import samples

ITEM_AT = {"award": 2, "deduct": 2}
SCORE_AT = {"award": 7, "deduct": 6}
TOLD_AT = {"award": 8, "deduct": 7}


class Form:
    """The first sheet of a rendered record, found by what stands in it."""

    def __init__(self, record):
        self.record = record
        self.data = render(record)
        self.workbook: Any = load_workbook(BytesIO(self.data), data_only=True)
        self.sheet: Any = self.workbook.worksheets[0]
        self.layout = record.rubric.layout

    def rows_of(self, words, column=None):
        """The rows in which some cell (of a column) begins with these words."""
        columns = [column] if column else range(1, 9)
        return [
            row
            for row in range(1, self.sheet.max_row + 1)
            if any(str(self.sheet.cell(row, at).value or "").startswith(words) for at in columns)
        ]

    def item(self, no):
        return self.rows_of(f"{no} ", ITEM_AT[self.layout])[0]

    def score(self, row):
        return self.sheet.cell(row, SCORE_AT[self.layout]).value

    def told(self, no):
        return self.sheet.cell(self.item(no), TOLD_AT[self.layout]).value

    def appendix(self):
        return "".join(row[2].value or "" for row in self.workbook["附页"].iter_rows(min_row=3))

    def text(self):
        return "\n".join(
            str(cell.value) for row in self.sheet.iter_rows() for cell in row if cell.value is not None
        )


BOTH = [samples.award, samples.deduct]


@pytest.mark.parametrize("record", [samples.award(), samples.deduct()], ids=["award", "deduct"])
def test_the_figures_are_the_sheets(record):
    form, sheet = Form(record), record.sheet
    for result in (*sheet.items, *sheet.bonus_items):
        shown = form.score(form.item(result.no))
        assert shown == (None if result.score is None else float(result.score)), result.no
    subtotals = list(form.rows_of("小计", 2))
    assert [form.score(row) for row in subtotals] == [float(section.score) for section in sheet.sections]
    assert [form.sheet.cell(row, 3).value for row in subtotals] == [
        float(each.points) for each in sheet.sections
    ]
    total = form.rows_of("合计", 1)[0]
    assert form.score(total) == float(sheet.total)
    assert form.sheet.cell(total, 3).value == 100
    if form.layout == "deduct":
        assert form.sheet.cell(total, 5).value == float(sheet.deducted)
        assert form.score(form.rows_of("加分合计", 2)[0]) == float(sheet.bonus)


def test_the_worked_cases_are_printed():
    award, deduct = Form(samples.award()), Form(samples.deduct())
    assert award.score(award.rows_of("合计", 1)[0]) == 71
    assert deduct.score(deduct.rows_of("合计", 1)[0]) == 44
    assert deduct.sheet.cell(deduct.rows_of("合计", 1)[0], 5).value == 56
    assert deduct.score(deduct.rows_of("加分合计", 2)[0]) == 11


@pytest.mark.parametrize("record", [samples.award(), samples.deduct()], ids=["award", "deduct"])
def test_sums_are_live_formulas_over_the_items_and_nothing_else_is_a_formula(record):
    form = Form(record)
    found = formulas(form.data)
    score = get_column_letter(SCORE_AT[form.layout])
    subtotals = form.rows_of("小计", 2)
    for row in [*subtotals, form.rows_of("合计", 1)[0]]:
        assert found[f"评分表!{score}{row}"].startswith("=IF(COUNT(")
        assert "SUM(" in found[f"评分表!{score}{row}"]
    sums_per_row = 2 if form.layout == "award" else 3
    rows = len(subtotals) + 1 + len(form.rows_of("加分合计", 2))
    assert len(found) == rows * sums_per_row


@pytest.mark.parametrize("make", BOTH)
def test_content_and_standard_are_printed_verbatim(make):
    form = Form(make())
    for item in form.record.rubric.items:
        row = form.item(item.no)
        printed = [str(form.sheet.cell(row, at).value) for at in range(1, 9)]
        assert any(item.standard == words for words in printed), item.no
        content = item.content.split("\n")[0].lstrip("□ ")
        assert any(content in words for words in printed), item.no


@pytest.mark.parametrize("make", BOTH)
def test_section_cells_are_merged_down_with_their_points(make):
    form = Form(make())
    merged = {str(area) for area in form.sheet.merged_cells.ranges}
    first = form.item(form.record.rubric.items[0].no)
    for section, end in zip(form.record.rubric.sections, form.rows_of("小计", 2), strict=True):
        assert f"A{first}:A{end}" in merged
        assert form.sheet.cell(first, 1).value == f"{section.title}\n（{section.points}分）"
        first = end + 1


@pytest.mark.parametrize("make", BOTH)
def test_it_prints_on_a4_landscape_with_its_header_on_every_page(make):
    form = Form(make())
    header = form.rows_of("分值", 3)[0]
    assert form.sheet.page_setup.orientation == "landscape"
    assert form.sheet.page_setup.paperSize == 9
    assert (form.sheet.page_setup.fitToWidth, form.sheet.page_setup.fitToHeight) == (1, 0)
    assert form.sheet.sheet_properties.pageSetUpPr.fitToPage
    assert form.sheet.print_title_rows == f"${header}:${header}"
    assert form.sheet.freeze_panes == f"A{header + 1}"
    assert form.sheet.oddFooter.center.text == "第 &P 页　共 &N 页"
    title = form.rows_of(form.record.rubric.title, 1)[0]
    assert form.sheet.cell(title, 1).font.size == 16
    assert form.sheet.cell(form.item("1.1"), 2).font.size == 10
    assert form.sheet.cell(form.item("1.1"), 2).border.left.style == "thin"


def test_column_widths_have_the_shares_of_the_form():
    for make, shares in (
        (samples.award, (9, 9, 5, 17, 28, 11, 5, 16)),
        (samples.deduct, (8, 27, 5, 24, 5, 5, 26)),
    ):
        sheet = Form(make()).sheet
        widths = [sheet.column_dimensions[get_column_letter(at)].width for at in range(1, len(shares) + 1)]
        assert [round(100 * width / sum(widths)) for width in widths] == list(shares)


def test_the_head_names_document_version_and_fields():
    text = Form(samples.award()).text()
    for words in (
        "附件", "通工技发〔2020〕2号", "tongliao-2020 第 2 版", "被考核单位：通辽市某某热电有限责任公司",
        "工作室：张建国劳模创新工作室", "带头人：张建国", "工作室类型：技术攻关型", "考核期：2026 年", "考核日期：2026-04-01",
    ):  # fmt: skip
        assert words in text


def test_the_chosen_type_is_ticked_and_the_others_are_not():
    form = Form(samples.award())
    lines = form.sheet.cell(form.item("3.1"), 4).value.split("\n")
    assert [line[0] for line in lines] == ["☑", "☐", "☐"]
    without = Form(samples.award(head=replace(samples.award().head, variant=None)))
    assert "☑" not in without.sheet.cell(without.item("3.1"), 4).value


# --- what is said of an item


def test_an_item_not_looked_at_has_no_score_and_the_total_is_provisional():
    form = Form(samples.deduct("1.1 满\n1.3 b2\n", check=None, seal=None, signatures=()))
    assert form.score(form.item("1.2")) is None
    assert form.told("1.2") == "未评"
    total = form.rows_of("合计", 1)[0]
    assert form.score(total) == 4
    assert form.sheet.cell(total, 7).value == "暂计（已评 2/13 项）　最高可得 98 分"
    assert form.score(form.rows_of("小计", 2)[1]) is None


def test_nothing_at_all_is_looked_at_and_nothing_is_printed_as_zero():
    form = Form(samples.award("", check=None, seal=None, signatures=()))
    assert all(form.score(row) is None for row in [*form.rows_of("小计", 2), *form.rows_of("合计", 1)])
    assert "#DIV" not in form.text()


def test_every_number_explains_itself_with_occurrences_notes_and_evidence():
    record = samples.with_all(samples.deduct(), "1.3a1 1.3b1 1.3b2 1.3", photos=4)
    told = Form(record).told("1.3").split("\n")
    assert told[0] == "1 = 4 − 1×1 (a 缺少一种台账) − 1×2 (b 记录不详实)"
    assert told[1] == "a×1　b×2"
    assert told[2] == "a 第1种：缺课题攻关台账（证4）"
    assert told[3] == "b 第1处：三月培训无签到（证1）"
    assert told[4] == "b 第2处：记录日期与签到表不一致，现场询问负责人，称为补记（证2）"
    assert told[5] == "备注：保养记录只到二月"
    assert told[6] == "证据：证3、证5、证6、证7、证8"


@pytest.mark.parametrize(
    ("lines", "no", "said"),
    [
        ("1.4 3 缺项", "1.4", "▲ 直接评定（未按条计分）"),
        ("1.4 满", "1.4", "无扣分，满分\na 无"),
        ("1.2 a2", "1.2", "2 = 4 − 2×2 (a 更新不及时) + 2 (扣完为止)\na×2　b 无"),
        ("1.5 a", "1.5", "0 = 5 − 5 (a 无制度 不得分)\na×1　b 无"),
        (
            "2.1 ab",
            "2.1",
            "3 = 10 − 5×1 (a 带徒低于一人) − 2×1 (b 月度考核不合格)\na×1　b×1　c 无\n▲ a、b 互相矛盾，请核对",
        ),
    ],
)
def test_the_state_of_an_item_is_said(lines, no, said):
    assert Form(samples.deduct(lines)).told(no) == said


@pytest.mark.parametrize(
    ("lines", "no", "said"),
    [
        ("2.4 满", "2.4", "全部达标，满分\n☑a　☑b"),
        ("2.4 a", "2.4", "3 = 3 (a 经费有保障)\n☑a　☐b"),
        ("2.4 0", "2.4", "各条均未达到，0 分\n☐a　☐b"),
        ("3.1 12", "3.1", "直接评定"),
    ],
)
def test_the_state_of_an_award_item_is_said(lines, no, said):
    assert Form(samples.award(lines)).told(no) == said


def test_rules_of_other_periods_are_named_and_their_items_keep_their_points():
    form = Form(samples.deduct("3.3 满", period="2026-04"))
    assert form.told("4.1") == "本期不考核，保留分值"
    assert form.score(form.item("4.1")) == 5
    assert form.told("3.3").endswith("a、b、e、f 本期不考核")


def test_points_and_criteria_that_differ_are_both_said():
    assert "分值 10 分，各条合计 9 分" in Form(samples.award()).told("2.6")


@pytest.mark.parametrize(
    ("option", "said", "shown"), [("given", "d 按口径计 1 分", 7), ("not_given", "d 按口径不计", 6)]
)
def test_a_ruling_shows_at_its_item(option, said, shown):
    record = samples.award()
    rulings = {"unallocated-point": option}
    marks, _ = run_lines(record.rubric, "2.6 a", rulings=rulings)
    form = Form(replace(record, sheet=score(record.rubric, marks, rulings=rulings)))
    assert said in form.told("2.6")
    assert form.score(form.item("2.6")) == shown


def test_not_applicable_is_not_a_zero():
    record = samples.award()
    # Read anew: a copy would keep what the shared rubric has already found out about its items.
    written = record.rubric.model_dump()
    written["sections"][0]["items"][1]["not_applicable"] = "leave"
    rubric = type(record.rubric).model_validate(written)
    form = Form(replace(record, rubric=rubric, sheet=score(rubric, {"1.2": ItemMarks(na=True)})))
    assert form.told("1.2") == "不适用"
    assert form.score(form.item("1.2")) is None


# --- below the table


@pytest.mark.parametrize("make", BOTH)
def test_open_points_and_rulings_are_printed_with_how_they_were_read(make):
    record = make()
    text = Form(record).text()
    for each in (*record.rubric.discrepancies, *record.rubric.readings):
        assert each.says in text
        assert each.read in text
        assert each.reason in text
    for line in record.rulings:
        assert line.question in text
        assert line.chosen in text
    if record.rulings:
        assert "原文未规定，暂按此口径，本单位尚未确定" in text


def test_a_ruling_that_was_decided_says_so():
    record = samples.award()
    decided = tuple(replace(line, assumed=False) for line in record.rulings)
    assert "本单位确定的口径（原文未规定）" in Form(replace(record, rulings=decided)).text()


def test_comments_signatures_clauses_and_check_code_are_there():
    text = Form(samples.deduct()).text()
    for words in (
        "主要成绩：团队稳定", "存在问题：台账记录不够详实。", "整改建议：一个月内补齐", "结论（手填）：",
        "季度平均得分85分以上（含85分）不奖不罚", "考核组组长签字：王强（2026-04-01 16:05 已签）",
        "考核组成员签字：赵敏（2026-04-01 16:07 已签）", "被考核单位负责人（签字、盖章）：", "校验码 7D39-D614", "附件已封存",
    ):  # fmt: skip
        assert words in text


def test_signature_lines_have_no_frame():
    form = Form(samples.deduct())
    row = form.rows_of("考核组组长签字", 1)[0]
    assert form.sheet.cell(row, 1).border.left.style is None


def test_a_sheet_whose_files_are_not_all_in_says_so():
    assert "附件封存中" in Form(samples.deduct(seal="pending")).text()


def test_a_draft_says_so_and_has_no_check_code():
    form = Form(samples.deduct(check=None, seal=None, signatures=()))
    assert form.text().count("草稿（未签字）") == 2
    assert form.sheet.oddFooter.right.text == "草稿（未签字）"
    assert "校验码" not in form.text()


def test_items_that_were_sent_back_are_named():
    back = (Returned("1.3", "照片与台账月份不符", "刘处长", "2026-04-03 09:00"),)
    assert (
        "1.3 台账：照片与台账月份不符（刘处长　2026-04-03 09:00）"
        in Form(samples.deduct(returned=back)).text()
    )


# --- people's words, sizes, bytes


def test_a_long_note_moves_to_the_end_and_nothing_of_it_is_lost():
    words = "".join(f"第{number}条记录不全。" for number in range(5000))
    record = samples.deduct(notes=(NoteLine("1.3", words, "b", 1), NoteLine("1.3", "短")))
    form = Form(record)
    told = form.told("1.3")
    assert "（全文见附页第 1 条）" in told
    assert "备注：短" in told
    assert form.appendix() == words


def test_the_longest_comments_are_printed_or_moved_whole():
    words = "台账记录不够详实，" * 5000
    form = Form(samples.deduct(comments=Comments(problems=words)))
    assert "（全文见附页第 1 条）" in form.text()
    assert form.appendix() == words


def test_hostile_words_everywhere_stay_words():
    bad = "=1+1\x0b\ud83d{points}<f>1</f>"
    base = samples.deduct()
    record = replace(
        base,
        head=replace(base.head, studio=bad, unit=bad, leader=bad, kind=bad),
        notes=(NoteLine("1.1", bad), NoteLine("1.3", bad, "a", 1)),
        comments=Comments(bad, bad, bad),
        signatures=(replace(base.signatures[0], name=bad),),
        evidence=tuple(
            replace(line, caption=bad, file_name=bad, by=bad, failure=bad)
            for line in samples.evidence("1.1", samples.photo, 2)
        ),
        returned=(Returned("9.9", bad, bad, bad),),
    )
    data = render(record)
    assert all(formula.startswith("=IF(COUNT(") for formula in formulas(data).values())
    assert sum("=1+1\ufffd{points}<f>1</f>" in str(value) for value in cells(data).values()) > 10


@pytest.mark.parametrize("make", BOTH)
def test_no_row_is_taller_than_excel_allows(make):
    record = samples.with_all(make(), "1.1 1.3 2.2", photos=5)
    workbook = load_workbook(BytesIO(render(record)))
    heights = [
        row.height for sheet in workbook.worksheets for row in sheet.row_dimensions.values() if row.height
    ]
    assert max(heights) <= 409


@pytest.mark.parametrize("make", BOTH)
def test_the_same_record_gives_the_same_bytes(make):
    assert render(samples.with_all(make(), "1.1 1.3", photos=3)) == render(
        samples.with_all(make(), "1.1 1.3", photos=3)
    )


def test_another_check_code_gives_other_bytes():
    assert render(samples.deduct()) != render(samples.deduct(check=Check("0" * 64)))


def test_an_english_rubric_gives_an_english_sheet():
    record = samples.deduct()
    text = Form(replace(record, rubric=record.rubric.model_copy(update={"language": "en"}))).text()
    assert "Head of the panel" in text
    assert "Subtotal" in text
    assert "Check code 7D39-D614" in text
    assert "小计" not in text


def test_fractions_of_points_are_exact():
    form = Form(samples.deduct("1.4 2.5 缺\n1.3 0.5 缺"))
    assert form.score(form.rows_of("小计", 2)[0]) == 3
    assert Decimal(str(form.score(form.item("1.4")))) == Decimal("2.5")
