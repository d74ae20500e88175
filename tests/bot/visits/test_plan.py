"""A coordinator plans a visit; the studio and the assessors are told, and told again when the day changes."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.entities import Scope
from tests.bot.visits.scenes import choose, plan, planned
from tests.bot.walk.scenes import NORTHWEST_44, RED
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def test_from_the_list_to_the_notices(
    program: Program, chen: Chat, li: Chat, zhou: Chat, wang: Chat, sun: Chat
) -> None:
    await chen.say("/visits")
    chen.sees("没有已安排、未完成的考核")
    await choose(chen)
    chen.sees("安排考核", "张建国工作室", "请点考核人员，第一位为组长")
    await chen.tap("周组长")
    await chen.tap("李工")
    chen.sees("考核组：周组长、李工", "☑ 1 周组长", "☑ 2 李工")
    await chen.tap("选好了")
    await chen.tap("1-8")
    chen.sees("日期：2026-01-08", "还要准备什么")
    await chen.say("请安排 2 名徒弟到场")
    chen.sees("请核对", "请准备：请安排 2 名徒弟到场")
    await chen.tap("安排并通知")
    chen.sees("2026-01-08 张建国工作室", "周组长、李工")
    wang.sees(
        "考核通知",
        "2026-01-08",
        "考核组：周组长、李工",
        "请准备：请安排 2 名徒弟到场",
        "请备好以下材料",
        "1.3 ",
    )
    assert wang.has("交备查材料")
    li.sees("考核通知", "2026-01-08", "[打开评分]")
    sun.does_not_see("考核通知")
    found, sheet = await planned(program)
    assert (found.day, sheet.visit.prepared, len(sheet.members)) == ("2026-01-08", True, 2)
    await li.tap("打开评分")
    li.at("1.1")
    await li.say("1.1 a 未建立物资档案")
    assert "1.1" in (await program.read(lambda desk: desk.marks.of(sheet.id))).marks


async def test_the_assessor_goes_on_with_it_in_one_tap(program: Program, chen: Chat, li: Chat) -> None:
    await plan(chen)
    await li.say("/resume")
    li.at("1.1")


async def test_another_day_is_told_with_the_old_one(
    program: Program, chen: Chat, li: Chat, wang: Chat
) -> None:
    await plan(chen, "明天", "带钥匙")
    await chen.tap("1 张建国工作室")
    await chen.tap("改期")
    chen.sees("考核改期", "原定 2026-01-06")
    await chen.say("1月9日")
    chen.sees("日期：2026-01-09", "请准备：带钥匙")
    await chen.tap("改期并通知")
    for who in (wang, li):
        who.sees("考核改期", "2026-01-06 → 2026-01-09", "带钥匙")
    assert (await planned(program))[0].day == "2026-01-09"


async def test_days_that_cannot_be(program: Program, chen: Chat, li: Chat, unchanged: Unchanged) -> None:
    await choose(chen)
    with unchanged():
        await chen.tap("选好了")
        chen.hears("还没有选考核人员")
        await chen.tap("李工")
        await chen.tap("选好了")
        for said, why in (
            ("6月31日", "没有“6月31日”这一天"),
            ("2月30", "没有“2月30”这一天"),
            ("2025-12-30", "2025-12-30 已经过去（今天 2026-01-05）"),
            ("1月4日", "2026-01-04 已经过去"),
            ("下次", "没看懂日期“下次”"),
        ):
            await chen.say(said)
            chen.sees(why)
        await chen.photo()
        chen.sees("这里请点按钮操作")
    await chen.say("6月30日")
    chen.sees("日期：2026-06-30")


async def test_the_same_visit_is_not_planned_twice(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await choose(chen)
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.say("明天")
    await chen.tap("跳过")
    save = chen.button("安排并通知")
    await chen.tap(save)
    with unchanged():
        await chen.tap(save)
        chen.sees("考核安排")
        await choose(chen)
        await chen.tap("李工")
        await chen.tap("选好了")
        await chen.say("明天")
        await chen.tap("跳过")
        await chen.tap("安排并通知")
        chen.hears("张建国工作室")


async def test_nobody_of_the_studio_assesses_it(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    leader = await program.person("李工二", "leader")
    del leader
    await choose(chen)
    with unchanged():
        assert not chen.has("李工二")
        person = program._id("李工二")
        state = chen.button("选好了").data.split(":")[2]
        await chen.forge(f"vp:p:{state}:{person}")
        chen.hears("已失效")


async def test_a_coordinator_of_another_unit_cannot(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    other = await program.person("吴主任", "coordinator", Scope(kind="unit", key=RED.unit))
    await plan(chen)
    found, sheet = await planned(program)
    with unchanged():
        await other.say("/visits")
        other.sees("没有已安排、未完成的考核")
        await other.forge(f"vp:m:{found.visit}")
        other.hears("没有")
        await other.tap("安排考核…")
        assert not other.has("张建国工作室")
        await other.forge(f"vm:o:{sheet.id}")
        other.hears("没有")


async def test_a_signed_visit_is_not_moved(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await plan(chen)
    await chen.tap("1 张建国工作室")
    move = chen.button("改期")
    await li.say("/resume")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    with unchanged():
        await chen.tap(move)
        await chen.say("1月20日")
        await chen.tap("改期并通知")
        chen.hears("签字")


async def test_it_speaks_english(program: Program, li: Chat, wang: Chat) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    anna = await program.person("Anna", "leader", Scope(kind="studio", key="studio0000001"), "en")
    await carol.say("/visits")
    await carol.tap("Plan a visit…")
    await carol.tap("张建国工作室")
    await carol.tap("Northwest")
    await carol.tap("2025-12")
    await carol.tap("李工")
    await carol.tap("That is all")
    await carol.say("31 June")
    carol.sees("There is no day “31 June”")
    await carol.say("30 June")
    await carol.tap("Skip")
    await carol.tap("Plan and tell")
    carol.sees("2026-06-30 张建国工作室")
    anna.sees("A visit is planned", "2026-06-30", "Please have ready")
    li.sees("考核通知")
