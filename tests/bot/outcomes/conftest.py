"""Two studios with their leaders, 陈主任 who proposes, 赵总 who approves, 孙工会 of the unit, 何书记 who reads."""

from collections.abc import Awaitable, Callable

import pytest

from bot.entities import Scope
from tests.bot.month.conftest import MINE, anna, wang
from tests.bot.outcomes import scenes
from tests.bot.walk.conftest import chen, li, program, unchanged
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["MINE", "anna", "chen", "li", "program", "unchanged", "wang"]

Totals = Callable[..., Awaitable[None]]


@pytest.fixture
async def zhao(program: Program) -> Chat:
    """赵总, who approves everything."""
    return await program.person("赵总", "approver")


@pytest.fixture
async def sun(program: Program) -> Chat:
    """孙工会, the union of 一矿."""
    return await program.person("孙工会", "unit", Scope(kind="unit", key="一矿"))


@pytest.fixture
async def he(program: Program) -> Chat:
    """何书记, who reads."""
    return await program.person("何书记", "reader")


@pytest.fixture
async def totals(program: Program, li: Chat) -> Totals:
    """Sign sheets of a studio: totals by period, written p2025_10="92"."""
    person = program._id("李工")

    async def sign(rubric: str = scenes.NORTHWEST, studio: str = ZHANG.id, **given: str) -> None:
        for name, total in given.items():
            period = name[1:].replace("__", "..").replace("_", "-")

            def put(desk: object, period: str = period, total: str = total) -> str:
                return scenes.signed(desk, studio, rubric, period, total, person)  # type: ignore[arg-type]

            await program._store.write(put)

    return sign
