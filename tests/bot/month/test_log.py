"""The log in the chat: one line, step by step, the list, putting right, taking out, one more like it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.bot.month.scenes import entries, entry_of, log
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
LINE = "授课 1月4日 液压阀检修 18人 2小时"


async def test_one_line_is_one_entry(program: Program, wang: Chat) -> None:
    """Kind, day, topic and figures in one message, without any command; what was understood is shown at once."""
    await wang.say(LINE)
    wang.sees("✓ 已记录", "张建国工作室 · 西北能化考核", "种类 专业理论授课", "日期 2026-01-04")
    wang.sees(
        "主题 液压阀检修", "人数 18", "学时 2", "登记 2026-01-05（王海涛）", "[改]", "[删…]", "[再记一条]"
    )
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


async def test_what_a_line_does_not_say_is_asked(program: Program, wang: Chat) -> None:
    """A topic that is missing, or the number by which a kind is counted: the rest is kept and need not be typed again."""
    await wang.say("授课 昨天 18人")
    wang.sees("日期 2026-01-04", "人数 18", "主题是什么？")
    await wang.say("安全规程")
    wang.sees("请核对")
    await wang.tap("保存")
    await wang.say("/log 导师带徒 1月3日 新徒弟拜师")
    wang.sees("种类 导师带徒", "主题 新徒弟拜师", "这类活动按人数计")
    assert not wang.has("保存")
    await wang.say("2")
    await wang.tap("保存")
    wang.sees("已记录", "人数 2")
    kept = [(each.activity, each.topic, each.people, each.amount) for each in await entries(program)]
    assert kept == [("apprentice", "新徒弟拜师", 2, "2"), ("theory", "安全规程", 18, "1")]


async def test_any_day_is_typed_and_checked(program: Program, wang: Chat) -> None:
    """Another day by words; a day without a year is the latest that has come."""
    await wang.say("/log")
    await wang.tap("专业理论授课")
    await wang.tap("其他日期…")
    wang.sees("请发日期，如 5月12日")
    await wang.say("12月30号")
    wang.sees("日期 2025-12-30", "主题是什么？")
    await wang.say("年终讲评")
    await wang.tap("保存")
    wang.sees("日期 2025-12-30", "登记 2026-01-05（王海涛）▲ 迟报")  # December was due by the third
    (entry,) = await entries(program)
    assert (entry.on, entry.late) == ("2025-12-30", True)


async def test_a_kind_from_all_of_the_rubric(program: Program, wang: Chat) -> None:
    """The list offers the likely kinds; all of them are one tap away, and a kind may be typed."""
    await wang.say("/log")
    assert not wang.has("国家专利")
    await wang.tap("全部种类…")
    wang.sees("是哪一类活动？", "国家专利", "技术经济一体化")
    await wang.tap("国家专利")
    await wang.tap("昨天")
    await wang.say("一种液压阀拆装工具")
    wang.sees("多少人、几小时？")
    await wang.tap("保存")
    wang.sees("种类 国家专利", "日期 2026-01-04")
    await wang.tap("再记一条")
    await wang.say("攻关")
    wang.sees("“攻关”可能是几类活动", "课题攻关活动", "自主课题攻关")
    await wang.say("课题攻关活动")
    wang.sees("是哪一天的活动？")
    (entry,) = await entries(program)
    assert (entry.activity, entry.amount) == ("patent", "1")


async def test_an_entry_is_put_right(program: Program, wang: Chat) -> None:
    """Each thing said can be said again; when it came stays, a revision is added."""
    await wang.say(LINE)
    program.pass_time(hours=2)
    await wang.tap("改")
    wang.sees("修改记录", "人数 18", "请核对", "[种类][日期][主题]")
    await wang.tap("人数学时")
    await wang.say("20人")
    wang.sees("人数 20", "学时 2", "请核对")
    await wang.tap("日期")
    await wang.say("1月3日")
    await wang.tap("摘要")
    await wang.say("先讲后练")
    (before,) = await entries(program)
    assert before.people == 18  # nothing is changed before it is saved
    await wang.tap("保存")
    wang.sees(
        "✓ 已记录", "日期 2026-01-03", "人数 20", "学时 2", "摘要 先讲后练", "登记 2026-01-05（王海涛）"
    )
    (after,) = await entries(program)
    assert (after.on, after.people, after.hours, after.revision) == ("2026-01-03", 20, "2", 2)
    assert (after.id, after.came) == (before.id, before.came)


async def test_a_change_can_be_left(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Cancel shows the entry as it was."""
    await wang.say(LINE)
    with unchanged():
        await wang.tap("改")
        await wang.tap("主题")
        await wang.say("别的主题")
        await wang.tap("取消")
    wang.sees("✓ 已记录", "主题 液压阀检修")


async def test_an_entry_is_taken_out_with_a_reason(program: Program, wang: Chat) -> None:
    """A usual reason by tap or one in words; it stays readable, counts nowhere, and can be logged again by a copy."""
    await wang.say(LINE)
    (entry,) = await entries(program)
    await wang.tap("删…")
    wang.sees("为什么删除？", "[记错了]")
    await wang.tap("返回")
    wang.sees("[删…]")
    await wang.tap("删…")
    await wang.say("另一工作室的活动")
    wang.sees("– 已删除的记录", "删除原因：另一工作室的活动")
    assert not wang.has("改")
    assert await entries(program) == ()
    assert (await entry_of(program, entry.id)).deleted == "另一工作室的活动"
    await wang.tap("复制这一条")
    await wang.tap("今天")
    wang.sees("请核对", "主题 液压阀检修", "人数 18")
    await wang.tap("保存")
    await wang.tap("删…")
    await wang.tap("重复登记")
    wang.sees("– 已删除的记录", "删除原因：重复登记")


async def test_the_last_one_is_copied(program: Program, wang: Chat) -> None:
    """Everything but the day; from the entry's card or from the list."""
    await wang.say("授课 1月3日 液压阀检修 18人 2小时 主讲：李师傅\n先讲后练")
    await wang.say("/log")
    await wang.tap("复制上一条")
    wang.sees("主题 液压阀检修", "主讲/组织 李师傅", "是哪一天的活动？")
    wang.does_not_see("日期 2026")
    await wang.tap("今天")
    wang.sees("请核对", "摘要 先讲后练")
    await wang.tap("主题")
    await wang.say("泵站检修")
    await wang.tap("保存")
    first, second = await entries(program)
    assert (second.topic, second.on, second.led_by) == ("泵站检修", "2026-01-05", "李师傅")
    assert second.model_copy(update={"topic": first.topic, "on": first.on}).facts == first.facts


async def test_the_list_is_leafed_through(program: Program, wang: Chat) -> None:
    """Six entries a leaf, the newest first in view; each opens with its number."""
    for day in range(1, 6):
        await log(program, on=f"2026-01-0{day}", topic=f"第{day}讲")
        await log(program, "practice", on=f"2026-01-0{day}", topic=f"第{day}练")
    await wang.say("/log")
    wang.sees("本月记录 10 条（第 1/2 页）", "10 1-5", "第5讲", "[✎ 5][✎ 6][✎ 7]", "[✎ 8][✎ 9][✎ 10]")
    wang.does_not_see("第2讲")
    await wang.tap("‹ 较早")
    wang.sees("第 2/2 页", "1 1-1", "第1讲", "[✎ 1][✎ 2][✎ 3]", "[较新 ›]")
    wang.does_not_see("第5讲", "[‹ 较早]")
    await wang.tap("✎ 1")
    wang.sees("✓ 已记录", "日期 2026-01-01")
    await wang.tap("本月记录")
    wang.sees("第 1/2 页")
    await wang.tap("‹ 2025 年 12 月")
    wang.sees("活动记录 · 2025 年 12 月", "本月还没有活动记录", "[2026 年 1 月 ›]")


async def test_what_the_month_lacks_is_offered_first(program: Program, wang: Chat) -> None:
    """The kinds that the month still asks for stand on the list; what is done makes room."""
    await wang.say("/log")
    wang.sees("[专业理论授课][技能实操培训]")
    await log(program, on="2026-01-03")
    await log(program, on="2026-01-04")
    await wang.say("/log")
    wang.sees("[技能实操培训]", "[全部种类…][复制上一条]")
    first = wang.card_message()["inline"][0][0]["text"]
    assert first == "技能实操培训"


async def test_in_english(program: Program, anna: Chat) -> None:
    """The same in English: the line, the steps, the refusals."""
    await anna.say("theory lesson 1-4 hydraulic valves 18 people 2 h")
    anna.sees(
        "✓ Logged", "Kind theory lesson", "Date 2026-01-04", "Topic hydraulic valves", "People 18", "Hours 2"
    )
    await anna.tap("Log another")
    await anna.tap("practical training")
    await anna.say("June 31")
    anna.sees("There is no day “june 31”")
    await anna.tap("Today")
    anna.sees("What was it about?")
    await anna.say("valve bench")
    await anna.say("a lot of people")
    anna.sees("“a lot of people” is no number; nothing was logged. Send number and unit: 18 people, 2 hours.")
    await anna.say("6 people")
    await anna.tap("I did")
    await anna.tap("Skip")
    anna.sees("Please check.")
    await anna.tap("Save")
    anna.hears("Saved")
    anna.sees("Led by Anna", "Logged 2026-01-05 (Anna)", "[Edit][Delete…]")
    await anna.say("/log")
    anna.sees(
        "2 entries this month",
        "To log: press a kind, or send a line such as",
        "1-5 hydraulic valves 18 people 2 h",
    )
    assert [each.activity for each in await entries(program)] == ["theory", "practice"]


async def test_the_leaders_menu(wang: Chat, chen: Chat) -> None:
    """A leader's menu has the log and the month; a coordinator's has neither."""
    assert "/log 记录活动" in wang.commands()
    assert "/month 本月活动与提交" in wang.commands()
    assert not any("/log" in each for each in chen.commands())
    await chen.say("/log")
    chen.sees("您的身份不能使用这个命令")
    await wang.say("/help")
    wang.sees("/log 记一条活动", "授课 5月12日 液压阀检修 18人 2小时")


async def test_undo_asks_why_and_takes_out(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """/undo after logging is a deletion like any other; what was put right since is not undone by a word."""
    await wang.say(LINE)
    with unchanged():
        await wang.say("/undo")
        wang.sees("为什么删除？")
    await wang.tap("重复登记")
    assert await entries(program) == ()
    with unchanged():
        await wang.say("/undo")
        wang.sees("这条记录改过或已删除，不能撤销")
    await wang.say(LINE)
    await wang.tap("改")
    await wang.tap("主讲")
    await wang.say("李师傅")
    await wang.tap("保存")
    with unchanged():
        await wang.say("/undo")
        wang.sees("请点“改”填回原样")
