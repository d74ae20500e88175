"""Sheets made in the background by a real child process: sent once, tried again, and not lost when the program is killed."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.clock import to_ms
from bot.settings import Settings
from bot.wiring import sheets
from bot.wiring.child import ChildFailed, child_environment
from bot.wiring.sheets import SheetJobs
from exports import values
from tests.bot.office import ASSESSMENT, Office, office
from tests.kit.aiogram_check import Judges
from tests.kit.chat import Chat
from tests.kit.program import Program

ACCOUNT = 5_000_000_001


@pytest.fixture
def here(tmp_path: Path) -> Office:
    made = office(tmp_path / "data")
    made.signed()
    return made


@pytest.fixture
async def program(here: Office, judges: Judges) -> AsyncIterator[Program]:
    """The program on a folder where the sample assessor has signed; nobody has asked for the sheet yet."""
    made = Program(here.folder, judges)
    await made.open()
    yield made
    await made.close()


async def assessor(program: Program) -> Chat:
    phone = program.standin.phone("陈晓明", "zh-hans", person_id=ACCOUNT)
    chat = Chat(phone, program.settle)
    await chat.start()
    return chat


async def ask(program: Program) -> None:
    """Ask for the sheet as the signature does."""
    now = to_ms(program.clock.now())
    assert program.running
    await program.running.store.write(lambda desk: desk.jobs.add("sheet", ASSESSMENT, {"chat": ACCOUNT}, now))


def documents(chat: Chat) -> list[dict]:
    return [message for message in chat.phone.messages if "document" in message]


def jobs(program: Program) -> list[tuple]:
    return program.rows("select kind, state, attempts from jobs")


async def test_a_child_draws_the_sheet_and_it_comes_once_with_its_caption(program: Program) -> None:
    chat = await assessor(program)
    running = program.running
    assert running
    content = await SheetJobs._render(running.sheets, "visit00000001")
    assert values.check_code(content).full

    await ask(program)
    running.sheets.wake()
    await program.settle()
    (document,) = documents(chat)
    assert document["document"]["file_name"] == "评分表_李建国劳模创新工作室_2025.xlsx"
    assert "校验码" in document["caption"]
    assert jobs(program) == []


async def test_a_child_that_fails_is_tried_again_and_named_in_the_job(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await assessor(program)
    running = program.running
    assert running
    draw = running.sheets._render
    failing = iter([ChildFailed("first"), OSError("second")])

    async def sometimes(visit: str) -> bytes:
        if (error := next(failing, None)) is not None:
            raise error
        return await draw(visit)

    monkeypatch.setattr(running.sheets, "_render", sometimes)
    await ask(program)
    await running.sheets.drained()
    assert jobs(program) == [("sheet", "waiting", 1)]
    assert "first" in program.rows("select error from jobs")[0][0]
    program.pass_time(minutes=5)
    await running.sheets.drained()
    assert jobs(program) == [("sheet", "waiting", 2)]
    program.pass_time(minutes=5)
    await running.sheets.drained()
    await program.settle()
    assert len(documents(chat)) == 1
    assert jobs(program) == []


async def test_a_sheet_that_cannot_be_made_is_given_up_and_the_person_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await assessor(program)
    running = program.running
    assert running

    async def never(visit: str) -> bytes:
        raise ChildFailed(visit)

    monkeypatch.setattr(running.sheets, "_render", never)
    await ask(program)
    for _ in range(SheetJobs.tries):
        await running.sheets.drained()
        program.pass_time(minutes=6)
    await program.settle()
    assert jobs(program) == [("sheet", "failed", SheetJobs.tries)]
    chat.sees("评分表没能生成，签字不受影响")


async def test_an_unknown_assessment_does_not_stop_the_loop(program: Program) -> None:
    chat = await assessor(program)
    running = program.running
    assert running
    now = to_ms(program.clock.now())
    await running.store.write(lambda desk: desk.jobs.add("sheet", "nowhere", {"chat": ACCOUNT}, now))
    await ask(program)
    await running.sheets.drained()
    await program.settle()
    assert len(documents(chat)) == 1


async def test_stopped_while_drawing_the_sheet_comes_after_the_next_start(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await assessor(program)
    running = program.running
    assert running
    begun = asyncio.Event()

    async def slow(visit: str) -> bytes:
        begun.set()
        await asyncio.sleep(3600)
        return b""

    monkeypatch.setattr(running.sheets, "_render", slow)
    await ask(program)
    running.sheets.wake()
    await begun.wait()
    await program.stop()
    assert jobs(program) == [("sheet", "waiting", 0)]
    await program.start()
    assert len(documents(chat)) == 1
    assert jobs(program) == []


async def test_a_child_that_takes_too_long_is_ended(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = program.running
    assert running
    monkeypatch.setattr(sheets, "RENDER_SECONDS", 0.01)
    with pytest.raises(ChildFailed, match="timeout"):
        await SheetJobs._render(running.sheets, "visit00000001")


async def test_what_a_child_complains_of_is_kept(program: Program) -> None:
    running = program.running
    assert running
    with pytest.raises(ChildFailed) as failed:
        await SheetJobs._render(running.sheets, "nowhere")
    assert failed.value.args[0] == 2
    assert "nowhere" in failed.value.args[1]


def test_a_child_is_told_the_data_and_not_the_token(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCOREWALK_TOKEN", "1:secret")
    monkeypatch.setenv("SCOREWALK_WEBHOOK_SECRET", "secret")
    told = child_environment(Settings(token=SecretStr("1:secret"), data_dir=tmp_path, _env_file=None))
    assert not [name for name, value in told.items() if "secret" in value]
    assert told["SCOREWALK_DATABASE_URL"] == f"sqlite:///{tmp_path}/scorewalk.db"
