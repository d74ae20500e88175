"""The month in the chat: how it stands, handing it in, nothing done, opening it again."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.changes import DeleteActivity, Rule
from bot.entities import Scope
from tests.bot.month.scenes import entry_of, log, month_of
from tests.bot.walk.scenes import northwest
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def handed_in(program: Program, wang: Chat) -> None:
    """January with two lectures is handed in on its fifth day."""
    await log(program, on="2026-01-04")
    await log(program, on="2026-01-05")
    await wang.say("/month")
    await wang.tap("提交本月")
    await wang.tap("确认提交")


async def test_what_is_done_and_missing_with_the_days_left(program: Program, wang: Chat) -> None:
    """Each requirement of the rubric by its span: done of wanted, ✓ or ▲, and the entries of the month."""
    await log(program, on="2026-01-03", people=18, hours="2")
    await log(program, on="2026-01-04")
    await log(program, "practice", on="2026-01-05")
    await wang.say("/month")
    wang.sees(
        "活动记录 · 2026 年 1 月",
        "张建国工作室 · 西北能化考核",
        "每月（还剩 26 天）",
        "✓ 专业理论授课 2/2 次",
        "▲ 技能实操培训 1/2 次，缺 1",
        "每季度（还剩 85 天）",
        "▲ 创新成果申报 0/3 项，缺 3",
        "本月记录 3 条",
        "· 1-3 专业理论授课 液压阀检修 18人 2学时",
        "未提交 · 请于 2026-02-03 前提交（还有 29 天）",
    )


async def test_what_is_missing_is_said_before_it_is_handed_in(
    program: Program, wang: Chat, chen: Chat
) -> None:
    """Two presses: the first says what is missing, that the month is not over and that it will be closed."""
    await log(program)
    await wang.say("/month")
    await wang.tap("提交本月")
    wang.sees(
        "提交本月 1 条活动记录？",
        "▲ 专业理论授课 1/2 次，缺 1",
        "没有照片或文件的记录 1 条",
        "本月还有 26 天",
        "提交后不能改动",
    )
    wang.does_not_see("创新成果申报")  # due at the end of the quarter only
    assert await month_of(program) is None
    await wang.tap("确认提交")
    wang.hears("已提交")
    wang.sees("✓ 王海涛 已于 2026-01-05 提交，该月已关闭")
    chen.sees("张建国工作室 2026 年 1 月 的活动记录已提交：1 条（王海涛；西北能化考核）", "[重新开放…]")
    row = await month_of(program)
    assert row
    assert (row.state, row.late, row.day) == ("submitted", False, "2026-01-05")


async def test_a_month_without_activities_is_one_tap_with_a_reason(
    program: Program, wang: Chat, chen: Chat
) -> None:
    """A usual reason by tap; the button is not there once something is logged."""
    await wang.say("/month")
    await wang.tap("本月无活动…")
    await wang.tap("停产检修")
    wang.sees("本月无活动：停产检修", "该月已关闭")
    chen.sees("报本月无活动（王海涛；西北能化考核）", "本月无活动：停产检修")
    row = await month_of(program)
    assert row
    assert row.nothing == "停产检修"


async def test_a_reason_may_be_typed(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """A few words, not a novel; what is too long is answered and can be sent again."""
    await wang.say("/month")
    await wang.tap("本月无活动…")
    with unchanged():
        await wang.say("因" * 301)
        wang.sees("文字 301 字，超过 300 字")
    await wang.say("主厂房 <改造>")
    wang.sees("本月无活动：主厂房 <改造>")
    row = await month_of(program)
    assert row
    assert row.nothing == "主厂房 <改造>"


async def test_a_coordinator_opens_a_month_again(program: Program, wang: Chat, chen: Chat) -> None:
    """The reason is typed, the leader is told, what is logged then is late, the month can be handed in again."""
    await handed_in(program, wang)
    await chen.tap("重新开放…")
    chen.sees("重新开放 2026 年 1 月", "王海涛于 2026-01-05 提交", "请发一句话")
    await chen.say("漏记一次授课")
    chen.sees("张建国工作室 2026 年 1 月 已重新开放，已通知领衔人。")
    wang.sees("2026 年 1 月 已由陈主任重新开放：漏记一次授课", "补记的会标明迟报")
    entry = await log(program, "practice", on="2026-01-05")
    assert (await entry_of(program, entry)).late
    await wang.tap("打开")
    wang.sees("陈主任重新开放：漏记一次授课", "▲ 技能实操培训 1/2 次，缺 1 · 迟报 1", "迟报（01-05 登记）")
    await wang.tap("提交本月")
    await wang.tap("确认提交")
    wang.sees("已于 2026-01-05 提交，该月已关闭")
    row = await month_of(program)
    assert row
    assert (row.state, len(row.reopened), row.late) == ("submitted", 1, False)


async def test_a_leader_asks_for_it(program: Program, wang: Chat, chen: Chat) -> None:
    """The wish goes to the coordinator with the button; nothing is opened by it."""
    await handed_in(program, wang)
    await wang.tap("申请重新开放…")
    await wang.say("漏记一次授课")
    wang.sees("已转告考核管理员")
    chen.sees("2026 年 1 月 申请重新开放（王海涛；西北能化考核）：漏记一次授课", "[重新开放…]")
    row = await month_of(program)
    assert row
    assert row.state == "submitted"


async def test_what_comes_after_the_day_it_was_due_is_late(program: Program, wang: Chat, chen: Chat) -> None:
    """Until the third of the next month the month before is offered first; after that it is overdue and late."""
    await log(program)
    program.pass_time(days=28)  # 2 February
    await wang.say("/month")
    wang.sees("活动记录 · 2026 年 1 月", "每月（已结束）", "请于 2026-02-03 前提交（还有 1 天）")
    program.pass_time(days=2)
    await wang.say("/month")
    wang.sees("活动记录 · 2026 年 2 月")
    await wang.tap("‹ 2026 年 1 月")
    wang.sees("▲ 未提交 · 已过 2026-02-03，提交后会标明迟报")
    await wang.tap("提交本月")
    wang.sees("已过 2026-02-03，会标明迟报")
    await wang.tap("确认提交")
    wang.sees("已于 2026-02-04 提交（迟报）")
    chen.sees("▲ 迟报：应于 2026-02-03 前提交")


async def test_what_was_seen_is_what_is_handed_in(program: Program, wang: Chat, zhao: Chat) -> None:
    """An entry that a colleague logs between the question and the yes is shown before anything is handed in."""
    await log(program)
    await wang.say("/month")
    await wang.tap("提交本月")
    yes = wang.button("确认提交")
    await log(program, on="2026-01-05", by="赵敏")
    await wang.tap(yes)
    wang.hears("记录刚才有改动，没有提交")
    wang.sees("提交本月 2 条活动记录？")
    assert await month_of(program) is None
    await zhao.say("/month")
    await zhao.tap("提交本月")
    await zhao.tap("确认提交")
    await wang.tap("确认提交")
    wang.hears("2026-01 已于 2026-01-05 提交，不能再改动")
    wang.sees("赵敏 已于 2026-01-05 提交")


async def test_the_same_press_twice_hands_in_once(program: Program, wang: Chat, chen: Chat) -> None:
    """The second is answered with when it was closed, and the coordinator hears of it once."""
    await log(program)
    await wang.say("/month")
    await wang.tap("提交本月")
    yes = wang.button("确认提交")
    await wang.tap(yes)
    await wang.tap(yes)
    wang.hears("已于 2026-01-05 提交")
    assert len([text for text in map(str, chen.phone.messages) if "活动记录已提交" in text]) == 1


async def test_forged_and_stale_presses_do_nothing(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Another studio, a month to come, a rubric without activities, an assessor, a month's id made up."""
    await log(program)
    await wang.say("/month")
    mark = wang.button("提交本月").data.split(":")[-1]
    with unchanged():
        await wang.forge(f"t:y:studio0000002:2026-01:{mark}:1.1")
        wang.hears("不在您的权限内")
        for data in (
            f"t:y:studio0000001:2026-02:{mark}:1.1",
            f"t:y:studio0000001:2026-13:{mark}:1.1",
            "t:y:studio0000001:2026-01:ffffff:1.1",
            f"t:r:studio0000001:2026-01:{mark}:other",
            f"t:zz:studio0000001:2026-01:{mark}",
        ):
            await wang.forge(data)
            wang.hears("该按钮已失效")
        await wang.forge("y:o:nothingthere1")
        wang.hears("不在您的权限内")
    await li.say("/month")
    li.sees("您的身份不能使用这个命令")


async def test_nothing_done_is_refused_where_something_was(
    program: Program, wang: Chat, unchanged: Unchanged
) -> None:
    """The button was drawn before the first entry came."""
    await wang.say("/month")
    await wang.tap("本月无活动…")
    reason = wang.button("放假")
    entry = await log(program)
    with unchanged():
        await wang.tap(reason)
        wang.hears("2026-01 已有 1 条活动记录，不能报“无活动”")
    stored = await entry_of(program, entry)
    await program.make(DeleteActivity(entry=entry, revision=stored.revision, reason="记错"), by="王海涛")
    await wang.tap(reason)
    wang.sees("本月无活动：放假")


async def test_a_photo_or_words_without_an_entry_change_nothing(
    program: Program, wang: Chat, unchanged: Unchanged
) -> None:
    """They are answered with where they belong."""
    await wang.say("/month")
    with unchanged():
        await wang.say("今天天气不错")
        wang.sees("/help")
        await wang.place()
        wang.sees("不收")


async def test_in_english(program: Program, anna: Chat, chen: Chat) -> None:
    """Line by line the same, the coordinator's note in Chinese."""
    await log(program, by="Anna", people=18)
    await anna.say("/month")
    anna.sees(
        "Activities · 2026-01",
        "Each month (26 days left)",
        "Not handed in · please do by 2026-02-03 (29 days left)",
        "1 entries this month",
    )
    await anna.tap("Hand in")
    anna.sees("Hand in this month with 1 entries?", "Entries without a photo or file: 1")
    await anna.tap("Yes, hand in")
    anna.sees("Handed in by Anna on 2026-01-05; the month is closed")
    chen.sees("张建国工作室 2026 年 1 月 的活动记录已提交：1 条（Anna")
    await chen.tap("重新开放…")
    await chen.say("one more")
    anna.sees("2026-01 was reopened by 陈主任: one more")


async def test_help_and_menu_are_the_leaders(wang: Chat) -> None:
    """The month is on the menu; help says what it is for."""
    assert any(line.startswith("/month ") for line in wang.commands())
    assert not any(line.startswith("/assess") for line in wang.commands())
    await wang.say("/help")
    wang.sees("月底提交", "重新开放")


async def test_what_the_unit_decided_is_what_is_asked_for(
    program: Program, wang: Chat, li: Chat, chen: Chat
) -> None:
    """A duty that only the annex names becomes advice where the unit rules so."""
    await wang.say("/month")
    wang.sees("▲ 国家专利 0/1 项，缺 1")
    await northwest(li, "2026-01")
    ((assessment,),) = program.rows("select id from assessments")
    await program.make(Rule(assessment=assessment, ruling="patent-duty", option="not_given"), by="陈主任")
    await wang.say("/month")
    wang.sees("– 国家专利 0/1 项（建议）")


async def test_a_long_month_fits_a_message(program: Program, wang: Chat) -> None:
    """The newest entries are listed, the others counted."""
    for _ in range(20):
        await log(program, topic="很长的题目" * 20, people=18, hours="2")
    await wang.say("/month")
    wang.sees("本月记录 20 条", "（另有较早的 8 条）", "✓ 专业理论授课 20/2 次")


async def test_several_studios_are_chosen_from(program: Program, wang: Chat) -> None:
    """A leader of two begins with the choice; the button leads back to it."""
    both = await program.person("孙丽", "leader", Scope(kind="all"))
    await both.say("/month")
    both.sees("请选择工作室", "[红旗工作室]")
    await both.tap("红旗工作室")
    both.sees("红旗工作室 · 西北能化考核")
    await both.tap("其他工作室")
    both.sees("请选择工作室")
    await both.tap("张建国工作室")
    await both.tap("中北大学实施细则")
    both.sees("张建国工作室 · 中北大学实施细则")


async def test_after_a_restart_the_month_goes_on(program: Program, wang: Chat) -> None:
    """A reason that is typed after the program was started anew closes the month that was in view."""
    await wang.say("/month")
    await wang.tap("本月无活动…")
    await program.restart()
    await wang.say("全员培训")
    wang.sees("本月无活动：全员培训")
