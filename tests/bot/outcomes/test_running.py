"""A running quarter: what the rest of it must come to stands on its card and beside the leader's signed sheet."""

from tests.bot.outcomes.conftest import Totals
from tests.bot.outcomes.test_quarters import quarter
from tests.bot.walk.scenes import NORTHWEST_44, begin
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_the_card_says_what_the_third_month_must_reach(
    program: Program, totals: Totals, chen: Chat
) -> None:
    await totals(p2025_10="84.5", p2025_11="84.4")
    await quarter(chen)
    await chen.tap("1")
    chen.sees(
        "▲ 2025-Q4 还有 2025-12：至少 86.1 分，平均才 ≥ 85（不奖不罚）",
        "▲ 2025-Q4 还有 2025-12：满分也到不了 ≥ 90（奖励）",
    )


async def test_two_months_to_come_are_said_on_average(program: Program, totals: Totals, chen: Chat) -> None:
    await totals(p2025_10="92")
    await quarter(chen)
    await chen.tap("1")
    chen.sees(
        "· 2025-Q4 还有 2025-11、2025-12：平均每次至少 81.5 分，才 ≥ 85（不奖不罚）",
        "· 2025-Q4 还有 2025-11、2025-12：平均每次至少 89 分，才 ≥ 90（奖励）",
    )


async def test_a_whole_quarter_says_nothing_of_it(program: Program, totals: Totals, chen: Chat) -> None:
    await totals(p2025_10="84.5", p2025_11="84.4", p2025_12="90")
    await quarter(chen)
    await chen.tap("1")
    chen.does_not_see("还有 2025")


async def test_the_leader_reads_it_beside_the_signed_sheet(
    program: Program, totals: Totals, chen: Chat, wang: Chat
) -> None:
    await totals(p2025_11="100")
    li = await program.person("李工二")
    await begin(li, "西北能化考核", "2025-12")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    await wang.settle()
    wang.sees("▲ 2025-Q4 还有 2025-10：满分也到不了 ≥ 85（不奖不罚）", "[已知悉]")
