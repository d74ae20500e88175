"""Whom a rubric is for: by its types, or where it has none by the visits of the year."""

from bot.changes.taking_part import taking_part
from rubrics.periods import Period
from tests.bot.visits.scenes import choose, plan, retire
from tests.bot.visits.test_many import begin_many, group_of_li
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

SPRING = studio("春雷工作室", "三矿", number=3).model_copy(update={"types": {}})


async def progress(who: Chat, rubric: str = "西北能化考核", period: str = "2025-12") -> None:
    """Look at the progress of a period."""
    await who.say("/visits")
    await who.tap("进度")
    await who.tap(rubric)
    await who.tap(period)


async def part(program: Program, rubric: str, period: str) -> list[str]:
    """The names of those who take part."""

    def read(desk) -> list[str]:
        tree = next(each for each in desk.library.current() if each.id == rubric)
        takes = taking_part(desk, tree, Period.parse(period))
        known = (desk.studios.get(each.id) for each in (ZHANG, RED, SPRING))
        return [each.name for each in known if each and takes.awaited(each)]

    return await program.read(read)


async def test_before_the_first_visit_everybody_takes_part(program: Program, chen: Chat) -> None:
    await program.add(SPRING)
    await progress(chen)
    chen.sees("0/3 已签字", "未安排 3")
    chen.does_not_see("不计入")


async def test_without_types_the_visits_of_the_year_say_who(program: Program, chen: Chat, li: Chat) -> None:
    """Planned for December; in November, where nothing is planned, the same one is missing and nobody else."""
    await program.add(SPRING)
    await plan(chen)
    for period, missing in (("2025-12", 0), ("2025-11", 1)):
        await progress(chen, period=period)
        chen.sees("0/1 已签字", f"未安排 {missing}", "另有 2 家 2025 年没有安排过，不计入。", "[不计入 2]")
    await chen.tap("不计入 2")
    chen.sees("· 红旗工作室", "· 春雷工作室")
    assert await part(program, "northwest-2025", "2025-Q2") == [ZHANG.name]


async def test_the_year_before_counts_until_the_first_visit_of_this_one(
    program: Program, chen: Chat, li: Chat
) -> None:
    await program.add(SPRING)
    await plan(chen)
    assert await part(program, "northwest-2025", "2026-01") == [ZHANG.name]
    assert await part(program, "northwest-2025", "2027-01") == [ZHANG.name, RED.name, SPRING.name]
    await choose(chen, period="2026-01")
    for press in ("李工", "选好了"):
        await chen.tap(press)
    await chen.say("明天")
    await chen.tap("跳过")
    await chen.tap("安排并通知")
    assert await part(program, "northwest-2025", "2026-05") == [ZHANG.name]
    assert await part(program, "northwest-2025", "2027-01") == [ZHANG.name]


async def test_types_say_who_and_a_visit_does_too(program: Program, chen: Chat) -> None:
    await program.add(SPRING)
    assert await part(program, "tongliao-2020", "2025") == [ZHANG.name, RED.name]
    await progress(chen, "通辽市考核", "2025 年")
    chen.sees("0/2 已签字", "未安排 2")
    chen.does_not_see("不计入")


async def test_a_visit_that_was_called_off_is_none(program: Program, chen: Chat, li: Chat) -> None:
    await program.add(SPRING)
    await plan(chen)
    await chen.tap("1 张建国工作室")
    await chen.tap("取消考核…")
    await chen.say("停工")
    await chen.tap("确认取消并通知")
    assert len(await part(program, "northwest-2025", "2025-12")) == 3


async def test_a_retired_studio_is_not_awaited(program: Program, chen: Chat) -> None:
    await retire(program, RED.id)
    assert await part(program, "northwest-2025", "2025-12") == [ZHANG.name]
    assert await part(program, "tongliao-2020", "2025") == [ZHANG.name]


async def test_many_are_planned_for_those_who_take_part(program: Program, chen: Chat, li: Chat) -> None:
    """Nothing is offered while everybody does; a month later it is one press."""
    await program.add(SPRING)
    await begin_many(chen)
    assert not chen.has("当年参加的")
    await plan(chen)
    await begin_many(chen, period="2025-11")
    chen.sees("[当年参加的（1 家）]", "[全部（3 家）]")
    await chen.tap("当年参加的（1 家）")
    await group_of_li(chen)
    chen.sees("可以安排 1 家")
    await chen.tap("安排 1 家并通知")
    chen.sees("西北能化考核 · 2025-11", "0/1 已签字", "未安排 0")
