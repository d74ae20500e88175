"""One planned visit: other assessors, another day, called off; everybody concerned is told."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.entities import Scope
from tests.bot.visits.scenes import plan, planned
from tests.bot.walk.scenes import NORTHWEST_44, RED
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def opened(chen: Chat) -> None:
    """Plan one with 李工 and stand on its page."""
    await plan(chen)
    await chen.tap("1 张建国工作室")


async def sign(who: Chat) -> None:
    await who.say("/resume")
    await who.say(NORTHWEST_44)
    await who.tap("核对并签字")
    await who.tap("保留缺项")
    await who.tap("去签字")
    await who.tap("签字")


async def test_other_assessors(program: Program, chen: Chat, li: Chat, zhou: Chat, wang: Chat) -> None:
    await opened(chen)
    chen.sees("张建国工作室", "日期：2026-01-06", "考核组：李工", "还没有开始")
    await li.say("/resume")
    li.at("1.1")
    await li.say("1.1 a 未建立物资档案")
    await chen.tap("改考核组")
    chen.sees("☑ 1 李工", "☐ 周组长", "已录入 1 项")
    await chen.tap("李工")
    await chen.tap("周组长")
    await chen.tap("改考核组并通知")
    chen.hears("考核组已改，已通知")
    chen.sees("考核组：周组长")
    zhou.sees("考核通知", "考核组：周组长", "[打开评分]")
    wang.sees("考核组有变动", "考核组：周组长")
    li.sees("您不再参加这次考核")
    await li.say("/resume")
    li.sees("没有打开的考核")
    await zhou.tap("打开评分")
    await zhou.say("/sheet")
    zhou.sees("1.1")
    _, sheet = await planned(program)
    assert [await _name(program, each) for each in sheet.members] == ["周组长"]


async def _name(program: Program, person: str) -> str:
    found = await program.read(lambda desk: desk.people.get(person, 0))
    assert found
    return found.name


async def test_nobody_and_the_same_change_nothing(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await opened(chen)
    await chen.tap("改考核组")
    with unchanged():
        await chen.tap("改考核组并通知")
        chen.sees("考核组：李工")
        await chen.tap("改考核组")
        await chen.tap("李工")
        await chen.tap("改考核组并通知")
        chen.hears("还没有选考核人员")


async def test_whose_right_has_ended_is_replaced(program: Program, chen: Chat, li: Chat, zhou: Chat) -> None:
    await opened(chen)
    await program.revoke("李工")
    await chen.tap("改考核组")
    assert not chen.has("李工")
    await chen.tap("周组长")
    await chen.tap("改考核组并通知")
    chen.sees("考核组：周组长")
    zhou.sees("考核通知")


async def test_called_off_before_it_begins(program: Program, chen: Chat, li: Chat, wang: Chat) -> None:
    await opened(chen)
    await chen.tap("取消考核…")
    chen.sees("为什么取消？")
    await chen.say("工作室停工检修")
    chen.sees("原因：工作室停工检修", "取消后不能恢复")
    await chen.tap("确认取消并通知")
    chen.sees("没有已安排、未完成的考核")
    for who in (wang, li):
        who.sees("考核取消", "张建国工作室", "原定 2026-01-06", "原因：工作室停工检修")
    await li.say("/resume")
    li.sees("没有打开的考核")
    found, sheet = await planned(program)
    assert sheet.state == "cancelled"
    told = await program.read(lambda desk: desk.history.of(found.visit))
    assert told[-1].name == "cancel_visit"
    assert "停工" not in str(told[-1].payload)
    await plan(chen)
    chen.sees("张建国工作室")


async def test_called_off_with_entries_is_asked_twice(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await opened(chen)
    await chen.tap("取消考核…")
    await chen.say("重复安排")
    await li.say("/resume")
    card = li.button("目录")
    await li.say("1.1 a 未建立物资档案")
    with unchanged():
        await chen.tap("确认取消并通知")
        chen.hears("已录入 1 项，没有取消")
    await chen.say("重复安排")
    chen.sees("▲ 已录入 1 项，取消后不计分，记录保留")
    await chen.tap("确认取消并通知")
    chen.hears("已取消")
    with unchanged():
        await li.tap(card)
        li.hears("考核已取消")
        await li.say("2.3 满")
        li.sees("考核已取消")


async def test_a_signed_one_is_not_called_off(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await opened(chen)
    await chen.tap("取消考核…")
    await chen.say("不去了")
    await sign(li)
    with unchanged():
        await chen.tap("确认取消并通知")
        chen.sees("已签字，不能再改期或取消")


async def test_only_coordinators_of_the_studio(
    program: Program, chen: Chat, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    other = await program.person("吴主任", "coordinator", Scope(kind="unit", key=RED.unit))
    await plan(chen)
    found, _ = await planned(program)
    with unchanged():
        for who in (other, li, wang):
            await who.say("/visits")
            for data in (
                f"vo:o:{found.visit}",
                f"vo:y:{found.visit}:0",
                f"vo:e:{found.visit}",
                "vo:o:nothing",
                "vo:o",
            ):
                await who.forge(data)
                assert "没有" in who.answer() or "失效" in who.answer()
        for data in (
            f"vo:y:{found.visit}:0",
            f"vo:w:{found.visit}",
            f"vo:p:{found.visit}:nobody",
            f"vo:x:{found.visit}",
        ):
            await chen.say("/visits")
            await chen.forge(data)
            chen.hears("已失效")


async def test_assessors_see_what_is_planned_for_them(
    program: Program, chen: Chat, li: Chat, zhou: Chat
) -> None:
    await plan(chen)
    await li.say("/visits")
    li.sees("2026-01-06 张建国工作室", "[评分 1 张建国工作室]")
    await li.tap("评分 1 ")
    li.at("1.1")
    await zhou.say("/visits")
    zhou.sees("没有已安排")


async def test_it_speaks_english(program: Program, li: Chat) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    anna = await program.person("Anna", "leader", Scope(kind="studio", key="studio0000001"), "en")
    await carol.say("/visits")
    for label in ("Plan a visit…", "张建国工作室", "Northwest", "2025-12", "李工", "That is all"):
        await carol.tap(label)
    await carol.say("tomorrow")
    await carol.tap("Skip")
    carol.sees("nobody has decided 22 rulings", "[Rulings of 2025]")
    await carol.tap("Plan and tell")
    await carol.tap("1 张建国工作室")
    carol.sees("Day: 2026-01-06", "Assessors: 李工", "Not begun yet")
    await carol.tap("Call it off…")
    await carol.say("The mine is closed")
    carol.sees("Why: The mine is closed", "This cannot be taken back")
    await carol.tap("Call it off and tell")
    anna.sees("A visit was called off", "Planned for 2026-01-06", "Why: The mine is closed")
    li.sees("考核取消", "原因：The mine is closed")
