"""The public notice, objections to it, and that nothing is named before both are over; what holds for a round."""

from typing import Any

import pytest

from bot.changes import DecideObjection, FileObjection, Publish, RejectApplication, SetRound
from tests.bot.applications.room import Room
from tests.bot.applications.way_scenes import DECIDED, HANDED_IN, TODAY
from tests.bot.walk.scenes import ZHANG

LATER = "2026-01-20"
NUC = {"rubric": "nuc-2024", "track": "staff"}


def approved(room: Room, *numbers: int) -> list[str]:
    """Applications that were approved."""
    made = room.handed_in(*numbers, **NUC)
    for one in made:
        room.take("陈主任", one, "examined", "visited", on="2025-12-20")
        room.take("林书记", one, "approved", on="2025-12-25")
    return made


def publish(room: Room, *applications: str, **more: Any) -> Publish:
    """A public notice from Christmas to the third of January."""
    fields = {"applications": applications, "start": "2025-12-26", "until": "2026-01-03", "today": TODAY}
    return Publish.model_validate({**fields, "mark": room.mark(*applications), **more})


def objection(application: str, **more: Any) -> FileObjection:
    """An objection in the middle of the notice."""
    fields = {
        "application": application,
        "id": "objection01",
        "who": "钱工",
        "text": "成果不属实",
        "today": TODAY,
    }
    return FileObjection.model_validate({**fields, "on": "2025-12-30", **more})


def decision(state: str = "dismissed", **more: Any) -> DecideObjection:
    """What was decided about it."""
    return DecideObjection.model_validate(
        {"objection": "objection01", "state": state, "decision": "经核实", **more}
    )


def test_to_the_name_after_the_notice(room: Room) -> None:
    first, second = approved(room, 1, 2)
    room.make("陈主任", publish(room, first, second))
    assert [room.steps(one)[-1] for one in (first, second)] == ["published 2026-01-03"] * 2
    given = room.desk.applications.round("nuc-2024", 2026)
    assert given
    assert (given.public_from, given.public_until) == ("2025-12-26", "2026-01-03")
    room.take("陈主任", first, "named", on="2026-01-04")
    studio = room.desk.studios.get(ZHANG.id)
    assert studio
    assert (studio.named_on, studio.named_by) == ("2026-01-04", "市总党组会")
    (event,) = room.told("applications:nuc-2024:2026")
    assert (event.name, len(event.payload["published"])) == ("publish_applications", 2)


@pytest.mark.parametrize("on", ["2025-12-26", "2026-01-03"])
def test_nothing_is_named_while_the_list_is_public(room: Room, on: str) -> None:
    (one,) = approved(room, 1)
    room.make("陈主任", publish(room, one))
    caught = room.refused("陈主任", room.step(one, "named", on=on), "way_public_until")
    assert caught.params["until"] == "2026-01-03"


def test_a_notice_that_runs_and_one_that_begins_later(room: Room) -> None:
    first, second = approved(room, 1, 2)
    room.make("陈主任", publish(room, first, until="2026-01-05"))
    room.refused("陈主任", room.step(first, "named"), "way_public_until")
    room.make("陈主任", publish(room, second, start="2026-01-08", until="2026-01-15"))
    room.refused("陈主任", room.step(second, "named"), "way_public_until")
    room.take("陈主任", second, "named", on="2026-01-16", today=LATER)


SPANS = [
    ({"start": "2026-01-03", "until": "2026-01-02"}, "way_public_span"),
    ({"start": "2025-12-26", "until": "2026-12-26"}, "way_public_span"),
    ({"start": "2027-01-03", "until": "2027-01-04"}, "way_public_span"),
    ({"start": "2025-12-24"}, "way_day_before"),
    ({"start": "2025-12-32"}, "way_day"),
    ({"until": "下周"}, "way_day"),
    ({"mark": "00000000"}, "way_changed"),
    ({"applications": ("nobody",)}, "not_yours"),
]


@pytest.mark.parametrize(("wrong", "code"), SPANS)
def test_a_notice_that_cannot_be(room: Room, wrong: dict[str, Any], code: str) -> None:
    (one,) = approved(room, 1)
    room.refused("陈主任", publish(room, one).model_copy(update=wrong), code)


def test_only_what_was_approved_is_made_public(room: Room) -> None:
    (one,) = room.handed_in(1, **NUC)
    room.refused("陈主任", publish(room, one), "way_order")
    (second,) = approved(room, 2)
    room.refused("洪师傅", publish(room, second), "way_own")
    room.refused("林书记", publish(room, second), "not_yours")
    press = publish(room, second)
    room.make("陈主任", press)
    room.refused("陈主任", press, "way_changed")


def test_an_objection_stops_the_name_until_it_is_decided(room: Room) -> None:
    (one,) = approved(room, 1)
    room.make("陈主任", publish(room, one), objection(one))
    room.refused("陈主任", room.step(one, "named"), "way_objection_open")
    room.refused("陈主任", decision(), "way_objection_own")
    room.refused("王海涛", decision(), "not_yours")
    room.refused("林书记", decision(decision=""), "way_no_reason")
    room.make("林书记", decision())
    room.refused("林书记", decision("upheld"), "way_objection_decided")
    room.take("陈主任", one, "named")
    (found,) = room.desk.applications.objections(one)
    assert (found.state, found.decision, found.decided_by) == (
        "dismissed",
        "经核实",
        room.person("林书记").id,
    )
    names = [event.name for event in room.told(f"log:{ZHANG.id}")]
    assert names[-3:] == ["file_objection", "decide_objection", "take_step"]


def test_an_objection_that_was_upheld(room: Room) -> None:
    """It is turned down, or named all the same with a reason."""
    first, second = approved(room, 1, 3)
    room.make("陈主任", publish(room, first, second), objection(first))
    room.make("陈主任", objection(second, id="objection02"))
    room.make("周主任", decision("upheld"), decision("upheld", objection="objection02"))
    room.refused("陈主任", room.step(first, "named"), "way_objection_upheld")
    room.take("陈主任", first, "named", text="更正后不影响命名")
    fields = {"application": second, "text": "异议成立", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("陈主任", RejectApplication(revision=room.got(second).revision, **fields))
    assert room.got(second).state == "rejected"


LATE = [
    ({"on": "2025-12-25"}, "way_objection_early"),
    ({"on": "2026-01-04"}, "way_objection_late"),
    ({"on": "2026-01-06"}, "way_day_ahead"),
    ({"on": "12月30日"}, "way_day"),
    ({"text": ""}, "way_no_reason"),
    ({"text": "？？？"}, "way_no_reason"),
    ({"who": "名" * 61}, "way_long"),
    ({"application": "nobody"}, "not_yours"),
]


@pytest.mark.parametrize(("wrong", "code"), LATE)
def test_an_objection_that_cannot_be(room: Room, wrong: dict[str, Any], code: str) -> None:
    (one,) = approved(room, 1)
    room.refused("陈主任", objection(one), "way_objection_no_notice")
    room.make("陈主任", publish(room, one))
    room.refused("陈主任", objection(one).model_copy(update=wrong), code)
    room.make("陈主任", objection(one, on="2026-01-03"))


def test_the_second_press_keeps_one_objection(room: Room) -> None:
    first, second = approved(room, 1, 2)
    room.make("陈主任", publish(room, first, second))
    room.make("陈主任", objection(first), objection(first))
    assert len(room.desk.applications.objections(first)) == 1
    room.refused("陈主任", objection(second), "not_yours")
    room.refused("洪师傅", objection(second, id="objection02"), "way_own")
    room.make("孙主席", objection(first, id="objection03", who=""))


def test_nothing_to_object_to_once_it_is_named(room: Room) -> None:
    (one,) = approved(room, 1)
    room.make("陈主任", publish(room, one))
    room.take("陈主任", one, "named")
    room.refused("陈主任", objection(one), "way_over")


# --- what holds for a round


def test_what_holds_for_a_round(room: Room) -> None:
    """Each thing is set by itself; the day of the scheme holds again where it is taken back."""
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, deadline="2026-06-30"))
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, quotas=("model=7",)))
    given = room.desk.applications.round("dalian-2019", 2026)
    assert given
    assert (given.deadline, given.quotas) == ("2026-06-30", ("model=7",))
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, deadline=""))
    given = room.desk.applications.round("dalian-2019", 2026)
    assert given
    assert (given.deadline, given.quotas) == ("", ("model=7",))
    first, _, last = room.told("applications:dalian-2019:2026")
    assert first.payload["deadline"] == ["", "2026-06-30"]
    assert last.payload["deadline"] == ["2026-06-30", ""]


ROUNDS = [
    ("陈主任", {"deadline": "2026-06-31"}, "way_day"),
    ("陈主任", {"deadline": "2062-06-30"}, "way_round_day"),
    ("陈主任", {"quotas": ("model=0",)}, "way_places"),
    ("陈主任", {"quotas": ("model=many",)}, "way_places"),
    ("陈主任", {"quotas": ("model=",)}, "way_places"),
    ("陈主任", {"quotas": ("model=1234",)}, "way_places"),
    ("陈主任", {"quotas": ("other=3",)}, "not_yours"),
    ("陈主任", {"quotas": ("model=3", "model=4")}, "not_yours"),
    ("陈主任", {"rubric": "tongliao-2020"}, "not_yours"),
    ("陈主任", {"year": 1999}, "not_yours"),
    ("牛主任", {"deadline": "2026-06-30"}, "not_yours"),
    ("林书记", {"deadline": "2026-06-30"}, "not_yours"),
]


@pytest.mark.parametrize(("by", "wrong", "code"), ROUNDS)
def test_what_cannot_hold_for_a_round(room: Room, by: str, wrong: dict[str, Any], code: str) -> None:
    room.refused(by, SetRound.model_validate({"rubric": "dalian-2019", "year": 2026, **wrong}), code)


def test_handed_in_before_everything(room: Room) -> None:
    (one,) = approved(room, 1)
    assert room.desk.applications.steps(one)[0].on == HANDED_IN
