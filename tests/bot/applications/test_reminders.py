"""What is brought to mind on the way of an application: the last day, what lies, a notice that is over."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.changes import BeginMatter, DrawLine, Publish, SetRound
from bot.flows.screen import Ask
from bot.reminders.applications import KINDS
from bot.reminders.kinds import Today
from bot.texts import words
from tests.bot.applications.room import Room
from tests.bot.applications.way_scenes import DECIDED, TODAY
from tests.bot.walk.scenes import ZHANG

SHANGHAI = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
"""Ten o'clock of the first day."""


class Morning:
    """Days that go by; what was said once is not said again."""

    def __init__(self, room: Room) -> None:
        self._room, self._told = room, set[str]()

    def on(self, day: str) -> dict[str, list[str]]:
        """Return what each person hears on a day."""
        room = self._room
        there = datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=SHANGHAI)
        room.clock.move(there - room.clock.now())
        heard: dict[str, list[str]] = {}
        for kind in KINDS:
            for due in kind.due(room.desk, Today(room.now, SHANGHAI)):
                person = room.desk.people.get(due.person, room.now)
                if due.key in self._told or person is None or not kind.may(room.desk, person, due):
                    continue
                self._told.add(due.key)
                ask = Ask(person, words(person.language), room.now, room.clock.new_id, SHANGHAI, 1)
                said = kind.say(room.desk, ask, due)
                if said is not None:
                    heard.setdefault(person.name, []).append(said.text)
        return heard


def draft(room: Room, number: int, state: str = "draft") -> str:
    """One that is not handed in."""
    (one,) = room.handed_in(number)
    room.desk.applications.put(room.got(one).model_copy(update={"state": state, "submitted": None}))
    return one


def test_the_last_day_comes_near(room: Room) -> None:
    """A week before and the day before, to the studio's people; a day that was moved is told anew."""
    one = draft(room, 1)
    draft(room, 2, "returned")
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, deadline="2026-01-20"))
    days = Morning(room)
    assert days.on("2026-01-12") == {}
    heard = days.on("2026-01-13")
    assert set(heard) == {"王海涛", "洪师傅"}
    assert heard["王海涛"] == [
        "<b>提醒 · 申报 7 天内截止</b>\n张建国工作室　大连市推荐申报 2026\n报送截止：2026-01-20　填写中"
    ]
    assert heard["洪师傅"][0].endswith("退回补正")
    assert days.on("2026-01-14") == {}
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, deadline="2026-01-21"))
    assert "2026-01-21" in days.on("2026-01-15")["王海涛"][0]
    room.desk.applications.put(room.got(one).model_copy(update={"state": "submitted"}))
    heard = days.on("2026-01-20")
    assert set(heard) == {"洪师傅"}
    assert heard["洪师傅"][0].startswith("<b>提醒 · 申报明天截止</b>")
    assert days.on("2026-01-21") == {}


def test_who_slept_through_the_eve_hears_it_on_the_day(room: Room) -> None:
    draft(room, 1)
    room.make("陈主任", SetRound(rubric="dalian-2019", year=2026, deadline="2026-01-06"))
    assert Morning(room).on("2026-01-06")["王海涛"][0].startswith("<b>提醒 · 申报今天截止</b>")
    assert Morning(room).on("2026-01-07") == {}


def test_without_a_last_day_nothing_comes_near(room: Room) -> None:
    draft(room, 1)
    assert Morning(room).on(TODAY) == {}


def test_a_notice_is_over(room: Room) -> None:
    """All that ended that day in one message; not to whoever leads the only one."""
    made = room.handed_in(1, 2, version=1)
    for one in made:
        room.take("林书记", one, "approved")
    notice = {"applications": tuple(made), "start": TODAY, "until": "2026-01-09", "today": TODAY}
    room.make("陈主任", Publish.model_validate({**notice, "mark": room.mark(*made)}))
    days = Morning(room)
    assert days.on("2026-01-09") == {}
    heard = days.on("2026-01-10")
    assert set(heard) == {"陈主任", "周主任", "洪师傅", "牛主任"}
    assert heard["陈主任"][0].splitlines()[:3] == [
        "<b>提醒 · 公示已期满，还没有办理</b>",
        "· 张建国工作室　大连市推荐申报 2026　公示中　2026-01-09",
        "· 红旗工作室　大连市推荐申报 2026　公示中　2026-01-09",
    ]
    assert "红旗工作室" not in heard["洪师傅"][0]
    assert days.on("2026-01-11") == {}
    later = Morning(room)
    room.take("陈主任", made[0], "named", on="2026-01-11", today="2026-01-11")
    assert set(later.on("2026-01-12")) == {"陈主任", "周主任"}
    assert Morning(room).on("2026-02-20") == {}


def test_what_lies_for_more_than_two_weeks(room: Room) -> None:
    """Counted from what happened last; what the line left out lies rightly, and so does a draft."""
    first, second = room.handed_in(1, 3)
    draft(room, 4)
    room.visited(first, "90")
    room.visited(second, "80")
    line = {"rubric": "dalian-2019", "year": 2026, "track": "model", "on": TODAY, "today": TODAY, **DECIDED}
    room.make("陈主任", DrawLine.model_validate({**line, "places": 1, "mark": room.mark(first, second)}))
    begin = {"application": "matter000001", "studio": ZHANG.id, "matter": "rename", "today": TODAY}
    details = {"called": "张建国劳模工作室", "reason": "获评劳模"}
    room.make("陈主任", BeginMatter.model_validate({**begin, "details": details}))
    days = Morning(room)
    assert days.on("2026-01-19") == {}
    heard = days.on("2026-01-20")
    assert set(heard) == {"陈主任", "周主任", "洪师傅", "牛主任"}
    assert heard["陈主任"][0].splitlines() == [
        "<b>提醒 · 超过 14 天没有进展</b>",
        "· 张建国工作室　大连市推荐申报 2026　已入选　2026-01-05",
        "· 张建国工作室　更名　已提交　2026-01-05",
        "逾期只提醒这一次。",
    ]
    room.take("林书记", first, "approved", on="2026-01-20", today="2026-01-20")
    assert days.on("2026-01-30") == {}
    assert "已审定" in days.on("2026-02-04")["陈主任"][0]


def test_the_clock_of_the_room_is_the_one_of_the_days(room: Room) -> None:
    assert room.clock.now() == MORNING
    Morning(room).on("2026-01-06")
    assert room.clock.now() == MORNING + timedelta(days=1)
