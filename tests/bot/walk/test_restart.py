"""The program is stopped and started in the middle of everything: nothing is lost, nothing comes twice."""

import asyncio

from bot.tg.seconds import RealSeconds
from tests.bot.walk.scenes import agrees, count, northwest, sign, tongliao
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


async def the_first_items(program: Program, li: Chat) -> None:
    """Restarts between choices, after ＋, with an open question for a score and for a word."""
    await li.say("/assess")
    await program.restart()
    await li.tap("张建国工作室")
    await program.restart()
    await li.tap("西北能化考核")
    await li.tap("2025-12")
    await li.tap("＋ b")
    await program.restart()
    await li.say("台钻未入账")
    li.sees("   1 台钻未入账")
    await li.tap("1.2 ›")
    await li.tap("其他分数")
    await program.restart()
    await li.say("3")
    li.sees("本项 3/4（手工评分）", "手工评分，请发一句说明")
    await program.restart()
    await li.say("名册有一处未更新")
    li.sees("📝 名册有一处未更新")
    await li.tap("1.3 ›")


async def an_album(program: Program, li: Chat) -> None:
    """Four parts a minute apart: after the first a restart, the last two come while the program is down."""
    await li.album(4, caption="1.3 +b 缺三月记录", spread=60)
    await program.restart()
    program.pass_time(seconds=60)
    await program.stop()
    program.pass_time(seconds=120)
    await program.start()
    assert program.rows("select count(*) from evidence") == [(1,)]
    assert program.rows("select count(*) from files where state = 'stored'") == [(4,)]
    li.sees("✓ 1.3 台账 3/4 · 备注“缺三月记录”", "   1 📷1 缺三月记录")


async def to_the_signature(program: Program, li: Chat) -> None:
    """Texts that wait while the program is down, restarts at the gaps, the comments, and before the signature."""
    await program.stop()
    await li.say("1.4 满\n1.5 满\n2.1 满\n2.2 满")
    await li.say("2.3 满\n3.1 满\n3.2 满\n3.3 满\n4.1 满")
    await program.start()
    li.sees("已记 4 条：", "已记 5 条：", "已评 12 项")
    await li.tap("目录")
    await program.restart()
    await li.tap("4.2 ○")
    await li.tap("无扣分，去核对")
    li.sees("核对 · 张建国工作室 2025-12")
    await program.restart()
    await li.tap("继续")
    await program.restart()
    await li.say("台账基本齐全")
    await li.tap("去签字")
    await program.restart()


async def test_a_walk_with_a_restart_in_the_middle_of_everything(program: Program, li: Chat) -> None:
    """The last one between the signature and the sheet, which comes all the same, once."""
    await the_first_items(program, li)
    await an_album(program, li)
    await to_the_signature(program, li)
    with program.impatient():
        program.standin.plan_faults({"method": "sendDocument", "kind": "500", "times": 1})
        await li.tap("签字")
        await program.restart()
    await li.settle()
    li.sees("✓ 已签字")
    paper = Paper(li.sheet_file())
    assert paper.line("合计") == 97
    assert "台账基本齐全" in paper.texts()
    await agrees(program, li)
    sheets = [message for message in li.phone.messages if "document" in message]
    assert len(sheets) == 1


async def test_every_update_is_taken_once_although_telegram_delivers_it_again(
    program: Program, li: Chat
) -> None:
    """The acknowledgement was lost: the same updates come again after the start, and do nothing."""
    await tongliao(li)
    await li.say("1.1 ab")
    await program.stop()
    await li.say("看过现场")
    await li.photo()
    await program.start()
    before = program.dump()
    await program.restart()
    assert program.dump() == before
    assert program.rows("select count(*) from notes") == [(1,)]
    assert program.rows("select count(*) from evidence") == [(1,)]


async def test_an_unsent_answer_is_sent_after_the_start(program: Program, li: Chat) -> None:
    """What could not be said before the stop is said after it, once and in order."""
    await tongliao(li)
    program.seconds = RealSeconds()
    await program.restart()
    program.standin.plan_faults({"method": "editMessageText", "kind": "500", "times": 50})
    li.phone.tap("a ☐ +2")
    while not program.rows("select 1 from outbox where method = 'editMessageText' and attempts > 0"):  # noqa: ASYNC110 - a row
        await asyncio.sleep(0.01)
    await program.stop()
    program.standin.world.faults.clear()
    await program.start()
    li.sees("☑ a", "本项 2/5 = a 2")


async def test_counters_after_a_restart(program: Program, li: Chat) -> None:
    """Buttons that were drawn before the stop work after it."""
    await northwest(li)
    await count(li, "＋ b")
    plus, minus = li.button("＋ b"), li.button("− b")
    await program.restart()
    await li.tap(plus)
    li.sees("×2")
    await program.restart()
    await li.tap(minus)
    li.sees("×1")


async def test_the_sheet_is_drawn_by_a_child_process(program: Program, li: Chat) -> None:
    """As in real life: a process of its own draws the workbook, and it is the same that was signed."""
    program.child = True
    await program.restart()
    await tongliao(li)
    await li.photo()
    for _ in range(15):
        await li.tap("✓")
    await sign(li)
    assert Paper(li.sheet_file()).line("合计") == 100
    await agrees(program, li)


async def test_a_state_that_cannot_be_read_leads_home(program: Program, li: Chat) -> None:
    """Broken data of one chat: nothing else is lost, and one press leads back."""
    await northwest(li)
    await li.tap("＋ b")
    await program.stop()
    program.change("""update sessions set state = '{"nonsense": 1}', version = 99""")
    await program.start()
    await li.say("台钻未入账")
    li.sees("当前没有打开的考核。/assess 开始，/resume 继续，/help 说明。")
    await li.say("继续")
    li.at("1.2")
    await li.tap("‹ 1.1")
    li.sees("×1")
