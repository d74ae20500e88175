"""A cut that follows from an approved quarter is proposed where it is booked, and no more once it is."""

from bot.entities import YearFund
from tests.bot.outcomes.conftest import Totals, totals, zhao
from tests.bot.outcomes.test_quarters import quarter
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["totals", "zhao"]


async def test_a_fifth_of_the_fund(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, union: Chat, wang: Chat
) -> None:
    fund = YearFund(studio=ZHANG.id, year=2025, amount="30000", by=program._id("陈主任"), at=1)
    await program._store.write(lambda desk: desk.studios.put_fund(fund))
    await totals(p2025_10="84", p2025_11="84", p2025_12="84")
    await quarter(chen)
    await chen.tap("1")
    await chen.tap("提交审定")
    await zhao.tap("审定通过…")
    await zhao.tap("确认审定通过")
    await union.say("/fund")
    await union.tap("2025 年")
    union.sees("预算 30000 元 · 余额 30000 元", "▲ 考核结果尚未扣减：2025-Q4 85分以下 6000 元")
    await wang.say("/fund")
    await wang.tap("2025 年")
    wang.does_not_see("尚未扣减")
    await union.tap("扣减…")
    await union.tap("2025-Q4 6000")
    union.sees("金额：6000", "依据条款：2025-Q4 85分以下", "请发日期")
    await union.tap("今天")
    await union.tap("保存")
    union.sees("扣减 6000 元", "2025 年")
    await union.tap("返回")
    union.sees("余额 24000 元", "扣减 6000")
    union.does_not_see("尚未扣减")
