"""The signed sheet goes to the studio once, with two answers; whoever scored it and the coordinator hear of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.bot.appeal.scenes import sheet_of, signed_44
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


def sheets_in(who: Chat) -> int:
    """How many workbooks are in a chat."""
    return sum("document" in message for message in who.phone.messages)


async def test_it_comes_once_also_over_a_restart(
    program: Program, li: Chat, wang: Chat, zhao: Chat, sun: Chat
) -> None:
    program.patient = False
    await signed_44(li)
    await program.restart()
    program.patient = True
    await program.restart()
    await wang.settle()
    await program.restart()
    assert [sheets_in(each) for each in (li, wang, zhao, sun)] == [1, 1, 1, 0]
    assert wang.sheet_file() == li.sheet_file()
    assert wang.has("已知悉")
    assert wang.has("有异议…")


async def test_seen(program: Program, li: Chat, wang: Chat, chen: Chat, unchanged: Unchanged) -> None:
    await signed_44(li)
    await wang.tap("已知悉")
    wang.hears("已记下：已知悉")
    for who in (li, chen):
        who.sees("张建国工作室 2025-12 的评分表：王海涛 已知悉")
    with unchanged():
        await wang.tap("已知悉")
        wang.hears("您已确认过")
    await li.say("/sheet")
    li.sees("✓ 王海涛 2026-01-05 已知悉")


async def test_objecting_leads_to_the_sheets_items(
    program: Program, li: Chat, wang: Chat, chen: Chat
) -> None:
    await signed_44(li)
    await wang.tap("有异议…")
    wang.sees("请选择项目", "总分 44")
    for who in (li, chen):
        who.sees("王海涛 有异议")
    await wang.tap("2.2")
    wang.sees("请发一段话写明申诉理由")
    found = await sheet_of(program)
    (receipt,) = await program.read(lambda desk: desk.receipts.of(found.id))
    assert receipt.state == "objects"
    await li.say("/sheet")
    li.sees("▲ 王海涛 2026-01-05 有异议")


async def test_the_answer_leaves_the_chat_where_it_stands(program: Program, li: Chat, wang: Chat) -> None:
    await signed_44(li)
    await wang.say("/month")
    await wang.tap("已知悉")
    assert "活动记录" in wang.card()
