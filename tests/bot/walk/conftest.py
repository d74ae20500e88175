"""An installation with two studios, and the people of the scripts: 李工 who assesses, 陈主任 who coordinates."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.aiogram_check import Judges
from tests.kit.chat import Chat
from tests.kit.program import Program


@pytest.fixture
async def program(tmp_path: Path, judges: Judges) -> AsyncIterator[Program]:
    """The program on an empty folder, with 张建国工作室 and 红旗工作室."""
    made = Program(tmp_path / "data", judges)
    await made.open()
    await made.add(ZHANG, RED)
    yield made
    await made.close()
    assert not made.standin.failures


@pytest.fixture
async def li(program: Program) -> Chat:
    """李工, an assessor of everything."""
    return await program.person("李工")


@pytest.fixture
async def chen(program: Program) -> Chat:
    """陈主任, the coordinator."""
    return await program.person("陈主任", "coordinator")


@pytest.fixture
def unchanged(program: Program) -> Callable[[], AbstractContextManager[None]]:
    """A `with` that fails if anything of the data is another afterwards; chats may say what they like."""

    @contextmanager
    def watch() -> Iterator[None]:
        before = program.dump()
        yield
        after = program.dump()
        assert after == before

    return watch
