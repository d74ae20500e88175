"""What is told on the eve of a visit, and when something that was to be put right is overdue."""

from bot.clock import to_ms
from bot.entities import Fix, FixState, Plan
from bot.store import StoreDesk
from tests.bot.month.test_reminders import at
from tests.bot.walk.scenes import ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program


async def plan(program: Program, day: str, note: str = "") -> None:
    """Set the day of the only visit, now."""
    (visit,) = {row[0] for row in program.rows("select id from visits")}
    now = to_ms(program.clock.now())
    ((by,),) = program.rows("select id from persons where name = '陈主任'")
    assert program.running
    planned = Plan(visit=visit, day=day, note=note, by=by, at=now)
    await program.running.store.write(lambda desk: desk.plans.put(planned))


async def test_the_eve_of_a_visit(program: Program, wang: Chat, anna: Chat, li: Chat, chen: Chat) -> None:
    """Leaders and assessors, each in their language, on the day before and once; the coordinator knows."""
    await northwest(li)
    await plan(program, "2026-01-09", "台账 <原件>")
    await at(program, wang, li, day=7)
    wang.quiet()
    await at(program, wang, anna, li, chen, day=8)
    what = ("2026-01-09，张建国工作室\n西北能化考核 · 2025-12", "考核组：李工", "请准备：台账 <原件>")
    wang.sees("提醒 · 明天考核", *what, "[交备查材料]")
    li.sees("提醒 · 明天考核", "[打开评分]")
    anna.sees("Reminder · visit tomorrow", "Assessors: 李工")
    chen.quiet()
    await at(program, wang, li, day=9)
    wang.quiet()


async def test_a_visit_that_was_put_off(program: Program, wang: Chat, li: Chat, chen: Chat) -> None:
    """The old day is not told any more; the new one has its own eve. Planned on the eve itself: told already."""
    await northwest(li)
    await plan(program, "2026-01-09")
    await plan(program, "2026-01-12")
    await at(program, wang, day=8)
    wang.quiet()
    await at(program, wang, day=11)
    wang.sees("明天考核", "2026-01-12")
    await plan(program, "2026-01-12")
    await plan(program, "2026-01-13")
    await at(program, wang, day=12)
    wang.sees("明天考核", "2026-01-13")
    await plan(program, "2026-01-13")
    await at(program, wang, day=13)
    wang.quiet()


async def test_who_slept_through_the_eve_is_told_on_the_day(
    program: Program, wang: Chat, li: Chat, chen: Chat
) -> None:
    """And then it says today."""
    await northwest(li)
    await plan(program, "2026-01-09")
    await at(program, wang, day=9)
    wang.sees("提醒 · 今天考核")


def fix(number: int, assessment: str, due: str, state: FixState = "open") -> Fix:
    return Fix(
        id=f"fix{number}",
        studio=ZHANG.id,
        assessment=assessment,
        rubric="northwest-2025",
        period="2025-12",
        item=f"1.{number}",
        number=number,
        points="-5",
        problem=f"缺 <台账> {number}",
        clause="",
        demand="",
        due=due,
        state=state,
        opened=1,
        changed=1,
    )


async def test_what_is_overdue_to_be_put_right(program: Program, wang: Chat, li: Chat) -> None:
    """What was due on one day in one message, once; done ones are not in it; those of another day are another one."""
    await northwest(li)
    ((assessment, by),) = program.rows("select assessment, person from members")

    def put(desk: StoreDesk) -> None:
        for each in (
            fix(1, assessment, "2026-01-08"),
            fix(2, assessment, "2026-01-08", "returned"),
            fix(3, assessment, "2026-01-08", "done"),
            fix(4, assessment, "2026-01-10"),
        ):
            desk.fixes.put(each, by)

    assert program.running
    await program.running.store.write(put)
    await at(program, wang, day=8)
    wang.quiet()
    await at(program, wang, li, day=9)
    wang.sees("提醒 · 整改逾期", "应于 2026-01-08 前完成的 2 项", "▲ 1.1 缺 <台账> 1", "▲ 1.2 缺 <台账> 2")
    wang.does_not_see("1.3", "1.4")
    li.quiet()
    await at(program, wang, day=10)
    wang.quiet()
    await at(program, wang, day=11)
    wang.sees("应于 2026-01-10 前完成的 1 项", "▲ 1.4")
    await wang.tap("打开")
    wang.sees("整改 · 张建国工作室", "1.4")
