"""Persons, studios, the library, visits and marks: what goes in comes out, and the rules that the tables keep."""

import asyncio
import sqlite3
from functools import partial
from pathlib import Path

import pytest

from bot.clock import SteppedClock
from bot.entities import Campaign, Comments, Grant, Invitation, Person, Scope, Signature, Studio
from bot.problems import Refusal
from bot.store import Store, StoreDesk, open_alone
from bot.store.queries import marks
from rubrics import files
from rubrics.marks import ItemMarks, Occurrence
from rubrics.points import points
from tests.bot.store.samples import NOW, RUBRIC, furnish, open_visit

# -- people ----------------------------------------------------------------------------------------


async def test_a_person_comes_with_the_grants_that_hold_now(furnished: Store):
    def work(desk: StoreDesk) -> None:
        ended = Grant(id="g3", role="reader", scope=Scope(kind="all"))
        desk.people.grant("p1", ended, NOW)
        desk.people.revoke("g3", NOW)
        desk.people.grant("p1", Grant(id="g4", role="head", scope=Scope(kind="all"), until=NOW + 10), NOW)
        person = desk.people.by_account(101, NOW)
        assert person is not None
        assert (person.id, person.name, person.unit, person.language) == ("p1", "王芳", "公会", "zh-CN")
        assert {each.id for each in person.grants} == {"g1", "g4"}
        later = desk.people.get("p1", NOW + 10)
        assert later is not None
        first = Grant(id="g1", role="assessor", scope=Scope(kind="unit", key="一厂"), since=NOW)
        assert later.grants == (first,)
        assert desk.people.by_account(999, NOW) is None

    await furnished.write(work)


async def test_a_new_account_ends_the_earlier_one(furnished: Store):
    def work(desk: StoreDesk) -> None:
        desk.people.attach(201, "p1", NOW)
        assert desk.people.accounts("p1") == (201,)
        assert desk.people.by_account(101, NOW) is None
        desk.people.attach(201, "p2", NOW)  # the telephone changes hands
        found = desk.people.by_account(201, NOW)
        assert found is not None
        assert found.id == "p2"
        assert desk.people.accounts("p1") == ()

    await furnished.write(work)


async def test_everybody_with_a_role_comes_with_all_grants(furnished: Store):
    def work(desk: StoreDesk) -> None:
        desk.people.add(Person(id="p3", name="赵敏"), NOW)
        for number, person, role in ((5, "p3", "coordinator"), (6, "p1", "coordinator")):
            grant = Grant.model_validate({"id": f"g{number}", "role": role, "scope": {"kind": "all"}})
            desk.people.grant(person, grant, NOW)
        found = {
            each.id: {grant.id for grant in each.grants} for each in desk.people.with_role("coordinator", NOW)
        }
        assert found == {"p3": {"g5"}, "p1": {"g1", "g6"}}
        assert desk.people.with_role("leader", NOW) == ()
        desk.people.speak("p3", "en")
        spoken = desk.people.get("p3", NOW)
        assert spoken is not None
        assert spoken.language == "en"

    await furnished.write(work)


INVITATION = Invitation(
    digest="d" * 64,
    name="钱进",
    unit="一厂",
    role="assessor",
    scope=Scope(kind="studio", key="s1"),
    invited_by="p1",
    expires=NOW + 1000,
)


async def test_of_fifty_who_open_one_link_one_gets_in(furnished: Store):
    await furnished.write(lambda desk: desk.people.invite(INVITATION, NOW))
    assert await furnished.read(lambda desk: desk.people.invitation("d" * 64)) == INVITATION.model_copy(
        update={"made": NOW}
    )

    def spend(account: int, desk: StoreDesk) -> bool:
        return desk.people.spend("d" * 64, account, NOW)

    spends = (furnished.write(partial(spend, account)) for account in range(50))
    assert sum(await asyncio.gather(*spends)) == 1
    used = await furnished.read(lambda desk: desk.people.invitation("d" * 64))
    assert used is not None
    assert used.used == NOW


@pytest.mark.parametrize(
    ("change", "now"),
    [({}, NOW + 1000), ({"revoked": True}, NOW), ({"used": NOW}, NOW), ({"digest": "e" * 64}, NOW)],
)
async def test_a_link_that_no_longer_opens_lets_nobody_in(
    furnished: Store, change: dict[str, object], now: int
):
    await furnished.write(lambda desk: desk.people.invite(INVITATION.model_copy(update=change), NOW))
    assert not await furnished.write(lambda desk: desk.people.spend("d" * 64, 5, now))


# -- studios ---------------------------------------------------------------------------------------


async def test_studios_are_found_by_scope_each_once(furnished: Store):
    def work(desk: StoreDesk) -> None:
        desk.studios.add(Studio(id="s2", name="李工工作室", unit="二厂", named_on="2020-01-01", level="省级"))
        desk.studios.add(Studio(id="s3", name="丁工工作室", unit="一厂"))

        def covered(*scopes: Scope) -> list[str]:
            return [each.id for each in desk.studios.covered(scopes)]

        assert covered() == []
        assert covered(Scope(kind="all")) == ["s3", "s1", "s2"]
        assert covered(Scope(kind="unit", key="一厂"), Scope(kind="studio", key="s1")) == ["s3", "s1"]
        assert covered(Scope(kind="studio", key="s2"), Scope(kind="studio", key="none")) == ["s2"]
        assert desk.studios.named("李工工作室") == desk.studios.get("s2")
        one = desk.studios.get("s1")
        assert one == Studio(id="s1", name="张工工作室", unit="一厂", leader="张工", types={RUBRIC: "skill"})

    await furnished.write(work)


# -- library ---------------------------------------------------------------------------------------


async def test_shipped_rubrics_are_published_and_parsed_once(store: Store):
    current = await store.read(lambda desk: desk.library.current())
    assert [each.id for each in current] == sorted(files.shipped_ids())
    newest = files.latest(RUBRIC).version
    again = await store.write(lambda desk: desk.library.get(RUBRIC, newest))
    assert any(again is each for each in current)
    first = await store.write(lambda desk: desk.library.get(RUBRIC, 1))
    assert first is await store.read(lambda desk: desk.library.get(RUBRIC, 1))
    with pytest.raises(KeyError):
        await store.read(lambda desk: desk.library.get(RUBRIC, 99))


def test_a_changed_file_under_a_published_version_refuses_the_start(
    path: Path, clock: SteppedClock, tmp_path: Path
):
    text = files.shipped()[0].read_text()
    mine = tmp_path / files.shipped()[0].name
    mine.write_text(text)
    with open_alone(path, clock=clock, rubric_files=[mine]):
        pass
    mine.write_text(text + "\n# changed\n")
    with pytest.raises(Refusal) as refused, open_alone(path, clock=clock, rubric_files=[mine]):
        pass
    assert refused.value.code == "rubric_changed"


def test_a_version_whose_file_is_gone_is_still_there(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock):
        pass
    newest = files.latest(RUBRIC)
    with open_alone(path, clock=clock, rubric_files=[]) as alone:
        assert alone.write(lambda desk: desk.library.get(RUBRIC, newest.version)) == newest


# -- visits ----------------------------------------------------------------------------------------


async def test_an_assessment_knows_where_it_belongs(furnished: Store):
    def work(desk: StoreDesk) -> None:
        found = desk.visits.assessment("a1")
        assert found is not None
        assert found.visit.id == "v1"
        assert (found.studio, found.studio_name, found.unit, found.leader) == (
            "s1",
            "张工工作室",
            "一厂",
            "张工",
        )
        assert (found.rulings, found.assumed, found.variant) == ({"r": "yes"}, ("r",), "skill")
        assert (found.members, found.state, found.signatures, found.digest) == (("p1",), "open", (), None)
        assert desk.visits.of_visit("v1") == found
        assert desk.visits.assessment("a9") is None
        desk.visits.join("a1", "p2", NOW + 5)
        desk.visits.join("a1", "p2", NOW + 6)
        desk.visits.pass_gaps("a1")
        desk.visits.rule("c1", {"r": "no"}, ())
        desk.visits.comment("a1", Comments(strengths="好", advice="改"))
        changed = desk.visits.assessment("a1")
        assert changed is not None
        assert (changed.members, changed.passed_gaps) == (("p1", "p2"), True)
        assert (changed.rulings, changed.assumed) == ({"r": "no"}, ())
        assert changed.comments == Comments(strengths="好", advice="改")

    await furnished.write(work)


async def test_a_signed_assessment_is_closed_and_found_by_its_digest(furnished: Store):
    place = ("s1", RUBRIC, "2026-11", "regular")

    def work(desk: StoreDesk) -> None:
        assert desk.visits.open_at(*place) == "a1"
        assert desk.visits.signed_at(*place) is None
        assert desk.visits.sheet("a1") is None
        signature = Signature(person="p1", name="王芳", role="head", at=NOW + 9)
        desk.visits.sign("a1", signature, "c" * 64, {"total": "44", "items": [{"no": "1.1"}]})
        assert desk.visits.open_at(*place) is None
        assert desk.visits.signed_at(*place) == "a1"
        assert desk.visits.sheet("a1") == {"total": "44", "items": [{"no": "1.1"}]}
        found = desk.visits.by_digest("c" * 64)
        assert found is not None
        assert (found.state, found.signatures, found.digest, found.sealed) == (
            "signed",
            (signature,),
            "c" * 64,
            False,
        )
        assert found.visit.closed
        desk.visits.seal("a1", NOW + 10)
        sealed = desk.visits.assessment("a1")
        assert sealed is not None
        assert sealed.sealed
        with pytest.raises(KeyError):
            desk.visits.sign("a1", signature, "f" * 64, {})
        open_visit(desk, "2")  # the place is free again
        assert desk.visits.open_at(*place) == "a2"

    await furnished.write(work)


async def test_one_visit_is_open_at_a_place(furnished: Store):
    with pytest.raises(sqlite3.IntegrityError):
        await furnished.write(lambda desk: open_visit(desk, "2"))
    assert await furnished.read(lambda desk: desk.visits.assessment("a2")) is None


async def test_a_persons_assessments_newest_first_and_the_one_touched_last(furnished: Store):
    def work(desk: StoreDesk) -> None:
        open_visit(desk, "2", period="2026-12")
        assert [each.id for each in desk.visits.open_of("p1")] == ["a2", "a1"]
        assert desk.visits.open_of("p2") == ()
        assert desk.visits.latest_of("p2") is None
        for stream, at in (("v1", NOW + 1), ("v2", NOW + 2), ("v1", NOW + 3), ("people", NOW + 4)):
            desk.history.append(stream=stream, at=at, person="p1", name="mark", payload={})
        latest = desk.visits.latest_of("p1")
        assert latest is not None
        assert latest.id == "a1"

    await furnished.write(work)


async def test_a_campaign_comes_back_and_is_one_per_year(furnished: Store):
    campaign = Campaign(id="c1", rubric=RUBRIC, version=1, year=2026, rulings={"r": "yes"}, assumed=("r",))
    assert await furnished.read(lambda desk: desk.visits.campaign(RUBRIC, 1, 2026, "")) == campaign
    assert await furnished.read(lambda desk: desk.visits.campaign(RUBRIC, 1, 2027, "")) is None
    with pytest.raises(sqlite3.IntegrityError):
        await furnished.write(lambda desk: desk.visits.add_campaign(campaign.model_copy(update={"id": "c2"})))


# -- marks -----------------------------------------------------------------------------------------

MARKS = {
    "1.1": ItemMarks(full=True),
    "1.3": ItemMarks(
        taken={"a": (Occurrence(id="o1"), Occurrence(id="o2", amount=points("0.5")))}, hand=points("2.5")
    ),
    "2.1": ItemMarks(zero=True),
}


async def test_marks_come_back_as_they_were_put_with_a_revision_each(furnished: Store):
    def put(desk: StoreDesk) -> None:
        assert desk.marks.of("a1").marks == {}
        assert [desk.marks.put("a1", item, each, NOW) for item, each in MARKS.items()] == [1, 1, 1]
        assert desk.marks.put("a1", "1.1", MARKS["1.1"], NOW) == 2

    await furnished.write(put)
    found = await furnished.read(lambda desk: desk.marks.of("a1"))
    assert found.marks == MARKS
    assert found.revisions == {"1.1": 2, "1.3": 1, "2.1": 1}


async def test_marks_after_a_restart_are_read_from_the_disk_alike(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
        alone.write(lambda desk: [desk.marks.put("a1", item, each, NOW) for item, each in MARKS.items()])
    marks._known.clear()
    with open_alone(path, clock=clock) as alone:
        assert alone.write(lambda desk: desk.marks.of("a1")).marks == MARKS
