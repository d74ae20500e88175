"""The studio of the standing file's tests; its unit has somebody who looks after the fund."""

import pytest

from bot.entities import Scope
from tests.bot.file.conftest import anna, chen, li, program, unchanged, wang
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["anna", "chen", "li", "program", "unchanged", "wang"]


@pytest.fixture
async def union(program: Program) -> Chat:
    """孙主席 of the unit union."""
    return await program.person("孙主席", "unit", Scope(kind="unit", key=ZHANG.unit))
