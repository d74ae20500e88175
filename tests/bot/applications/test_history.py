"""The history says each step in words: which, from where to where, who decided, what was said."""

from bot.changes import (
    BeginMatter,
    DecideObjection,
    DrawLine,
    FileObjection,
    Publish,
    Respond,
    ReturnApplication,
    TakeSteps,
)
from bot.flows.history.telling import Line, Teller
from bot.texts import words
from tests.bot.applications.room import Room
from tests.bot.applications.way_scenes import DECIDED, TODAY
from tests.bot.walk.scenes import ZHANG


def lines(room: Room, stream: str, language: str = "zh-CN") -> list[str]:
    """Every row: who, what, from what to what, why."""

    def said(line: Line) -> str:
        moved = f"{line.before}→{line.after}" if line.before or line.after else ""
        return " | ".join(filter(None, (line.who, line.what, moved, line.why)))

    return [said(line) for line in Teller(room.desk, words(language), room.now).lines(room.told(stream))]


def test_one_application(room: Room) -> None:
    (one,) = room.handed_in(1, version=1)
    room.take("孙主席", one, "recommended", paper="")
    back = {"application": one, "text": "补照片", "lacks": ("gate.1.1.a",), "on": TODAY, "today": TODAY}
    room.make("陈主任", ReturnApplication.model_validate({**back, "revision": room.got(one).revision}))
    assert lines(room, f"log:{ZHANG.id}") == [
        "孙主席 | 办理了申报：推荐 | 已提交→已推荐 | 市总党组会",
        "陈主任 | 退回了申报 | 已推荐→退回补正 | 补照片",
    ]
    assert lines(room, f"log:{ZHANG.id}", "en")[0] == (
        "孙主席 | took a step with an application: recommendation | handed in→recommended | 市总党组会"
    )


def test_many_and_objections(room: Room) -> None:
    first, second = room.handed_in(1, 2)
    room.visited(first, "80")
    room.visited(second, "90.5")
    line = {"rubric": "dalian-2019", "year": 2026, "track": "model", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("陈主任", DrawLine.model_validate({**line, "places": 2, "mark": room.mark(first, second)}))
    both = {"applications": (first, second), "step": "approved", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("林书记", TakeSteps.model_validate({**both, "mark": room.mark(first, second)}))
    notice = {"applications": (first,), "start": TODAY, "until": "2026-01-09", "today": TODAY}
    room.make("陈主任", Publish.model_validate({**notice, "mark": room.mark(first)}))
    filed = {"application": first, "id": "objection01", "text": "成果不属实", "on": TODAY, "today": TODAY}
    room.make("陈主任", FileObjection.model_validate(filed))
    room.make("林书记", DecideObjection(objection="objection01", state="upheld", decision="查证属实"))
    assert lines(room, "applications:dalian-2019:2026") == [
        "陈主任 | 划了遴选线 | 市总党组会 大工发〔2026〕3号 张建国工作室 2, 红旗工作室 1",
        "林书记 | 成批办理了申报：审定 | 市总党组会 大工发〔2026〕3号 张建国工作室, 红旗工作室",
        "陈主任 | 公示了申报 | 张建国工作室",
    ]
    assert lines(room, f"log:{ZHANG.id}")[-2:] == [
        "陈主任 | 登记了异议 | 成果不属实",
        "林书记 | 处理了异议 | 查证属实",
    ]
    assert "90.5 市总党组会" in lines(room, "log:studio0000002")[-1]


def test_a_matter(room: Room) -> None:
    begin = {"application": "matter000001", "studio": ZHANG.id, "matter": "rename", "today": TODAY}
    details = {"called": "张建国劳模工作室", "reason": "获评劳模"}
    room.make("陈主任", BeginMatter.model_validate({**begin, "details": details}))
    room.make("王海涛", Respond(application="matter000001", text="同意更名", today=TODAY))
    assert lines(room, f"log:{ZHANG.id}") == [
        "陈主任 | 提出了事项 | →已提交",
        "王海涛 | 提出了申辩 | 同意更名",
    ]
