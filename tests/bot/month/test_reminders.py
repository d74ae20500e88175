"""Reminders in the chat: what a leader is told half-way, on the eve and once it is overdue, in their language."""

from datetime import timedelta

import pytest

from bot.changes import NothingThisMonth, ReopenMonth, SubmitMonth
from bot.entities import Scope, Studio
from tests.bot.month.scenes import NORTHWEST, log, month_of, today
from tests.bot.walk.scenes import ZHANG
from tests.bot.workplan.scenes import planned
from tests.kit.chat import Chat
from tests.kit.program import Program

LONELY = Studio(id="studio0000003", name="孤山工作室", unit="三矿", leader="孤山工")


async def at(program: Program, *chats: Chat, day: int, month: int = 1, hour: float = 10.0) -> None:
    """Let it become this hour in Shanghai, and let the program look once; `chats` then see only what is new.

    Plans are handed in by then: what is told of them is tested elsewhere.
    """
    await planned(program)
    start = program.clock.now().replace(month=month, day=day, hour=0, minute=0)
    program.pass_time(seconds=(start + timedelta(hours=hour - 8) - program.clock.now()).total_seconds())
    for chat in chats:
        chat._seq = chat.phone.chat.feed.seq
    await look(program)


async def look(program: Program) -> None:
    """What the loop does when it wakes."""
    assert program.running
    await program.running.reminders.once()
    await program.settle()


async def test_half_way_with_what_is_missing(program: Program, wang: Chat, anna: Chat) -> None:
    """Both leaders, each in their language, once; the button opens the month."""
    await log(program)
    await at(program, wang, anna, day=14)
    wang.quiet()
    await at(program, wang, anna, day=15)
    wang.sees(
        "提醒 · 2026 年 1 月 已过半",
        "张建国工作室",
        "到月底还有 16 天，请于 2026-02-03 前提交。",
        "▲ 专业理论授课 1/2 次，缺 1",
        "▲ 技能实操培训 0/2 次，缺 2",
    )
    anna.sees(
        "Reminder · half of 2026-01 is over", "16 days are left in the month; please hand it in by 2026-02-03"
    )
    await look(program)
    await at(program, wang, anna, day=16)
    wang.quiet()
    await wang.tap("打开")
    wang.sees("活动记录 · 2026 年 1 月", "张建国工作室 · 西北能化考核")
    await anna.tap("Open")
    anna.sees("Activities · 2026-01")


async def test_on_the_eve_and_once_overdue(program: Program, wang: Chat) -> None:
    """The second and the fourth of the month after; the third and the fifth are silent."""
    await log(program)
    await at(program, day=15)
    await at(program, wang, month=2, day=1)
    wang.quiet()
    await at(program, wang, month=2, day=2)
    wang.sees("提醒 · 2026 年 1 月 待提交", "请于 2026-02-03 前提交（明天到期）", "缺 1")
    await at(program, wang, month=2, day=3)
    wang.quiet()
    await at(program, wang, month=2, day=4)
    wang.sees("提醒 · 2026 年 1 月 逾期未提交", "应于 2026-02-03 前提交", "逾期只提醒这一次")
    for day in (5, 6, 13, 14):
        await at(program, wang, month=2, day=day)
        wang.quiet()
    await at(program, wang, month=2, day=15)
    wang.sees("提醒 · 2026 年 2 月 已过半")


async def test_who_owes_nothing_hears_nothing(program: Program, wang: Chat) -> None:
    """Half-way with nothing missing; on the eve and after it, handed in, with or without activities."""
    for kind, count in (("theory", 2), ("practice", 2), ("exchange", 1), ("research", 1)):
        for _ in range(count):
            await log(program, kind)
    await at(program, wang, day=15)
    wang.quiet()
    month = {"studio": ZHANG.id, "rubric": NORTHWEST}
    await program.make(SubmitMonth(**month, month="2026-01", today=today(program)), by="王海涛")
    await at(program, wang, month=2, day=2)
    await at(program, wang, month=2, day=4)
    wang.does_not_see("提醒")
    await at(program, wang, month=2, day=15)
    wang.sees("提醒 · 2026 年 2 月 已过半", "还没有活动记录")
    nothing = NothingThisMonth(**month, month="2026-02", today=today(program), reason="停产检修")
    await program.make(nothing, by="王海涛")
    await at(program, wang, month=3, day=2)
    await at(program, wang, month=3, day=4)
    wang.quiet()


async def test_a_month_opened_again_is_not_called_late(program: Program, wang: Chat, chen: Chat) -> None:
    """It was handed in in time; the eve says that it has to be handed in once more."""
    await log(program)
    month = {"studio": ZHANG.id, "rubric": NORTHWEST, "month": "2026-01"}
    await program.make(SubmitMonth(**month, today=today(program)), by="王海涛")
    row = await month_of(program)
    assert row
    await program.make(ReopenMonth(month=row.id, reason="漏记"), by="陈主任")
    await at(program, wang, month=2, day=2)
    wang.sees("该月重新开放后还没有再次提交")
    wang.does_not_see("迟报")


@pytest.mark.parametrize("hour", [0.0, 3.0, 7.99, 21.0, 23.5])
async def test_never_at_night(program: Program, wang: Chat, hour: float) -> None:
    """What is due in the night is told at eight."""
    await log(program)
    await at(program, wang, day=15, hour=hour)
    wang.quiet()
    await at(program, wang, day=16, hour=8.0)
    wang.sees("已过半")


async def test_what_could_not_leave_before_the_night_waits_for_the_morning(
    program: Program, wang: Chat
) -> None:
    """Queued and not sent, killed, started again at night: nothing rings; in the morning it is told, once."""
    await log(program)
    assert program.running
    program.running.reminders._push = lambda rows: None
    await at(program, wang, day=15, hour=20.9)
    wang.quiet()
    await program.stop()
    program.pass_time(hours=3)
    await program.start()
    wang.quiet()
    await at(program, wang, day=16, hour=7.0)
    wang.quiet()
    await at(program, wang, day=16, hour=8.0)
    wang.sees("到月底还有 15 天")
    await at(program, wang, day=17)
    await program.restart()
    await at(program, wang, day=18)
    wang.quiet()


async def test_the_program_looks_when_it_starts(program: Program, wang: Chat) -> None:
    """Nobody waits for a tick after a restart on the day itself."""
    await log(program)
    await program.stop()
    program.pass_time(days=10)
    await program.start()
    await look(program)
    wang.sees("已过半")
    assert wang.screen().count("已过半") == 1


async def test_one_who_left_and_one_who_blocked_stop_nobody(program: Program, wang: Chat, zhao: Chat) -> None:
    """The third leader is told; the one who blocked the bot is told when they are back, the one who left never."""
    sun = await program.person("孙丽", "leader", Scope(kind="studio", key=ZHANG.id))
    await log(program)
    await program.revoke("赵敏")
    wang.phone.block()
    await at(program, wang, zhao, sun, day=15)
    sun.sees("已过半")
    zhao.quiet()
    wang.phone.block(on=False)
    await program.settle()
    wang.sees("已过半")


async def test_coordinators_are_told_once_of_a_studio_without_leader(
    program: Program, wang: Chat, chen: Chat
) -> None:
    """Nobody of it is in the bot: one message, and not again in the months after; others' studios are not named."""
    await program.add(LONELY)
    await log(program)
    await at(program, chen, day=15)
    chen.sees("1 个工作室无人接收提醒", "· 孤山工作室（三矿）孤山工")
    chen.does_not_see("张建国工作室", "红旗工作室")
    for month, day in ((2, 2), (2, 4), (2, 15), (3, 2)):
        await at(program, chen, month=month, day=day)
        chen.quiet()


async def test_a_studio_owes_nothing_of_the_time_before_it_was_listed(program: Program, wang: Chat) -> None:
    """Listed on the fifth of January: December is not asked of it."""
    await log(program)
    await at(program, wang, day=6)
    wang.quiet()
