"""Who is late: assessors are reminded once, coordinators get the list once; several visits of a day, one message."""

from bot.changes import SendBackItems
from bot.entities import Scope
from tests.bot.month.test_reminders import at, look
from tests.bot.visits.scenes import plan
from tests.bot.visits.test_many import begin_many
from tests.bot.visits.test_one import sign
from tests.bot.walk.scenes import NORTHWEST_44, RED
from tests.kit.chat import Chat
from tests.kit.program import Program


async def two(chen: Chat, day: str = "2026-01-08") -> None:
    """Both studios on one day, 李工 goes to both."""
    await begin_many(chen)
    await chen.tap("全部（2 家）")
    await chen.tap("同一考核组")
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.say(day)
    await chen.tap("跳过")
    await chen.tap("安排 2 家并通知")


async def test_one_late_visit(program: Program, chen: Chat, li: Chat, wang: Chat) -> None:
    await plan(chen, "2026-01-08")
    await at(program, li, chen, day=8)
    li.does_not_see("逾期")
    chen.quiet()
    await at(program, li, chen, wang, day=9)
    li.sees("考核逾期 1 家", "原定 2026-01-08", "▲ 张建国工作室 · 西北能化考核 2025-12", "[打开评分]")
    chen.sees(
        "考核逾期 1 家", "▲ 张建国工作室 · 西北能化考核 2025-12（李工）", "逾期只提醒这一次", "[逾期 1]"
    )
    wang.does_not_see("逾期")
    await at(program, li, chen, day=9, hour=15)
    li.quiet()
    chen.quiet()
    await program.restart()
    await at(program, li, chen, day=10)
    li.quiet()
    chen.quiet()
    await chen.tap("逾期 1")
    chen.sees("逾期的考核", "▲ 2026-01-08 张建国工作室")


async def test_whoever_signed_in_time_hears_nothing(program: Program, chen: Chat, li: Chat) -> None:
    await plan(chen, "2026-01-08")
    await sign(li)
    await at(program, li, chen, day=9)
    li.does_not_see("逾期")
    chen.does_not_see("逾期")


async def test_what_was_signed_in_time_and_sent_back_is_not_late(
    program: Program, chen: Chat, li: Chat
) -> None:
    await plan(chen, "2026-01-08")
    await sign(li)
    ((found, digest),) = program.rows("select id, digest from assessments")
    items = (("2.2", "核对次数"),)
    back = SendBackItems(assessment=found, digest=digest, items=items, due="2026-01-20", today="2026-01-05")
    await program.make(back, by="陈主任")
    await at(program, li, chen, day=9)
    li.does_not_see("逾期")
    chen.does_not_see("逾期")
    await chen.say("/visits")
    chen.sees("1 2026-01-08 张建国工作室")
    chen.does_not_see("▲", "逾期")
    await chen.tap("进度")
    await chen.tap("西北能化考核")
    await chen.tap("2025-12")
    chen.sees("进行中 1", "逾期 0")


async def test_another_day_is_late_anew(program: Program, chen: Chat, li: Chat) -> None:
    await plan(chen, "2026-01-08")
    await at(program, li, day=9)
    li.sees("考核逾期")
    await chen.say("/visits")
    await chen.tap("1 张建国工作室")
    chen.sees("日期：2026-01-08（逾期 1 天）")
    await chen.tap("改期")
    await chen.say("1月12日")
    await chen.tap("改期并通知")
    await at(program, li, day=10)
    li.does_not_see("逾期")
    await at(program, li, chen, day=13)
    li.sees("考核逾期 1 家", "原定 2026-01-12")
    chen.sees("考核逾期 1 家")


async def test_one_that_was_called_off_is_not_late(program: Program, chen: Chat, li: Chat) -> None:
    await plan(chen, "2026-01-08")
    await chen.tap("1 张建国工作室")
    await chen.tap("取消考核…")
    await chen.say("停工")
    await chen.tap("确认取消并通知")
    await at(program, li, chen, day=9)
    li.quiet()
    chen.quiet()


async def test_several_are_told_in_one_message(
    program: Program, chen: Chat, li: Chat, wang: Chat, sun: Chat
) -> None:
    await two(chen)
    await at(program, li, wang, sun, chen, day=7)
    li.sees("明天考核 2 家", "· 张建国工作室", "· 红旗工作室")
    assert len(li.new_messages()) == 1
    wang.sees("提醒 · 明天考核")
    sun.sees("提醒 · 明天考核", "红旗工作室")
    chen.quiet()
    await look(program)
    await at(program, li, wang, chen, day=9)
    li.sees("考核逾期 2 家", "▲ 张建国工作室", "▲ 红旗工作室", "[我的考核安排]")
    assert len(li.new_messages()) == 1
    assert len(chen.new_messages()) == 1


async def test_coordinators_hear_of_their_own_studios(program: Program, chen: Chat, li: Chat) -> None:
    other = await program.person("吴主任", "coordinator", Scope(kind="unit", key=RED.unit))
    await plan(chen, "2026-01-08")
    await at(program, other, chen, day=9)
    chen.sees("考核逾期")
    other.quiet()


async def test_progress_counts_what_is_signed_and_late(
    program: Program, chen: Chat, li: Chat, zhou: Chat
) -> None:
    await two(chen)
    await li.tap("我的考核安排")
    await li.tap("评分 2 ")
    await li.say("1.1 a 未建立物资档案")
    await sign_first(li)
    program.pass_time(days=5)
    await chen.say("/visits")
    await chen.tap("进度")
    await chen.tap("西北能化考核")
    await chen.tap("2025-12")
    chen.sees("▰▰▰▰▰▱▱▱▱▱ 1/2 已签字", "进行中 1", "已签字 1 · 已确认 0 · 逾期 1")
    await chen.tap("未签字 1")
    chen.sees("1 ▲ ", "2026-01-08（李工）")
    await chen.tap("按人员")
    chen.sees("李工 ▰▰▰▰▰▱▱▱▱▱ 1/2 ▲逾期 1")
    await chen.tap("逾期 1")
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("逾期 2 天", "已录入 1 项")


async def sign_first(li: Chat) -> None:
    """Sign the other one of the two."""
    await li.say("/visits")
    await li.tap("评分 1 ")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
