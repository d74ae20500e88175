"""/fund in the chat: the year at a glance, a line, step by step, vouchers, the check, a mistake taken out."""

from decimal import Decimal

import pytest

from bot.changes.fund.sums import sums_of
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


async def left(program: Program, year: int = 2026) -> Decimal:
    """What is left of a year."""
    return await program.read(lambda desk: sums_of(desk, ZHANG.id, year).left)


async def budget(chat: Chat, amount: str = "30000") -> None:
    """Book a budget step by step."""
    await chat.say("/fund")
    await open_studio(chat)
    await chat.tap("预算…")
    await chat.say(amount)
    await chat.tap("今天")
    await chat.say("领导小组 〔2026〕3号")
    chat.sees("登记预算", "审批人和文号：领导小组 〔2026〕3号", "请核对")
    await chat.tap("保存")


async def open_studio(chat: Chat) -> None:
    """Choose the studio where there are several."""
    if chat.has(ZHANG.name):
        await chat.tap(ZHANG.name)


async def test_a_year_from_the_budget_to_the_check(program: Program, wang: Chat, chen: Chat) -> None:
    await budget(chen)
    chen.sees("预算 30000 元", "待审核", "陈主任 于 2026-01-05 登记")
    assert not chen.has("审核通过")
    await wang.say("/fund")
    wang.sees("专项经费 2026 年", "预算 30000 元 · 余额 30000 元", "[支出…]")
    assert not wang.has("预算…")
    await wang.say("工具 1999.5 扭力扳手 1月4日")
    wang.sees("支出 1999.5 元", "用途：设备器材", "内容：扭力扳手", "日期：2026-01-04", "▲ 缺凭证")
    await wang.tap("记为固定资产")
    wang.sees("固定资产：是")
    await wang.photo()
    wang.sees("凭证 📷1")
    wang.does_not_see("缺凭证")
    await wang.tap("返回")
    wang.sees("余额 28000.5 元", "已用 1999.5", "设备器材 1999.5", "待审核 2 笔", "扭力扳手")
    await chen.say("/fund")
    await open_studio(chen)
    await chen.tap("1")
    chen.sees("支出 1999.5 元")
    await chen.tap("审核通过")
    chen.sees("✓ 陈主任 于 2026-01-05 审核")
    await wang.tap("1")
    assert not wang.has("登记错了…")
    assert await left(program) == Decimal("28000.5")


async def test_a_year_without_a_budget_says_who_enters_it(wang: Chat, union: Chat) -> None:
    """Whoever may enter it is told the button, the leader whom to ask."""
    await wang.say("/fund")
    wang.sees("还没有预算，请所在单位或考核管理员登记。")
    await union.say("/fund")
    union.sees("还没有预算，点“预算…”登记。", "[预算…]")


async def test_more_than_is_left_is_refused_with_the_figures(
    program: Program, wang: Chat, chen: Chat
) -> None:
    await wang.say("/fund 培训 100 教材 2026-01-03")
    wang.sees("2026 年还没有预算")
    await budget(chen, "3000")
    await wang.say("/fund 培训 1000 教材 2026-01-03")
    wang.sees("支出 1000 元")
    await wang.say("/fund 培训 2000.01 教材 2026-01-04")
    wang.sees("余额不够，未登记 2000.01 元", "预算 3000 · 扣减 0 · 已用 1000 · 余额 2000 元")
    await wang.say("/fund 培训 2000 教材 2026-01-04")
    wang.sees("支出 2000 元")
    assert await left(program) == 0


async def test_step_by_step_and_a_cut_with_its_clause(program: Program, chen: Chat, union: Chat) -> None:
    await budget(chen)
    await union.say("/fund")
    await open_studio(union)
    await union.tap("支出…")
    await union.tap("专利申请")
    union.sees("用途：专利申请", "请发金额")
    await union.say("三千")
    union.sees("“三千”不是金额，请写成 1999.5 或 3万。")
    await union.say("0.3万")
    await union.say("申请费")
    await union.say("2026-01-32")
    union.sees("“2026-01-32”不是日期")
    await union.tap("今天")
    await union.photo()
    union.sees("凭证 📷1", "请核对")
    await union.tap("保存")
    union.sees("支出 3000 元", "凭证 📷1", "孙主席 于")
    assert not union.has("审核通过")
    await chen.say("/fund")
    await open_studio(chen)
    await chen.tap("扣减…")
    await chen.say("6000")
    await chen.tap("今天")
    await chen.say("六、2025年第4季度低于85分，扣20%")
    await chen.tap("保存")
    chen.sees("扣减 6000 元", "依据条款：六、2025年第4季度低于85分，扣20%")
    assert await left(program) == 21000


async def test_a_mistake_is_taken_out_with_a_reason(program: Program, wang: Chat, chen: Chat) -> None:
    await budget(chen)
    await wang.say("/fund 工具 50 扳手 2026-01-03")
    await chen.tap("登记错了…")
    await chen.say("重复了")
    chen.sees("这笔预算已经用到", "预算 30000 · 扣减 0 · 已用 50 · 余额 29950 元")
    await wang.tap("登记错了…")
    await wang.say("12")
    wang.sees("没有写原因")
    await wang.say("录重了")
    wang.sees("已用 0")


async def test_in_english(program: Program, anna: Chat, chen: Chat) -> None:
    await budget(chen)
    await anna.say("/fund")
    anna.sees("Fund 2026", "Budget 30000 yuan · left 30000 yuan", "[Spending…]")
    await anna.say("tools 1999.5 torque wrench 2026-01-04 asset")
    anna.sees("Spending 1999.5 yuan", "Purpose: Equipment and tools", "Fixed asset: yes")
    await anna.say("/fund tools 99999 crane 2026-01-04")
    anna.sees("Budget 30000 · cut 0 · spent 1999.5 · left 28000.5 yuan")
    await anna.say("/fund training 20 books 2026-06-31")
    anna.sees("“2026-06-31” is no day; write 2026-06-30.")


BAD = [
    ("工具 100 扳手 2026-06-31", "不是日期，请写成 2026-06-30"),
    ("工具 100 扳手 12.5.5", "不是日期"),
    ("工具 100 扳手 2026-01-06", "还没有到（今天 2026-01-05）"),
    ("工具 -5 扳手 2026-01-03", "“-5”不是金额"),
    ("工具 0 扳手 2026-01-03", "“0”不是金额"),
    ("工具 1.005 扳手 2026-01-03", "“1.005”不是金额"),
    ("工具 一千 扳手 2026-01-03", "请发金额"),
    ("旅游 100 三亚 2026-01-03", "请选用途"),
    ("你好", "这里请点按钮"),
    ("工具 40000 扳手 2026-01-03", "余额 30000 元"),
    ("工具 100 扳手", "请发日期"),
    ("工具 100 2026-01-03", "请发内容"),
]


@pytest.mark.parametrize(("line", "answer"), BAD)
async def test_bad_lines_change_nothing(
    program: Program, wang: Chat, chen: Chat, line: str, answer: str
) -> None:
    await budget(chen)
    await wang.say("/fund")
    await wang.say(line)
    wang.sees(answer)
    assert await left(program) == 30000
