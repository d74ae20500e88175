"""An installation with two studios: 王海涛 leads 张建国工作室, 刘芳 红旗工作室; 李工 assesses, 陈主任 coordinates."""

import pytest

from bot.entities import Scope
from tests.bot.month.conftest import MINE, anna, chen, li, program, unchanged, wang, zhao
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["MINE", "anna", "chen", "li", "program", "unchanged", "wang", "zhao"]


@pytest.fixture
async def liu(program: Program) -> Chat:
    """刘芳, the leader of 红旗工作室."""
    return await program.person("刘芳", "leader", Scope(kind="studio", key=RED.id))
