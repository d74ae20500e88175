"""What leaders are told of their plans: tasks before and after they are due, plans and reports that are owed; once."""

from datetime import timedelta

from bot.entities import Studio, WorkPlan
from bot.store import StoreDesk
from tests.bot.month.scenes import log
from tests.bot.month.test_reminders import look
from tests.bot.walk.scenes import ZHANG, northwest
from tests.bot.workplan.scenes import accepted, drafted
from tests.kit.chat import Chat
from tests.kit.program import Program


async def at(program: Program, *chats: Chat, day: int, month: int = 1, hour: float = 10.0) -> None:
    """Let it become this hour in Shanghai, and let the program look once; `chats` then see only what is new."""
    start = program.clock.now().replace(month=month, day=day, hour=0, minute=0)
    program.pass_time(seconds=(start + timedelta(hours=hour - 8) - program.clock.now()).total_seconds())
    for chat in chats:
        chat._seq = chat.phone.chat.feed.seq
    await look(program)


async def test_tasks_before_and_after_they_are_due(
    program: Program, wang: Chat, anna: Chat, chen: Chat
) -> None:
    await accepted(wang, chen, lines="点检 1月20日 赵敏\n授课 1月20日\n竞赛 1月25日\n攻关 12月31日")
    await at(program, wang, anna, day=16)
    wang.quiet()
    await at(program, wang, anna, day=17, hour=7)
    wang.quiet()
    await at(program, wang, anna, day=17)
    wang.sees("提醒 · 计划任务将到期", "张建国工作室：2026-01-20 到期 2 项", "▲ 点检 · 赵敏", "▲ 授课")
    wang.does_not_see("竞赛")
    anna.sees("Reminder · tasks due soon", "due on 2026-01-20 and not said to be done: 2")
    await at(program, wang, day=18)
    wang.quiet()
    await wang.say("/plan 2026")
    await wang.tap("1")
    await wang.tap("完成了…")
    await wang.photo(caption="1月18日 已点检")
    await at(program, wang, chen, day=21)
    wang.sees("提醒 · 计划任务逾期", "应于 2026-01-20 完成的 1 项还没有报完成", "▲ 授课", "逾期只提醒这一次")
    wang.does_not_see("点检")
    chen.quiet()
    await wang.tap("打开")
    wang.sees("▲ 逾期 1 天 · 应于 2026-01-20 完成")
    await at(program, wang, day=22)
    wang.sees("竞赛")
    wang.does_not_see("授课")


async def test_a_draft_promises_nothing(program: Program, wang: Chat) -> None:
    await drafted(wang, lines="点检 1月20日 赵敏")
    await at(program, wang, day=18)
    wang.quiet()
    await wang.tap("提交审核")
    await at(program, wang, day=19)
    wang.sees("提醒 · 计划任务将到期", "▲ 点检 · 赵敏")


async def test_plans_that_are_owed(program: Program, wang: Chat, li: Chat, chen: Chat) -> None:
    """A quarter's on the 11th, the year's on the first of February; only where a rubric asks for them."""
    await northwest(li)
    await at(program, wang, day=10)
    wang.quiet()
    await at(program, wang, chen, day=11)
    wang.sees(
        "提醒 · 2026 年 1 季度计划未提交", "张建国工作室", "应于 2026-01-10 前提交", "期限为建议，来文未规定"
    )
    chen.quiet()
    await at(program, wang, day=12)
    wang.quiet()
    await accepted(wang, chen, "2026-Q2", "实操 4月20日")
    await at(program, wang, day=1, month=2)
    wang.sees("提醒 · 2026 年计划、总结未报", "▲ 2026 年度工作计划：应于 2026-01-31 前提交")
    wang.does_not_see("自评总结：")
    await wang.tap("打开")
    wang.sees("2026 年度工作计划", "▲ 应于 2026-01-31 前提交（建议期限）")
    await chen.say("/plan")
    assert chen.has("▲ 张建国工作室 未交")
    assert chen.has("▲ 红旗工作室 未交")
    await at(program, wang, day=11, month=4)
    wang.does_not_see("季度计划未提交")


async def test_a_report_is_owed_where_it_is_asked_for(program: Program, wang: Chat) -> None:
    """By those who were on the list in the year; not after it was filed."""
    assert program.running
    there = Studio(
        id=ZHANG.id, name=ZHANG.name, unit=ZHANG.unit, leader=ZHANG.leader, types={"nuc-2024": "a"}
    )
    ((by,),) = program.rows("select id from persons where name = '王海涛'")

    def put(desk: StoreDesk) -> None:
        desk.studios.update(there)
        plan = WorkPlan(
            id="plan2026", studio=ZHANG.id, rubric="", period="2026", kind="plan", state="accepted", by=by,
            at=1, changed=1,
        )  # fmt: skip
        desk.work_plans.put(plan, by)

    await program.running.store.write(put)
    await at(program, wang, day=1, month=2)
    wang.quiet()
    start = program.clock.now().replace(year=2027, month=1, day=20)
    program.pass_time(seconds=(start - program.clock.now()).total_seconds())
    await at(program, wang, day=2, month=2)
    wang.sees(
        "提醒 · 2027 年计划、总结未报",
        "2027 年度工作计划：应于 2027-01-31",
        "2026 年度自评总结：应于 2027-01-31 前报备",
    )


async def test_who_has_no_such_rubric_hears_nothing(program: Program, wang: Chat) -> None:
    assert program.running
    untyped = ZHANG.model_copy(update={"types": {}})
    await program.running.store.write(lambda desk: desk.studios.update(untyped))
    await at(program, wang, day=1, month=2)
    wang.does_not_see("工作计划")


async def test_a_report_in_the_log_is_not_asked_for_again(program: Program, wang: Chat) -> None:
    """003 counts it as an activity too: whoever logged it is neither told that it is owed nor reminded."""
    await log(program, "self-report", "2026-01-04", rubric="nuc-2024")
    await wang.say("/plan")
    wang.sees("考核要求：", "自评总结（", "○ 自评总结 还没有，2027-01-31 前提交")
    await wang.tap("‹ 2025")
    wang.sees("✓ 自评总结 活动记录里已有")
    start = program.clock.now().replace(year=2027, month=1, day=20)
    program.pass_time(seconds=(start - program.clock.now()).total_seconds())
    await log(program, "self-report", "2027-01-19", rubric="nuc-2024")
    await at(program, wang, day=2, month=2)
    wang.sees("2027 年度工作计划：应于 2027-01-31")
    wang.does_not_see("自评总结：应于")


async def test_a_filed_report_counts_where_the_log_asks_for_one(program: Program, wang: Chat) -> None:
    """What was filed under /plan need not be logged once more: the month shows it as done, for its own year."""
    await log(program, "exchange", "2026-01-04", rubric="nuc-2024")
    await wang.say("/month 2026-01")
    wang.sees("▲ 自评总结 0/1 次")
    await wang.say("/plan 2026")
    await wang.tap("返回 2026 年")
    await wang.tap("自评总结")
    await wang.say("全年完成课题 3 项。")
    await wang.say("/month 2026-01")
    wang.sees("▲ 自评总结 0/1 次")
    await wang.say("/plan")
    await wang.tap("自评总结")
    await wang.tap("报备")
    await wang.say("/month 2026-01")
    wang.sees("✓ 自评总结 1/1 次")
