"""A joint sheet: what one member enters, the others see; nobody's entry is lost; all sign."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.bot.panel.scenes import ASSESSMENT, VISIT, begin, planned, sign, summary, to_sign
from tests.bot.walk.scenes import NORTHWEST_44, agrees
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def test_what_one_enters_the_others_see(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program)
    await begin(zhou, li, qian)
    counts = {who: len(who.phone.messages) for who in (zhou, qian)}
    await li.tap("a ☐")
    for who, count in counts.items():
        who.sees("☑ a")
        assert len(who.phone.messages) == count
    await zhou.tap("目录")
    await qian.say("1.3 b2 一月、二月")
    zhou.sees("●1.3 2")
    li.at("1.1")
    li.sees("已评 2 项")
    await li.photo()
    zhou.sees("●1.1 0")
    qian.sees("📷1")


async def test_a_chat_that_stands_elsewhere_is_left_alone(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program)
    await begin(zhou, li)
    await qian.say("/assess")
    before = qian.screen()
    await li.tap("a ☐")
    assert qian.screen() == before
    await zhou.say("/assess")
    zhou.sees("有未完成的考核")
    await li.say("1.2 a1")
    zhou.sees("有未完成的考核")


async def test_a_question_stays_open_while_colleagues_enter(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program)
    await begin(zhou, li)
    await li.say("1.3 b1 x")
    await zhou.tap("目录")
    await zhou.tap("1.3")
    await zhou.tap("＋ a")
    await zhou.tap("写说明")
    zhou.sees("✎")
    await li.tap("目录")
    await li.tap("1.2")
    await li.tap("＋ a")
    zhou.sees("✎")
    await zhou.say("缺少攻关台账")
    zhou.sees("1 缺少攻关台账")


async def test_two_who_press_plus_add_two(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    """Both cards were drawn before either was pressed; a press that comes twice adds once."""
    await planned(program)
    await begin(zhou, li, qian)
    for who in (zhou, li, qian):
        await who.tap("目录")
        await who.tap("1.3")
    hers, his, theirs = (who.button("＋ b") for who in (zhou, li, qian))
    await zhou.tap(hers)
    await li.tap(his)
    await zhou.tap(hers)
    await qian.tap(theirs)
    marks = await program.read(lambda desk: desk.marks.of(ASSESSMENT))
    assert marks.marks["1.3"].count("b") == 3
    minus = li.button("− b")
    await li.tap(minus)
    await zhou.tap("跳过")
    await qian.tap("− b")
    marks = await program.read(lambda desk: desk.marks.of(ASSESSMENT))
    assert marks.marks["1.3"].count("b") == 1


async def test_a_tick_on_an_old_card(program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat) -> None:
    """The same tick twice is one; a verdict on what a colleague has changed meanwhile is shown anew, not done."""
    await planned(program)
    await begin(zhou, li)
    ticks = zhou.button("a ☐"), li.button("a ☐")
    full = zhou.button("✓ 无扣分，下一项")
    await li.tap(ticks[1])
    await zhou.tap(ticks[0])
    marks = await program.read(lambda desk: desk.marks.of(ASSESSMENT))
    assert marks.marks["1.1"].count("a") == 1
    before = marks
    await zhou.tap(full)
    zhou.sees("☑ a")
    assert await program.read(lambda desk: desk.marks.of(ASSESSMENT)) == before


async def test_all_sign_and_the_last_closes(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, wang: Chat
) -> None:
    await planned(program)
    await begin(zhou, li, qian)
    await li.say(NORTHWEST_44)
    code = ""
    for who in (li, zhou):
        await to_sign(who)
        await sign(who)
        who.hears("已签字，还差")
        shown = next(line for line in summary(who).splitlines() if "校验码" in line)
        assert shown == (code or shown)
        code = shown
    for said in ("✓ 李工", "✓ 周组长", "○ 钱工", "等其他成员签字"):
        assert said in summary(li)
    qian.sees("周组长 已签字")
    wang.does_not_see("评分表")
    await qian.tap("去签字")
    qian.sees("✓ 李工", "✓ 周组长", "○ 钱工", code)
    await sign(qian)
    for who in (zhou, li, qian):
        assert "全体已签字" in summary(who)
        await agrees(program, who)
    found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert found
    assert found.state == "signed"
    assert sorted((each.name, each.role) for each in found.signatures) == [
        ("周组长", "head"),
        ("李工", "member"),
        ("钱工", "member"),
    ]
    assert not await program.read(lambda desk: desk.panels.countersigns(ASSESSMENT))
    names = [each.name for each in await program.read(lambda desk: desk.history.of(f"{VISIT}/sign"))]
    assert names == ["pass_gaps", "countersign", "pass_gaps", "countersign"]


async def test_a_change_voids_the_signatures(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program)
    await begin(zhou, li, qian)
    await li.say(NORTHWEST_44)
    await to_sign(li)
    await sign(li)
    await qian.say("5.4 a1")
    li.sees("钱工 改动了", "原签字（李工）作废")
    qian.sees("原签字（李工）作废")
    zhou.does_not_see("作废")
    assert not await program.read(lambda desk: desk.panels.countersigns(ASSESSMENT))
    await li.tap("去签字")
    li.sees("○ 李工", "○ 周组长", "○ 钱工")
    await sign(li)
    li.hears("还差 2 人")
    names = [each.name for each in await program.read(lambda desk: desk.history.of(f"{VISIT}/sign"))]
    assert names == ["pass_gaps", "countersign", "void_signatures", "countersign"]


async def test_a_file_that_comes_in_moves_no_signature(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program, "周组长", "李工")
    await begin(zhou, li)
    await li.say(NORTHWEST_44)
    with program.impatient():
        await li.photo()
        await to_sign(li)
        await sign(li)
    await li.settle()
    await to_sign(zhou)
    zhou.sees("✓ 李工")
    await sign(zhou)
    assert "全体已签字" in summary(zhou)
    await agrees(program, zhou)


async def test_a_press_on_a_summary_that_moved(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, unchanged: Unchanged
) -> None:
    await planned(program)
    await begin(zhou, li)
    await li.say(NORTHWEST_44)
    await to_sign(zhou)
    old = zhou.button("签字")
    await li.say("5.4 a1")
    with unchanged():
        await zhou.tap(old)
    zhou.hears("改动")
