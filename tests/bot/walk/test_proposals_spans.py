"""What is asked for in a month, a quarter, a half-year, a year and two years, and rules that answer in different ways."""

from pathlib import Path

import pytest

from bot.changes import LogActivity
from bot.entities import ActivityFacts, Scope
from tests.bot.walk.scenes import ZHANG, begin, open_item
from tests.kit.chat import Chat
from tests.kit.program import Program

SPANS = Path(__file__).parents[2] / "data" / "rubrics" / "spans.v1.yaml"


@pytest.fixture
async def wang(program: Program) -> Chat:
    """王海涛, a leader of 张建国工作室."""
    await program.publish(SPANS)
    return await program.person("王海涛", "leader", Scope(kind="studio", key=ZHANG.id))


async def logged(program: Program, *entries: str, rubric: str = "spans") -> None:
    """Log activities: day, kind, topic."""
    for entry in entries:
        on, kind, topic = entry.split(" ", 2)
        facts = ActivityFacts(rubric=rubric, activity=kind, on=on, topic=topic)
        new = program.clock.new_id()
        change = LogActivity(studio=ZHANG.id, facts=facts, entry=new, today="2026-01-05")
        await program.make(change, by="王海涛")


async def shown(li: Chat, item: str) -> list[str]:
    """What the log says on the card of an item."""
    await open_item(li, item)
    return [line for line in li.card().split("\n") if "活动记录" in line]


async def test_every_span_closes_with_the_year(program: Program, wang: Chat, li: Chat) -> None:
    """December looks at its month, its quarter, its half-year, its year, and the year before with it."""
    await logged(
        program,
        "2024-03-01 patent 换带工装",
        "2025-07-02 case 液压阀",
        "2025-09-30 exchange 上季度",
        "2025-10-09 exchange 一矿",
        "2025-12-11 lecture 液压阀检修",
        "2025-12-12 exchange 二矿",
        "2025-12-30 report 年终",
    )
    await begin(li, "时段样表", "2025-12")
    assert (await shown(li, "1.1"))[0] == "活动记录：授课 1/2 次 → a=1（−5） · 迟报 1 条"
    assert (await shown(li, "1.2"))[:2] == [
        "活动记录：交流 2/3 次 → a×1（−2） · 迟报 2 条",
        "活动记录：交流 1/1 次 ✓ · 迟报 1 条",
    ]
    assert (await shown(li, "1.3"))[0] == "活动记录：案例 1/1 个 ✓ · 迟报 1 条"
    assert await shown(li, "1.4") == [
        "活动记录：获奖 0/1 项（由考核人员判断）",
        "▲ 活动记录未提交：2025-01 至 2025-12，可能不全",
    ]
    assert (await shown(li, "1.5")) == [
        "活动记录：专利 1/2 项 → a×1（−5） · 迟报 1 条",
        "▲ 活动记录未提交：2024-01 至 2025-12，可能不全",
    ]
    await li.tap("记录 1 条")
    li.sees("　2024-03-01 迟报 换带工装")
    assert (await shown(li, "1.6"))[0] == "活动记录：汇报 1/1 次 ✓ · 迟报 1 条"


async def test_november_looks_at_its_month_only(program: Program, wang: Chat, li: Chat) -> None:
    """What is over with the quarter, the half-year or the year is not spoken of yet."""
    await logged(
        program, "2025-11-11 lecture 液压阀检修", "2025-11-12 lecture 绞车", "2025-06-01 award 一等奖"
    )
    await begin(li, "时段样表", "2025-11")
    assert (await shown(li, "1.1"))[0] == "活动记录：授课 2/2 次 ✓ · 迟报 2 条"
    assert [(await shown(li, item)) for item in ("1.3", "1.4", "1.5")] == [[], [], []]


async def test_a_figure_is_accepted_as_a_figure(program: Program, wang: Chat, li: Chat) -> None:
    """A shortfall asks for what was done; one that stands already is put right, and /undo brings it back."""
    await logged(program, "2025-12-11 lecture 液压阀检修")
    await begin(li, "时段样表", "2025-12")
    await li.say("1.1 a=0 没有授课")
    await open_item(li, "1.1")
    li.sees("本项 0/10", "授课 1/2 次 → a=1（−5）")
    await li.tap("采纳 a=1（−5）")
    li.sees("本项 5/10", "授课 1/2 次 · 已记 a=1（−5）")
    await li.say("/undo")
    await open_item(li, "1.1")
    li.sees("本项 0/10", "→ a=1（−5）")
    await li.say("/undo")
    await open_item(li, "1.1")
    li.sees("本项 未评", "→ a=1（−5）")


async def test_an_award_is_proposed_where_it_is_earned(program: Program, wang: Chat, li: Chat) -> None:
    await logged(program, "2025-06-01 award 一等奖")
    await begin(li, "时段样表", "2025-12")
    await open_item(li, "1.4")
    li.sees("活动记录：获奖 1/1 项 → a×1（+10） · 迟报 1 条")
    await li.tap("采纳 a×1（+10）")
    li.sees("本项 10/10", "已记 a×1（+10）", "活动记录：获奖 1/1 项（06-01（迟报）一等奖）")


async def test_what_no_arithmetic_follows_from_is_left_to_the_assessor(
    program: Program, wang: Chat, li: Chat
) -> None:
    """A judged rule, and a requirement that feeds none: the card says what is missing and offers nothing."""
    await logged(program, "2025-11-11 lecture 液压阀检修")
    await begin(li, "时段样表", "2025-12")
    assert "活动记录：交流 0/1 次（由考核人员判断）" in await shown(li, "1.2")
    assert (await shown(li, "1.6"))[0] == "活动记录：汇报 0/1 次（由考核人员判断）"
    assert not li.has("采纳")
    await li.tap("目录")
    assert "1.6▲" not in li.card()


async def test_a_studio_that_logged_nothing_in_the_span_keeps_a_log_all_the_same(
    program: Program, wang: Chat, li: Chat
) -> None:
    """One entry years ago is a log; another rubric's entries are none of this one."""
    await logged(program, "2025-12-12 theory 电缆接头", rubric="northwest-2025")
    await begin(li, "时段样表", "2025-12")
    assert await shown(li, "1.1") == []
    await logged(program, "2022-03-01 patent 换带工装")
    assert (await shown(li, "1.1"))[0] == "活动记录：授课 0/2 次 → a=0（−10）"


async def test_a_hand_score_hides_what_was_accepted(program: Program, wang: Chat, li: Chat) -> None:
    """A score by hand stands for itself: the proposal is open again, and accepting it brings the rules back."""
    await logged(program, "2025-12-11 exchange 一矿")
    await begin(li, "时段样表", "2025-12")
    await open_item(li, "1.2")
    await li.tap("采纳 a×2（−4）")
    li.sees("本项 6/10", "已记 a×2（−4）")
    await li.say("1.2 9 按现场情况")
    await open_item(li, "1.2")
    li.sees("本项 9/10", "→ a×2（−4）")
    await li.tap("采纳 a×2（−4）")
    li.sees("本项 6/10", "已记 a×2（−4）")


async def test_the_conditions_of_a_title_look_back_two_years(program: Program, li: Chat) -> None:
    """A condition is answered by the assessor; the card says what the log of two years holds."""
    await program.person("王海涛", "leader", Scope(kind="studio", key=ZHANG.id))
    await logged(program, "2024-05-01 recognised-result 换带工装", rubric="tongliao-2020-creation")
    await begin(li, "通辽市创建", "基层创建检查")
    await li.tap("2025")
    assert (await shown(li, "7.2"))[0].startswith("活动记录：")
    li.sees("1/1 项 ✓ · 迟报 1 条")
    assert (await shown(li, "7.1"))[0].endswith("（由考核人员判断）")
