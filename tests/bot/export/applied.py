"""Applications as the scripts of exports need them: begun, filled in and on their way, without the chat."""

from collections.abc import Mapping
from functools import partial

from bot.changes.applying.begin import BeginApplication
from bot.changes.applying.submit import SubmitApplication
from bot.entities import Application, ApplicationStep
from bot.entities.application import ApplicationState
from bot.store import StoreDesk
from tests.kit.applications import CRANES
from tests.kit.program import Program

TODAY = "2026-01-05"


async def begun(
    program: Program,
    by: str,
    studio: str,
    answers: Mapping[str, str] = CRANES,
    *,
    track: str = "model",
    called: str = "张建国劳模创新工作室",
) -> str:
    """Begin an application of 2026 as a person, and write its answers; returns its id."""
    known = program.rows("select id from applications")
    application = f"app{len(known):010d}"
    begin = BeginApplication(
        application=application, studio=studio, rubric="dalian-2019", year=2026, track=track, called=called, today=TODAY
    )  # fmt: skip
    await program.make(begin, by=by)
    person = program._id(by)

    def write(desk: StoreDesk) -> None:
        for key, said in answers.items():
            desk.applications.answer(application, key, said, person, 0)

    await program._store.write(write)
    return application


async def submitted(program: Program, by: str, application: str) -> None:
    """Hand it in."""
    await program.make(SubmitApplication(application=application, today=TODAY), by=by)


async def moved(program: Program, application: str, state: ApplicationState, value: str = "") -> None:
    """Let it be where others have taken it."""
    await program._store.write(partial(_moved, application, state, value))


def _moved(application: str, state: ApplicationState, value: str, desk: StoreDesk) -> None:
    found = desk.applications.get(application)
    assert isinstance(found, Application)
    desk.applications.put(found.model_copy(update={"state": state, "submitted": found.submitted or 1}))
    desk.applications.step(
        ApplicationStep(
            application=application, place=0, name=state, on=TODAY, value=value, by=found.by, at=1
        )
    )
