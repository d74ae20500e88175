"""What can happen to plans: who may, what is refused and why, and that the chain of the history stays whole."""

from datetime import date

import pytest

from bot.changes import (
    AcceptWorkPlan,
    AddPlanTasks,
    AttachToWorkPlan,
    BeginWorkPlan,
    Change,
    ClosePlanTask,
    DropPlanTask,
    EditPlanTask,
    FinishPlanTask,
    HandInWorkPlan,
    ReturnWorkPlan,
    SendBackPlanTask,
    TakeBackWorkPlan,
    UnfinishPlanTask,
    WriteWorkPlan,
)
from bot.changes.work_plan.checks import TaskWords
from bot.changes.work_plan.state import plan_state
from bot.entities import FileRef, PlanTask, WorkPlan
from bot.problems import Refusal
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

TODAY = "2026-01-05"
LEADER, DESK = "王海涛", "陈主任"
BASE = {"plan": "p1", "studio": ZHANG.id, "period": "2026", "kind": "plan", "today": TODAY}


def begin(**more: object) -> BeginWorkPlan:
    return BeginWorkPlan.model_validate({**BASE, **more})


def add(*lines: tuple[str, str], reason: str = "", **more: object) -> AddPlanTasks:
    """Tasks with ids of their own."""
    said = tuple(TaskWords(title=title, due=due) for title, due in lines)
    ids = tuple(f"t-{title}" for title, _ in lines)
    return AddPlanTasks.model_validate({**BASE, "tasks": ids, "said": said, "reason": reason, **more})


def finish(task: str, **more: object) -> FinishPlanTask:
    given = {"revision": 1, "on": "2026-01-04", "result": "已完成", "today": TODAY}
    return FinishPlanTask.model_validate({"task": task, **given, **more})


def proof(of: str) -> AttachToWorkPlan:
    file = FileRef(id=f"f-{of}", file_id="x", unique_id="x", size=1, kind="photo")
    return AttachToWorkPlan(of=of, kind="photo", file=file, chat=1, received=1)


async def refused(program: Program, change: Change, code: str, by: str | None) -> None:
    """Make a change that must be refused with a code."""
    with pytest.raises(Refusal) as caught:
        await program.make(change, by=by)
    assert caught.value.code == code


async def plan_of(program: Program) -> WorkPlan:
    found = await program.read(lambda desk: desk.work_plans.at(ZHANG.id, "", "2026", "plan"))
    assert found is not None
    return found


async def task_of(program: Program, task: str) -> PlanTask:
    found = await program.read(lambda desk: desk.work_plans.task(task))
    assert found is not None
    return found


async def test_who_writes_and_who_reviews(
    program: Program, wang: Chat, chen: Chat, li: Chat, union: Chat
) -> None:
    for by in (DESK, "李工", "孙主席"):
        await refused(program, begin(), "not_yours", by)
    await refused(program, begin(studio=RED.id), "not_yours", LEADER)
    await refused(program, begin(period="2026-05"), "workplan_period", LEADER)
    await refused(program, begin(period="2026-Q1", kind="report"), "workplan_period", LEADER)
    await refused(program, begin(period="2027", kind="report"), "workplan_report_ahead", LEADER)
    await refused(program, begin(period="2028"), "workplan_far", LEADER)
    await program.make(begin(), by=LEADER)
    await program.make(begin(plan="p2"), by=LEADER)
    assert (await plan_of(program)).id == "p1"
    await refused(program, begin(period="2026-Q1"), "not_yours", LEADER)
    await refused(program, HandInWorkPlan(plan="p1", revision=0), "workplan_empty", LEADER)
    await refused(program, add(("甲", "2027-01-01")), "workplan_outside", LEADER)
    await program.make(add(("甲", "2026-01-20"), ("乙", "2026-03-01")), by=LEADER)
    await refused(program, add(("甲", "2026-01-20"), ("丙", "2026-03-01")), "not_yours", LEADER)
    await refused(program, add(("丙", "2026-03-01"), tasks=("t-甲",)), "not_yours", LEADER)
    await refused(program, HandInWorkPlan(plan="p1", revision=0), "workplan_changed", LEADER)
    plan = await plan_of(program)
    await program.make(HandInWorkPlan(plan="p1", revision=plan.revision), by=LEADER)
    plan = await plan_of(program)
    await refused(program, WriteWorkPlan.model_validate({**BASE, "text": "目标"}), "workplan_waiting", LEADER)
    await refused(program, AcceptWorkPlan(plan="p1", revision=plan.revision), "workplan_own", LEADER)
    await refused(program, AcceptWorkPlan(plan="p1", revision=plan.revision), "not_yours", "李工")
    await refused(program, AcceptWorkPlan(plan="p1", revision=0), "workplan_changed", DESK)
    await refused(
        program, ReturnWorkPlan(plan="p1", revision=plan.revision, remark="…"), "workplan_no_reason", DESK
    )
    await program.make(AcceptWorkPlan(plan="p1", revision=plan.revision), by="孙主席")
    await refused(
        program, TakeBackWorkPlan(plan="p1", revision=plan.revision), "workplan_not_waiting", LEADER
    )
    assert await program.read(lambda desk: desk.history.verify(f"log:{ZHANG.id}")) is None


async def test_tasks_from_open_to_closed(program: Program, wang: Chat, chen: Chat) -> None:
    await program.make(add(("甲", "2026-01-03"), ("乙", "2026-03-01")), by=LEADER)
    await refused(program, finish("t-甲"), "workplan_not_handed_in", LEADER)
    await program.make(HandInWorkPlan(plan="p1", revision=(await plan_of(program)).revision), by=LEADER)
    await refused(program, finish("t-甲"), "workplan_no_proof", LEADER)
    await program.make(proof("t-甲"), finish("t-甲"), by=LEADER)
    await refused(program, ClosePlanTask(task="t-甲", revision=2), "workplan_not_accepted", DESK)
    await program.make(AcceptWorkPlan(plan="p1", revision=(await plan_of(program)).revision), by=DESK)
    await refused(program, ClosePlanTask(task="t-甲", revision=2), "workplan_own", LEADER)
    await refused(program, ClosePlanTask(task="t-甲", revision=1), "workplan_changed", DESK)
    await refused(program, ClosePlanTask(task="t-乙", revision=1), "workplan_task_open", DESK)
    await program.make(ClosePlanTask(task="t-甲", revision=2), by=DESK)
    for change, by in (
        (UnfinishPlanTask(task="t-甲", revision=3), LEADER),
        (SendBackPlanTask(task="t-甲", revision=3, reason="缺照片"), DESK),
        (proof("t-甲"), LEADER),
    ):
        await refused(program, change, "workplan_task_closed", by)
    await refused(program, DropPlanTask(task="t-乙", revision=1, reason=""), "workplan_no_reason", LEADER)
    await program.make(DropPlanTask(task="t-乙", revision=1, reason="不需要"), by=LEADER)
    await refused(program, finish("t-乙", revision=2), "workplan_task_dropped", LEADER)
    await refused(program, proof("nothing"), "workplan_gone", LEADER)


async def test_changes_after_the_review(program: Program, wang: Chat, chen: Chat) -> None:
    """What a task was stays at its place; who counts sees tasks, not versions."""
    await program.make(add(("甲", "2026-02-20")), by=LEADER)
    words = TaskWords(title="甲", due="2026-02-28")
    await program.make(EditPlanTask(task="t-甲", revision=1, said=words), by=LEADER)
    await refused(program, EditPlanTask(task="t-甲", revision=2, said=words), "workplan_same", LEADER)
    await program.make(HandInWorkPlan(plan="p1", revision=(await plan_of(program)).revision), by=LEADER)
    later = TaskWords(title="甲", due="2026-03-31")
    await refused(
        program, EditPlanTask(task="t-甲", revision=2, said=later, reason="推迟"), "workplan_waiting", LEADER
    )
    await program.make(AcceptWorkPlan(plan="p1", revision=(await plan_of(program)).revision), by=DESK)
    await refused(program, EditPlanTask(task="t-甲", revision=2, said=later), "workplan_no_reason", LEADER)
    await refused(program, add(("乙", "2026-04-01")), "workplan_no_reason", LEADER)
    await program.make(EditPlanTask(task="t-甲", revision=2, said=later, reason="推迟"), by=LEADER)
    await program.make(add(("乙", "2026-04-01"), reason="上级要求"), by=LEADER)
    assert (await task_of(program, "t-甲")).due == "2026-03-31"
    today = date.fromisoformat(TODAY)
    found = await program.read(lambda desk: plan_state(desk, ZHANG.id, "2026", today, lambda _: today))
    assert [(line.task.title, [each.title for each in line.earlier]) for line in found.lines] == [
        ("甲", ["甲"]),
        ("乙", [""]),
    ]
    assert (found.figures.tasks, found.figures.changed) == (2, 2)
    assert found.accepted == today
    assert [each.result for line in found.lines for each in line.earlier] == ["推迟", "上级要求"]
