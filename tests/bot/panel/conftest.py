"""The people of these scripts: 陈主任 plans, 周组长 heads, 李工 and 赵工 assess with her, 王 leads the studio."""

import pytest

from tests.bot.month.conftest import wang
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["chen", "li", "program", "qian", "unchanged", "wang", "zhou"]


@pytest.fixture
async def zhou(program: Program) -> Chat:
    """周组长, the head."""
    return await program.person("周组长", "head")


@pytest.fixture
async def qian(program: Program) -> Chat:
    """钱工, an assessor of everything."""
    return await program.person("钱工")
