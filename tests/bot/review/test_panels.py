"""Sheets of several that are sent back: all sign again; what ballots came to is settled by the head."""

from tests.bot.panel.conftest import qian, zhou
from tests.bot.panel.scenes import ASSESSMENT, GROUP, VISIT, begin, planned, sign, to_sign
from tests.bot.panel.test_blind import alone, ruled
from tests.bot.review.scenes import send_back
from tests.bot.walk.scenes import NORTHWEST_44
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["qian", "zhou"]


async def test_all_sign_a_joint_sheet_again(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program)
    await begin(zhou, li, qian)
    await li.say(NORTHWEST_44)
    for who in (li, qian, zhou):
        await to_sign(who)
        await sign(who)
    await send_back(chen, ("1.1", "请核实档案"))
    for who in (zhou, li, qian):
        who.sees("陈主任 退回评分表", "1.1：请核实档案")
    await qian.tap("打开 1.1")
    await qian.say("1.1 满")
    for who in (li, qian):
        await to_sign(who)
        await sign(who)
    found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert found
    assert (found.state, found.round) == ("open", 2)
    await to_sign(zhou)
    await sign(zhou)
    found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert found
    assert (found.state, found.round, found.reopened) == ("signed", 2, ())
    assert {each.name for each in found.signatures} == set(GROUP)


async def test_what_ballots_came_to_is_settled_anew(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await ruled(program, chen)
    await planned(program)
    await begin(zhou, li, qian)
    chats = dict(zip(GROUP, (zhou, li, qian), strict=True))
    for name in ("李工", "钱工", "周组长"):
        await alone(chats[name], name)
    await zhou.tap("打开合议")
    await zhou.tap("▲ 2.2")
    await zhou.tap("5")
    await zhou.say("核对签到簿，二月有一次")
    await zhou.tap("签字，结束合议")
    await send_back(chen, ("3.1", "请核实台账"))
    await zhou.tap("打开 3.1")
    zhou.sees("3.1")
    panel = await program.read(lambda desk: desk.panels.get(VISIT))
    assert panel
    assert panel.state == "settling"
    await zhou.tap("✓ 3.1")
    await zhou.tap("10")
    await zhou.say("台账已补正")
    await zhou.tap("签字，结束合议")
    figures = await program.read(lambda desk: desk.visits.sheet(ASSESSMENT))
    assert figures
    assert (figures["items"]["3.1"], figures["items"]["2.2"]) == ("10", "5")
    chen.sees("已重新签字")


async def test_a_ballot_is_not_told_of_before_all_have_signed(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await ruled(program, chen)
    await planned(program)
    await begin(zhou, li, qian)
    await alone(li, "李工")
    await chen.say("/history")
    await chen.tap("人员…")
    await chen.tap("李工")
    chen.does_not_see("评分 1.3", "a b2")
    await chen.say("/history")
    await chen.tap("张建国工作室")
    for button in [
        key["text"] for row in chen.card_message()["inline"] for key in row if "northwest" in key["text"]
    ]:
        await chen.tap(button)
        chen.does_not_see("评分 1.3", "a b2")
        await chen.tap("‹ 评分表")
