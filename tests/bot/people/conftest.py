"""The people of the scripts: 陈主任 coordinates everything, 吴主任 二矿 only, 李工 assesses everything."""

import pytest

from bot.entities import Scope
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["chen", "li", "program", "unchanged", "wu"]


@pytest.fixture
async def wu(program: Program) -> Chat:
    """吴主任, the coordinator of 二矿."""
    return await program.person("吴主任", "coordinator", Scope(kind="unit", key=RED.unit))
