"""Periods that are not on a button: they are typed, and what is no period is answered with what would be right."""

import pytest

from tests.bot.visits.scenes import choose, planned
from tests.bot.visits.test_many import begin_many
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

WRONG = {
    "上个月": ("考核期：“上个月”看不懂。", "如 2025-10。"),
    "2025-13": ("考核期：“2025-13”看不懂。", "如 2025-10。"),
    "2025-H1": ("西北能化考核 不按“2025-H1”这样的考核期考核", "如 2025-10。"),
    "2026-02": ("“2026-02”还没有开始（今天 2026-01-05）", "如 2025-10。"),
    "1925-03": ("“1925-03”太早，可能写错了年份", "2016 年以后"),
}


async def asked(who: Chat, *presses: str) -> None:
    """Go to the question for the period."""
    await who.say("/visits")
    for press in presses:
        await who.tap(press)


@pytest.mark.parametrize("said", ["2024-03", "2024年3月", "2024.3"])
async def test_one_visit_of_an_older_period(program: Program, chen: Chat, li: Chat, said: str) -> None:
    await asked(chen, "安排考核…", ZHANG.name, "西北能化考核")
    chen.sees("更早的请直接发，如 2025-10。")
    await chen.say(said)
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.say("明天")
    await chen.tap("跳过")
    await chen.tap("安排并通知")
    assert (await planned(program))[1].visit.period == "2024-03"


async def test_many_visits_of_an_older_period(program: Program, chen: Chat, li: Chat) -> None:
    await asked(chen, "批量安排…", "西北能化考核")
    chen.sees("更早的请直接发，如 2025-10。")
    await chen.say("2024-12")
    chen.sees("西北能化考核 · 2024-12", "[全部（2 家）]")


async def test_progress_of_an_older_period(program: Program, chen: Chat) -> None:
    await asked(chen, "进度", "通辽市考核")
    chen.sees("更早的请直接发，如 2023。")
    await chen.say("2022年")
    chen.sees("通辽市考核 · 2022", "0/2 已签字")


@pytest.mark.parametrize(("said", "why"), WRONG.items())
@pytest.mark.parametrize("way", [("安排考核…", ZHANG.name), ("批量安排…",), ("进度",)])
async def test_what_is_no_period_is_said(
    program: Program, chen: Chat, unchanged, way: tuple[str, ...], said: str, why: tuple[str, str]
) -> None:
    await asked(chen, *way, "西北能化考核")
    with unchanged():
        await chen.say(said)
    chen.sees(*why)
    await chen.say("2024-05")
    chen.sees("2024-05")


async def test_nothing_is_taken_for_a_period_before_it_is_asked(
    program: Program, chen: Chat, li: Chat, unchanged
) -> None:
    await asked(chen, "安排考核…")
    with unchanged():
        await chen.say("2024-03")
    chen.sees(ZHANG.name)
    await begin_many(chen)
    with unchanged():
        await chen.say("2024-03")
    await choose(chen)
    chen.sees("李工")
