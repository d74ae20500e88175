"""An installation with two studios and their leaders, 李工 who scored, 陈主任 who coordinates, 周组长 who heads others."""

import pytest

from bot.entities import Scope
from tests.bot.month.conftest import MINE, anna, wang, zhao
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["MINE", "anna", "chen", "li", "program", "unchanged", "wang", "zhao"]


@pytest.fixture
async def zhou(program: Program) -> Chat:
    """周组长, a head of everything who scored nothing here."""
    return await program.person("周组长", "head")


@pytest.fixture
async def sun(program: Program) -> Chat:
    """孙丽, the leader of 红旗工作室."""
    return await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
