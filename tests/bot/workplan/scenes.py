"""Plans that stand already, for tests that are about something else, and a year's plan to work with."""

from bot.entities import WorkPlan
from bot.store import StoreDesk
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

PERIODS = ("2026", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
LINES = "液压阀改造 6月30日 王海涛\n点检表编制 3月31日 赵敏\n授课24次 12月31日"


async def planned(program: Program) -> None:
    """Hand in every plan that somebody may be reminded of."""
    people = program.rows("select id from persons")
    if not people:
        return
    by = people[0][0]

    def put(desk: StoreDesk) -> None:
        for period in PERIODS:
            plan = WorkPlan(
                id=f"plan{period}",
                studio=ZHANG.id,
                rubric="",
                period=period,
                kind="plan",
                state="handed_in",
                by=by,
                at=1,
                changed=1,
            )
            desk.work_plans.put(plan, by)

    assert program.running
    await program.running.store.write(put)


async def drafted(leader: Chat, period: str = "2026", lines: str = LINES) -> None:
    """Write a plan: goals and three tasks."""
    await leader.say(f"/plan {period} 节电 8%\n{lines}")


async def accepted(leader: Chat, reviewer: Chat, period: str = "2026", lines: str = LINES) -> None:
    """Write a plan, hand it in and accept it."""
    await drafted(leader, period, lines)
    await leader.tap("提交审核")
    await reviewer.settle()
    await reviewer.tap("打开")
    await reviewer.tap("审核通过")
