"""An installation with two studios; 李工 who scores, 陈主任 who coordinates, 王海涛 and Anna who lead, 郑部长 who reads."""

import pytest

from bot.entities import Scope
from tests.bot.month.conftest import MINE, anna, wang
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["MINE", "anna", "chen", "li", "program", "unchanged", "wang"]


@pytest.fixture
async def mary(program: Program) -> Chat:
    """Mary, who coordinates and reads English."""
    return await program.person("Mary", "coordinator", Scope(kind="all"), "en")


@pytest.fixture
async def two(program: Program) -> Chat:
    """钱主任, who coordinates 二矿 only: 红旗工作室 is there, 张建国工作室 is not."""
    return await program.person("钱主任", "coordinator", Scope(kind="unit", key="二矿"))


@pytest.fixture
async def zheng(program: Program) -> Chat:
    """郑部长, a reader."""
    return await program.person("郑部长", "reader")
