"""The 整改通知书: what stands in the document, read back with the library that reads official ones."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from exports.rectification import Finding, Notice, render
from rubrics import files
from tests.kit.programs import program

SCHEMES = Path(files.__file__).parent / "schemes"


def notice(scheme: str = "northwest-2025.v1.yaml", **more: object) -> Notice:
    """A sheet with two findings."""
    rubric = files.load(SCHEMES / scheme).rubric
    assert rubric
    made = Notice(
        rubric=rubric,
        studio="张建国工作室",
        unit="一矿",
        leader="张建国",
        period="2025 年 12 月",
        signed="2026-01-05",
        total=Decimal(96),
        full=Decimal(100),
        deducted=Decimal(4),
        findings=(
            Finding(
                1, "1.3", "a", Decimal(2), "", "缺少一种台账扣1分", "建立台账，4分。", "", "2026-02-04", 2
            ),
            Finding(
                2,
                "1.4",
                "a",
                Decimal(2),
                "缺考勤制度",
                "缺一项制度扣2分",
                "有制度",
                "刘志强",
                "2026-03-10",
                1,
                "accepted",
            ),
        ),
        panel=("李工", "周敏"),
        code="7F3A-91C2",
        suggested=30,
        dated=datetime(2026, 1, 5, 2, 0, tzinfo=UTC),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def words(made: Notice) -> tuple[str, list[list[str]]]:
    """The lines outside the table, and its cells."""
    document = docx.Document(BytesIO(render(made)))
    (table,) = document.tables
    return "\n".join(each.text for each in document.paragraphs), [
        [cell.text for cell in row.cells] for row in table.rows
    ]


def test_the_letter_says_who_what_and_until_when():
    text, rows = words(notice())
    for part in (
        "创新工作室考核整改通知书",
        "一矿工会：",
        "根据《西北能化公司劳模（工匠）创新工作室考核细则》（工组字〔2025〕4号）",
        "张建国工作室（领衔人：张建国）2025 年 12 月",
        "于 2026年1月5日 签字确认，得分 96 分（满分 100 分，扣 4 分）",
        "2 项问题",
        "注：原文未规定整改期限，所列期限为建议值（自签字之日起 30 日）",
        "考核组：李工、周敏",
        "西北能化公司工会（盖章）",
        "抄送：张建国工作室领衔人　张建国",
        "评分表校验码 7F3A-91C2",
    ):
        assert part in text, part
    assert rows[0] == ["序号", "考核要点", "存在问题", "扣分", "依据条款", "整改要求", "责任人", "完成期限"]
    assert rows[1] == [
        "1",
        "1.3\n台账",
        "缺少一种台账（2种）",
        "2",
        "a. 缺少一种台账扣1分",
        "建立台账，4分。\n备查：培训、导师带徒、创新、交流研讨、课题攻关台账",
        "",
        "2026-02-04",
    ]
    assert rows[2][2:4] == ["缺考勤制度", "2"]
    assert rows[2][6:] == ["刘志强", "2026-03-10\n已复查通过"]
    assert rows[3][1:4] == ["合计", "", "4"]


def test_an_award_rule_says_what_is_missing_and_the_source_what_it_demands():
    finding = Finding(1, "2.2", "c", Decimal(1), "记录只到六月", "得1分", "到位", "", "2026-02-04")
    text, rows = words(
        notice("tongliao-2020.v1.yaml", findings=(finding,), deducted=Decimal(1), suggested=None)
    )
    assert "按照该文件“对在考核中被扣分的项目，各级工会要督促相关创新工作室认真进行整改”的要求" in text
    assert "（带头人：张建国）" in text
    assert rows[1][2] == "未达到：设备设施维护保养责任到位工作到位\n记录只到六月"
    assert "建议值" not in text


@pytest.mark.parametrize(
    ("unit", "said"), [("一矿", "一矿工会："), ("一矿工会", "一矿工会："), ("<b>&", "<b>&工会：")]
)
def test_it_goes_to_the_union_of_the_unit(unit: str, said: str):
    assert words(notice(unit=unit))[0].split("\n")[2] == said


def test_what_people_typed_is_text():
    """Nothing of it breaks the file."""
    finding = replace(notice().findings[1], problem="=1+1\x00<w:p>]]>\ud83d", owner="{name}")
    _, rows = words(notice(findings=(finding,)))
    assert rows[1][2].startswith("=1+1<w:p>]]>")
    assert rows[1][6] == "{name}"


def test_a_sum_that_differs_is_said():
    assert "各项扣分合计 4 分" in words(notice(deducted=Decimal(5)))[0]
    assert "各项扣分合计" not in words(notice())[0]


def test_it_names_nobody_in_its_properties():
    known = docx.Document(BytesIO(render(notice()))).core_properties
    assert (known.author, known.comments, known.title) == ("", "", "创新工作室考核整改通知书")


@pytest.mark.office
@pytest.mark.slow
def test_the_head_of_the_table_is_repeated_and_the_closing_words_stay_with_the_signatures(tmp_path: Path):
    """Forty findings on several pages; the last page has the closing words and those who sign."""
    one = notice().findings[0]
    many = tuple(replace(one, number=number) for number in range(1, 41))
    path = tmp_path / "notice.docx"
    path.write_bytes(render(notice(findings=many)))
    office = program("soffice", "libreoffice")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    pages = [page.extract_text() for page in PdfReader(tmp_path / "notice.pdf").pages]
    assert len(pages) >= 3
    assert all("存在问题" in page for page in pages[:-1])
    assert f"第{len(pages)}页" in "".join(pages[-1].split())
    assert "请督促工作室" in pages[-1]
    assert "抄送" in pages[-1]
