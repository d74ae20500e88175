"""Three studios with their leaders; 陈主任 and 马主任 coordinate, 林书记 approves, 孙主席 is of 一矿, Helen reads."""

import pytest

from bot.entities import Scope
from tests.bot.applications.room import furnished, room
from tests.bot.applications.scenes import HARBOUR
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["chen", "furnished", "li", "program", "room", "unchanged"]


@pytest.fixture
async def wang(program: Program) -> Chat:
    """王海涛, who leads 张建国工作室."""
    return await program.person("王海涛", "leader", Scope(kind="studio", key=ZHANG.id))


@pytest.fixture
async def hong(program: Program) -> Chat:
    """洪师傅, who leads 红旗工作室."""
    return await program.person("洪师傅", "leader", Scope(kind="studio", key=RED.id))


@pytest.fixture
async def gang(program: Program) -> Chat:
    """港生, who leads 海港工作室."""
    await program.add(HARBOUR)
    return await program.person("港生", "leader", Scope(kind="studio", key=HARBOUR.id))


@pytest.fixture
async def ma(program: Program) -> Chat:
    """马主任, another coordinator."""
    return await program.person("马主任", "coordinator")


@pytest.fixture
async def lin(program: Program) -> Chat:
    """林书记, who approves everything."""
    return await program.person("林书记", "approver")


@pytest.fixture
async def union(program: Program) -> Chat:
    """孙主席, of the union of 一矿."""
    return await program.person("孙主席", "unit", Scope(kind="unit", key="一矿"))


@pytest.fixture
async def helen(program: Program) -> Chat:
    """Helen, who reads, in English."""
    return await program.person("Helen", "reader", language="en")
