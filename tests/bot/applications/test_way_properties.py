"""Whatever people press, in whatever order: no required step is skipped, nobody decides their own, nothing is doubled."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.changes import (
    Change,
    DecideObjection,
    DrawLine,
    FileObjection,
    LiftLine,
    Publish,
    RejectApplication,
    ReturnApplication,
    SubmitApplication,
    WithdrawApplication,
)
from bot.changes.applications.of import steps_open
from bot.changes.applications.select import candidates
from bot.clock import SteppedClock
from bot.entities import Application
from bot.problems import Refusal
from bot.store import StoreDesk, open_alone
from rubrics.application import spots
from rubrics.files import latest
from tests.bot.applications.room import PEOPLE, Room, entered
from tests.bot.applications.way_scenes import DECIDED, FOUR, TODAY, put
from tests.kit.applications import CRANES

SKIPPED_NEVER: Final = {
    "dalian-2019": ("submitted", "recommended", "examined", "visited", "selected", "approved", "reported"),
    "nuc-2024": ("submitted", "examined", "visited", "approved", "published", "named"),
}
"""What the two sources ask for, in their order; written down by hand."""
ORDER: Final = (
    *("submitted", "recommended", "examined", "visited", "selected"),
    *("approved", "published", "named", "reported"),
)
APPLIED: Final = (("dalian-2019", "model", 0), ("dalian-2019", "model", 1), ("nuc-2024", "staff", 3))
"""Scheme, track and studio of each; the second is led by a coordinator."""
LEADS: Final = {"王海涛": FOUR[0].id, "洪师傅": FOUR[1].id}
NAMES: Final = tuple(PEOPLE)
DAYS: Final = ("2025-12-01", "2026-01-03", "2026-01-04", TODAY, TODAY, TODAY, "2026-01-06")
TAKEN: Final = ("recommended", "examined", "visited", "approved", "named", "reported")
OTHER: Final = (
    *("returned", "rejected", "withdrawn", "submitted", "selected", "lifted", "published", "objected"),
    *("decided", "submitted", "objected", "decided"),
)
ENDS: Final = {"named", "reported", "rejected", "withdrawn"}


def fill(desk: StoreDesk) -> None:
    """Hand three applications in, with everything that is asked for."""
    person = next(each.id for each in desk.people.everybody(1) if each.name == "王海涛")
    for scheme, track, number in APPLIED:
        application = put(desk, FOUR[number], person, rubric=scheme, track=track)
        said = dict(CRANES) if scheme == "dalian-2019" else {}
        for spot in spots(latest(scheme), track):
            if spot.gate is not None:
                said[spot.key] = "9" if spot.gate.measures else "yes"
        for key, value in said.items():
            desk.applications.answer(application, key, value, person, 1)


@pytest.fixture(scope="module")
def filled(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which they are handed in."""
    path = tmp_path_factory.mktemp("filled") / "scorewalk.db"
    shutil.copy(furnished, path)
    with open_alone(path, clock=SteppedClock(datetime(2026, 1, 5, tzinfo=UTC))) as alone:
        alone.write(fill)
    return path


class Press:
    """What somebody sees of one application, and what each button would do."""

    def __init__(self, room: Room, application: str, on: str, number: int) -> None:
        self._room, self._on, self._number = room, on, number
        self._found = room.got(application)
        self._here = {"application": application, "on": on, "today": TODAY}
        self._seen = {**self._here, "revision": self._found.revision}
        found = self._found
        self._track = {"rubric": found.rubric, "year": 2026, "track": found.track, "on": on, "today": TODAY}

    def change(self, what: str) -> Change:
        """What it comes to; `next` is one of the steps that may come."""
        if what == "next":
            open_ = steps_open(self._room.desk, self._found) or ("examined",)
            what = open_[self._number % len(open_)]
        if what in TAKEN:
            value = str(80 + self._number) if what == "visited" else ""
            return self._room.step(self._found.id, what, on=self._on, text="说明", value=value)
        made: Change = getattr(self, what)()
        return made

    def returned(self) -> Change:
        return ReturnApplication.model_validate({**self._seen, "text": "请补充"})

    def rejected(self) -> Change:
        return RejectApplication.model_validate({**self._seen, **DECIDED, "text": "不符"})

    def withdrawn(self) -> Change:
        return WithdrawApplication(application=self._found.id, today=TODAY)

    def submitted(self) -> Change:
        return SubmitApplication(application=self._found.id, today=TODAY)

    def selected(self) -> Change:
        shown = candidates(self._room.desk, self._found.rubric, 2026, self._found.track)
        mark, ahead = self._room.mark(*(one.id for one in shown)), tuple(one.id for one in shown[:1])
        fields = {**self._track, **DECIDED, "places": self._number + 1, "mark": mark, "ahead": ahead}
        return DrawLine.model_validate({**fields, "text": "按岗位"})

    def lifted(self) -> Change:
        return LiftLine.model_validate({**self._track, "reason": "重新遴选"})

    def published(self) -> Change:
        span = {"start": self._on, "until": TODAY if self._number else "2026-01-04", "today": TODAY}
        mark = self._room.mark(self._found.id)
        return Publish.model_validate({"applications": (self._found.id,), **span, "mark": mark})

    def objected(self) -> Change:
        one = f"objection{self._found.id[-2:]}{self._number}"
        return FileObjection.model_validate({**self._here, "id": one, "text": "不属实"})

    def decided(self) -> Change:
        known = self._room.desk.applications.objections(self._found.id)
        one = known[self._number % len(known)].id if known else "objection000"
        state = "upheld" if self._number % 2 else "dismissed"
        return DecideObjection.model_validate({"objection": one, "state": state, "decision": "核实"})


DOING: Final = ("陈主任", "陈主任", "周主任", "洪师傅", "王海涛")
APPROVING: Final = ("林书记", "林书记", "周主任", "洪师傅", "王海涛")
WHO = st.integers(0, 4)
WHICH = st.integers(0, len(APPLIED) - 1)
RIGHT = st.tuples(st.just(""), st.just("next"), WHICH, st.just(""), WHO)
"""The next step, on the day of the step before or when the notice is over; mostly by somebody who may."""
ANY = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(("next", *TAKEN, *OTHER)),
    WHICH,
    st.sampled_from(DAYS),
    st.integers(0, 2),
)
AGAINST = st.tuples(
    st.sampled_from(("陈主任", "周主任")),
    st.sampled_from(("objected", "decided")),
    WHICH,
    st.just("2026-01-03"),
    st.integers(0, 2),
)
"""Objections while a list is public, if it is, and what is decided about them."""
PRESSES = st.lists(st.one_of(RIGHT, RIGHT, RIGHT, RIGHT, AGAINST, ANY), max_size=25)
DEPTHS = st.tuples(*(st.lists(WHO, max_size=9) for _ in APPLIED))
"""So many steps are taken with each before anybody presses anything else."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEPTHS, PRESSES)
def test_any_order_of_presses(
    filled: Path,
    depths: tuple[list[int], list[int], list[int]],
    presses: list[tuple[str, str, int, str, int]],
) -> None:
    ahead = [("", "next", number, "", who) for number, row in enumerate(depths) for who in row]
    with entered(filled) as room:
        every = [
            one.id for scheme, _, _ in APPLIED[1:] for one in room.desk.applications.of_round(scheme, 2026)
        ]
        streams = {f"log:{studio.id}" for studio in FOUR} | {
            f"applications:{scheme}:2026" for scheme in SKIPPED_NEVER
        }
        done = 0
        for given_name, what, number, given_day, count in [*ahead, *presses]:
            name, on = (given_name, given_day) if given_name else right(room, every[number], count)
            done += pressed(room, name, Press(room, every[number], on, count).change(what))
        for application in every:
            check_way(room, room.got(application))
        assert sum(len(room.told(stream)) for stream in streams) == done


def right(room: Room, application: str, count: int) -> tuple[str, str]:
    """Somebody who mostly may take the step that comes next, and a day for it."""
    coming = steps_open(room.desk, room.got(application))[:1]
    day = TODAY if ENDS & {*coming} else room.desk.applications.steps(application)[-1].on
    return (APPROVING if coming == ("approved",) else DOING)[count], day


def pressed(room: Room, name: str, change: Change) -> int:
    """Press once and again; returns how many rows of history that made."""
    try:
        room.make(name, change)
    except Refusal:
        return 0
    before = [room.steps(one.id) for one in everything(room)]
    objections = [room.desk.applications.objections(one.id) for one in everything(room)]
    try:
        room.make(name, change)
    except Refusal:
        again = 0
    else:
        again = 1
        assert isinstance(change, FileObjection)
    assert [room.steps(one.id) for one in everything(room)] == before
    assert [room.desk.applications.objections(one.id) for one in everything(room)] == objections
    for one in everything(room):
        check_objections(room, one)
    return 1 + again


def check_objections(room: Room, one: Application) -> None:
    """None is open when it ends; each lies within the days of the notice, decided by somebody else."""
    notices = [step for step in room.desk.applications.steps(one.id) if step.name == "published"]
    for objection in room.desk.applications.objections(one.id):
        assert notices[-1].on <= objection.on <= notices[-1].value
        assert objection.decided_by != objection.by
        assert objection.state != "open" or one.state not in {"named", "reported"}


def everything(room: Room) -> Iterator[Application]:
    """Every application."""
    for scheme in SKIPPED_NEVER:
        yield from room.desk.applications.of_round(scheme, 2026)


def check_way(room: Room, found: Application) -> None:
    """Follow the way of one from its beginning, with the list that was written down by hand."""
    required, done = SKIPPED_NEVER[found.rubric], list[str]()
    steps = room.desk.applications.steps(found.id)
    leader = {room.person(name).id for name, studio in LEADS.items() if studio == found.studio}
    proposed = set[str]()
    for place, step in enumerate(steps):
        assert step.on <= TODAY
        assert not ENDS & {before.name for before in steps[:place]}
        if step.name not in {"submitted", "withdrawn"}:
            assert step.by not in leader
        if step.name == "returned":
            done = [name for name in done if name == "recommended"]
        elif step.name == "line_lifted":
            done = [name for name in done if name != "selected"]
        elif step.name in ORDER:
            at = ORDER.index(step.name)
            assert all(ORDER.index(name) < at or step.name == "submitted" for name in done)
            missing = set(ORDER[:at]) & set(required) - {*done}
            assert not missing
            done.append(step.name)
        if step.name in ORDER[:5]:
            proposed.add(step.by)
        if step.name == "approved":
            assert step.by not in proposed
        notice = next((each for each in steps[:place] if each.name == "published"), None)
        if step.name in {"named", "reported"} and notice is not None:
            assert step.on > notice.value
    moves = [step.name for step in steps if step.name != "not_selected"]
    if moves[-1] != "line_lifted":
        assert found.state == moves[-1]
