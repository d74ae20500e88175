"""What follows a signed sheet and comes before a visit, in the store: what goes in comes out."""

from bot.entities import Appeal, Fix, FixStep, Material, Plan, Receipt
from bot.store import Store, StoreDesk
from tests.bot.store.samples import NOW, RUBRIC, log_file, piece


def fix(number: int = 1, **other: object) -> Fix:
    """Return what number N of sheet a1 asks to be put right."""
    fields = {
        "id": f"x{number}",
        "studio": "s1",
        "assessment": "a1",
        "rubric": RUBRIC,
        "period": "2026-05",
        "item": "1.3",
        "letter": "a",
        "number": number,
        "points": "2",
        "problem": "三月<培训>无签到",
        "clause": "记录不详实 −1/处",
        "demand": "补齐签到",
        "due": f"2026-06-{number:02}",
        "opened": NOW,
        "changed": NOW,
    }
    return Fix.model_validate({**fields, **other})


async def test_what_is_to_be_put_right_comes_back_with_what_happened_to_it(furnished: Store):
    def work(desk: StoreDesk) -> None:
        assert set(desk.fixes.put(fix(), "p1")) == {"problem"}
        assert desk.fixes.get("x1") == fix()
        done = FixStep(at=NOW + 5, by="p2", name="done", text="已补签到")
        back = FixStep(at=NOW + 9, by="p1", name="sent_back", text="缺五月")
        assert len(desk.fixes.step("x1", done)) == 64
        assert len(desk.fixes.step("x1", back)) == 64
        assert desk.fixes.step("x1", FixStep(at=NOW + 12, by="p1", name="accepted")) == ""
        desk.fixes.put(fix(state="accepted", owner="李工", revision=4), "p2")
        found = desk.fixes.get("x1")
        assert found
        assert [(step.name, step.text) for step in found.steps] == [
            ("done", "已补签到"),
            ("sent_back", "缺五月"),
            ("accepted", ""),
        ]
        assert (found.state, found.owner, found.problem) == ("accepted", "李工", "三月<培训>无签到")
        assert desk.fixes.get("x9") is None

    await furnished.write(work)


async def test_lists_of_what_is_to_be_put_right(furnished: Store):
    def work(desk: StoreDesk) -> None:
        for number, state in ((3, "open"), (1, "returned"), (2, "done"), (4, "waived"), (5, "accepted")):
            desk.fixes.put(fix(number, state=state, item="1.3" if number < 3 else "2.1"), "p1")
        desk.fixes.step("x3", FixStep(at=NOW, by="p1", name="due", text="2026-07-01"))

        def ids(found: tuple[Fix, ...]) -> list[str]:
            return [each.id for each in found]

        assert ids(desk.fixes.of_assessment("a1")) == ["x1", "x2", "x3", "x4", "x5"]
        assert [len(each.steps) for each in desk.fixes.of_assessment("a1")] == [0, 0, 1, 0, 0]
        assert ids(desk.fixes.of_studio("s1", "open", "returned")) == ["x1", "x3"]
        assert ids(desk.fixes.of_studio("s2")) == []
        assert ids(desk.fixes.open_on("s1", RUBRIC, "1.3")) == ["x1", "x2"]
        assert ids(desk.fixes.open_on("s1", RUBRIC, "2.1")) == ["x3"]
        assert ids(desk.fixes.overdue("2026-06-03")) == ["x1"]
        assert ids(desk.fixes.overdue("2026-06-04")) == ["x1", "x3"]

    await furnished.write(work)


async def test_words_erased_leave_the_rest_standing(furnished: Store):
    def work(desk: StoreDesk) -> None:
        desk.fixes.put(fix(), "p1")
        desk.fixes.step("x1", FixStep(at=NOW, by="p1", name="sent_back", text="缺五月"))
        desk.words.erase("p1", NOW)
        found = desk.fixes.get("x1")
        assert found
        assert (found.problem, found.clause, found.steps[0].text) == ("", "记录不详实 −1/处", "")

    await furnished.write(work)


async def test_appeals_and_answers(furnished: Store):
    def work(desk: StoreDesk) -> None:
        appeal = Appeal(
            id="y1", studio="s1", assessment="a1", item="2.2", reason="有签到", by="p2", at=NOW, old="10"
        )
        assert set(desk.appeals.put(appeal, "p2")) == {"reason"}
        assert desk.appeals.open() == (appeal,)
        settled = appeal.model_copy(
            update={"state": "changed", "new": "15", "decided_by": "p1", "decided": NOW + 3, "ruling": "属实"}
        )
        assert set(desk.appeals.put(settled, "p1")) == {"reason", "ruling"}
        assert desk.appeals.get("y1") == settled
        assert desk.appeals.open() == ()
        assert desk.appeals.of_assessment("a1") == desk.appeals.of_studio("s1") == (settled,)
        desk.receipts.put(Receipt(assessment="a1", person="p2", state="seen", at=NOW))
        desk.receipts.put(Receipt(assessment="a1", person="p2", state="objects", at=NOW + 1))
        assert desk.receipts.of("a1") == (Receipt(assessment="a1", person="p2", state="objects", at=NOW + 1),)

    await furnished.write(work)


async def test_days_and_materials_before_a_visit(furnished: Store):
    def work(desk: StoreDesk) -> None:
        plan = Plan(visit="v1", day="2026-05-20", note="带<台账>", by="p1", at=NOW)
        assert set(desk.plans.put(plan)) == {"note"}
        assert desk.plans.of_visit("v1") == plan
        assert desk.plans.between("2026-05-20", "2026-05-20") == (plan,)
        assert desk.plans.between("2026-05-21", "2026-05-30") == ()
        handed = Material(
            id="h1",
            studio="s1",
            rubric=RUBRIC,
            period="2026-05",
            item="1.3",
            name="设备台账",
            by="p2",
            at=NOW,
        )
        assert desk.materials.put(handed) == {}
        desk.proofs.attach(piece(1, "h1"), chat=101, album=None)
        assert [each.files for each in desk.proofs.of("h1")] == [(log_file(1),)]
        assert desk.materials.of_item("s1", RUBRIC, "2026-05", "1.3") == (handed,)
        assert desk.materials.of_item("s1", RUBRIC, "2026-05", "1.4") == ()
        assert desk.materials.of_period("s1", RUBRIC, "2026-05") == (handed,)
        desk.materials.drop("h1")
        assert desk.materials.get("h1") is None
        assert desk.materials.of_period("s1", RUBRIC, "2026-05") == ()

    await furnished.write(work)


async def test_a_reminder_is_claimed_once(furnished: Store):
    assert await furnished.write(lambda desk: desk.reminders.claim("month s1 2026-05 half", NOW))
    assert not await furnished.write(lambda desk: desk.reminders.claim("month s1 2026-05 half", NOW + 9))
    assert await furnished.write(lambda desk: desk.reminders.claim("month s1 2026-06 half", NOW + 9))
