"""Two studios with their leaders, 李工 who scored, 陈主任 who coordinates and Mary who does so in English."""

import pytest

from bot.entities import Scope
from tests.bot.month.conftest import MINE, wang
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import EVERYWHERE, Program

__all__ = ["MINE", "chen", "li", "program", "unchanged", "wang"]


@pytest.fixture
async def mary(program: Program) -> Chat:
    """Mary, a coordinator who reads English."""
    return await program.person("Mary", "coordinator", EVERYWHERE, "en")


@pytest.fixture
async def sun(program: Program) -> Chat:
    """孙丽, the leader of 红旗工作室."""
    return await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
