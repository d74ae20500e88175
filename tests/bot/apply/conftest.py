"""An installation with two studios: 王海涛 and 赵敏 who lead 张建国工作室, 陈主任 who coordinates, 李工 who assesses."""

import pytest

from bot.entities import Scope
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["chen", "li", "program", "unchanged"]

MINE = Scope(kind="studio", key=ZHANG.id)


@pytest.fixture
async def wang(program: Program) -> Chat:
    """王海涛, a leader of 张建国工作室."""
    return await program.person("王海涛", "leader", MINE)


@pytest.fixture
async def zhao(program: Program) -> Chat:
    """赵敏, another leader of 张建国工作室."""
    return await program.person("赵敏", "leader", MINE)


@pytest.fixture
async def anna(program: Program) -> Chat:
    """Anna, a leader of 张建国工作室 who reads English."""
    return await program.person("Anna", "leader", MINE, "en")
