"""What the desk's pages ask of the database does not grow with the applications, nor with the matters, on them."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.entities import Application, ApplicationStep, Studio
from bot.flows.engine import World, turn
from bot.flows.inputs import AnyInput, Command, Tapped
from bot.flows.month.mine import mark_of
from bot.flows.outputs import Output
from bot.flows.taps import pack
from tests.bot.applications.room import Room
from tests.bot.applications.way_scenes import TODAY
from tests.kit.program import studio

CHAT = 501
DALIAN = mark_of("dalian-2019")
WAY = ("submitted", "recommended", "examined", "visited", "selected", "approved")


def many(room: Room, numbers: range) -> None:
    """Applications late on their way, in both kinds, and a matter for each ten."""
    for number in numbers:
        place = studio(f"第{number:04}工作室", "一矿", number=100 + number)
        room.desk.studios.add(place)
        done = 3 + number % 3
        one = application(f"many{number:09}", place, track=("model", "staff")[number % 2], state=WAY[done])
        for name in WAY[: done + 1]:
            step(room, one, name, str(number % 90) if name == "visited" else "")
        if not number % 10:
            step(room, application(f"matt{number:09}", place, matter="rename", rubric=""), "submitted")


def application(id_: str, place: Studio, **more: Any) -> Application:
    fields: dict[str, Any] = {
        "rubric": "dalian-2019",
        "version": 2,
        "year": 2026,
        "state": "submitted",
        **more,
    }
    about: dict[str, Any] = {"name": place.name, "unit": place.unit, "studio": place.id, "by": "person000000"}
    return Application(id=id_, at=1, submitted=1, changed=1, **about, **fields)


def step(room: Room, one: Application, name: str, value: str = "") -> None:
    room.desk.applications.put(one)
    said = {"application": one.id, "name": name, "on": TODAY, "value": value, "by": one.by}
    room.desk.applications.step(ApplicationStep(place=0, at=1, **said))


PAGES: dict[str, Callable[[int], AnyInput]] = {
    "first screen": lambda _: Command(name="applications", message=6, chat=CHAT, account=CHAT, at=1),
    "a round": lambda now: tap(pack("qr", "v", DALIAN, 2026, "", "", 0), now),
    "a track": lambda now: tap(pack("qr", "v", DALIAN, 2026, "0", "", 0), now),
    "a filter": lambda now: tap(pack("qr", "v", DALIAN, 2026, "", "visited", 1), now),
    "who takes a step": lambda now: tap(pack("qr", "m", DALIAN, 2026, "", "approved"), now),
    "the ranking": lambda now: tap(pack("qs", "o", DALIAN, 2026, "0"), now),
    "the matters": lambda now: tap(pack("qn", "v", "rename", "", 0), now),
    "which matters": lambda now: tap(pack("qn", "m", "", "", "examined"), now),
    "one application": lambda now: tap(pack("qa", "o", "many000000000"), now),
}


def tap(data: str, now: int) -> Tapped:
    return Tapped(query="1", data=data, message=7, chat=CHAT, account=CHAT, at=now)


def asked(room: Room, given: AnyInput) -> tuple[list[Output], int]:
    """Take a turn; returns what is said and how many statements it took."""
    said: list[str] = []
    world = World(ZoneInfo("Asia/Shanghai"), "zh-CN", room.clock.new_id)
    raw = room._raw
    raw.execute("SAVEPOINT turn")
    raw.set_trace_callback(said.append)
    try:
        # What came of it is called off: the next turn finds the chat as this one did.
        return turn(room.desk, world, given, room.now), len(said)
    finally:
        raw.set_trace_callback(None)
        raw.execute("ROLLBACK TO turn")


@pytest.mark.parametrize("page", PAGES)
def test_four_times_as_many_take_no_more_statements(room: Room, page: str) -> None:
    room.desk.people.attach(CHAT, room.person("周主任").id, room.now)
    # Schemes are read once for all.
    for each in room.desk.library.current():
        room.desk.library.get(each.id, 2 if each.id == "dalian-2019" else each.version)
    many(room, range(60))
    outputs, few = asked(room, PAGES[page](room.now))
    assert outputs
    many(room, range(60, 240))
    outputs, most = asked(room, PAGES[page](room.now))
    assert outputs
    assert few == most
