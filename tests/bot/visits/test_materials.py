"""A studio hands in what a visit asks for; the assessor sees it on the card, and it is no gap any more."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.bot.visits.scenes import plan, planned
from tests.bot.walk.scenes import NORTHWEST_44
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def tongliao_planned(chen: Chat) -> None:
    """A visit by the rubric that asks for evidence item by item."""
    await chen.say("/visits")
    await chen.tap("安排考核…")
    await chen.tap("张建国工作室")
    await chen.tap("通辽市考核")
    await chen.tap("2025 年")
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.say("明天")
    await chen.tap("跳过")
    await chen.tap("安排并通知")


async def test_files_come_to_the_card(program: Program, chen: Chat, li: Chat, wang: Chat) -> None:
    await tongliao_planned(chen)
    wang.sees("2.2 设备设施台账；设备设施维护保养记录")
    await wang.tap("交备查材料")
    await wang.tap("2.2 ")
    wang.sees("请先点是哪一种材料")
    await wang.tap("设备设施台账")
    await wang.photo(caption="台账封面")
    await wang.album(2)
    wang.sees("✓ 设备设施台账 📷3", "设备设施台账 ✓已备；设备设施维护保养记录")
    await li.tap("打开评分")
    await li.tap("目录")
    await li.tap("2.2 ")
    li.sees("备查 设备设施台账 ✓已备；设备设施维护保养记录")
    await li.tap("查看已备材料（1）")
    li.sees("2.2 设备设施台账 📷3")
    assert len([each for each in li.new_messages() if ".jpg" in each]) == 3
    li.at("2.2")


async def test_what_is_ready_is_no_gap(program: Program, chen: Chat, li: Chat, wang: Chat) -> None:
    await plan(chen)
    await li.say("/resume")
    await li.say(NORTHWEST_44)
    await li.say("/sheet")
    before = next(line for text in li.news() for line in text.splitlines() if "备查材料未见" in line)
    assert "1.3" in before
    await wang.tap("交备查材料")
    await wang.say("1.3")
    await wang.say("现场查看")
    wang.sees("“现场查看”")
    await li.say("/sheet")
    after = next(line for text in li.news() for line in text.splitlines() if "备查材料未见" in line)
    assert "1.3" not in after
    await wang.tap("撤回 ")
    wang.sees("已撤回")
    await li.say("/sheet")
    li.sees(before)


async def test_what_cannot_be_handed_in(
    program: Program, chen: Chat, li: Chat, wang: Chat, sun: Chat, unchanged: Unchanged
) -> None:
    await tongliao_planned(chen)
    _, sheet = await planned(program)
    await wang.tap("交备查材料")
    with unchanged():
        await wang.photo()
        wang.sees("还没有选好是哪一项的哪种材料")
        await wang.say("9.9")
        wang.sees("“9.9” 没有要求备查材料")
        await wang.tap("2.2 ")
        await wang.photo()
        wang.sees("还没有选好是哪一项的哪种材料")
        await wang.forge(f"vm:n:{sheet.id}:2.2:7")
        wang.hears("已失效")
        for data in (f"vm:o:{sheet.id}", f"vm:o:{sheet.id}:2.2", f"vm:f:{sheet.id}:2.2", "vm:o:nothing"):
            await sun.say("/visits")
            await sun.forge(data)
            sun.hears("没有")


async def test_after_the_signature_nothing_is_taken(
    program: Program, chen: Chat, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    await plan(chen)
    await wang.tap("交备查材料")
    await wang.say("1.3")
    await li.say("/resume")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    with unchanged():
        await wang.photo()
        wang.sees("签字")
