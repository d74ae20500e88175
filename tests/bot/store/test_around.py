"""What stands around an item comes in one question, and is the same as asked one by one."""

from bot.entities import Material, Signature
from bot.store import Store, StoreDesk
from tests.bot.store.samples import NOW, RUBRIC, open_visit
from tests.bot.store.test_read_once import statements


def sign(desk: StoreDesk, assessment: str, total: str) -> None:
    signature = Signature(person="p1", name="王芳", role="head", at=NOW + 7)
    desk.visits.sign(assessment, signature, assessment * 32, {"total": total, "items": {"1.3": "2"}})


def material(number: int, **other: object) -> Material:
    fields = {
        "id": f"m{number}",
        "studio": "s1",
        "rubric": RUBRIC,
        "period": "2026-11",
        "item": "1.3",
        "name": f"台账{number}",
        "by": "p2",
        "at": NOW + number,
    }
    return Material.model_validate({**fields, **other})


PLACE = ("s1", RUBRIC, "2026-11", "regular")


async def test_nothing_stands_around_it(furnished: Store):
    def work(desk: StoreDesk) -> None:
        found = desk.visits.around(PLACE, "2026-10", "self", "1.3")
        assert (found.before, found.own, found.ready) == (None, None, ())

    await furnished.write(work)


async def test_the_sheet_before_and_what_was_handed_in(furnished: Store):
    def work(desk: StoreDesk) -> None:
        open_visit(desk, "2", "2026-10")
        sign(desk, "a2", "90")
        for each in (
            material(2),
            material(1),
            material(3),
            material(4, item="1.4"),
            material(5, period="2026-10"),
            material(6, rubric="tongliao-2020"),
        ):
            desk.materials.put(each)
        desk.materials.drop("m3")

        found = desk.visits.around(PLACE, "2026-10", "self", "1.3")
        assert found.before == desk.visits.signed_sheet("s1", RUBRIC, "2026-10", "regular")
        assert found.before
        assert found.before.figures["total"] == "90"
        assert found.own is None
        assert [(each.id, each.name) for each in found.ready] == [("m1", "台账1"), ("m2", "台账2")]
        assert desk.visits.around(PLACE, "2026-10", "regular", "9.9").ready == ()
        assert statements(desk, lambda: desk.visits.around(PLACE, "2026-10", "self", "1.3")) == 1

    await furnished.write(work)
