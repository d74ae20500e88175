"""The ledger of a studio's activities: what was asked for and done, the months, and one sheet for each kind."""

import os
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from exports.ledger import render
from exports.ledger_records import LedgerLine, LedgerRecord, MonthLine
from rubrics.logbook import standing
from rubrics.periods import Period
from tests.kit.logs import read
from tests.kit.programs import program
from tests.kit.schemes import latest

RUBRIC = latest("northwest-2025")
TODAY = date(2026, 5, 20)


def ledger(period: str = "2026-05", **other: object) -> LedgerRecord:
    """The half-year of the example studio, drawn on 20 May."""
    when = Period.parse(period)
    entries, _ = read("northwest-2026")
    known = [each for each in entries if each.came <= TODAY]
    lines = tuple(
        LedgerLine(
            activity=each.activity,
            on=f"{each.on}",
            topic=f"液压阀检修（{each.id}）",
            led_by="张建国",
            people=18,
            hours=Decimal("2.5"),
            amount=each.amount,
            summary="讲解拆装顺序，逐人实操，现场答疑",
            files=("照片 2", "文件 1"),
            came=f"{each.came}",
            late=each.late,
        )
        for each in sorted(known, key=lambda each: (each.on, each.id))
        if when.holds(each.on)
    )
    record = LedgerRecord(
        rubric=RUBRIC,
        studio="张建国工作室",
        unit="西北能化一厂",
        leader="张建国",
        period=period,
        drawn_on=TODAY,
        dated=datetime(2026, 5, 20, tzinfo=UTC),
        standings=standing(RUBRIC, known, when, today=TODAY),
        months=(
            MonthLine("2026-04", "2026-05-02", "submitted", None, 0),
            MonthLine("2026-05", "", "running", None, 0),
        ),
        lines=lines,
    )
    return replace(record, **other)  # type: ignore[arg-type]  # the fields of the record


def rows(data: bytes, tab: str) -> list[list[object]]:
    """The cells of a sheet that say something, row by row, with the values that formulas have now."""
    sheet = load_workbook(BytesIO(data), data_only=True)[tab]
    found: list[list[object]] = [
        [cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()
    ]
    return [row for row in found if row]


def test_each_kind_has_a_sheet_in_the_order_of_the_source():
    record = ledger()
    tabs = load_workbook(BytesIO(render(record))).sheetnames
    assert tabs[0] == "台账目录"
    assert tabs[1:5] == ["专业理论授课", "技能实操培训", "学习交流、创新研讨", "课题攻关活动"]
    order = [kind.title for kind in RUBRIC.activities]
    assert tabs[1:] == sorted(tabs[1:], key=order.index)


def test_a_kinds_sheet_says_all_of_each_entry_and_adds_up():
    record = ledger()
    (line, *others) = record.of(RUBRIC.activities[0])
    found = rows(render(record), "专业理论授课")
    assert found[0] == [f"依据 {RUBRIC.document}"]
    assert found[1] == ["专业理论授课台账"]
    assert found[3] == [
        "序号",
        "日期",
        "主题",
        "主讲/组织",
        "人数",
        "学时",
        "数量（次）",
        "内容摘要",
        "证据材料",
        "登记日期",
    ]
    assert found[4] == [
        1,
        line.on,
        line.topic,
        "张建国",
        18,
        2.5,
        1,
        "讲解拆装顺序，逐人实操，现场答疑",
        "照片 2、文件 1",
        line.came,
    ]
    count = 1 + len(others)
    assert found[4 + count] == ["合计", 18 * count, 2.5 * count, count]
    live = load_workbook(BytesIO(render(record)))["专业理论授课"]
    assert [cell.value for row in live.iter_rows() for cell in row if str(cell.value).startswith("=SUM")] == [
        f"=SUM({letter}5:{letter}{4 + count})" for letter in "EFG"
    ]


def test_what_is_asked_for_stands_beside_what_was_done():
    record = ledger()
    found = {
        str(row[2]): row for row in rows(render(record), "台账目录") if len(row) == 6 and row[0] != "序号"
    }
    for one in record.standings:
        row = found[one.requirement.title or one.requirement.quote]
        assert row[1] == f"{one.start}～{one.end}"
        assert (row[3], Decimal(str(row[4]))) == (one.wanted, one.done)
        state = str(row[5])
        # Nothing of a month that is not over is missing yet.
        assert state.startswith("达到" if one.met else "期内未满")


def test_what_is_missing_when_the_time_is_over_is_marked():
    record = ledger(drawn_on=date(2026, 6, 20))
    found = rows(render(record), "台账目录")
    states = {str(row[2]): str(row[5]) for row in found if len(row) == 6}
    missing = [one for one in record.standings if one.due and not one.met and one.end < date(2026, 6, 20)]
    assert missing
    for one in missing:
        assert states[one.requirement.title or ""].startswith("▲ 缺 ")


def test_months_say_how_they_were_handed_in():
    months = (
        MonthLine("2026-01", "2026-02-02", "submitted", None, 0),
        MonthLine("2026-02", "2026-03-09", "late", "停产检修", 0),
        MonthLine("2026-03", "2026-04-01", "open", None, 2),
        MonthLine("2026-04", "", "none", None, 0),
        MonthLine("2026-05", "", "running", None, 0),
    )
    found = rows(render(ledger(months=months)), "台账目录")
    at = next(number for number, row in enumerate(found) if row[0] == "月份")
    assert found[at + 1 : at + 6] == [
        ["2026-01", "已提交", "2026-02-02"],
        ["2026-02", "▲ 迟报；本月无活动：停产检修", "2026-03-09"],
        ["2026-03", "退回修改，未再提交；退回 2 次", "2026-04-01"],
        ["2026-04", "未提交"],
        ["2026-05", "未到提交期限"],
    ]


def test_late_entries_are_marked():
    line = replace(ledger().lines[0], late=True, came="2026-06-09")
    kind = RUBRIC.activity(line.activity)
    assert kind
    found = rows(render(ledger(lines=(line,))), kind.title)
    assert found[4][-1] == "2026-06-09\n▲ 迟报"


def test_a_kind_without_entries_says_so_and_words_are_never_formulas():
    assert rows(render(ledger(lines=())), "专业理论授课")[4] == ["本期无记录"]
    tempting = replace(ledger().lines[0], topic="=1+1", summary="+cmd|' /C calc'!A0")
    kind = RUBRIC.activity(tempting.activity)
    assert kind
    sheet = load_workbook(BytesIO(render(ledger(lines=(tempting,)))))[kind.title]
    assert [
        cell.data_type
        for row in sheet.iter_rows()
        for cell in row
        if cell.value in {"=1+1", tempting.summary}
    ] == [
        "s",
        "s",
    ]


def test_names_of_sheets_are_what_programs_accept():
    odd = RUBRIC.model_copy(
        update={
            "activities": tuple(
                kind.model_copy(update={"title": "理论/实操[培训]:?*\\" + "很长" * 20})
                for kind in RUBRIC.activities
            )
        }
    )
    names = load_workbook(BytesIO(render(ledger(rubric=odd)))).sheetnames
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_equal_records_give_equal_bytes_and_labels_follow_the_rubric():
    assert render(ledger()) == render(ledger())
    english = RUBRIC.model_copy(update={"language": "en"})
    data = render(ledger(rubric=english))
    assert load_workbook(BytesIO(data)).sheetnames[0] == "Contents"
    assert rows(data, "Contents")[1] == ["张建国工作室: ledger of activities"]


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_adds_up_the_same_and_prints_every_line(tmp_path):
    record = ledger("2026")
    (tmp_path / "ledger.xlsx").write_bytes(render(record))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            program("soffice", "libreoffice"), profile, "--headless", "--convert-to", "pdf", "--outdir",
            tmp_path, tmp_path / "ledger.xlsx",
        ],
        check=True, capture_output=True, timeout=180, env=os.environ | {"HOME": str(tmp_path)},
    )  # fmt: skip
    text = subprocess.run(
        [program("pdftotext"), "-layout", tmp_path / "ledger.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for line in record.lines:
        assert line.on in text
    assert text.count("合计") == sum(1 for kind in record.kinds if record.of(kind))
    assert "###" not in text
