"""The line through the ranking: ties, quotas, who is told which place, and the line lifted again."""

from datetime import timedelta
from typing import Any

import pytest

from bot.changes import DrawLine, LiftLine, Moment, RejectApplication, SetRound
from bot.changes.applications.contest import contest
from bot.changes.applications.of import made_step, stepped
from bot.changes.applications.select import candidates
from rubrics.selection import Place
from tests.bot.applications.room import Room
from tests.bot.applications.way_scenes import DECIDED, TODAY

STREAM = "applications:dalian-2019:2026"


def draw(room: Room, places: int, **more: Any) -> DrawLine:
    """A line through what stands in the round now."""
    found = [one for one in room.desk.applications.of_round("dalian-2019", 2026) if one.track == "model"]
    visited = [one.id for one in found if one.state == "visited"]
    fields = {"rubric": "dalian-2019", "year": 2026, "track": "model", "on": TODAY, "today": TODAY, **DECIDED}
    return DrawLine.model_validate({**fields, "places": places, "mark": room.mark(*visited), **more})


def lift(**more: Any) -> LiftLine:
    """The line is lifted."""
    fields = {"rubric": "dalian-2019", "year": 2026, "track": "model", "on": TODAY, "today": TODAY}
    return LiftLine.model_validate({**fields, "reason": "补报一家", **more})


def ranked_of(room: Room) -> tuple[Place, ...]:
    """The ranking of the track."""
    found = contest(room.desk, "dalian-2019", 2026, "model")
    assert found
    return found.ranking


def ranked(room: Room, *scores: str) -> list[str]:
    """Applications of the first studios, visited with these scores."""
    made = room.handed_in(*range(1, len(scores) + 1))
    for application, score in zip(made, scores, strict=True):
        room.visited(application, score)
    return made


def test_the_line_says_who_is_in_and_everybodys_place(room: Room) -> None:
    made = ranked(room, "80", "95", "90.5", "90.25")
    room.make("陈主任", draw(room, 2))
    assert [room.got(one).state for one in made] == ["visited", "selected", "selected", "visited"]
    assert [room.steps(one)[-1] for one in made] == [
        "not_selected 4",
        "selected 1",
        "selected 2",
        "not_selected 3",
    ]
    (event,) = room.told(STREAM)
    assert [(one["application"], one["rank"]) for one in event.payload["line"]] == [
        (one, room.steps(one)[-1].split()[-1])
        for one in sorted(made, key=lambda one: (room.got(one).unit, room.got(one).name))
    ]
    room.refused("陈主任", room.step(made[0], "approved"), "not_yours")
    room.refused("林书记", room.step(made[0], "approved"), "way_outside")
    room.take("林书记", made[1], "approved")


def test_equal_scores_across_the_line_ask_who_goes_first_and_why(room: Room) -> None:
    made = ranked(room, "80", "90", "90", "95")
    caught = room.refused("陈主任", draw(room, 2), "way_line_tie")
    names = caught.params["names"]
    assert isinstance(names, tuple)
    assert (sorted(map(str, names)), caught.params["left"]) == (["匠心工作室", "红旗工作室"], 1)
    room.refused("陈主任", draw(room, 2, ahead=(made[1], made[2])), "way_line_tie")
    room.refused("陈主任", draw(room, 2, ahead=(made[0],)), "way_line_tie")
    room.refused("陈主任", draw(room, 2, ahead=(made[2],)), "way_no_reason")
    room.make("陈主任", draw(room, 2, ahead=(made[2],), text="一线岗位优先"))
    assert [room.steps(one)[-1] for one in made] == [
        "not_selected 4",
        "not_selected 2",
        "selected 2",
        "selected 1",
    ]


def test_as_many_places_as_candidates_and_more(room: Room) -> None:
    made = ranked(room, "80", "", "80")
    room.make("陈主任", draw(room, 5))
    assert [room.steps(one)[-1] for one in made] == ["selected 1", "selected", "selected 1"]


def test_only_those_who_were_visited_are_candidates(room: Room) -> None:
    made = ranked(room, "80")
    (late,) = room.handed_in(2)
    (other,) = room.handed_in(3, track="staff")
    room.visited(other, "99")
    room.make("陈主任", draw(room, 1))
    assert [room.got(one).state for one in (*made, late, other)] == ["selected", "submitted", "visited"]
    room.refused("陈主任", draw(room, 1), "way_line_drawn")


def test_without_anybody(room: Room) -> None:
    room.refused("陈主任", draw(room, 1), "way_line_none")
    room.refused("陈主任", lift(), "way_line_not_drawn")


def test_the_quota_binds_unless_there_is_a_reason(room: Room) -> None:
    """What was set for the year stands before what the scheme says."""
    ranked(room, "80", "90", "95")
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, quotas=("model=1", "staff=3")))
    caught = room.refused("陈主任", draw(room, 2), "way_line_quota")
    assert caught.params == {"places": 2, "quota": 1}
    room.refused("陈主任", draw(room, 9), "way_line_quota")
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, quotas=()))
    room.refused("陈主任", draw(room, 8), "way_line_quota")
    room.make("陈主任", draw(room, 7))


BAD = [
    ({"places": 0}, "way_places"),
    ({"places": 1000}, "way_places"),
    ({"places": -1}, "way_places"),
    ({"mark": "00000000"}, "way_line_changed"),
    ({"decider": ""}, "way_no_decider"),
    ({"on": "2026-01-06"}, "way_day_ahead"),
    ({"on": "2025-12-31"}, "way_day_before"),
]


@pytest.mark.parametrize(("wrong", "code"), BAD)
def test_bad_input(room: Room, wrong: dict[str, Any], code: str) -> None:
    ranked(room, "80", "90")
    room.refused("陈主任", draw(room, 1).model_copy(update=wrong), code)


def test_whoever_leads_one_of_them_draws_no_line(room: Room) -> None:
    ranked(room, "80", "90")
    room.refused("洪师傅", draw(room, 1), "way_own")
    for name in ("王海涛", "林书记", "孙主席", "牛主任"):
        room.refused(name, draw(room, 1), "not_yours")
    room.make("陈主任", draw(room, 1))
    room.refused("洪师傅", lift(), "way_own")
    room.refused("牛主任", lift(), "not_yours")


def test_who_drew_the_line_does_not_approve(room: Room) -> None:
    made = ranked(room, "80", "90")
    room.make("周主任", draw(room, 1))
    room.refused("周主任", room.step(made[1], "approved"), "way_approve_own")
    room.take("林书记", made[1], "approved")
    caught = room.refused("陈主任", lift(), "way_line_approved")
    assert caught.params["name"] == "红旗工作室"


def test_the_line_lifted_and_drawn_anew(room: Room) -> None:
    made = ranked(room, "80", "90")
    room.make("陈主任", draw(room, 1))
    (late,) = room.handed_in(3)
    room.visited(late, "85")
    room.refused("陈主任", lift(reason=" "), "way_no_reason")
    room.refused("陈主任", draw(room, 1), "way_line_drawn")
    room.make("陈主任", lift())
    assert [room.got(one).state for one in (*made, late)] == ["visited"] * 3
    room.refused("陈主任", lift(), "way_line_not_drawn")
    room.make("陈主任", draw(room, 2))
    assert [room.steps(one)[-1] for one in (*made, late)] == ["not_selected 3", "selected 1", "selected 2"]
    assert [event.name for event in room.told(STREAM)] == ["draw_line", "lift_line", "draw_line"]


def test_a_second_line_has_the_places_that_are_left(room: Room) -> None:
    """Whoever came late is selected beside those that were approved, within the same quota."""
    made = ranked(room, "80", "90")
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, quotas=("model=2",)))
    room.make("陈主任", draw(room, 1))
    room.take("林书记", made[1], "approved")
    late = room.handed_in(3, 4)
    for one in late:
        room.visited(one, "85")
    shown = room.mark(*late)
    caught = room.refused("陈主任", draw(room, 2, mark=shown), "way_line_quota")
    assert caught.params == {"places": 2, "quota": 1}
    room.make("陈主任", draw(room, 1, mark=shown, ahead=(late[1],), text="一线岗位优先"))
    assert [room.got(one).state for one in (*made, *late)] == ["visited", "approved", "visited", "selected"]
    room.refused("陈主任", lift(), "way_line_approved")


def test_a_place_that_fell_free_goes_to_the_next(room: Room) -> None:
    """What was approved keeps its place; the others are ranked anew for what is left (递补)."""
    made = ranked(room, "95", "90", "85", "80")
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, quotas=("model=2",)))
    room.make("陈主任", draw(room, 2))
    for one in made[:2]:
        room.take("林书记", one, "approved")
    room.refused("陈主任", lift(), "way_line_approved")
    room.clock.move(timedelta(minutes=1))
    fields = {"application": made[1], "text": "异议成立", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("陈主任", RejectApplication.model_validate({**fields, "revision": room.got(made[1]).revision}))
    room.clock.move(timedelta(minutes=1))
    room.make("陈主任", lift(reason="递补"))
    assert [room.got(one).state for one in made] == ["approved", "rejected", "visited", "visited"]
    shown = room.mark(*made[2:])
    room.refused("陈主任", draw(room, 2, mark=shown), "way_line_quota")
    room.clock.move(timedelta(minutes=1))
    room.make("陈主任", draw(room, 1, mark=shown))
    assert [room.steps(one)[-1] for one in made[2:]] == ["selected 1", "not_selected 2"]
    room.refused("陈主任", lift(), "way_line_approved")


def test_who_recommended_or_handed_in_does_not_approve(room: Room) -> None:
    (one,) = room.handed_in(1, version=1)
    room.take("周主任", one, "recommended")
    room.refused("周主任", room.step(one, "approved"), "way_approve_own")
    room.take("林书记", one, "approved")


def together(room: Room, track: str, places: int, **more: Any) -> DrawLine:
    """A line through one kind of a scheme that counts its places over both."""
    mark = room.mark(*(one.id for one in candidates(room.desk, "nuc-2024", 2026, track)))
    fields = {"rubric": "nuc-2024", "year": 2026, "track": track, "on": TODAY, "today": TODAY, **DECIDED}
    return DrawLine.model_validate({**fields, "places": places, "mark": mark, **more})


def test_places_for_all_kinds_together_are_counted_over_all(room: Room) -> None:
    """What one kind was given is gone for the other: by its line, or by its approval without a line."""
    staff = room.handed_in(1, 2, rubric="nuc-2024", track="staff")
    craft = room.handed_in(3, 4, rubric="nuc-2024", track="craft")
    for number, one in enumerate((*staff, *craft)):
        room.take("陈主任", one, "examined")
        room.take("陈主任", one, "visited", value=str(90 - number))
    room.make("陈主任", SetRound(rubric="nuc-2024", year=2026, quotas=("=2",)))
    room.make("陈主任", together(room, "staff", 1))
    caught = room.refused("陈主任", together(room, "craft", 2), "way_line_quota")
    assert caught.params == {"places": 2, "quota": 1}
    room.take("林书记", craft[0], "approved")
    assert room.refused("陈主任", together(room, "craft", 1), "way_line_quota").params["quota"] == 0
    room.make("陈主任", together(room, "craft", 1, text="校党委同意增加一个"))
    assert [room.got(one).state for one in craft] == ["approved", "selected"]


def test_conditions_are_no_score(room: Room) -> None:
    """Whoever was given points goes first; all conditions met are no reason to go before one with fewer."""
    made, moment = room.handed_in(1, 2, 3), Moment(room.now, room.person("陈主任"), str)
    for one, value in zip(made, ("12/12", "9/12", "1"), strict=True):
        room.take("陈主任", one, "recommended", "examined")
        step = made_step(room.got(one), "visited", TODAY, moment, value=value)
        stepped(room.desk, room.got(one), step, moment, "visited")
    places = [(place.id, place.rank) for place in ranked_of(room)]
    assert places == [(made[2], 1), (made[0], None), (made[1], None)]
    room.refused("陈主任", draw(room, 2), "way_line_tie")
    room.make("陈主任", draw(room, 2, ahead=(made[1],), text="一线岗位优先"))
    assert [room.steps(one)[-1] for one in made] == ["not_selected", "selected", "selected 1"]
