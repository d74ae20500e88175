"""The university's conditions beside the standing file: one plain count is proposed, all else is shown; filed reports."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.entities import Scope
from tests.bot.month.scenes import log
from tests.bot.walk.scenes import ZHANG, northwest, open_item
from tests.bot.walk.test_registers import RULES, enter
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
MEMBERS = ("成员 王强 液压 高级工 2024-05-01", "成员 李强 电工 中级工 2024-05-01")


@pytest.fixture
async def wang(program: Program) -> Chat:
    """王海涛, a leader of 张建国工作室."""
    return await program.person("王海涛", "leader", Scope(kind="studio", key=ZHANG.id))


async def university(who: Chat, *labels: str) -> None:
    """Open a visit by the university's conditions."""
    await who.say("/assess")
    if who.has("开始新的考核"):
        await who.tap("开始新的考核")
    for label in (ZHANG.name, "中北大学", *labels):
        await who.tap(label)


async def test_a_condition_with_a_figure_is_proposed_as_the_figure(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """成员3人以上 is a plain count: two are not enough, three are; everything else is shown and left to people."""
    await enter(wang, *MEMBERS, RULES[0], "成果 液压阀 公司级 一等奖 2025-03-01")
    await university(li, "职工", "中期检查", "2025 年")
    await open_item(li, "8.2")
    li.sees(
        "常设档案：成员 2",
        "档案：在册成员 2/3 人 → 2 人（不符合）",
        "本项 ○ 未看",
        "[采纳 2 人（不符合）][不采纳 a]",
    )
    before = li.button("采纳 2 人")
    await enter(wang, "成员 赵六 电工 技师 2025-05-04")
    with unchanged():
        await li.tap(before)
    await open_item(li, "8.2")
    li.sees("在册成员 3/3 人 → 3 人（符合）")
    await li.tap("不采纳 a")
    li.sees("3 人（符合） 未采纳", "本项 ○ 未看")
    await li.tap("重新考虑 a")
    await li.tap("采纳 3 人（符合）")
    li.sees("实测 3 人，要求 ≥ 3 人 ✓", "已记 3 人（符合）", "📝 常设档案：在册成员 3/3 人")
    assert not li.has("采纳")
    await li.say("/undo")
    await open_item(li, "8.2")
    await li.say("8.2 否")
    await open_item(li, "8.2")
    li.sees("→ 3 人（符合）", "本项 ✗ 不符合")
    await li.say("8.2 是")
    await open_item(li, "8.2")
    li.sees("档案：在册成员 3/3 人 ✓", "本项 ✓ 符合")
    assert not li.has("采纳")
    await li.say("/undo")
    await li.say("/undo")
    await open_item(li, "8.2")
    li.sees("→ 3 人（符合）", "本项 ○ 未看")
    li.does_not_see("📝")
    for item, said in (
        ("8.1", "档案：写明技能等级的成员 3/3 人 ✓"),
        ("9.1", "常设档案：设备未登记"),
        ("10.1", "年度经费预算 0/1 份（由考核人员判断）"),
        (
            "11.1",
            "六类中的学习、转化、管理制度 0/3 项（缺 学习培训、成果转化、工作室管理）（由考核人员判断）",
        ),
        ("13.1", "档案：获奖的成果 1/1 项 ✓"),
        ("14.1", "档案：管理运行办法 1/1 项 ✓"),
        ("14.2", "档案：年度计划 0/1 份、创新成果档案 1 项（由考核人员判断）"),
    ):
        await open_item(li, item)
        li.sees(said)
        assert not li.has("采纳"), item
    await li.tap("目录")
    li.sees("○8.2▲档案")


async def test_a_report_that_was_filed_stands_on_the_card_without_a_log(
    program: Program, wang: Chat, li: Chat
) -> None:
    """自评总结报校工会备案 under /plan is seen by whoever assesses, for its own year, and nobody logs it twice."""
    await university(li, "职工", "中期检查", "2025 年")
    await open_item(li, "14.4")
    li.does_not_see("自评总结 1/1", "自评总结 0/1")
    await wang.say("/plan")
    await wang.tap("‹ 2025")
    await wang.tap("自评总结")
    await wang.say("一、全年完成课题 3 项。")
    await open_item(li, "14.4")
    li.does_not_see("（档案 1）")
    await wang.tap("报备")
    await open_item(li, "14.4")
    li.sees("档案：自评总结 1/1 次 ✓")
    li.does_not_see("未提交", "活动记录：")
    assert not li.has("采纳")
    await log(program, "exchange", "2025-12-11", rubric="nuc-2024")
    await open_item(li, "14.4")
    li.sees("活动记录：自评总结 0/1 次（档案 1） ✓")
    await open_item(li, "12.2")
    li.sees("培训交流活动 1/4 次（由考核人员判断）")
    await university(li, "职工", "中期检查", "2026 年")
    await open_item(li, "14.4")
    li.does_not_see("（档案 1）")


async def test_a_year_that_runs_is_asked_for_nothing_that_is_not_over(
    program: Program, wang: Chat, li: Chat
) -> None:
    """On 5 January: no month is over, the year's and the first quarter's plans are due, the report is not missing."""
    await enter(wang, RULES[0])
    await log(program, "theory", "2026-01-04")
    await northwest(li, "2026 年")
    await open_item(li, "2.2")
    li.does_not_see("活动记录：", "未提交")
    li.sees("要求：每月专业理论授课≥2次")
    await open_item(li, "3.1")
    li.sees("缺：2026 计划、2026-Q1 计划\n", "档案：年度计划 0/1 份、季度计划 0/1 份 → a×1（−5）")
    await northwest(li, "2026-01")
    await open_item(li, "2.2")
    li.sees("活动记录：专业理论授课 1/2 次 → a×1（−5）", "未提交：2026-01", "要求：本月专业理论授课≥2次")


async def test_who_keeps_the_file_is_told_what_will_be_counted(
    program: Program, wang: Chat, li: Chat
) -> None:
    """By the rubrics that are the studio's own: its type's, and those it was visited by; in the words of each."""
    await wang.say("/file")
    await wang.tap("制度 0")
    wang.sees("工作室\n通辽市考核看：日常工作管理制度、考核奖励制度、成果转化推广制度\n还没有登记。")
    await university(li, "职工", "中期检查", "2025 年")
    await northwest(li)
    await wang.say("/file")
    await wang.tap("制度 0")
    wang.sees(
        "西北能化考核看：运行办法、学习培训、工作室管理制度、成员考核制度\n",
        "中北大学实施细则看：六类中的学习、转化、管理制度、管理运行办法\n",
    )
    await wang.tap("返回")
    await wang.tap("师徒 0")
    wang.sees("西北能化考核看：有月度结果的徒弟、月度考核合格、有协议的师徒\n")
    await wang.tap("返回")
    await wang.tap("专利 0")
    wang.sees("西北能化考核看：国家专利\n")
    wang.does_not_see("中北大学")
