"""Another leader, another name, a title withdrawn: begun, answered by the studio, approved by another, carried out."""

from typing import Any

import pytest

from bot.changes import (
    BeginMatter,
    Publish,
    Respond,
    ReturnApplication,
    TakeSteps,
    WithdrawApplication,
    WithdrawMatter,
)
from bot.changes.applications.effect import details_of
from bot.changes.applying.answers import AnswerField
from bot.entities import Grant, Person, Scope, Studio
from tests.bot.applications.room import Room
from tests.bot.applications.way_scenes import DECIDED, TODAY
from tests.bot.walk.scenes import RED, ZHANG

ONE = "matter000001"
DETAILS = {
    "leader": {"leader": "赵敏", "since": "2026-01-01", "reason": "张建国退休"},
    "rename": {"called": "张建国劳模工作室", "reason": "获评劳模"},
    "title": {"basis": "第十一条", "word": "取消称号", "reason": "考核不达标"},
}


def begin(matter: str = "leader", **more: Any) -> BeginMatter:
    """Something about 张建国工作室."""
    details = {**DETAILS[matter], **more.pop("details", {})}
    fields = {"application": ONE, "studio": ZHANG.id, "matter": matter, "details": details, "today": TODAY}
    return BeginMatter.model_validate({**fields, **more})


def studio(room: Room) -> Studio:
    """张建国工作室 as it is."""
    found = room.desk.studios.get(ZHANG.id)
    assert found
    return found


def carried_out(room: Room, matter: str, by: str = "陈主任") -> None:
    """Take one through all its steps."""
    room.make(by, begin(matter))
    room.take("陈主任", ONE, "examined")
    room.take("林书记", ONE, "approved")
    room.take("陈主任", ONE, "carried_out")


@pytest.mark.parametrize("by", ["王海涛", "孙主席", "陈主任"])
def test_another_leader(room: Room, by: str) -> None:
    """Its people, its unit or the desk report it; who led before stays on record, with the paper."""
    carried_out(room, "leader", by)
    assert studio(room).leader == "赵敏"
    before, after = room.desk.studios.leadings(ZHANG.id)
    assert (before.name, before.until) == (ZHANG.leader, "2025-12-31")
    assert (after.since, after.paper, after.reason) == ("2026-01-01", "大工发〔2026〕3号", "张建国退休")
    names = [event.name for event in room.told(f"log:{ZHANG.id}")]
    assert names == ["begin_matter", "take_step", "take_step", "take_step"]
    assert [event.name for event in room.told("studios")] == ["change_leader"]
    assert room.got(ONE).state == "carried_out"


def test_another_name(room: Room) -> None:
    carried_out(room, "rename", "王海涛")
    assert studio(room).name == "张建国劳模工作室"
    assert room.got(ONE).name == "张建国工作室"


def test_a_title_withdrawn(room: Room) -> None:
    """From the day of the decision, in the source's own word."""
    carried_out(room, "title")
    assert studio(room).retired == TODAY
    assert details_of(room.desk, room.got(ONE)) == DETAILS["title"]


def test_the_title_is_the_coordinators_alone(room: Room) -> None:
    for name in ("王海涛", "孙主席", "林书记"):
        room.refused(name, begin("title"), "not_yours")
    room.refused("洪师傅", begin("title", studio=RED.id), "way_own")
    room.refused("牛主任", begin("title", studio=RED.id), "not_yours")
    room.make("牛主任", begin("title"))


def test_nobody_else_begins_anything(room: Room) -> None:
    room.refused("林书记", begin(), "not_yours")
    room.refused("王海涛", begin(studio=RED.id), "not_yours")


def test_the_steps_in_their_order_and_by_whom(room: Room) -> None:
    room.make("周主任", begin("title"))
    room.refused("陈主任", room.step(ONE, "carried_out"), "way_order")
    room.refused("林书记", room.step(ONE, "approved"), "way_order")
    room.refused("陈主任", room.step(ONE, "recommended"), "way_order")
    room.take("陈主任", ONE, "examined")
    room.refused("周主任", room.step(ONE, "approved"), "way_approve_own")
    room.refused("王海涛", room.step(ONE, "approved"), "not_yours")
    room.take("林书记", ONE, "approved")
    room.refused("陈主任", room.step(ONE, "named"), "way_order")
    room.refused("陈主任", room.step(ONE, "carried_out", paper=""), "way_no_paper")
    assert studio(room).retired is None


def test_a_notice_before_it_is_carried_out(room: Room) -> None:
    room.make("陈主任", begin("title"))
    room.take("陈主任", ONE, "examined")
    room.take("林书记", ONE, "approved")
    notice = Publish(applications=(ONE,), start=TODAY, until="2026-01-10", today=TODAY, mark=room.mark(ONE))
    room.make("陈主任", notice)
    room.refused("陈主任", room.step(ONE, "carried_out"), "way_public_until")
    room.take("陈主任", ONE, "carried_out", on="2026-01-11", today="2026-01-12")
    assert studio(room).retired == "2026-01-11"


BAD: list[tuple[str, dict[str, Any], str]] = [
    ("leader", {"leader": " "}, "way_matter_field"),
    ("leader", {"leader": ZHANG.leader}, "studio_same_leader"),
    ("leader", {"leader": "名" * 31}, "studio_long"),
    ("leader", {"since": "2026-06-31"}, "way_day"),
    ("leader", {"since": "12.5.5"}, "way_day"),
    ("leader", {"since": "2062-01-01"}, "studio_since_ahead"),
    ("leader", {"reason": "。"}, "way_no_reason"),
    ("leader", {"called": "别名"}, "not_yours"),
    ("rename", {"called": ZHANG.name}, "way_matter_same"),
    ("rename", {"called": RED.name}, "studio_name_taken"),
    ("title", {"word": "字" * 21}, "way_long"),
    ("title", {"basis": ""}, "way_matter_field"),
    ("title", {"outcome": "nobody"}, "not_yours"),
]


@pytest.mark.parametrize(("matter", "wrong", "code"), BAD)
def test_bad_input(room: Room, matter: str, wrong: dict[str, str], code: str) -> None:
    room.refused("陈主任", begin(matter, details=wrong), code)


def test_a_name_for_a_new_application_is_begun_elsewhere(room: Room) -> None:
    room.refused("陈主任", begin().model_copy(update={"matter": "name"}), "not_yours")


def test_one_of_a_kind_at_a_time(room: Room) -> None:
    room.make("王海涛", begin(), begin())
    assert len(room.desk.applications.matters()) == 1
    room.refused("王海涛", begin(application="matter000002"), "way_matter_open")
    room.refused("陈主任", begin("rename"), "not_yours")
    room.make("陈主任", begin("rename", application="matter000002"))


def test_a_day_that_has_not_come_is_carried_out_when_it_has(room: Room) -> None:
    room.make("王海涛", begin(details={"since": "2026-02-01"}))
    room.take("陈主任", ONE, "examined")
    room.take("林书记", ONE, "approved")
    room.refused("陈主任", room.step(ONE, "carried_out"), "way_leader_ahead")
    room.take("陈主任", ONE, "carried_out", on="2026-02-01", today="2026-02-02")
    assert studio(room).leader == "赵敏"


def test_a_name_that_was_taken_meanwhile(room: Room) -> None:
    room.make("王海涛", begin("rename"))
    room.take("陈主任", ONE, "examined")
    room.take("林书记", ONE, "approved")
    other = room.desk.studios.get(RED.id)
    assert other
    room.desk.studios.update(other.model_copy(update={"name": "张建国劳模工作室"}))
    room.refused("陈主任", room.step(ONE, "carried_out"), "studio_name_taken")


def test_the_studios_own_words(room: Room) -> None:
    """Until it is approved; whoever decides finds them on its way."""
    room.make("陈主任", begin("title"))
    said = Respond(application=ONE, text="成果已补报", today=TODAY)
    room.refused("洪师傅", said, "not_yours")
    room.refused("陈主任", said, "not_yours")
    room.refused("王海涛", said.model_copy(update={"text": "……"}), "way_no_reason")
    room.make("王海涛", said)
    assert room.desk.applications.steps(ONE)[-1].text == "成果已补报"
    assert room.got(ONE).state == "submitted"
    room.take("陈主任", ONE, "examined")
    room.take("林书记", ONE, "approved")
    room.refused("王海涛", said, "way_respond_late")
    (name,) = room.handed_in(1)
    room.refused("王海涛", said.model_copy(update={"application": name}), "not_yours")


def test_it_is_no_application_with_forms(room: Room) -> None:
    """Nothing is filled in, sent back or taken back as an application is; above all not by the studio."""
    room.make("陈主任", begin("title"))
    room.refused("王海涛", WithdrawApplication(application=ONE, today=TODAY), "not_yours")
    room.refused("王海涛", AnswerField(application=ONE, key="matter.reason", text="x"), "not_yours")
    back = ReturnApplication(
        application=ONE, text="补", on=TODAY, today=TODAY, revision=room.got(ONE).revision
    )
    room.refused("陈主任", back, "way_no_return")
    taken_back = WithdrawMatter(application=ONE, today=TODAY, revision=room.got(ONE).revision)
    room.refused("王海涛", taken_back, "not_yours")
    room.refused("周主任", taken_back, "not_yours")
    room.make("陈主任", taken_back)
    room.refused("陈主任", taken_back, "way_changed")
    room.make("陈主任", begin("title", application="matter000002"))


def test_many_are_carried_out_by_one_decision(room: Room) -> None:
    """All or none: each does what it is about, with rows of its own in the history."""
    room.make("陈主任", begin("rename"), begin("leader", application="matter000002"))
    for one in (ONE, "matter000002"):
        room.take("陈主任", one, "examined")
        room.take("林书记", one, "approved")
    both = {
        "applications": (ONE, "matter000002"),
        "step": "carried_out",
        "on": TODAY,
        "today": TODAY,
        **DECIDED,
    }
    press = TakeSteps.model_validate({**both, "mark": room.mark(ONE, "matter000002")})
    room.refused("林书记", press, "not_yours")
    room.make("陈主任", press)
    assert (studio(room).name, studio(room).leader) == ("张建国劳模工作室", "赵敏")
    assert [event.name for event in room.told("studios")] == ["edit_studio", "change_leader"]
    room.refused("陈主任", press, "way_changed")


def leads(room: Room, name: str, studio_: str) -> str:
    """Somebody of a name leads one studio; returns the id."""
    room.desk.people.add(Person(id="person000099", name=name), 1)
    given = {"alone": Scope(kind="studio", key=studio_), "whole": Scope(kind="unit", key=RED.unit)}
    for key, scope in given.items():
        room.desk.people.grant("person000099", Grant(id=f"grant{key}", role="leader", scope=scope), 1)
    return "person000099"


@pytest.mark.parametrize("many", [False, True])
def test_the_old_leaders_role_ends_with_the_decision(room: Room, many: bool) -> None:
    """Only that of this studio, and only of the name that led it; it stands in the history, with the way."""
    old = leads(room, "张建国", ZHANG.id)
    room.make("王海涛", begin())
    room.take("陈主任", ONE, "examined")
    room.take("林书记", ONE, "approved")
    if many:
        said = {"on": TODAY, "today": TODAY, **DECIDED, "mark": room.mark(ONE)}
        room.make("陈主任", TakeSteps(applications=(ONE,), step="carried_out", **said))
    else:
        room.take("陈主任", ONE, "carried_out")
    person = room.desk.people.get(old, room.now)
    assert person
    assert [grant.id for grant in person.grants] == ["grantwhole"]
    assert room.person("王海涛").has("leader")
    assert room.steps(ONE)[-2:] == ["carried_out", f"role_ended {old}"]
    assert [event.name for event in room.told("people")] == ["revoke_grant"]
