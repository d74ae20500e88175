"""What the shell writes: through the running bot's socket, or by itself when none runs; never both, never neither."""

import asyncio
import json
import socket
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.settings import Settings
from bot.wiring.control import running, socket_path
from rubrics import files
from tests.bot.office import Office, office
from tests.kit.aiogram_check import Judges
from tests.kit.program import Program, studio


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "data")


@pytest.fixture
async def program(here: Office, judges: Judges) -> AsyncIterator[Program]:
    made = Program(here.folder, judges)
    await made.open()
    await made.add(studio())
    yield made
    await made.close()


def run(here: Office, *words: str, **environment: str) -> Result:
    return CliRunner().invoke(app, words, env=here.environment | environment)


async def beside(here: Office, *words: str, **environment: str) -> Result:
    """Run a command in a thread while the bot of this loop goes on."""
    return await asyncio.to_thread(run, here, *words, **environment)


def settings(here: Office) -> Settings:
    return Settings(data_dir=here.folder, _env_file=None)


# --- alone ---------------------------------------------------------------------------------------


def test_the_first_coordinator_is_invited_before_any_bot_ran(here: Office) -> None:
    result = run(here, "invite", "coordinator", "--name", "张立新")
    assert result.exit_code == 0, result.output
    start, _, secret = result.stdout.strip().partition(" ")
    assert start == "/start"
    assert len(secret) == 26
    assert "张立新 (Coordinator)" in result.stderr or "张立新 (coordinator)" in result.stderr


def test_a_studio_is_added_with_its_type(here: Office) -> None:
    added = run(
        here,
        "studio",
        "add",
        "红旗工作室",
        "--unit",
        "二矿",
        "--leader",
        "马红",
        "--type",
        "tongliao-2020=service",
    )
    assert added.exit_code == 0, added.output
    again = run(here, "studio", "add", "红旗工作室", "--unit", "二矿", "--leader", "马红")
    assert again.exit_code == 2
    assert "红旗工作室" in again.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("invite", "boss", "--name", "张"), "coordinator, assessor, head"),
        (("invite", "leader", "--name", "王", "--studio", "没有"), "没有"),
        (("invite", "leader", "--name", "   "), "1 to 60"),
        (("invite", "leader", "--name", "王", "--days", "0"), "--days"),
        (("studio", "add", "甲", "--unit", "乙", "--leader", "丙", "--type", "x"), "tongliao-2020=skills"),
        (
            ("studio", "add", "甲", "--unit", "乙", "--leader", "丙", "--type", "nuc=x"),
            ", ".join(files.shipped_ids()),
        ),
        (
            ("studio", "add", "甲", "--unit", "乙", "--leader", "丙", "--type", "tongliao-2020=x"),
            "research, skills, service",
        ),
        (("studio", "add", "甲", "--unit", "乙", "--leader", "丙", "--type", "northwest-2025=x"), "(none)"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    here: Office, words: tuple[str, ...], said: str
) -> None:
    result = run(here, *words)
    assert result.exit_code == 2
    assert said in result.stderr
    if here.folder.exists():
        from bot.store import open_reader

        with open_reader(here.folder / "scorewalk.db") as desk:
            assert not desk.history.streams()


def test_a_wrong_setting_is_named(here: Office) -> None:
    result = run(here, "invite", "leader", "--name", "王", SCOREWALK_TIMEZONE="Mars/Olympus")
    assert result.exit_code == 2
    assert "SCOREWALK_TIMEZONE cannot be “Mars/Olympus”" in result.stderr


# --- beside a running bot ------------------------------------------------------------------------


async def test_an_invitation_made_while_the_bot_runs_opens_for_one_person(
    program: Program, here: Office
) -> None:
    result = await beside(here, "invite", "assessor", "--name", "李工", "--studio", "张建国工作室")
    assert result.exit_code == 0, result.output
    link = result.stdout.strip()
    assert link.startswith("https://t.me/ScorewalkSandboxBot?start=")
    secret = link.partition("=")[2]
    li, other = program.stranger("李"), program.stranger("王")
    await li.start(secret)
    li.sees("李工")
    await other.start(secret)
    other.sees("已经用过")


async def test_a_studio_added_while_the_bot_runs_is_offered_at_once(program: Program, here: Office) -> None:
    li = await program.person("李工")
    result = await beside(here, "studio", "add", "红旗工作室", "--unit", "二矿", "--leader", "马红")
    assert result.exit_code == 0, result.output
    await li.say("/assess")
    li.button("红旗工作室")


async def test_refusals_come_through_the_socket_in_words(program: Program, here: Office) -> None:
    result = await beside(here, "invite", "boss", "--name", "张")
    assert result.exit_code == 2
    assert "coordinator, assessor, head" in result.stderr
    result = await beside(here, "studio", "add", "甲", "--unit", "乙", "--leader", "丙", "--type", "nuc=x")
    assert result.exit_code == 2
    assert "There is no rubric “nuc”" in result.stderr


async def test_only_the_owner_can_knock(program: Program, here: Office) -> None:
    path = socket_path(settings(here))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(here.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "line", [b"nonsense\n", b"{}\n", b'{"do": "drop"}\n', b'{"do": "invite", "role": "leader", "name": ""}\n']
)
async def test_a_strange_line_is_answered_and_the_door_stays_open(
    program: Program, here: Office, line: bytes
) -> None:
    reader, writer = await asyncio.open_unix_connection(socket_path(settings(here)))
    writer.write(line)
    assert set(json.loads(await reader.readline())) == {"wrong"}
    writer.write(b'{"do": "invite", "role": "leader", "name": "L"}\n')
    assert "done" in json.loads(await reader.readline())
    writer.close()


async def test_the_socket_goes_with_the_bot(program: Program, here: Office) -> None:
    assert running(settings(here))
    await program.stop()
    assert not running(settings(here))
    assert not socket_path(settings(here)).exists()
    assert (await beside(here, "invite", "leader", "--name", "王")).exit_code == 0


async def test_a_socket_left_by_a_killed_bot_is_in_nobodys_way(here: Office, judges: Judges) -> None:
    here.folder.mkdir(mode=0o700)
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(socket_path(settings(here))))
    left.close()
    assert (await beside(here, "invite", "leader", "--name", "王")).exit_code == 0
    program = Program(here.folder, judges)
    await program.open()
    try:
        assert (await beside(here, "invite", "leader", "--name", "马")).stdout.startswith("https://t.me/")
    finally:
        await program.close()


async def test_a_folder_with_a_long_name_has_its_socket_elsewhere(tmp_path: Path, judges: Judges) -> None:
    here = office(tmp_path / ("d" * 90) / "data")
    program = Program(here.folder, judges)
    await program.open()
    try:
        assert len(str(socket_path(settings(here)))) < 100
        assert (await beside(here, "invite", "leader", "--name", "王")).stdout.startswith("https://t.me/")
    finally:
        await program.close()


async def test_the_links_name_is_asked_of_telegram_when_no_bot_runs(program: Program, here: Office) -> None:
    await program.stop()
    words = ("invite", "leader", "--name", "王")
    told = {"SCOREWALK_TOKEN": program.standin.token, "SCOREWALK_API_BASE": program.standin.api_base}
    assert (await beside(here, *words, **told)).stdout.startswith("https://t.me/ScorewalkSandboxBot?start=")
    wrong = await beside(here, *words, **told | {"SCOREWALK_TOKEN": "1:wrong"})
    assert wrong.exit_code == 0
    assert wrong.stdout.startswith("/start ")
    assert "wrong" not in wrong.stderr
