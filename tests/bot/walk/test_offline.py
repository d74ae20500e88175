"""In cellars and pits: what was typed without signal arrives later and counts; what was tapped is lost and says nothing."""

from tests.bot.walk.scenes import agrees, northwest, sign
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


async def test_a_walk_offline_half_of_the_time(program: Program, li: Chat) -> None:
    """Texts and photos queue on the phone, taps get lost; in the end the sheet is the fourth worked case."""
    await northwest(li)
    li.offline()
    await li.tap("a ☐")
    await li.say("1.1 a 没有物资档案")
    await li.photo(caption="1.2 +a 名册还是前年的")
    await li.say("1.2 +a 两人调离未更新")
    await li.say("1.3 a1b2")
    await li.tap("1.2 ›")
    assert program.rows("select count(*) from marks") == [(0,)]
    await li.online()
    li.sees(
        "✓ 1.1 设施与档案 0/2 · 备注“没有物资档案”",
        "✓ 1.2 团队 2/4",
        "✓ 1.3 台账 1/4",
        "累计 扣 7 · 已评 3 项",
    )
    li.at("1.1")

    for _ in range(3):
        await li.tap("›")
    for _ in range(3):
        await li.tap("＋ a")
    li.offline()
    await li.album(2, caption="缺三项制度")
    await li.say("1.5 b 一季度没有考核记录\n2.1 abc1 协议缺两份")
    await li.say("2.2 a1b1")
    await li.tap("无扣分，下一项")
    await li.online()
    li.at("1.4")
    li.sees("本项 0/5", "   3 📷1 缺三项制度", "已评 7 项")

    await li.tap("目录")
    await li.tap("2.3 ○")
    await li.tap("无扣分，下一项")
    li.at("3.1")
    li.offline()
    for line in ("3.1 b2", "3.2 a1b1", "3.3 a2b", "4.1 满"):
        await li.say(line)
    await li.say("4.2 a 十二月没有攻关活动")
    await li.say("5.1 a\n5.4 a2")
    await li.voice()
    await li.online()
    li.sees("总分 44（扣 56）", "加分 11（不计入总分）")
    assert program.rows("select item, kind from evidence where kind = 'voice'") == [("3.1", "voice")]

    await li.tap("目录")
    await li.tap("核对并签字")
    li.offline()
    await li.tap("继续")
    await li.online()
    li.sees("核对 · 张建国工作室 2025-12")
    await sign(li)
    paper = Paper(li.sheet_file())
    assert paper.line("合计") == 44
    assert paper.line("加分合计") == 11
    await agrees(program, li)


async def test_what_was_said_before_a_move_belongs_to_the_card_that_was_in_view(
    program: Program, li: Chat
) -> None:
    """The queue is taken in the order in which it was typed: notes follow the screens as the person saw them."""
    await northwest(li)
    li.offline()
    await li.say("物资账与实物相符")
    await li.say("1.2 b 没有分工表")
    await li.say("继续")
    await li.online()
    li.sees("📝 物资账与实物相符")
    assert program.rows("select item from notes order by at, id") == [("1.1",), ("1.2",)]


async def test_a_tap_that_telegram_no_longer_delivers_is_harmless(program: Program, li: Chat) -> None:
    """The program was down while the button was pressed: Telegram keeps the press for 150 seconds, texts for a day."""
    await northwest(li)
    button = li.button("a ☐")
    await program.stop()
    await li.tap(button)
    await li.say("1.2 b 没有分工表")
    program.pass_time(minutes=5)
    await program.start()
    assert program.rows("select item from marks") == [("1.2",)]
    await li.tap(button)
    li.sees("☑ a")


async def test_answers_that_come_too_late_are_not_sent(program: Program, li: Chat) -> None:
    """A tap that waited two minutes is still done, although Telegram takes no answer to it any more."""
    await northwest(li)
    button = li.button("a ☐")
    await program.stop()
    await li.tap(button)
    program.pass_time(seconds=120)
    await program.start()
    li.sees("☑ a")


async def test_the_line_breaks_between_telegram_and_the_program(program: Program, li: Chat) -> None:
    """Calls that were cut, refused or slowed down are made again; the chat ends as if nothing had been."""
    await northwest(li)
    program.standin.plan_faults(
        {"method": "editMessageText", "kind": "drop_before"},
        {"method": "editMessageText", "kind": "500"},
        {"method": "sendMessage", "kind": "429", "retry_after": 1},
    )
    await li.tap("a ☐")
    await li.say("1.2 满")
    li.sees("☑ a", "✓ 1.2 团队 4/4")


async def test_a_person_who_blocked_the_bot_and_came_back(program: Program, li: Chat) -> None:
    """Nothing is sent while the chat is blocked; a press of START brings everything back."""
    await northwest(li)
    li.phone.block(on=True)
    await li.settle()
    await li.start()
    await li.say("继续")
    li.at("1.1")
    await li.tap("a ☐")
    li.sees("☑ a")
