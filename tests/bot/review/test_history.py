"""/history tells a sheet's rows in words, marks what was undone, and shows each person only what is theirs to see."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from bot.changes import CHANGES
from bot.cli import app
from bot.flows.history.telling import BESIDES
from bot.texts import TEXTS
from exports import values
from exports.history import HistoryLine, HistoryRecord, render
from tests.bot.office import VISIT, office
from tests.bot.review.scenes import send_back, signed_44
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


@pytest.mark.parametrize("language", TEXTS)
def test_every_change_has_a_sentence(language: str) -> None:
    names = [*(change.name for change in CHANGES), *BESIDES]
    assert [name for name in names if f"history.{name}" not in TEXTS[language]] == []


async def test_a_coordinator_reads_what_happened_to_a_sheet(program: Program, li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await send_back(chen, ("1.1", "请核实档案"))
    await li.tap("打开 1.1")
    await li.say("1.1 满")
    await li.say("/undo")
    await chen.say("/history")
    chen.sees("修改记录", "请选工作室", "[张建国工作室]", "[人员…]")
    await chen.tap("张建国工作室")
    await chen.tap("2025-12 西北能化考核 · 进行中")
    chen.sees(
        "2026-01-05 10:00 李工 撤销：评分 1.1\n　 满分 → a",
        "李工 评分 1.1 （已撤销）\n　 a → 满分",
        "陈主任 退回了项目 1.1\n　 “1.1 请核实档案”",
        "李工 签字\n　 – → 总分 44",
    )
    await chen.tap("下一页")
    chen.sees("第 2/")
    await chen.tap("上一页")
    chen.sees("第 1/")


async def test_what_a_person_did_is_for_coordinators_only(program: Program, li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await chen.say("/history")
    await chen.tap("人员…")
    await chen.tap("李工")
    chen.sees("修改记录 · 李工")
    pages = [chen.card()]
    while chen.has("下一页"):
        await chen.tap("下一页")
        pages.append(chen.card())
    told = "\n".join(pages)
    assert [told.count(f" {words}\n") for words in ("评分 1.1", "签字", "写了备注 4.2")] == [1, 1, 1]
    assert len(pages) > 2
    await chen.tap("最新")
    assert chen.card() == pages[0]
    person = program.rows("select id from persons where name = '李工'")[0][0]
    await li.say("/history")
    assert not li.has("人员…")
    for data in (f"hv:person:{person}", "hv:people"):
        await li.forge(data)
        li.hears("不能使用")


async def test_nobody_reads_what_they_may_not_look_at(
    program: Program, li: Chat, wang: Chat, sun: Chat, chen: Chat
) -> None:
    await signed_44(li)
    (found,) = await program.read(lambda desk: desk.visits.signed_of(ZHANG.id, 1))
    await sun.say("/history")
    for data in (
        f"hv:sheet:{found.id}",
        f"hv:studio:{ZHANG.id}",
        "hv:people",
        "hv:sheet:nowhere",
        "hv:studio",
    ):
        await sun.forge(data)
        assert sun.answer()
        sun.does_not_see("签字", "评分")
    await wang.say("/history")
    await wang.tap("张建国工作室")
    await wang.tap("已签字")
    wang.sees("李工 签字")
    await send_back(chen, ("1.1", "请核实档案"))
    await wang.forge(f"hv:sheet:{found.id}")
    assert wang.answer()


async def test_in_english(program: Program, li: Chat, mary: Chat) -> None:
    await signed_44(li)
    await mary.say("/history")
    mary.sees("Choose a studio")
    await mary.tap("张建国工作室")
    await mary.tap("signed")
    mary.sees("李工 signed\n　 – → total 44", "李工 wrote a note 4.2", "十二月没有攻关活动")


# --- as Excel ------------------------------------------------------------------------------------


def test_the_history_is_exported_with_its_chain_verified(tmp_path: Path) -> None:
    here = office(tmp_path / "data")
    here.signed(photo=True)
    out = tmp_path / "history.xlsx"
    result = CliRunner().invoke(
        app, ["export", "history", "--visit", VISIT, "-o", str(out)], env=here.environment
    )
    assert result.exit_code == 0, result.output
    found = values.cells(out.read_bytes())
    assert [found[f"修改记录!{column}4"] for column in "ABCDEFGH"] == [
        "时间", "谁", "做了什么", "项目", "从", "到", "为什么", "校验",
    ]  # fmt: skip
    assert re.fullmatch(r"记录链完整，共 \d+ 条；末条校验 [0-9a-f]{12}", str(found["修改记录!A3"]))
    cells = load_workbook(BytesIO(out.read_bytes()))["修改记录"]
    rows = [[cell.value for cell in row] for row in cells.iter_rows(min_row=5)]
    note = next(row for row in rows if row[2] == "写了备注")
    assert note[:7] == ["2026-01-05 10:00", "陈晓明", "写了备注", "2.2", None, None, "=1+1 缺维护记录"]
    assert all(cell.data_type != "f" for row in cells.iter_rows() for cell in row)
    assert any(row[2] == "评分" and row[3:6] == ["1.1", "未评", "a c"] for row in rows)


def test_a_chain_that_does_not_fit_is_said_in_red() -> None:
    line = HistoryLine("2026-01-05 10:00", "李", "评分", "1.1", "", "=1", "", "ab" * 32, undone=True)
    record = HistoryRecord("zh-CN", ("张建国工作室",), (line,), 1, datetime(2026, 1, 5, tzinfo=UTC))
    data = render(record)
    assert data == render(record)
    found = values.cells(data)
    assert found["修改记录!A3"] == "▲ 记录链从第 1 条起不符，共 1 条"
    assert found["修改记录!C5"] == "评分（已撤销）"
    sheet = load_workbook(BytesIO(data))["修改记录"]
    assert sheet["A3"].font.color.rgb == "FFC00000"
    assert (sheet["F5"].value, sheet["F5"].data_type) == ("=1", "s")
