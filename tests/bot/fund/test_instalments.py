"""Money that a scheme pays in instalments (003 第九条: twice in a cycle of two years), days, and the book from /fund."""

import json
from datetime import date

import pytest

from bot.changes.fund.instalments import instalments_of
from tests.bot.fund.test_changes import book, refused
from tests.bot.fund.test_fund import budget, open_studio
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


@pytest.fixture
async def nuc(program: Program) -> None:
    """张建国工作室 was named on 1 March 2025 by a scheme that pays twice in two years."""
    types = json.dumps({**ZHANG.types, "nuc-2024": "staff"})
    program.change(
        f"update studios set named_on = '2025-03-01', types = '{types}' where id = '{ZHANG.id}'"  # noqa: S608 - ours
    )


async def test_a_cycle_pays_twice(program: Program, chen: Chat, nuc: None) -> None:
    """Whatever the year of the book; the third is refused with what the scheme says."""
    await program.make(book("b5", "budget", "20000", "2025-12-01", year=2025), by="陈主任")
    await program.make(book("b6", "budget", "20000"), by="陈主任")
    await program.make(book("m1", "instalment", "10000", "2025-03-05", year=2025), by="陈主任")
    await chen.say("/fund")
    await open_studio(chen)
    chen.sees("拨付 1/2 次（命名挂牌后、中期检查后）")
    await program.make(book("m2", "instalment", "10000", "2026-01-02"), by="陈主任")
    told = await refused(program, book("m3", "instalment", "100", "2026-01-04"), "fund_instalments", "陈主任")
    assert (told.params["since"], told.params["until"], told.params["count"]) == (
        "2025-03-01",
        "2027-02-28",
        2,
    )
    await chen.say("/fund")
    await open_studio(chen)
    await chen.tap("拨付…")
    await chen.say("100")
    await chen.tap("今天")
    await chen.say("第三次")
    await chen.tap("保存")
    chen.hears("2025-03-01 至 2027-02-28", "命名挂牌后、中期检查后")
    assert program.rows("select count(*) from fund_moves where kind = 'instalment'") == [(2,)]


async def test_money_before_the_naming_is_of_no_cycle(program: Program, chen: Chat, nuc: None) -> None:
    """It is counted by years; and a studio of another scheme has no limit."""
    await program.make(book("b4", "budget", "20000", "2024-12-01", year=2024), by="陈主任")
    for number, day in enumerate(("2024-12-02", "2024-12-03")):
        await program.make(book(f"m{number}", "instalment", "100", day, year=2024), by="陈主任")
    found = await program.read(
        lambda desk: instalments_of(desk, desk.studios.get(ZHANG.id) or ZHANG, date(2026, 1, 5))
    )
    assert found is not None
    assert (found.paid, found.limit) == (0, 2)


async def test_a_scheme_without_instalments_has_no_limit(program: Program, chen: Chat) -> None:
    """002 names what is given in a year, at least; that is no instalment."""
    await program.make(book("b6", "budget", "20000"), by="陈主任")
    program.change('update studios set types = \'{"northwest-2025": ""}\'')
    await chen.say("/fund")
    await open_studio(chen)
    chen.does_not_see("次（")
    for number in range(4):
        await program.make(book(f"m{number}", "instalment", f"{number + 1}00"), by="陈主任")
    assert program.rows("select count(*) from fund_moves where kind = 'instalment'") == [(4,)]
    program.change('update studios set types = \'{"nuc-2024": ""}\'')
    await chen.say("/fund")
    await open_studio(chen)
    chen.sees("▲ 拨付 4/2 次")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("6月31日", "日期：“6月31日”不是日期，请写成 2025-06-30。"),
        ("2025-06-31", "日期：“2025-06-31”不是日期，请写成 2025-06-30。"),
        ("12.5.5", "日期：“12.5.5”不是日期，请写成 2012-05-05。"),
        ("2026-01-06", "日期：2026-01-06 还没有到（今天 2026-01-05），请写今天或以前的日期。"),
        ("1月6日", "日期：2026-01-06 还没有到（今天 2026-01-05）"),
        ("明天", "日期：2026-01-06 还没有到（今天 2026-01-05）"),
        ("后来", "日期：“后来”不是日期，请写成 2026-01-05。"),
    ],
)
async def test_a_day_that_is_none_is_told_with_what_was_meant(
    program: Program, chen: Chat, said: str, told: str
) -> None:
    await chen.say("/fund")
    await open_studio(chen)
    await chen.tap("预算…")
    await chen.say("30000")
    await chen.say(said)
    chen.sees(told, "请发日期")
    assert program.rows("select count(*) from fund_moves") == [(0,)]


async def test_the_book_of_a_year_is_one_press_away(wang: Chat, chen: Chat) -> None:
    """Neither a rubric nor a period is asked for."""
    await wang.say("/fund")
    assert not wang.has("台账 Excel")
    await budget(chen)
    await wang.say("/fund")
    await wang.tap("台账 Excel")
    wang.sees("经费台账_张建国工作室_2026.xlsx")


async def test_of_more_than_is_left_only_the_amount_is_asked_again(
    program: Program, wang: Chat, chen: Chat
) -> None:
    """What else was said stays."""
    await budget(chen, "3000")
    await wang.say("/fund 培训 4000 教材 2026-01-04")
    wang.sees("余额不够，未登记 4000 元", "余额 3000 元", "内容：教材", "请发金额（元）")
    assert program.rows("select count(*) from fund_moves") == [(1,)]
    await wang.say("3000")
    await wang.tap("保存")
    wang.sees("支出 3000 元", "内容：教材", "日期：2026-01-04")
