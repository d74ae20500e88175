"""Applications on their way without the forms: as handing in leaves them, and steps taken by their changes."""

from typing import Any

import pytest

from bot.changes import Change, TakeStep
from bot.changes.applications.of import mark_of
from bot.entities import Application, ApplicationStep, Grant, Role, Scope, Studio
from bot.problems import Refusal
from bot.store import StoreDesk
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.program import Program, studio

TODAY = "2026-01-05"
HANDED_IN = "2025-12-01"
THIRD = studio("匠心工作室", "三矿", number=3)
FOURTH = studio("先锋工作室", "三矿", number=4)
FOUR = (ZHANG, RED, THIRD, FOURTH)
DECIDED = {"decider": "市总党组会", "paper": "大工发〔2026〕3号"}


def put(
    desk: StoreDesk,
    whose: Studio,
    person: str,
    *,
    rubric: str = "dalian-2019",
    track: str = "model",
    version: int = 2,
) -> str:
    """An application as handing in leaves it; returns its id."""
    made = Application(
        id=f"apply{whose.id[-7:]}",
        rubric=rubric,
        version=version,
        year=2026,
        track=track,
        name=whose.name,
        unit=whose.unit,
        leader=whose.leader,
        studio=whose.id,
        state="submitted",
        by=person,
        at=1,
        submitted=1,
        changed=1,
    )
    desk.applications.put(made)
    step = ApplicationStep(application=made.id, place=0, name="submitted", on=HANDED_IN, by=person, at=1)
    desk.applications.step(step)
    return made.id


async def also(program: Program, name: str, role: Role) -> None:
    """Let somebody have one more role, everywhere."""
    grant, person = Grant(id=f"grant{role}", role=role, scope=Scope(kind="all")), program._id(name)
    await program._store.write(lambda desk: desk.people.grant(person, grant, 1))


async def handed_in(program: Program, *whose: Studio, **more: Any) -> list[str]:
    """Applications of studios; 王海涛 filled all of them in."""
    known = [each[0] for each in program.rows("select id from studios")]
    await program.add(*(each for each in whose if each.id not in known))
    person = program._id("王海涛")
    return [
        await program._store.write(lambda desk, each=each: put(desk, each, person, **more)) for each in whose
    ]


async def now(program: Program, application: str) -> Application:
    """An application as it is."""
    found = await program.read(lambda desk: desk.applications.get(application))
    assert found
    return found


async def mark(program: Program, *applications: str) -> str:
    """What stands for some as they are."""
    return mark_of([await now(program, one) for one in applications])


async def taken(program: Program, application: str) -> list[str]:
    """Its steps so far: name, value and who decided."""
    steps = await program.read(lambda desk: desk.applications.steps(application))
    return [" ".join(filter(None, (step.name, step.value, step.decider))) for step in steps]


async def step(program: Program, application: str, name: str, **more: Any) -> TakeStep:
    """A step that may be taken with one as it is."""
    fields = {"on": TODAY, **DECIDED, "today": TODAY, "revision": (await now(program, application)).revision}
    return TakeStep.model_validate({"application": application, "step": name, **fields, **more})


async def take(program: Program, by: str, application: str, *names: str, **more: Any) -> None:
    """Take steps one after the other."""
    for name in names:
        await program.make(await step(program, application, name, **more), by=by)


async def refused(program: Program, by: str, change: Change, code: str) -> Refusal:
    """Make a change that must be refused with a code and leave everything as it was."""
    before = program.dump()
    with pytest.raises(Refusal) as caught:
        await program.make(change, by=by)
    assert caught.value.code == code
    assert program.dump() == before
    return caught.value


async def told(program: Program, stream: str) -> list[str]:
    """The names of a stream's rows in the history, which are whole."""
    events = await program.read(lambda desk: tuple(desk.history.of(stream)))
    assert await program.read(lambda desk: desk.history.verify(stream)) is None
    return [event.name for event in events]
