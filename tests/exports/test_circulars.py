"""通报, 兑现表 and 总评: what stands in the documents, read back; what is counted in Word and in Excel."""

import os
import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from exports import annual, bulletin, payout, payout_book
from exports.annual import due_words
from exports.labels import labels
from exports.outcome_records import DueLine, OutcomeRecord
from exports.payout_rows import besides, rows, sums
from exports.values import cells, formulas
from tests.exports import bulletins, outcomes
from tests.exports.test_office import without_cached_values
from tests.kit.programs import program

WAGE, FUND = "绩效考核工资", "年度专项经费"


def read(data: bytes) -> tuple[str, list[list[list[str]]]]:
    """The lines outside tables, and the cells of every table; merged cells once."""
    document = docx.Document(BytesIO(data))
    tables = [
        [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows] for table in document.tables
    ]
    return "\n".join(each.text for each in document.paragraphs), tables


# --- 通报


def test_the_circular_names_the_period_the_figures_and_every_problem():
    text, tables = read(bulletin.render(bulletins.month()))
    assert text.startswith("关于2026 年 3 月创新工作室月度检查情况的通报\n")
    for part in (
        "〔＿＿＿＿〕",
        "各有关单位、各创新工作室：",
        "根据《西北能化公司劳模（工匠）创新工作室考核细则》（工组字〔2025〕4号）",
        "应检查 7 个工作室，已完成并签字 6 个",
        "5 个工作室共发现问题 15 项",
        "问题较集中的考核要点：2.2 理论授课（3 个工作室，共扣 9 分）",
        "二、主要做法和成绩",
        "台账分类清楚，师徒结对协议齐全；三月完成课题攻关一项。",
        "五、有关要求",
        "西北能化公司工会（盖章）",
    ):
        assert part in text, part
    problems, absent = tables
    assert problems[0] == ["序号", "考核要点", "存在问题", "扣分", "依据条款"]
    assert problems[2] == ["1", "1.2 团队", "更新不及时", "2", "a. 更新不及时扣2分/项"]
    assert problems[3][2] == "三月培训无签到表，台账日期与照片不符"
    assert "（含申诉改分）" in problems[5][0]
    assert problems[-1][1:4] == ["合计", "", "45"]
    assert absent[1] == ["1", "孙工作室", "第9矿", "已安排 2026-03-28，尚未开始"]


def test_a_month_without_problems_says_so():
    text, tables = read(bulletin.render(bulletins.month(4, 0, absent=())))
    assert "本期检查未发现问题。" in text
    assert not tables


def test_points_that_do_not_add_up_are_said():
    found = bulletins.month(1)
    differs = replace(found, checked=(replace(found.checked[0], deducted=Decimal(5)),))
    assert "与评分表扣分的差额" in read(bulletin.render(differs))[0]
    assert "与评分表扣分的差额" not in read(bulletin.render(found))[0]


def test_a_circular_about_many_studios_has_a_line_for_each():
    data = bulletin.render(bulletins.month(120, 5))
    assert len(read(data)[1][0]) == 1 + 90 + 450 + 1


# --- 兑现表


def test_each_row_is_a_person_or_says_who_is_open():
    found = rows(outcomes.quarter())
    assert [(row.name, row.what, row.amount, row.open) for row in found] == [
        ("张建国", WAGE, Decimal(400), ""),
        ("李志强", WAGE, Decimal("300.5"), ""),
        ("=王海涛", WAGE, Decimal("299.5"), ""),
        ("", WAGE, Decimal(1000), "unshared"),
        ("", FUND, Decimal(-6000), ""),
        ("张建国", WAGE, Decimal(-200), ""),
        ("", FUND, Decimal(-6000), ""),
        ("张建国", WAGE, Decimal(-500), ""),
        ("", WAGE, None, "heads"),
    ]
    assert sums(found) == (
        (WAGE, "元", Decimal(2000), Decimal(-700)),
        (FUND, "元", Decimal(0), Decimal(-12000)),
    )
    assert [one.what for one in besides(outcomes.quarter())] == ["约谈"]


def test_the_payout_in_word_has_signs_amounts_basis_and_state():
    text, (money, others) = read(payout.render(outcomes.quarter()))
    assert text.startswith("2026 年第 1 季度创新工作室季度考核兑现表\n")
    assert money[1] == [
        "1", "张建国劳模创新工作室\n机电工区", "创新工作室成员", "张建国", WAGE, "增加", "400 元", "六（二）", "已审定",
    ]  # fmt: skip
    assert money[4][3:] == ["待领衔人分配", WAGE, "增加", "1000 元", "六（二）", "拟（待审定）"]
    assert money[5][3:] == ["—", FUND, "扣减", "6000 元", "六（二）", "已兑现"]
    assert money[9][3:] == [
        "＿＿＿＿",
        WAGE,
        "扣减",
        "300 元/人\n（人数待定）",
        "六（二）",
        "有变动，须重新审定",
    ]
    assert f"{WAGE}：增加 2000 元，扣减 700 元" in money[10][7]
    assert others[1][4] == "约谈"
    assert "季度平均得分90分以上（含90分）" in text
    assert "孙工作室（2月未安排考核）" in text
    assert "待选定" not in text


def test_alternatives_and_shares_are_listed_and_not_added_up():
    text, (money, others) = read(payout.render(outcomes.year()))
    amounts = [row[6] for row in money[1:-1]]
    assert "1000 元\n（待选定）" in amounts
    assert "20%（金额未定）" in amounts
    assert "注：待选定的为原文规定的几种处理之一，选定前不计入合计。" in text
    assert "摘牌（几种处理之一，待选定）" in {row[4] for row in others}
    assert sums(rows(outcomes.year())) == (
        (WAGE, "元", Decimal(2000), Decimal(0)),
        ("当月绩效考核工资", "元", Decimal(2000), Decimal(0)),
    )


def test_the_workbook_counts_heads_once_they_are_filled_in():
    data = payout_book.render(outcomes.quarter())
    behind, shown = formulas(data), cells(data)
    assert behind["兑现表!J5"] == '=IF(I5="","",H5*I5)'
    assert shown["兑现表!J5"] == 400
    assert "兑现表!I13" not in shown
    assert "兑现表!J13" not in shown, "nobody has said how many heads"
    assert behind["兑现表!J14"] == '=SUMIFS($J$5:$J$13,$F$5:$F$13,F14,$J$5:$J$13,">0")'
    assert [shown[f"兑现表!J{row}"] for row in range(14, 18)] == [2000, -700, 0, -12000]
    assert shown["兑现表!E7"] == "=王海涛"
    assert "兑现表!E7" not in behind
    assert load_workbook(BytesIO(data)).sheetnames == ["兑现表", "其他处理"]


def test_a_period_without_money_says_so():
    found = replace(outcomes.quarter(), lines=outcomes.quarter().lines[2:3])
    assert "本期没有涉及金额的兑现事项。" in read(payout.render(found))[0]
    assert "本期没有涉及金额的兑现事项。" in cells(payout_book.render(found)).values()


# --- 总评


def test_a_year_by_quarters_with_facts_alternatives_and_clauses():
    text, (table,) = read(annual.render(outcomes.year()))
    assert text.startswith("2025 年创新工作室年度考核总评\n")
    assert table[0][2:6] == ["第 1 季度", "第 2 季度", "第 3 季度", "第 4 季度"]
    assert table[1][2:6] == ["91.5\n奖励", "88\n不奖不罚", "84\n85分以下", "83\n连续两个季度85分以下"]
    assert table[1][6:8] == ["任务未完成", "建议摘牌或更换领衔人\n（拟（待审定））"]
    assert (
        table[1][8].split("\n")[0] == "以下之一：创新工作室：摘牌；或 创新工作室领衔人：更换创新工作室领衔人"
    )
    assert "所在单位党政负责人：绩效考核工资每人扣减 500 元" in table[1][8]
    assert table[4][6:] == ["无", "无", "无"]
    assert "第 1 季度：奖励 3 个。" in text
    assert "六（三）1：年度内技术经济一体化" in text


def test_another_scheme_has_totals_and_no_parts():
    text, (table,) = read(annual.render(outcomes.tongliao()))
    assert table[0] == ["序号", "工作室（单位）", "总分", "认定事实", "结论", "后续处理"]
    assert [row[2:] for row in table[1:]] == [
        ["88", "无", "保留\n（拟）", "无"],
        ["60", "无", "待定\n（拟）", "无"],
        ["59.5", "无", "建议摘牌\n（拟）", "职工创新工作室：摘牌"],
        ["80", "没有创新成果", "建议摘牌\n（已审定）", "职工创新工作室：摘牌"],
    ]
    assert "结论：建议摘牌 2 个；保留 1 个；待定 1 个。" in text


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (DueLine("甲", "约谈", None, "", "lump", ""), "甲：约谈"),
        (DueLine("甲", "工资", Decimal(-300), "元", "head", "", heads=None), "甲：工资每人扣减 300 元"),
        (DueLine("甲", "年薪", Decimal(-10), "%", "lump", ""), "甲：年薪扣减 10 %"),
    ],
)
def test_a_consequence_in_a_line(due: DueLine, said: str):
    assert due_words(due, labels("zh-CN")) == said


def english(found: OutcomeRecord) -> OutcomeRecord:
    return replace(found, rubric=found.rubric.model_copy(update={"language": "en"}))


def test_a_rubric_in_english_has_english_papers():
    found = english(outcomes.quarter())
    assert "What follows from the assessment of the quarter" in read(payout.render(found))[0]
    assert "Review of the year" in read(annual.render(english(outcomes.year())))[0]
    month = bulletins.month()
    text, _ = read(bulletin.render(replace(month, rubric=found.rubric)))
    assert "Circular on the monthly inspection of studios" in text


# --- LibreOffice


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_prints_them_and_computes_the_same(tmp_path):
    """No page is empty, the heads of tables are repeated, no signature stands alone."""
    made = {
        "bulletin.docx": bulletin.render(bulletins.month(40, 5)),
        "payout.docx": payout.render(outcomes.quarter()),
        "annual.docx": annual.render(outcomes.year()),
        "book.xlsx": without_cached_values(payout_book.render(outcomes.quarter())),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind, names in (("pdf", made), ("xlsx", ["book.xlsx"])):
        subprocess.run(
            [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", kind, "--outdir",
             tmp_path / "out", *(tmp_path / name for name in names)],
            check=True, capture_output=True, timeout=180, env=os.environ | {"HOME": str(tmp_path)},
        )  # fmt: skip
    for name in made:
        pages = [
            page.extract_text()
            for page in PdfReader(tmp_path / "out" / f"{name.partition('.')[0]}.pdf").pages
        ]
        assert all(len("".join(text.split())) > 40 for text in pages), name
    pages = [page.extract_text() for page in PdfReader(tmp_path / "out" / "bulletin.pdf").pages]
    with_rows = [text for text in pages if "少一次扣5分" in "".join(text.split())]
    assert len(with_rows) > 2
    assert all("存在问题" in text for text in with_rows)
    before = payout_book.render(outcomes.quarter())
    shown, again = cells(before), cells((tmp_path / "out" / "book.xlsx").read_bytes())
    for address in formulas(before):
        assert again.get(address) == shown.get(address), address
