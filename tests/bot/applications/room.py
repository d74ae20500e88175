"""A database without a chat, in one transaction that is never committed: many changes in little time."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.changes import Change, Moment, TakeStep, make
from bot.changes.applications.of import mark_of
from bot.clock import SteppedClock, to_ms
from bot.entities import Application, Event, Grant, Person, Role, Scope
from bot.problems import Refusal
from bot.store import StoreDesk, dialect, open_alone
from tests.bot.applications.way_scenes import DECIDED, FOUR, TODAY, put
from tests.bot.walk.scenes import RED, ZHANG

PEOPLE: dict[str, tuple[tuple[Role, Scope], ...]] = {
    "王海涛": (("leader", Scope(kind="studio", key=ZHANG.id)),),
    "洪师傅": (("leader", Scope(kind="studio", key=RED.id)), ("coordinator", Scope(kind="all"))),
    "陈主任": (("coordinator", Scope(kind="all")),),
    "周主任": (("coordinator", Scope(kind="all")), ("approver", Scope(kind="all"))),
    "林书记": (("approver", Scope(kind="all")),),
    "孙主席": (("unit", Scope(kind="unit", key=ZHANG.unit)),),
    "牛主任": (("coordinator", Scope(kind="unit", key=ZHANG.unit)),),
}
"""Everybody who has a say, and what they are."""


class Later(SteppedClock):
    """A clock whose ids are none of those that were given when the database was made."""

    def new_id(self) -> str:
        """Return the next one."""
        return f"z{super().new_id()[1:]}"


class Room:
    """One desk with its people and four studios."""

    def __init__(self, desk: StoreDesk, raw: Any, clock: SteppedClock) -> None:
        self.desk, self._raw, self.clock = desk, raw, clock
        self._ids = {person.name: person.id for person in desk.people.everybody(self.now)}

    @property
    def now(self) -> int:
        """Stored time, ms."""
        return to_ms(self.clock.now())

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody."""
        return tuple(self._ids)

    def person(self, name: str) -> Person:
        """Somebody by name."""
        found = self.desk.people.get(self._ids[name], self.now)
        assert found
        return found

    def make(self, by: str, *changes: Change) -> None:
        """Make changes; one that is refused leaves nothing behind."""
        for change in changes:
            self._raw.execute("SAVEPOINT one")
            try:
                make(self.desk, change, Moment(self.now, self.person(by), self.clock.new_id))
            except Refusal:
                self._raw.execute("ROLLBACK TO one")
                raise
            finally:
                self._raw.execute("RELEASE one")

    def refused(self, by: str, change: Change, code: str) -> Refusal:
        """Make a change that must be refused with a code before anything is written."""
        before = self._raw.total_changes
        with pytest.raises(Refusal) as caught:
            self.make(by, change)
        assert caught.value.code == code
        assert self._raw.total_changes == before
        return caught.value

    def handed_in(self, *numbers: int, **more: Any) -> list[str]:
        """Applications of the studios with these numbers, from 1."""
        return [put(self.desk, FOUR[number - 1], self._ids["王海涛"], **more) for number in numbers]

    def got(self, application: str) -> Application:
        """An application as it is."""
        found = self.desk.applications.get(application)
        assert found
        return found

    def mark(self, *applications: str) -> str:
        """What stands for some as they are."""
        return mark_of(self.got(one) for one in applications)

    def step(self, application: str, name: str, **more: Any) -> TakeStep:
        """A step as it may be taken now."""
        fields = {"on": TODAY, **DECIDED, "today": TODAY, "revision": self.got(application).revision}
        return TakeStep.model_validate({"application": application, "step": name, **fields, **more})

    def take(self, by: str, application: str, *names: str, **more: Any) -> None:
        """Take steps one after the other."""
        for name in names:
            self.make(by, self.step(application, name, **more))

    def visited(self, application: str, score: str = "") -> None:
        """Take all steps up to a visit with a score."""
        self.take("陈主任", application, "recommended", "examined")
        self.take("陈主任", application, "visited", value=score)

    def steps(self, application: str) -> list[str]:
        """Its steps so far: name and value."""
        return [f"{one.name} {one.value}".strip() for one in self.desk.applications.steps(application)]

    def told(self, stream: str) -> tuple[Event, ...]:
        """The rows of a stream of the history, which is whole."""
        assert self.desk.history.verify(stream) is None
        return tuple(self.desk.history.of(stream))


def _furnish(desk: StoreDesk) -> None:
    for studio in FOUR:
        desk.studios.add(studio)
    for number, (name, held) in enumerate(PEOPLE.items()):
        person = f"person{number:06}"
        desk.people.add(Person(id=person, name=name), 1)
        for place, (role, scope) in enumerate(held):
            desk.people.grant(person, Grant(id=f"grant{number}{place}", role=role, scope=scope), 1)


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with everybody in it; it is only copied."""
    path = tmp_path_factory.mktemp("room") / "scorewalk.db"
    with open_alone(path, clock=SteppedClock(datetime(2026, 1, 5, 2, 0, tzinfo=UTC))) as alone:
        alone.write(_furnish)
    return path


@contextmanager
def entered(path: Path) -> Iterator[Room]:
    """A desk on a database that is as it was afterwards."""
    clock = Later(datetime(2026, 1, 5, 2, 0, tzinfo=UTC))
    with closing(dialect.connect(path, dialect.WRITER)) as raw:
        raw.execute(dialect.BEGIN_WRITE)
        try:
            yield Room(StoreDesk(raw, clock, {}), raw, clock)
        finally:
            raw.execute("ROLLBACK")


@pytest.fixture
def room(furnished: Path, tmp_path: Path) -> Iterator[Room]:
    """A desk on a copy of it."""
    path = tmp_path / "scorewalk.db"
    shutil.copy(furnished, path)
    with entered(path) as made:
        yield made
