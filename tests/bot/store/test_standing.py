"""A studio's standing file and applications come back as they were put; erased words leave the rest standing."""

from collections.abc import Mapping
from functools import partial

from bot.entities import (
    Application,
    ApplicationStep,
    FileEntry,
    FileStep,
    FundMove,
    Objection,
    PlanTask,
    Round,
    WorkPlan,
)
from bot.store import Store, StoreDesk
from tests.bot.store.samples import NOW, RUBRIC


def entry(number: int = 1, **other: object) -> FileEntry:
    """Return entry eN of studio s1."""
    fields = {
        "id": f"e{number}", "studio": "s1", "kind": "members", "name": "王强", "details": '{"duty":"液压"}',
        "on": f"2025-0{number}-01", "by": "p1", "at": NOW, "changed": NOW,
    }  # fmt: skip
    return FileEntry.model_validate({**fields, **other})


def put(given: FileEntry, desk: StoreDesk) -> Mapping[str, str]:
    return desk.registers.put(given, "p1")


def answer(key: str, value: str, desk: StoreDesk) -> str:
    return desk.applications.answer("a9", key, value, "p1", NOW)


def _apply(given: Application, desk: StoreDesk) -> None:
    desk.applications.put(given)


async def test_entries_with_what_happened_to_them(furnished: Store):
    first, pump = entry(), entry(2, kind="equipment", name="液压泵")
    for each in (first, pump):
        hashes = await furnished.write(partial(put, each))
        assert set(hashes) == {"name", "details"}
    later = first.model_copy(update={"until": "2026-05-01", "revision": 2})
    await furnished.write(lambda desk: desk.registers.put(later, "p2"))
    step = FileStep(entry="e2", place=0, name="serviced", on="2026-03-01", text="换油", by="p1", at=NOW)
    await furnished.write(lambda desk: desk.registers.step(step))
    await furnished.write(lambda desk: desk.registers.step(step))
    steps = tuple(step.model_copy(update={"place": place}) for place in (1, 2))
    assert await furnished.read(lambda desk: desk.registers.get("e1")) == later
    assert await furnished.read(lambda desk: desk.registers.of_studio("s1")) == (pump, later)
    assert await furnished.read(lambda desk: desk.registers.of_studio("s1", "members")) == (later,)
    assert await furnished.read(lambda desk: desk.registers.steps("e2")) == steps
    assert await furnished.read(lambda desk: desk.registers.steps_of("s1")) == steps
    await furnished.write(lambda desk: desk.registers.drop("e2"))
    assert await furnished.read(lambda desk: desk.registers.of_studio("s1")) == (later,)
    await furnished.write(lambda desk: desk.words.erase("p1", NOW))
    erased = await furnished.read(lambda desk: desk.registers.get("e1"))
    assert erased
    assert (erased.name, erased.on) == ("", "2025-01-01")


async def test_money_and_plans(furnished: Store):
    move = FundMove(
        id="m1", studio="s1", year=2026, kind="spending", on="2026-04-02", amount="1999.50", purpose="tools",
        asset=True, note="扭力扳手", by="p1", at=NOW,
    )  # fmt: skip
    checked = move.model_copy(update={"checked_by": "p2", "checked": NOW + 1})
    plan = WorkPlan(
        id="w1",
        studio="s1",
        rubric=RUBRIC,
        period="2026-Q2",
        kind="plan",
        text="提效",
        by="p1",
        at=NOW,
        changed=NOW,
    )
    task = PlanTask(
        id="t1", plan="w1", studio="s1", place=1, title="改造换带工装", due="2026-06-30", by="p1", changed=NOW
    )
    await furnished.write(lambda desk: desk.fund.put(move, "p1"))
    await furnished.write(lambda desk: desk.fund.put(checked, "p2"))
    await furnished.write(lambda desk: desk.work_plans.put(plan, "p1"))
    await furnished.write(lambda desk: desk.work_plans.put_task(task, "p1"))
    assert await furnished.read(lambda desk: desk.fund.get("m1")) == checked
    assert await furnished.read(lambda desk: desk.fund.of_studio("s1")) == (checked,)
    await furnished.write(lambda desk: desk.fund.drop("m1"))
    assert await furnished.read(lambda desk: desk.fund.of_studio("s1")) == ()
    assert await furnished.read(lambda desk: desk.work_plans.at("s1", RUBRIC, "2026-Q2", "plan")) == plan
    assert await furnished.read(lambda desk: desk.work_plans.get("w1")) == plan
    assert await furnished.read(lambda desk: desk.work_plans.of_studio("s1")) == (plan,)
    assert await furnished.read(lambda desk: desk.work_plans.tasks("w1")) == (task,)
    assert await furnished.read(lambda desk: desk.work_plans.overdue("2026-07-01")) == (task,)
    assert await furnished.read(lambda desk: desk.work_plans.overdue("2026-06-30")) == ()


async def test_an_application_on_its_way(furnished: Store):
    made = Application(
        id="a9", rubric="dalian-2019", version=1, year=2026, name="张工工作室", unit="一厂", by="p1", at=NOW,
        changed=NOW,
    )  # fmt: skip
    handed_in = made.model_copy(update={"state": "submitted", "submitted": NOW + 1})
    step = ApplicationStep(
        application="a9", place=0, name="submitted", on="2026-06-01", text="齐全", by="p1", at=NOW
    )
    objection = Objection(
        id="o9", application="a9", name="", text="人数不实", on="2026-07-01", by="p2", at=NOW
    )
    told = objection.model_copy(
        update={"state": "dismissed", "decision": "已核实", "decided_by": "p1", "decided": NOW}
    )
    held = Round(
        rubric="dalian-2019", year=2026, deadline="2026-06-10", quotas=("model=7", "staff=8"), by="p1", at=NOW
    )
    await furnished.write(lambda desk: desk.applications.put(made))
    await furnished.write(lambda desk: desk.applications.put(handed_in))
    for key, value in (("basic-facts.name", "张工"), ("basic-facts.name", "张工工作室"), ("x", "y")):
        await furnished.write(partial(answer, key, value))
    await furnished.write(lambda desk: desk.applications.unanswer("a9", "x"))
    await furnished.write(lambda desk: desk.applications.step(step))
    await furnished.write(lambda desk: desk.applications.put_objection(objection, "p2"))
    await furnished.write(lambda desk: desk.applications.put_objection(told, "p1"))
    await furnished.write(lambda desk: desk.applications.put_round(held))
    assert await furnished.read(lambda desk: desk.applications.get("a9")) == handed_in
    assert await furnished.read(lambda desk: desk.applications.of_person("p1")) == (handed_in,)
    assert await furnished.read(lambda desk: desk.applications.of_round("dalian-2019", 2026)) == (handed_in,)
    assert await furnished.read(lambda desk: desk.applications.years()) == (("dalian-2019", 2026),)
    assert await furnished.read(lambda desk: desk.applications.answers("a9")) == {
        "basic-facts.name": "张工工作室"
    }
    assert await furnished.read(lambda desk: desk.applications.steps("a9")) == (
        step.model_copy(update={"place": 1}),
    )
    assert await furnished.read(lambda desk: desk.applications.objections("a9")) == (told,)
    assert await furnished.read(lambda desk: desk.applications.round("dalian-2019", 2026)) == held
    assert await furnished.read(lambda desk: desk.applications.round("dalian-2019", 2025)) is None
    assert await furnished.read(lambda desk: desk.applications.rounds()) == (held,)


async def test_what_a_named_studio_asks_for_stands_apart_from_names(furnished: Store):
    base = Application(
        id="a8", rubric="nuc-2024", version=1, year=2026, name="张工工作室", unit="一厂", studio="s1", by="p1",
        at=NOW, changed=NOW,
    )  # fmt: skip
    matter = base.model_copy(update={"id": "a7", "matter": "leader", "changed": NOW + 1})
    for each in (base, matter):
        await furnished.write(partial(_apply, each))
    assert await furnished.read(lambda desk: desk.applications.of_studio("s1")) == (matter, base)
    assert await furnished.read(lambda desk: desk.applications.of_round("nuc-2024", 2026)) == (base,)
    assert await furnished.read(lambda desk: desk.applications.matters()) == (matter,)
    assert await furnished.read(lambda desk: desk.applications.years()) == (("nuc-2024", 2026),)
