"""`scorewalk run` as a process: it answers, ends when asked, and says with its exit code whether to be started again."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.sandbox import StandIn
from bot.settings import Settings
from bot.wiring import lifetime
from bot.wiring.control import socket_path
from bot.wiring.program import Program
from tests.kit.aiogram_check import Judges
from tests.kit.waiting import PATIENCE, until


@asynccontextmanager
async def service(
    folder: Path, standin: StandIn, **environment: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={
            "PATH": os.environ["PATH"],
            "SCOREWALK_TOKEN": standin.token,
            "SCOREWALK_API_BASE": standin.api_base,
            "SCOREWALK_DATA_DIR": str(folder),
        }
        | environment,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.fixture
async def standin(judges: Judges) -> AsyncIterator[StandIn]:
    made = StandIn(check=judges)
    await made.start()
    yield made
    await made.close()


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_until_it_is_asked_to_stop(
    tmp_path: Path, standin: StandIn, name: signal.Signals
) -> None:
    phone = standin.phone("路人")
    async with service(tmp_path / "data", standin) as process:
        phone.say("在吗")
        await until(lambda: len(phone.messages) == 2)
        process.send_signal(name)
        _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0, said
    assert standin.token.partition(":")[2] not in said.decode()
    assert not socket_path(Settings(data_dir=tmp_path / "data", _env_file=None)).exists()


async def test_what_came_while_it_was_down_is_answered_after_the_next_start(
    tmp_path: Path, standin: StandIn
) -> None:
    phone = standin.phone("路人")
    async with service(tmp_path / "data", standin) as process:
        await until(lambda: standin.bot.updates._poll is not None)
        process.send_signal(signal.SIGTERM)
        await process.wait()
    phone.say("在吗")
    async with service(tmp_path / "data", standin):
        await until(lambda: len(phone.messages) == 2)


async def test_telegram_that_does_not_answer_is_waited_for_and_the_door_for_commands_is_open(
    tmp_path: Path, standin: StandIn
) -> None:
    settings = Settings(data_dir=tmp_path / "data", _env_file=None)
    async with service(tmp_path / "data", standin, SCOREWALK_API_BASE="http://127.0.0.1:9") as process:
        await until(lambda: socket_path(settings).exists())
        _, writer = await asyncio.open_unix_connection(socket_path(settings))
        writer.close()
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), PATIENCE)
    assert process.returncode == 0


async def test_a_second_bot_on_the_same_folder_is_refused(tmp_path: Path, standin: StandIn) -> None:
    async with service(tmp_path / "data", standin):
        await until(lambda: standin.bot.updates._poll is not None)
        async with service(tmp_path / "data", standin, SCOREWALK_LANGUAGE="en") as second:
            _, said = await second.communicate()
    assert second.returncode == 2
    assert "scorewalk.db" in said.decode()


async def test_without_a_token_nothing_is_started(tmp_path: Path, standin: StandIn) -> None:
    async with service(tmp_path / "data", standin, SCOREWALK_TOKEN="") as process:
        _, said = await process.communicate()
    assert process.returncode == 2
    assert said.decode() == "没有机器人令牌。请设置 SCOREWALK_TOKEN。\n"
    assert not (tmp_path / "data").exists()


# --- how it ends ---------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _nobody_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifetime, "end_in_time", lambda: None)


async def test_a_part_that_ends_is_exit_code_1(
    tmp_path: Path, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(
        token=SecretStr(standin.token), api_base=standin.api_base, data_dir=tmp_path / "data", _env_file=None
    )
    async with Program(settings, pace=False) as program:
        ended = asyncio.ensure_future(lifetime.Signals().until(program.ended))
        await until(lambda: any(task.get_name() == "upkeep" for task in program._tasks))

        async def broken() -> None:
            raise LookupError

        program._begin(broken(), "part")
        assert await asyncio.wait_for(ended, PATIENCE) == lifetime.BROKEN
    assert "part ended" in caplog.text
    assert [record.levelno for record in caplog.records if "part ended" in record.message] == [
        logging.CRITICAL
    ]


async def test_a_signal_is_exit_code_0() -> None:
    async def for_ever() -> None:
        await asyncio.sleep(3600)

    waiting = asyncio.ensure_future(lifetime.Signals().until(for_ever))
    await asyncio.sleep(0)
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(waiting, PATIENCE) == lifetime.STOPPED


STUBBORN = """
import asyncio, time
from bot.wiring import lifetime
lifetime.LAST_SECONDS = {seconds}
async def main():
    async def for_ever():
        print("ready", flush=True)
        await asyncio.sleep(3600)
    await lifetime.Signals().until(for_ever)
    print("closing", flush=True)
    {closing}
asyncio.run(main())
"""


async def stubborn(seconds: float, closing: str) -> asyncio.subprocess.Process:
    """A program whose closing lasts for ever, asked once to stop."""
    code = STUBBORN.format(seconds=seconds, closing=closing)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert process.stdout
    assert await process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGTERM)
    assert await process.stdout.readline() == b"closing\n"
    return process


async def test_a_part_that_blocks_while_closing_is_left_behind() -> None:
    process = await stubborn(0.2, "time.sleep(60)")
    await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == lifetime.BROKEN


async def test_whoever_asks_twice_does_not_want_to_wait() -> None:
    process = await stubborn(60, "await asyncio.sleep(60)")
    process.send_signal(signal.SIGINT)
    await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == lifetime.BROKEN
