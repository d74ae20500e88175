"""Bad input to the log: what is wrong and what would be right is said, nothing is changed, nothing typed is lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.changes import ReopenMonth
from bot.entities import Scope
from tests.bot.month.scenes import entries, entry_of, log, month_of
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
LINE = "授课 1月4日 液压阀检修 18人 2小时"


async def close(wang: Chat) -> None:
    """Hand in January."""
    await wang.say("/month")
    await wang.tap("提交本月")
    await wang.tap("确认提交")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("授课 2月5日 液压阀检修", "2026-02-05 还没有到（今天 2026-01-05），未记"),
        ("授课 2027-01-01 液压阀检修", "2027-01-01 还没有到"),
        ("授课 6月31日 液压阀检修", "没有“6月31日”这一天，未记"),
        ("授课 2月30日 液压阀检修", "没有“2月30日”这一天"),
        ("授课 液压阀检修 18人", "没有写日期，未记。请写如 今天、昨天、5月12日 或 2026-05-12"),
        ("攻关 今天 主泵振动", "“攻关”可能是几类活动，未记"),
        ("授课 1月3日 1月4日 液压阀检修", "写了两个日期（1月3日、1月4日），未记"),
        ("授课 今天 液压阀检修 18人 20人", "写了两个数（18人、20人），未记"),
        ("授课 今天 液压阀检修 0人", "“0人”应大于 0"),
        ("授课 今天 液压阀检修 18", "最后的“18”没有单位，未记。请写如 18人 或 18小时"),
        ("钓鱼 今天 水库", "没有“钓鱼”这类活动，未记。可写：专业理论授课、技能实操培训"),
        ("授课 今天 " + "长" * 201, "文字 201 字，超过 200 字"),
    ],
)
async def test_a_wrong_line(wang: Chat, unchanged: Unchanged, line: str, answer: str) -> None:
    """Each answer quotes what is wrong and says what to send."""
    await wang.say("/log")
    with unchanged():
        await wang.say(line)
    wang.sees(answer)


@pytest.mark.parametrize("where", ["", "/month"])
async def test_a_wrong_line_without_the_log(wang: Chat, unchanged: Unchanged, where: str) -> None:
    """A line that names a kind is answered as one, wherever the chat stands; other words are not."""
    if where:
        await wang.say(where)
    with unchanged():
        await wang.say("授课 2月5日 液压阀检修")
        wang.sees("2026-02-05 还没有到")
        await wang.say("你好")
        wang.sees("/help 说明")


async def test_a_wrong_answer_is_asked_again_and_nothing_is_lost(
    program: Program, wang: Chat, unchanged: Unchanged
) -> None:
    """Every question with answers that cannot be; what was filled in before stands, also after a restart."""
    await wang.say("/log")
    await wang.tap("专业理论授课")
    with unchanged():
        for said, answer in (
            ("6月31日", "没有“6月31日”这一天"),
            ("2月5日", "2026-02-05 还没有到"),
            ("液压阀检修", "没有写日期"),
        ):
            await wang.say(said)
            wang.sees(answer, "是哪一天的活动？")
        await wang.say("1月4日")
        await wang.say("长" * 201)
        wang.sees("文字 201 字，超过 200 字")
        await wang.say("液压阀检修")
        for said, answer in (
            ("很多人", "“很多人”不是数，未记。请只写数和单位，如 18人、2小时、3项"),
            ("18", "“18”没有单位"),
            ("18.5人", "“18.5人”不是整数"),
            ("10000人", "“10000人”应大于 0，不超过 9999"),
            ("18人 -2小时", "不是数"),
        ):
            await wang.say(said)
            wang.sees(answer, "主题 液压阀检修", "多少人、几小时？")
        await program.restart()
        await wang.say("18人")
        wang.sees("主题 液压阀检修", "人数 18", "谁主讲或组织？")
        await wang.tap("跳过")
        await wang.tap("跳过")
        await wang.say("还有什么")
        wang.sees("未作改动，所填内容都在")
    await wang.tap("保存")
    (entry,) = await entries(program)
    assert (entry.on, entry.topic, entry.people, entry.led_by) == ("2026-01-04", "液压阀检修", 18, "")


async def test_a_draft_that_was_left_can_be_taken_up(program: Program, wang: Chat) -> None:
    """Another command instead of an answer: the old card leads back to what was typed, photos and all."""
    await wang.say("/log")
    await wang.tap("专业理论授课")
    await wang.tap("今天")
    await wang.say("液压阀检修")
    await wang.photo()
    await wang.say("/month")
    await wang.tap("继续填写")
    wang.sees("主题 液压阀检修", "附件 📷1", "多少人、几小时？")
    await wang.say("/log")
    await program.restart()
    await wang.tap("继续填写")
    await wang.say("18人")
    await wang.tap("保存")
    wang.sees("✓ 已记录", "人数 18", "附件 📷1")
    assert len(await entries(program)) == 1


async def test_a_month_that_was_handed_in(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """A line, a draft, an edit, a deletion, a photo: refused with the way out, nothing changed."""
    entry = await log(program, on="2026-01-04")
    await wang.say("/log")
    await wang.tap("✎ 1")
    edit, delete = wang.button("改"), wang.button("删…")
    await close(wang)
    with unchanged():
        await wang.say("授课 1月3日 安全规程")
        wang.sees("2026-01 已于 2026-01-05 提交", "请考核管理员重新开放该月")
        await wang.say("/log")
        wang.sees("该月已于 2026-01-05 提交，不能再改动")
        await wang.tap("技能实操培训")
        await wang.tap("今天")
        wang.hears("2026-01 已于 2026-01-05 提交")
        await wang.say("1月3日")
        wang.sees("2026-01 已于 2026-01-05 提交")
        await wang.tap("取消")
        for button in (edit, delete):
            await wang.tap(button)
            wang.hears("2026-01 已于 2026-01-05 提交")
        wang.sees("该月已于 2026-01-05 提交")
        await wang.photo()
        wang.sees("2026-01 已于 2026-01-05 提交")
    assert (await entry_of(program, entry)).revision == 1


async def test_a_month_closed_while_an_entry_was_written(program: Program, wang: Chat, zhao: Chat) -> None:
    """Saving is refused, what was written stays on the card, and is saved once the month is open again."""
    await log(program, on="2026-01-04")
    await wang.say("/log")
    await wang.tap("专业理论授课")
    await wang.tap("今天")
    await wang.say("安全规程")
    await close(zhao)
    await wang.tap("保存")
    wang.hears("2026-01 已于 2026-01-05 提交")
    wang.sees("主题 安全规程")
    assert len(await entries(program)) == 1
    chen = await program.person("陈主任", "coordinator")
    await program.make(*[await reopening(program)], by="陈主任")
    await wang.tap("保存")
    wang.sees("✓ 已记录", "主题 安全规程", "▲ 迟报")
    del chen


async def reopening(program: Program) -> ReopenMonth:
    """The coordinator opens January again."""
    row = await month_of(program)
    assert row
    return ReopenMonth(month=row.id, reason="漏记")


async def test_forged_and_stale_buttons(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Entries, studios and files of others, drafts that are not there, data of no button: refused alike."""
    sun = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await sun.say(LINE)
    (theirs,) = await entries(program, RED.id)
    await sun.photo()
    await wang.say("/log")
    with unchanged():
        for verb in ("o", "m", "x", "p"):
            await wang.forge(f"e:{verb}:{theirs.id}")
            wang.hears("未作任何改动")
        await wang.forge(f"e:r:{theirs.id}:1:mistake")
        wang.hears("未作任何改动")
        for data in (
            f"g:o:{RED.id}",
            f"g:a:{RED.id}",
            f"g:n:{RED.id}:2026-01:",
            "g:s:nothing",
            "g:f:x",
            "g:x:1",
            "g:?:1",
        ):
            await wang.forge(data)
            wang.hears("未作任何改动")
            wang.does_not_see("1-4 专业理论授课")


async def test_one_press_twice_is_one_entry(program: Program, wang: Chat) -> None:
    """The second press of 保存 finds it saved."""
    await wang.say("/log")
    await wang.tap("专业理论授课")
    await wang.tap("今天")
    await wang.say("安全规程")
    button = wang.button("保存")
    await wang.tap(button)
    await wang.tap(button)
    assert len(await entries(program)) == 1


async def test_two_leaders_edit_one_entry(program: Program, wang: Chat, zhao: Chat) -> None:
    """The second is refused, sees the new card, and what was typed is quoted so that it can be used."""
    entry = await log(program, on="2026-01-04", people=18)
    for chat in (wang, zhao):
        await chat.say("/log")
        await chat.tap("✎ 1")
        await chat.tap("改")
        await chat.tap("主题")
    await wang.say("换向阀检修")
    await wang.tap("保存")
    await zhao.say("液压泵检修 <二期>")
    await zhao.tap("保存")
    zhao.hears("这条记录刚才已被改动，本次未改")
    zhao.sees("您的修改没有保存。您填写的是：", "主题 液压泵检修 <二期>", "✓ 已记录", "主题 换向阀检修")
    kept = await entry_of(program, entry)
    assert (kept.topic, kept.revision) == ("换向阀检修", 2)
    await zhao.tap("改")
    await zhao.tap("主题")
    await zhao.say("液压泵检修")
    await zhao.tap("保存")
    assert (await entry_of(program, entry)).topic == "液压泵检修"


async def test_one_edits_what_the_other_takes_out(program: Program, wang: Chat, zhao: Chat) -> None:
    """Deleting what changed since is refused with the new card; editing what is gone shows that it is gone."""
    entry = await log(program, on="2026-01-04")
    for chat in (wang, zhao):
        await chat.say("/log")
        await chat.tap("✎ 1")
    await zhao.tap("删…")
    await wang.tap("改")
    await wang.tap("主题")
    await wang.say("换向阀检修")
    await wang.tap("保存")
    await zhao.say("记在别处了")
    zhao.sees("没有删除（原因：记在别处了）", "主题 换向阀检修")
    await wang.tap("改")
    await wang.tap("主题")
    await zhao.tap("删…")
    await zhao.tap("记错了")
    zhao.sees("– 已删除的记录", "删除原因：记错了")
    await wang.say("泵站检修")
    await wang.tap("保存")
    wang.sees("您填写的是：", "主题 泵站检修", "– 已删除的记录", "删除原因：记错了")
    assert (await entry_of(program, entry)).topic == "换向阀检修"


async def test_a_leader_whose_right_has_ended(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Nothing is shown and nothing logged any more, from any card."""
    await wang.say(LINE)
    button = wang.button("改")
    await program.revoke("王海涛")
    with unchanged():
        await wang.tap(button)
        wang.hears("没有由您负责记录的工作室")
        await wang.say(LINE)
        wang.sees("没有由您负责记录的工作室")
        await wang.photo()
        wang.sees("没有由您负责记录的工作室")


async def test_words_on_the_card_of_an_entry(wang: Chat, unchanged: Unchanged) -> None:
    """They are no answer to anything: said so, with both ways on."""
    await wang.say(LINE)
    with unchanged():
        await wang.say("讲得不错")
        wang.sees("未作改动。要改这条，请点“改”；另记一条，请发一行")
        await wang.say("例会 1月4日 月度例会 8人")
        wang.sees("没有“例会”这类活动，未记。可写：专业理论授课")
