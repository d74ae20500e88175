"""Who is told of the way of an application: each once, in their language, with the way there; nobody of their own act."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.changes import (
    BeginMatter,
    DecideObjection,
    DrawLine,
    FileObjection,
    LiftLine,
    Publish,
    RejectApplication,
    Respond,
    ReturnApplication,
    TakeSteps,
)
from bot.entities import Grant, Scope
from bot.flows.applications import told
from bot.flows.outputs import InChat, Output, Say
from bot.flows.screen import Ask
from bot.texts import words
from tests.bot.applications.room import Room
from tests.bot.applications.way_scenes import DECIDED, TODAY
from tests.bot.walk.scenes import RED, ZHANG

DALIAN = {"rubric": "dalian-2019", "year": 2026, "track": "model", "on": TODAY, "today": TODAY}
HERE = "here"
"""Whoever did it."""


class Heard:
    """What each person was told."""

    def __init__(self, room: Room, outputs: Iterable[Output]) -> None:
        chats = dict(enumerate(room.names, 1))
        self._said: dict[str, list[Say]] = defaultdict(list)
        for each in outputs:
            said = each.output if isinstance(each, InChat) else each
            assert isinstance(said, Say)
            self._said[chats[each.chat] if isinstance(each, InChat) else HERE].append(said)

    def __call__(self, name: str) -> str:
        """The only message to somebody."""
        (said,) = self._said[name]
        return said.text

    def button(self, name: str) -> str:
        """Where its only button leads."""
        (said,) = self._said[name]
        ((button,),) = said.rows
        return button.data

    @property
    def names(self) -> set[str]:
        """Everybody who was told something."""
        return set(self._said)


@pytest.fixture
def hear(room: Room) -> Callable[..., Heard]:
    """Everybody has a chat; what is told of something that was just done by somebody."""
    for number, name in enumerate(room.names, 1):
        room.desk.people.attach(number, room.person(name).id, 1)

    def told_of(by: str, tell: Callable[..., tuple[Output, ...]], *about: object) -> Heard:
        who = room.person(by)
        ask = Ask(who, words("zh-CN"), room.now, room.clock.new_id, ZoneInfo("Asia/Shanghai"), 1)
        return Heard(room, tell(room.desk, ask, *about))

    return told_of


def test_an_application_that_came_in(room: Room, hear: Callable[..., Heard]) -> None:
    """Whoever may recommend it; not the coordinator who leads the studio."""
    (one,) = room.handed_in(1)
    heard = hear("王海涛", told.submitted, one)
    assert heard.names == {"孙主席", "陈主任", "周主任", "洪师傅", "牛主任"}
    assert heard("孙主席").startswith("<b>有新的申报</b>\n张建国工作室　大连市推荐申报")
    assert heard.button("孙主席") == f"qa:o:{one}"
    (red,) = room.handed_in(2)
    assert hear("王海涛", told.submitted, red).names == {"陈主任", "周主任"}


def test_each_step_reaches_the_applicant(room: Room, hear: Callable[..., Heard]) -> None:
    (one,) = room.handed_in(1)
    room.take("陈主任", one, "recommended")
    heard = hear("陈主任", told.stepped, [one], "recommended")
    assert heard.names == {"王海涛"}
    assert heard("王海涛") == "<b>张建国工作室</b>：已推荐。\n2026-01-05　市总党组会　大工发〔2026〕3号"
    assert heard.button("王海涛") == f"yf:v:{one}:"


def test_what_a_unit_recommends_reaches_the_desk(room: Room, hear: Callable[..., Heard]) -> None:
    """Its coordinators have the next step; where one of them recommends it, only the applicant hears."""
    (one,) = room.handed_in(1)
    room.take("孙主席", one, "recommended")
    heard = hear("孙主席", told.stepped, [one], "recommended")
    assert heard.names == {"王海涛", "陈主任", "周主任", "洪师傅", "牛主任"}
    assert heard("陈主任").startswith("<b>张建国工作室</b>：已推荐。")
    assert heard.button("陈主任") == f"qa:o:{one}"


def test_the_list_of_what_is_to_be_completed(room: Room, hear: Callable[..., Heard]) -> None:
    (one,) = room.handed_in(1)
    back = ReturnApplication(
        application=one,
        lacks=("gate.1.1.a", "basic-facts.members"),
        text="补<一张>照片",
        on=TODAY,
        today=TODAY,
        revision=room.got(one).revision,
    )
    room.make("陈主任", back)
    text = hear("陈主任", told.stepped, [one], "returned")("王海涛")
    assert text.startswith("<b>张建国工作室</b>：退回补正。请补正后重新提交：\n· 1.1 ")
    assert text.endswith("\n· 成员总数\n说明：补&lt;一张&gt;照片")


def test_how_it_ends_reaches_the_unit(room: Room, hear: Callable[..., Heard]) -> None:
    (one,) = room.handed_in(1)
    fields = {"application": one, "text": "条件不符", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("陈主任", RejectApplication(revision=room.got(one).revision, **fields))
    heard = hear("陈主任", told.stepped, [one], "rejected")
    assert heard.names == {"王海涛", "孙主席"}
    assert heard("孙主席").endswith("说明：条件不符")


def test_what_waits_for_an_approver(room: Room, hear: Callable[..., Heard]) -> None:
    """Once, of all together; not who drew the line; and whoever proposed it hears what became of it."""
    made = room.handed_in(1, 3, 4)
    for one, score in zip(made, ("90", "80", "70"), strict=True):
        room.visited(one, score)
        assert "林书记" not in hear("陈主任", told.stepped, [one], "visited").names
    line = DrawLine.model_validate({**DALIAN, **DECIDED, "places": 2, "mark": room.mark(*made)})
    room.make("周主任", line)
    heard = hear("周主任", told.drawn, "dalian-2019", 2026, "model")
    assert heard.names == {"王海涛", "林书记"}
    assert heard("林书记").splitlines()[0] == "<b>有 2 件待审定</b>"
    assert heard.button("林书记") == "ql:o"
    both = {"applications": made[:2], "step": "approved", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("林书记", TakeSteps.model_validate({**both, "mark": room.mark(*made[:2])}))
    approved = hear("林书记", told.stepped, made[:1], "approved")
    assert {"陈主任", "周主任"} <= approved.names


def test_the_line_tells_both_sides(room: Room, hear: Callable[..., Heard]) -> None:
    first, second = room.handed_in(1, 2)
    room.visited(first, "80")
    room.visited(second, "90")
    line = DrawLine.model_validate({**DALIAN, **DECIDED, "places": 1, "mark": room.mark(first, second)})
    room.make("陈主任", line)
    heard = hear("陈主任", told.drawn, "dalian-2019", 2026, "model")
    assert heard("王海涛").startswith("<b>张建国工作室</b>：未入选，第 2 名。")
    assert heard("洪师傅").startswith("<b>红旗工作室</b>：已入选，第 1 名。")
    room.clock.move(timedelta(minutes=1))
    room.make("陈主任", LiftLine.model_validate({**DALIAN, "reason": "补报一家"}))
    heard = hear("陈主任", told.drawn, "dalian-2019", 2026, "model")
    assert heard("洪师傅").endswith("将重新遴选。\n说明：补报一家")
    room.clock.move(timedelta(minutes=1))
    assert hear("陈主任", told.drawn, "dalian-2019", 2026, "model").names == set()


def test_equal_scores_are_told_as_equal(room: Room, hear: Callable[..., Heard]) -> None:
    """Nobody hears that they are not selected and the first."""
    first, second = room.handed_in(1, 2)
    room.visited(first, "90")
    room.visited(second, "90")
    tie = {"places": 1, "ahead": (second,), "text": "兼顾行业", "mark": room.mark(first, second)}
    room.make("陈主任", DrawLine.model_validate({**DALIAN, **DECIDED, **tie}))
    heard = hear("陈主任", told.drawn, "dalian-2019", 2026, "model")
    assert heard("王海涛").startswith("<b>张建国工作室</b>：未入选，并列第 1 名，名额不够。")
    assert heard("洪师傅").startswith("<b>红旗工作室</b>：已入选，并列第 1 名。")


def test_one_decision_about_many_is_one_message(room: Room, hear: Callable[..., Heard]) -> None:
    """Whoever has several of them hears once, of each in a line; of one alone in full as ever."""
    made = room.handed_in(1, 2, 3)
    third = Grant(id="third", role="leader", scope=Scope(kind="studio", key=room.got(made[2]).studio))
    room.desk.people.grant(room.person("王海涛").id, third, room.now)
    for one, score in zip(made, ("90", "80", "70"), strict=True):
        room.visited(one, score)
    line = DrawLine.model_validate({**DALIAN, **DECIDED, "places": 2, "mark": room.mark(*made)})
    room.make("周主任", line)
    names = [room.got(one).name for one in made]
    heard = hear("周主任", told.drawn, "dalian-2019", 2026, "model")
    assert heard("王海涛").splitlines() == [
        "<b>遴选 · 2 件</b>",
        f"· <b>{names[0]}</b>：已入选，第 1 名。",
        f"· <b>{names[2]}</b>：未入选，第 3 名。",
        "2026-01-05　市总党组会　大工发〔2026〕3号",
    ]
    assert heard.button("王海涛") == "yl:o"
    assert heard("洪师傅").startswith(f"<b>{names[1]}</b>：已入选，第 2 名。")
    both = {"applications": made[:2], "step": "approved", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("林书记", TakeSteps.model_validate({**both, "mark": room.mark(*made[:2])}))
    heard = hear("林书记", told.stepped, made[:2], "approved")
    assert heard("陈主任").splitlines() == [
        "<b>审定 · 2 件</b>",
        f"· <b>{names[0]}</b>：已审定通过。",
        f"· <b>{names[1]}</b>：已审定通过。",
        "2026-01-05　市总党组会　大工发〔2026〕3号",
    ]
    assert heard.button("陈主任") == "ql:o"


def test_nobody_who_could_approve(room: Room, hear: Callable[..., Heard]) -> None:
    (one,) = room.handed_in(1, rubric="tongliao-2020-creation", track="city")
    room.take("周主任", one, "examined")
    assert "林书记" in hear("周主任", told.stepped, [one], "examined").names
    for grant in room.person("林书记").grants:
        room.desk.people.revoke(grant.id, room.now)
    assert hear("周主任", told.stepped, [one], "examined")(HERE).startswith("1 件没有可以审定的人")


def test_objections(room: Room, hear: Callable[..., Heard]) -> None:
    (one,) = room.handed_in(1, version=1)
    room.take("林书记", one, "approved")
    notice = {"applications": (one,), "start": TODAY, "until": "2026-01-09", "today": TODAY}
    room.make("陈主任", Publish.model_validate({**notice, "mark": room.mark(one)}))
    assert "2026-01-05 至 2026-01-09 公示" in hear("陈主任", told.stepped, [one], "published")("王海涛")
    filed = {"application": one, "id": "objection01", "text": "成果不属实", "on": TODAY, "today": TODAY}
    room.make("陈主任", FileObjection.model_validate(filed))
    heard = hear("陈主任", told.objection, one, "objection01")
    assert heard.names == {"周主任", "洪师傅", "牛主任", "林书记"}
    assert "成果不属实" in heard("林书记")
    room.make("林书记", DecideObjection(objection="objection01", state="dismissed", decision="已核实"))
    heard = hear("林书记", told.objection, one, "objection01")
    assert heard.names == {"陈主任", "王海涛"}
    assert heard("王海涛") == "<b>张建国工作室</b>：异议不成立。\n说明：已核实"


def test_matters(room: Room, hear: Callable[..., Heard]) -> None:
    details = {"basis": "第十一条", "word": "取消称号", "reason": "考核不达标"}
    begin = {"application": "matter000001", "studio": ZHANG.id, "matter": "title", "today": TODAY}
    room.make("陈主任", BeginMatter.model_validate({**begin, "details": details}))
    heard = hear("陈主任", told.begun, "matter000001")
    assert heard.names == {"周主任", "洪师傅", "牛主任", "王海涛"}
    assert heard("王海涛").startswith("<b>有新的事项：撤销称号</b>")
    assert heard.button("王海涛") == "qa:o:matter000001"
    room.make("王海涛", Respond(application="matter000001", text="成果已补报", today=TODAY))
    heard = hear("王海涛", told.responded, "matter000001")
    assert heard.names == {"陈主任", "周主任", "洪师傅", "牛主任", "林书记"}
    room.take("陈主任", "matter000001", "examined")
    heard = hear("陈主任", told.stepped, ["matter000001"], "examined")
    assert "林书记" in heard.names
    assert heard("王海涛").startswith("<b>张建国工作室　撤销称号</b>：初审通过。")
    room.take("林书记", "matter000001", "approved")
    room.take("陈主任", "matter000001", "carried_out")
    heard = hear("陈主任", told.stepped, ["matter000001"], "carried_out")
    assert heard("王海涛").startswith("<b>张建国工作室</b>：撤销称号已办理。")
    assert hear("陈主任", told.withdrawn, "matter000001").names >= {"周主任", "王海涛"}


def test_english(room: Room, hear: Callable[..., Heard]) -> None:
    room.desk.people.speak(room.person("洪师傅").id, "en")
    (one,) = room.handed_in(2)
    room.take("陈主任", one, "recommended")
    heard = hear("陈主任", told.stepped, [one], "recommended")
    assert heard("洪师傅").startswith(f"<b>{RED.name}</b>: recommended.")
