"""The log in the chat: one line, step by step, the list, putting right, taking out, one more like it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.entities import LogEntry
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
LINE = "授课 1月4日 液压阀检修 18人 2小时"


async def entries(program: Program) -> tuple[LogEntry, ...]:
    """What 张建国工作室 has logged, by day."""
    return await program.read(lambda desk: desk.logs.between(ZHANG.id, "2000-01-01", "2099-12-31"))


async def test_one_line_is_one_entry(program: Program, wang: Chat) -> None:
    """Kind, day, topic and figures in one message, without any command; what was understood is shown at once."""
    await wang.say(LINE)
    wang.sees("✓ 已记录", "张建国工作室 · 西北能化考核", "种类 专业理论授课", "日期 2026-01-04")
    wang.sees("主题 液压阀检修", "人数 18", "学时 2", "登记 2026-01-05（王海涛）", "[改]", "[删…]", "[再记一条]")
    (entry,) = await entries(program)
    assert (entry.activity, entry.on, entry.topic) == ("theory", "2026-01-04", "液压阀检修")
    assert (entry.people, entry.hours, entry.amount, entry.late) == (18, "2", "1", False)
    assert entry.came > 0


async def test_step_by_step_with_today_in_one_tap(program: Program, wang: Chat) -> None:
    """Kind and day by tap, topic typed, figures typed, led by oneself, a photo on the way, checked, saved."""
    await wang.say("/log")
    wang.sees("活动记录 · 2026 年 1 月", "本月还没有活动记录", "授课 1月5日", "[专业理论授课]")
    await wang.tap("专业理论授课")
    wang.sees("记一条活动", "种类 专业理论授课", "是哪一天的活动？", "[今天][昨天]")
    await wang.tap("今天")
    wang.sees("日期 2026-01-05", "主题是什么？")
    await wang.say("液压阀检修")
    wang.sees("主题 液压阀检修", "多少人、几小时？", "[跳过]", "[保存]")
    await wang.photo()
    wang.sees("附件 📷1")
    await wang.say("十八人，两个半小时")
    wang.sees("人数 18", "学时 2.5", "谁主讲或组织？")
    await wang.tap("本人")
    wang.sees("主讲/组织 王海涛", "内容摘要？")
    await wang.say("讲了换向阀的拆装，\n现场练习。")
    wang.sees("请核对", "摘要 讲了换向阀的拆装， 现场练习。")
    await wang.tap("保存")
    wang.hears("已保存")
    wang.sees("✓ 已记录", "附件 📷1")
    (entry,) = await entries(program)
    assert (entry.led_by, entry.hours, entry.summary) == ("王海涛", "2.5", "讲了换向阀的拆装，\n现场练习。")
    assert len(entry.pieces) == 1
    assert entry.pieces[0].files[0].state == "stored"
