"""Visits of groups that score alone: each is told and led to a ballot of their own, also when the group changes."""

import pytest

from bot.changes import DecideRuling, MoveVisit, PlanVisit
from bot.problems import Refusal
from tests.bot.visits.scenes import choose, planned
from tests.kit.chat import Chat
from tests.kit.program import Program


async def blind(program: Program, chen: Chat) -> None:
    """Two plan to score 张建国工作室, each alone; ends on the list."""
    ruled = DecideRuling(rubric="northwest-2025", version=2, year=2025, ruling="panel", option="mean")
    await program.make(ruled, by="陈主任")
    await choose(chen)
    await chen.tap("周组长")
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.say("明天")
    await chen.tap("跳过")
    await chen.tap("安排并通知")


async def test_each_begins_alone(program: Program, chen: Chat, li: Chat, zhou: Chat) -> None:
    await blind(program, chen)
    _, sheet = await planned(program)
    assert len(await program.read(lambda desk: desk.panels.ballots(sheet.visit.id))) == 2
    for who in (li, zhou):
        await who.tap("打开评分")
        who.at("1.1")
        await who.say("1.1 a 未建立物资档案")
        who.sees("✓ 1.1")
    await chen.tap("1 张建国工作室")
    chen.sees("已录入 1 项，未签字")
    await li.say("/visits")
    await li.tap("评分 1 ")
    li.at("1.2")


async def test_another_member_gets_a_ballot(program: Program, chen: Chat, li: Chat, zhou: Chat) -> None:
    wu = await program.person("吴工")
    await blind(program, chen)
    await chen.tap("1 张建国工作室")
    await chen.tap("改考核组")
    await chen.tap("李工")
    await chen.tap("改考核组并通知")
    chen.hears("至少要有 2 人")
    await chen.tap("吴工")
    await chen.tap("改考核组并通知")
    chen.sees("考核组：周组长、吴工")
    await wu.tap("打开评分")
    wu.at("1.1")
    await wu.say("1.1 a 未建立物资档案")
    wu.sees("✓ 1.1")
    await li.say("/resume")
    li.sees("没有打开的考核")


async def test_all_ballots_are_called_off(program: Program, chen: Chat, li: Chat, zhou: Chat) -> None:
    await blind(program, chen)
    await chen.tap("1 张建国工作室")
    await chen.tap("取消考核…")
    await chen.say("停工")
    await chen.tap("确认取消并通知")
    assert program.rows("select distinct state from assessments") == [("cancelled",)]
    for who in (li, zhou):
        await who.say("/resume")
        who.sees("没有打开的考核")


async def test_a_ballot_is_no_visit_of_its_own(
    program: Program, chen: Chat, li: Chat, zhou: Chat, unchanged
) -> None:
    """It can be neither moved, nor given away, nor called off, whatever a phone says."""
    await blind(program, chen)
    ballots = [visit for (visit,) in program.rows("select id from visits where kind like 'blind:%'")]
    assert len(ballots) == 2
    with unchanged():
        for data in (f"vo:o:{ballots[0]}", f"vo:e:{ballots[0]}", f"vo:y:{ballots[0]}:0"):
            await chen.forge(data)
            chen.hears("没有")
        with pytest.raises(Refusal):
            await program.make(MoveVisit(visit=ballots[0], day="2026-01-20", today="2026-01-05"), by="陈主任")
        for kind in ("self", "self:month", "blind", f"blind:{ballots[0]}:month"):
            sly = PlanVisit(
                visit="v",
                assessment="a",
                studio="studio0000002",
                rubric="northwest-2025",
                version=2,
                period="2025-12",
                form=kind,
                day="2026-01-20",
                assessors=(program._id("李工"),),
                today="2026-01-05",
            )
            with pytest.raises(Refusal):
                await program.make(sly, by="陈主任")
