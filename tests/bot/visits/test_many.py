"""Many visits planned with one press: everybody gets one message; what cannot be planned is said with its reason."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.changes import PlanVisit
from bot.entities import Scope
from tests.bot.visits.scenes import grant, retire
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

Unchanged = Callable[[], AbstractContextManager[None]]


async def begin_many(who: Chat, rubric: str = "西北能化考核", period: str = "2025-12") -> None:
    """Begin to plan many; ends on the question which studios."""
    await who.say("/visits")
    await who.tap("批量安排…")
    await who.tap(rubric)
    await who.tap(period)


async def group_of_li(who: Chat, day: str = "明天") -> None:
    """Everywhere 李工; ends on the summary."""
    await who.tap("同一考核组")
    await who.tap("李工")
    await who.tap("选好了")
    await who.say(day)
    await who.tap("跳过")


async def test_all_of_them_in_one_press(
    program: Program, chen: Chat, li: Chat, zhou: Chat, wang: Chat, sun: Chat
) -> None:
    await begin_many(chen)
    chen.sees("请点哪些工作室", "[全部（2 家）]")
    await chen.tap("全部（2 家）")
    await chen.tap("同一考核组")
    await chen.tap("周组长")
    await chen.tap("李工")
    chen.sees("☑ 1 周组长", "☑ 2 李工")
    await chen.tap("选好了")
    await chen.say("1月8日至1月9日")
    chen.sees("日期：2026-01-08 至 2026-01-09，2 个工作日内均匀安排")
    await chen.say("请安排徒弟到场")
    chen.sees(
        "可以安排 2 家",
        "考核组：周组长、李工",
        "每人只收到一条通知",
        "口径有 22 条还没有人确定",
        "[口径：2025 年]",
    )
    await chen.tap("安排 2 家并通知")
    chen.hears("已安排 2 家，已通知")
    chen.sees("考核进度", "▱▱▱▱▱▱▱▱▱▱ 0/2 已签字", "未安排 0 · 待考核 2 · 进行中 0")
    plans = await program.read(lambda desk: desk.plans.between("2000-01-01", "9999-12-31"))
    assert sorted(each.day for each in plans) == ["2026-01-08", "2026-01-09"]
    li.sees(
        "考核通知　2026-01-08 至 2026-01-09 （2 家）",
        "2026-01-08 张建国工作室",
        "2026-01-09 红旗工作室",
        "请准备：请安排徒弟到场",
    )
    assert len([text for text in li.news() if "考核通知" in text]) == 1
    wang.sees("考核通知", "2026-01-08", "请备好以下材料")
    sun.sees("考核通知", "2026-01-09", "红旗工作室")
    await li.tap("我的考核安排")
    li.sees("1 2026-01-08 张建国工作室", "2 2026-01-09 红旗工作室")


async def test_units_and_ticks(program: Program, chen: Chat, li: Chat) -> None:
    await program.add(studio("蓝天工作室", "二矿", number=3))
    await begin_many(chen)
    await chen.tap("按单位…")
    await chen.tap("二矿（2）")
    await chen.tap("选好了（2 家）")
    chen.sees("工作室 2 家")
    await chen.tap("‹ 上一步")
    await chen.tap("逐家勾选…")
    chen.sees("[选好了（0 家）]")
    await chen.tap("选好了（0 家）")
    chen.hears("没有可以安排的工作室")
    await chen.say("北京")
    chen.sees("没有名称或单位含“北京”的工作室")
    await chen.say("蓝 天")
    assert not chen.has("张建国工作室")
    await chen.tap("蓝天工作室")
    chen.sees("☑ 蓝天工作室", "[选好了（1 家）]")
    await chen.tap("显示全部")
    await chen.tap("张建国工作室")
    await chen.tap("选好了（2 家）")
    await group_of_li(chen)
    await chen.tap("安排 2 家并通知")
    visits = await program.read(lambda desk: desk.visits.open_in("northwest-2025", ["2025-12"]))
    assert {each.studio for each in visits} == {ZHANG.id, "studio0000003"}


async def test_what_cannot_be_planned_is_said_and_the_rest_is_planned(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Planned already, led by the assessor, without a type; the retired one is not even counted."""
    await program.add(
        *(studio(f"{name}工作室", "三矿", number=at) for at, name in enumerate(("蓝天", "白云", "青山"), 3))
    )
    await grant(program, "李工", "leader", Scope(kind="studio", key=RED.id))
    await retire(program, "studio0000003")
    await begin_many(chen)
    await chen.tap("逐家勾选…")
    await chen.tap("张建国工作室")
    await chen.tap("选好了（1 家）")
    await group_of_li(chen)
    await chen.tap("安排 1 家并通知")
    await begin_many(chen)
    chen.sees("[全部（4 家）]")
    await chen.tap("全部（4 家）")
    with unchanged():
        await group_of_li(chen)
        chen.sees(
            "可以安排 2 家",
            "不能安排 2 家：",
            "▲ 张建国工作室：张建国工作室 2025-12 已由 李工 打开考核",
            "▲ 红旗工作室：李工 不能考核 红旗工作室",
        )
        chen.does_not_see("蓝天")
    await chen.tap("安排 2 家并通知")
    chen.sees("▱▱▱▱▱▱▱▱▱▱ 0/4 已签字", "未安排 1 · 待考核 3")
    await chen.tap("未签字 4")
    chen.sees("– 红旗工作室 未安排")


async def test_nobody_is_sent_to_the_studio_that_they_lead(
    program: Program, chen: Chat, li: Chat, zhou: Chat
) -> None:
    await grant(program, "李工", "leader", Scope(kind="studio", key=ZHANG.id))
    await begin_many(chen)
    await chen.tap("全部（2 家）")
    await chen.tap("平均分配，每家一人")
    await chen.tap("李工")
    await chen.tap("周组长")
    await chen.tap("选好了")
    await chen.say("明天")
    await chen.tap("跳过")
    chen.sees("分工：李工 ", "周组长 ", "可以安排 2 家")
    await chen.tap("安排 2 家并通知")
    visits = await program.read(lambda desk: desk.visits.open_in("northwest-2025", ["2025-12"]))
    ((his,),) = program.rows("select id from persons where name = '李工'")
    assert {each.studio: each.members for each in visits}[ZHANG.id] != (his,)


async def test_a_type_that_is_missing_is_named(program: Program, chen: Chat, li: Chat) -> None:
    bare = studio("蓝天工作室", "三矿", number=3).model_copy(update={"types": {}})
    await program.add(bare)
    await begin_many(chen, "通辽市考核", "2025 年")
    await chen.tap("全部（3 家）")
    await group_of_li(chen)
    chen.sees("可以安排 2 家", "▲ 蓝天工作室：在 通辽市考核 中没有类型")


async def test_days_that_cannot_be(program: Program, chen: Chat, li: Chat, unchanged: Unchanged) -> None:
    await begin_many(chen)
    await chen.tap("全部（2 家）")
    await chen.tap("同一考核组")
    with unchanged():
        await chen.tap("选好了")
        chen.hears("还没有选考核人员")
        await chen.tap("李工")
        await chen.tap("选好了")
        for said, why in (
            ("1月4日至1月9日", "2026-01-04 已经过去"),
            ("2月30日", "没有“2月30日”这一天"),
            ("下周一至周五", "没看懂日期"),
            ("2026-03-13至2026-03-02", "结束日期早于开始日期"),
            ("2026-01-06至2026-12-31", "天太长"),
        ):
            await chen.say(said)
            chen.sees(why)
        await chen.photo()
        chen.sees("这里请点按钮操作")


async def test_what_changed_meanwhile_is_shown_before_anything_is_planned(
    program: Program, chen: Chat, li: Chat
) -> None:
    await begin_many(chen)
    await chen.tap("全部（2 家）")
    await group_of_li(chen)
    save = chen.button("安排 2 家并通知")
    await retire(program, RED.id)
    await chen.tap(save)
    chen.hears("情况刚有变化，没有安排")
    chen.sees("可以安排 1 家")
    assert not await program.read(lambda desk: desk.plans.between("2000-01-01", "9999-12-31"))
    await chen.tap("安排 1 家并通知")
    chen.hears("已安排 1 家")


async def test_forged_taps(program: Program, chen: Chat, li: Chat, wang: Chat, unchanged: Unchanged) -> None:
    other = await program.person("吴主任", "coordinator", Scope(kind="unit", key=RED.unit))
    await begin_many(chen)
    batch = chen.button("全部（2 家）").data.split(":")[2]
    await begin_many(other)
    mine = other.button("全部（1 家）").data.split(":")[2]
    with unchanged():
        for data in (
            "w:every",
            "u:0",
            "t:studio0000001",
            "k",
            "h:group",
            "a:nobody",
            "n",
            "d:2026-01-06",
            "s",
            "e:how",
            "y:2",
            "f:9",
            "p:2199-01",
            "r:nothing",
            "g:x",
            "?",
        ):
            verb, _, said = data.partition(":")
            await chen.forge(f"vn:{verb}:{batch}:{said}" if said else f"vn:{verb}:{batch}")
            chen.hears("已失效")
        await other.tap("逐家勾选…")
        await other.forge(f"vn:t:{mine}:{ZHANG.id}")
        other.hears("已失效")
        for who in (li, wang):
            await who.say("/visits")
            await who.forge(f"vn:w:{batch}:all")
            who.hears("已失效")
            await who.forge("vl:b")
            who.hears("已失效")
            await who.forge("vg:o")
            who.hears("身份不能使用")


async def test_a_hundred_and_twenty_in_one_press(program: Program, chen: Chat, li: Chat, zhou: Chat) -> None:
    """Everybody's share is one message, spread over the working days."""
    units = [f"{at}矿" for at in range(1, 13)]
    await program.add(*(studio(f"第{at}工作室", units[at % 12], number=100 + at) for at in range(118)))
    await begin_many(chen)
    await chen.tap("全部（120 家）")
    await chen.tap("平均分配，每家一人")
    await chen.tap("李工")
    await chen.tap("周组长")
    await chen.tap("选好了")
    await chen.say("2026-01-06至2026-01-16")
    await chen.tap("跳过")
    chen.sees("可以安排 120 家", "分工：李工 60、周组长 60")
    await chen.tap("安排 120 家并通知")
    chen.sees("▱▱▱▱▱▱▱▱▱▱ 0/120 已签字", "待考核 120")
    for who in (li, zhou):
        who.sees("（60 家）")
        assert len([text for text in who.new_messages() if "考核通知" in text]) == 1
    plans = await program.read(lambda desk: desk.plans.between("2000-01-01", "9999-12-31"))
    assert len(plans) == 120
    days = {each.day for each in plans}
    assert len(days) == 9
    assert "2026-01-10" not in days
    told = await program.read(lambda desk: [desk.history.of(each.visit)[-1].name for each in plans])
    assert told == [PlanVisit.name] * 120
    await chen.tap("按人员")
    chen.sees("李工 ▱▱▱▱▱▱▱▱▱▱ 0/60")
    program.pass_time(days=2)
    await chen.say("/visits")
    chen.sees("未完成 120 · 逾期 ")
    await chen.tap("逾期 ")
    chen.sees("逾期的考核", "▲ 2026-01-06")


async def test_it_speaks_english(program: Program, li: Chat) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    await carol.say("/visits")
    await carol.tap("Plan many…")
    await carol.tap("Northwest")
    await carol.tap("2025-12")
    await carol.tap("All (2)")
    await carol.tap("Shared out, one each")
    await carol.tap("李工")
    await carol.tap("That is all")
    await carol.say("7 January to 9 January")
    await carol.tap("Skip")
    carol.sees("Can be planned: 2", "Shares: 李工 2", "spread over 3 working days")
    await carol.tap("Plan 2 and tell")
    carol.sees("▱▱▱▱▱▱▱▱▱▱ 0/2 signed", "to come 2")
    li.sees("考核通知", "（2 家）")
