"""Spending typed line after line: several in one message, the next one on the card of the last."""

from decimal import Decimal

from tests.bot.fund.test_fund import budget, left
from tests.kit.chat import Chat
from tests.kit.program import Program

ROWS = "select amount, purpose from fund_moves where kind = 'spending' order by \"on\", amount"


async def test_several_lines_are_several_spendings(program: Program, wang: Chat, chen: Chat) -> None:
    """None of them vanishes in the words of another; what is wrong is told line by line."""
    await budget(chen, "1000")
    await wang.say("/fund")
    await wang.say(
        "工具 100 扳手 1月3日\n办公 20.5 书架 1月4日\n工具 30 锉刀 1月32日\n"
        "培训 880 教材 1月2日\n工具 100 扳手 1月3日\n工具 50 钻头"
    )
    wang.sees(
        "6 行中已记 2 条",
        "✗ 第 3 行",
        "“1月32日”不是日期",
        "✗ 第 4 行",
        "余额 879.5 元",
        "✗ 第 5 行",
        "没有重复登记",
        "✗ 第 6 行",
        "日期：没有写",
        "改好后只发这几行",
    )
    wang.sees("余额 879.5 元", "扳手", "书架")
    rows = [tuple(row) for row in program.rows(ROWS)]
    assert rows == [("100", "equipment"), ("20.5", "office")]


async def test_one_spending_over_some_lines_stays_one(program: Program, wang: Chat, chen: Chat) -> None:
    await budget(chen)
    await wang.say("/fund")
    await wang.say("工具 1999.5\n扭力扳手\n1月4日")
    wang.sees("支出 1999.5 元", "内容：扭力扳手")
    assert await left(program) == Decimal("28000.5")


async def test_the_next_line_on_the_card_of_the_last(program: Program, wang: Chat, chen: Chat) -> None:
    """Whoever books a pile of receipts sends line after line; a photo stays with the one that is open."""
    await budget(chen)
    await wang.say("/fund")
    await wang.say("工具 100 扳手 1月3日")
    await wang.say("办公 20 书架 1月4日")
    wang.sees("支出 20 元", "内容：书架")
    await wang.photo(caption="发票 20")
    wang.sees("支出 20 元", "凭证 📷1")
    await wang.photo(caption="工具 30 锉刀 1月2日")
    wang.sees("支出 30 元", "内容：锉刀", "凭证 📷1")
    await wang.photo(caption="工具 1 甲 1月2日\n工具 2 乙 1月2日")
    wang.sees("说明里写了 2 笔", "请一笔发一张照片")
    await wang.say("谢谢")
    wang.sees("这里请点按钮")
    await wang.tap("登记错了…")
    await wang.say("工具 1 重了 1月2日")
    assert await left(program) == Decimal(29880)
