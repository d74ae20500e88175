"""Who sees and does what on the pages of applications: forged and stale buttons, drafts, own studios, late applications."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.entities import Grant, Scope
from tests.bot.applications.scenes import begun, got, handed_in, steps, to_round
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
VERBS = ("s:{0}:examined", "s:{0}:recommended", "s:{0}:approved", "s:{0}:nonsense", "r:{0}", "n:{0}", "p:{0}")


async def letters(chen: Chat) -> str:
    """The letters that stand for the scheme on buttons."""
    await chen.say("/applications")
    return chen.button("1 大连市推荐申报").data.split(":")[2]


async def test_a_reader_reads_and_does_nothing(
    program: Program, chen: Chat, wang: Chat, helen: Chat, unchanged: Unchanged
) -> None:
    """In English; every button of others that is forged is dead."""
    one = await handed_in(program, "王海涛")
    short = await letters(chen)
    with unchanged():
        await helen.say("/applications")
        helen.sees("Applications and naming", "handed in 1")
        assert not helen.has("New")
        await helen.tap("1 Dalian")
        helen.sees("1 ● 张建国工作室 · handed in")
        await helen.tap("1", on=helen.card_message()["message_id"])
        helen.sees("✓ 2026-01-05 application", "● recommendation", "○ public notice may be left out")
        await helen.tap("What was filled in")
        helen.sees("Conditions", "Video about the studio", "More ›")
        await helen.tap("Back", on=helen.card_message()["message_id"])
        for verb in VERBS:
            await helen.forge(f"qa:{verb.format(one)}")
            helen.hears("nothing was changed")
        for data in (f"qr:d:{short}:2026:", f"qr:m:{short}:2026::examined", "ql:b", "ql:m", f"qo:a:{one}"):
            await helen.forge(data)
            helen.hears("nothing was changed")
        await helen.say("one more thing")
        helen.sees("Please press a button here")


async def test_strangers_to_the_studio_see_nothing(
    program: Program, chen: Chat, wang: Chat, hong: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Another leader, an assessor and the union of another unit."""
    one = await handed_in(program, "王海涛")
    other = await program.person("二矿工会", "unit", Scope(kind="unit", key="二矿"))
    with unchanged():
        await other.say("/applications")
        other.sees("还没有申报")
        await other.forge(f"qa:o:{one}")
        other.hears("没有这份申报，或不在您的权限内")
        await other.forge(f"qr:v:{await letters(chen)}:2026:::0")
        other.hears("没有这份申报，或不在您的权限内")
        for who in (hong, li):
            await who.say("/applications")
            who.sees("您的身份不能使用这个命令")
            await who.forge(f"qa:o:{one}", on=who.phone.messages[-2]["message_id"])
            who.hears("没有这份申报，或不在您的权限内")


async def test_a_draft_is_its_applicants_alone(program: Program, chen: Chat, wang: Chat) -> None:
    """The desk knows that it is not handed in, and from the last day on that it is late; nothing of it is read."""
    one = await begun(program, "王海涛")
    await to_round(chen)
    await chen.tap("报送截止…")
    await chen.say("31 June")
    chen.sees("31 June")
    await chen.say("2026-01-06")
    chen.sees("报送截止：2026-01-06", "1 ○ 张建国工作室 · 填写中")
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("还没有提交，内容只有申报人能看")
    assert not chen.has("申报材料")
    for data in (f"qa:v:{one}:look:0", f"qa:v:{one}:conditions:0", f"qa:f:{one}", f"qa:r:{one}"):
        await chen.forge(data)
        chen.hears("已失效")
    program.pass_time(days=3)
    await chen.say("/applications")
    chen.sees("▲ 过期未交 1")
    await chen.tap("1 大连市推荐申报")
    chen.sees("▲ 过期未交 1：张建国工作室")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("提交…")
    await wang.tap("提交")
    wang.hears("报送截止 2026-01-06")


@pytest.mark.parametrize("what", ["examined", "approved"])
async def test_a_step_out_of_order_is_a_dead_button(
    program: Program, chen: Chat, wang: Chat, what: str, unchanged: Unchanged
) -> None:
    one = await handed_in(program, "王海涛")
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    with unchanged():
        await chen.forge(f"qa:s:{one}:{what}")
        chen.hears("已失效")


async def test_two_coordinators_at_once(program: Program, chen: Chat, ma: Chat, wang: Chat) -> None:
    """What was decided meanwhile is said, and the card shows how it is now."""
    one = await handed_in(program, "王海涛")
    for who in (chen, ma):
        await to_round(who)
        await who.tap("1", on=who.card_message()["message_id"])
        await who.tap("推荐…")
        await who.say("市总")
    await chen.tap("确认推荐")
    await ma.tap("确认推荐")
    ma.hears("张建国工作室刚有变动")
    ma.sees("这一步没有办理")
    assert not ma.has("确认推荐")
    await ma.tap("看现在的内容")
    ma.sees("现在：已推荐")
    assert (await got(program, one)).state == "recommended"


async def test_nobody_decides_about_a_studio_that_they_lead(program: Program, chen: Chat, wang: Chat) -> None:
    """A leader who coordinates sees it like a reader, and takes the steps of others."""
    one = await handed_in(program, "王海涛")
    given = Grant(id=program.clock.new_id(), role="coordinator", scope=Scope(kind="all"))
    person = program._id("王海涛")
    await program._store.write(lambda desk: desk.people.grant(person, given, 1))
    await to_round(wang)
    assert not wang.has("推荐（")
    await wang.tap("1", on=wang.card_message()["message_id"])
    for label in ("推荐…", "退回补正…", "不予通过…"):
        assert not wang.has(label)
    for data in (f"qa:s:{one}:recommended", f"qa:r:{one}", f"qa:n:{one}"):
        await wang.forge(data)
        wang.hears("已失效")


async def test_whoever_examined_does_not_approve(program: Program, chen: Chat, wang: Chat) -> None:
    """One person with both roles is refused in words, and nothing is lost."""
    one = await handed_in(program, "王海涛", rubric="nuc-2024", track="staff")
    given = Grant(id=program.clock.new_id(), role="approver", scope=Scope(kind="all"))
    person = program._id("陈主任")
    await program._store.write(lambda desk: desk.people.grant(person, given, 1))
    await steps(program, one, "examined", "visited")
    await chen.say("/applications")
    await chen.tap("1 中北大学")
    await chen.tap("审定（1 份）…")
    await chen.say("工会委员会 校工字〔2026〕2号")
    assert not chen.has("确认审定")
    chen.sees("不能由您审定", "决定：工会委员会", "文号：校工字〔2026〕2号")
    assert (await got(program, one)).state == "visited"


async def test_files_are_seen_place_by_place(program: Program, chen: Chat, wang: Chat) -> None:
    """What was sent with a condition comes with it; a number that there is not is a dead button."""
    one = await begun(program, "王海涛")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("申报条件")
    await wang.album(2)
    await wang.tap("下一项")
    await wang.photo()
    await wang.tap("返回申报")
    await wang.tap("提交…")
    await wang.tap("提交")
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    await chen.tap("申报条件")
    chen.sees("✓ 1.1 工作计划：是 📷2", "✓ 1.2 具体活动：是 📷1")
    await chen.tap("返回")
    await chen.tap("附件 📷3")
    chen.sees("[1.1 工作计划 📷2]")
    await chen.tap("1.1 工作计划 📷2")
    assert sum("(photo)" in each or "jpg" in each for each in chen.new_messages()) == 2
    await chen.forge(f"qa:f:{one}:7")
    chen.hears("已失效")
