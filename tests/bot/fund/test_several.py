"""Spending typed line after line: several in one message, the next one on the card of the last."""

from datetime import date
from decimal import Decimal

import pytest

from bot.flows.fund.line import line_of
from bot.problems import Refusal
from tests.bot.fund.test_fund import budget, left
from tests.kit.chat import Chat
from tests.kit.program import Program

TODAY = date(2026, 1, 5)
ROWS = "select amount, purpose from fund_moves where kind = 'spending' order by \"on\", amount"


async def test_several_lines_are_several_spendings(program: Program, wang: Chat, chen: Chat) -> None:
    """None of them vanishes in the words of another; what is wrong is told line by line."""
    await budget(chen, "1000")
    await wang.say("/fund")
    await wang.say(
        "工具 100 扳手 1月3日\n办公 20.5 书架 1月4日\n工具 30 锉刀 1月32日\n"
        "培训 880 教材 1月2日\n工具 100 扳手 1月3日\n工具 50 钻头\n旅游 5 三亚 1月3日"
    )
    wang.sees(
        "7 行中已记 2 条",
        "✗ 第 3 行",
        "“1月32日”不是日期",
        "✗ 第 4 行",
        "余额 879.5 元",
        "✗ 第 5 行",
        "没有重复登记",
        "✗ 第 6 行",
        "日期：没有写",
        "✗ 第 7 行",
        "没有“旅游 三亚”",
        "设备器材",
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
    await wang.say("培训 二十 教材 1月3日")
    wang.sees("用途：学习培训", "内容：二十 教材", "请发金额")
    await wang.tap("放弃")
    await wang.tap("1")
    await wang.tap("登记错了…")
    await wang.say("工具 1 重了 1月2日")
    assert await left(program) == Decimal(29880)


DAYS = [
    ("tools 1999.5 torque wrench 30 June 2025", ("1999.5", "2025-06-30", "torque wrench")),
    ("tools 1999.5 torque wrench June 30, 2025", ("1999.5", "2025-06-30", "torque wrench")),
    ("5 January tools 20 wrench", ("20", "2026-01-05", "wrench")),
    ("tools wrench January 4 2000", ("2000", "2026-01-04", "wrench")),
    ("tools 100 marker 12 3 Jan", ("100", "2026-01-03", "marker 12")),
    ("工具 100 扳手 1 月 4 日", ("100", "2026-01-04", "扳手")),
]


@pytest.mark.parametrize(("line", "read"), DAYS)
def test_a_day_of_several_words_is_read_as_plans_read_it(line: str, read: tuple[str, str, str]) -> None:
    """Nothing of it is asked again, and none of it ends up in the words."""
    found = line_of(line, TODAY)
    assert found.wrong is None
    assert (found.said["amount"], found.said["on"], found.said["what"]) == read


def test_a_day_that_no_calendar_has_is_refused_whole() -> None:
    """What the refusal names is what was read as the day, and all the rest stays said."""
    found = line_of("tools 100 wrench 31 June 2025", TODAY)
    assert isinstance(found.wrong, Refusal)
    assert found.wrong.code == "fund_day"
    assert dict(found.wrong.params) == {"value": "31 June 2025", "probable": "2025-06-30"}
    assert found.said == {"purpose": "equipment", "amount": "100", "what": "wrench"}


def test_late_in_the_year_a_day_long_ago_is_of_this_year() -> None:
    """Books are often kept late: in November nobody means the next May."""
    assert line_of("tools 100 wrench 5 May", date(2026, 11, 21)).said["on"] == "2026-05-05"


async def test_the_next_line_while_one_waits_to_be_saved(program: Program, wang: Chat, chen: Chat) -> None:
    """It is booked; what waits is neither booked nor lost."""
    await budget(chen, "1000")
    await wang.say("/fund")
    await wang.say("工具 2000 吊车 1月3日")
    wang.sees("余额不够")
    await wang.say("900")
    wang.sees("请核对", "[保存]")
    await wang.say("办公 20 书架 1月4日")
    wang.sees("支出 20 元", "内容：书架")
    await wang.tap("打开")
    wang.sees("金额：900", "内容：吊车")
    await wang.tap("保存")
    assert await left(program) == 80
