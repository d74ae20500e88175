"""An installation with two studios, 陈主任 who coordinates everything, Anna who does so in English, 赵科 of one unit."""

import pytest

from bot.entities import Scope
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["chen", "li", "program", "unchanged"]


@pytest.fixture
async def anna(program: Program) -> Chat:
    """Anna, who coordinates in English."""
    return await program.person("Anna", "coordinator", language="en")


@pytest.fixture
async def zhao(program: Program) -> Chat:
    """赵科, who coordinates the studios of 一矿 only."""
    return await program.person("赵科", "coordinator", Scope(kind="unit", key="一矿"))
