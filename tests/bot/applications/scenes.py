"""Applications on their way: handed in by their leaders, and steps that many scripts take."""

from functools import partial

from bot.changes.applications.step import TakeStep
from bot.changes.applying.begin import BeginApplication
from bot.changes.applying.submit import SubmitApplication
from bot.entities import Application
from bot.store import StoreDesk
from rubrics import files
from rubrics.application import spots
from tests.bot.walk.scenes import ZHANG
from tests.kit.applications import CRANES
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

HARBOUR = studio("海港工作室", "港务公司", number=3)
TODAY = "2026-01-05"
DALIAN = "dalian-2019"
NUC = "nuc-2024"


async def begun(
    program: Program,
    by: str,
    studio_: str = ZHANG.id,
    called: str = "张建国工作室",
    rubric: str = DALIAN,
    track: str = "model",
) -> str:
    """Begin an application as a leader and fill all of it in; returns its id."""
    known = program.rows("select id from applications")
    application = f"apply{len(known):08d}"
    begin = BeginApplication(
        application=application, studio=studio_, rubric=rubric, year=2026, track=track, called=called, today=TODAY
    )  # fmt: skip
    await program.make(begin, by=by)
    await program._store.write(partial(_filled, application, program._id(by)))
    return application


def _filled(application: str, person: str, desk: StoreDesk) -> None:
    found = desk.applications.get(application)
    assert found is not None
    rubric = files.latest(found.rubric)
    said = dict(CRANES) if found.rubric == DALIAN else {}
    for spot in spots(rubric, found.track):
        if spot.gate is not None:
            said[spot.key] = "99" if spot.gate.measures else "yes"
    for key, value in said.items():
        desk.applications.answer(application, key, value, person, 0)


async def handed_in(program: Program, by: str, *args: str, **more: str) -> str:
    """Begin one and hand it in; returns its id."""
    application = await begun(program, by, *args, **more)
    await program.make(SubmitApplication(application=application, today=TODAY), by=by)
    return application


async def got(program: Program, application: str) -> Application:
    """An application as it is now."""
    found = await program.read(lambda desk: desk.applications.get(application))
    assert found is not None
    return found


async def step(program: Program, application: str, name: str, by: str = "陈主任", **said: str) -> None:
    """Take a step without the chat."""
    found = await got(program, application)
    fields = {"on": TODAY, "decider": "市总", "paper": "大工发〔2026〕1号", "today": TODAY, **said}
    change = TakeStep.model_validate(
        {"application": application, "step": name, "revision": found.revision, **fields}
    )
    await program.make(change, by=by)


async def steps(program: Program, application: str, *names: str, by: str = "陈主任", **said: str) -> None:
    """Take several steps, one after the other."""
    for name in names:
        await step(program, application, name, by, **said)


async def to_round(who: Chat, rubric: str = "大连市推荐申报") -> None:
    """Open the round of a scheme."""
    await who.say("/applications")
    await who.tap(f"1 {rubric}")
