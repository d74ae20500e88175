"""A year of plans on paper: from /export and from the command line, opened again; what was changed stands beside it."""

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from typer.testing import CliRunner

from bot import samples
from bot.cli import app
from tests.bot.export.scenes import content, documents, to_periods
from tests.bot.office import office
from tests.bot.walk.scenes import ZHANG
from tests.bot.workplan.scenes import accepted
from tests.kit.chat import Chat
from tests.kit.program import Program


def rows(data: bytes, tab: str) -> list[list[str]]:
    """The rows of a tab as they are printed, as texts; blank cells left out, and the ids beside the paper."""
    book: Any = load_workbook(BytesIO(data))
    return [
        [str(cell) for cell in row if cell not in {None, ""}]
        for row in book[tab].iter_rows(values_only=True, max_col=9)
    ]


async def test_a_year_of_plans_from_the_chat(program: Program, wang: Chat, chen: Chat) -> None:
    await to_periods(wang, "工作计划")
    await wang.tap("2026")
    await wang.tap(ZHANG.name)
    wang.hears("2026 年没有计划和总结")
    await accepted(wang, chen, lines="=1+1 改造 6月30日 王海涛\n点检 3月31日 赵敏\n授课 12月31日")
    await wang.say("/plan 2026")
    await wang.tap("2")
    await wang.tap("变更…")
    await wang.say("=1+1 改造 9月30日")
    await wang.say("到货推迟")
    await wang.say("/plan 2026")
    await wang.tap("1")
    await wang.tap("完成了…")
    await wang.photo(caption="1月4日 已发布")
    await wang.say("/plan 2026")
    await wang.tap("3")
    await wang.tap("取消任务…")
    await wang.tap("不再需要")
    await wang.say("/plan 2026-Q1 抓点检\n点检 1月20日")
    await to_periods(chen, "工作计划")
    await chen.tap("2026")
    await chen.tap(ZHANG.name)
    (name,) = documents(chen)
    assert name == "工作计划_张建国工作室_2026.xlsx"
    data = content(chen, name)
    year = rows(data, "年度计划")
    assert year[0] == ["张建国工作室 2026 年度工作计划"]
    assert "状态：已通过" in year[1][0]
    assert "审核人：陈主任" in year[1][0]
    assert year[2] == ["目标：节电 8%"]
    assert year[4] == ["1", "点检", "赵敏", "2026-03-31", "待核销", "2026-01-04", "已发布", "1"]
    assert year[5] == [
        "2", "=1+1 改造", "王海涛", "2026-09-30", "未完成", "变更前：2026-06-30　原因：到货推迟",
    ]  # fmt: skip
    assert year[6] == ["3", "授课", "2026-12-31", "已取消", "取消原因：不再需要"]
    assert year[7][0].startswith("任务 2 项，已核销 0 项（有佐证 0 项），待核销 1 项，逾期未完成 0 项")
    assert year[7][0].endswith("变更 1 项，取消 1 项。")
    book: Any = load_workbook(BytesIO(data))
    assert {cell.data_type for row in book["年度计划"].iter_rows() for cell in row} <= {"s", "n"}
    quarter = rows(data, "1 季度")
    assert "状态：草稿" in quarter[1][0]
    assert quarter[4][1] == "点检"


async def test_leaders_take_only_their_own(program: Program, wang: Chat, chen: Chat) -> None:
    await accepted(wang, chen)
    await to_periods(wang, "工作计划")
    await wang.tap("2026")
    assert wang.has(ZHANG.name)
    assert not wang.has("红旗")


def test_a_year_of_plans_from_the_command_line(tmp_path: Path) -> None:
    here = office(tmp_path / "data")
    here.furnish()
    studio, out = samples.STUDIOS[0].name, tmp_path / "plans.xlsx"
    words = ["export", "plan", "--studio", studio, "--year", "2026", "-o", str(out)]
    made = CliRunner().invoke(app, words, env=here.environment)
    assert made.exit_code == 0, made.output
    assert load_workbook(out).worksheets[0]["A1"].value == "No plans and no report in this year"
    words[3] = "nowhere"
    assert CliRunner().invoke(app, words, env=here.environment).exit_code != 0
