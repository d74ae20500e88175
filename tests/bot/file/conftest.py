"""As for months: 王海涛, 赵敏 and Anna lead 张建国工作室, 陈主任 coordinates, 李工 assesses; 孙主席 is its unit's union."""

import pytest

from bot.entities import Scope
from tests.bot.month.conftest import MINE, anna, chen, li, program, unchanged, wang, zhao
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["MINE", "anna", "chen", "li", "program", "unchanged", "wang", "zhao"]


@pytest.fixture
async def union(program: Program) -> Chat:
    """孙主席 of the unit union."""
    return await program.person("孙主席", "unit", Scope(kind="unit", key=ZHANG.unit))
