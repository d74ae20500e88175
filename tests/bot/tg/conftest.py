"""The real Bot and the stand-in it talks to, watched by the judges."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox import Phone, StandIn
from bot.tg.bot import Bot, make_bot
from tests.kit.aiogram_check import Judges


@pytest.fixture
async def standin(judges: Judges) -> AsyncIterator[StandIn]:
    """A stand-in watched by the judges."""
    running = StandIn(check=judges, seed=7)
    await running.start()
    yield running
    await running.close()


@pytest.fixture
async def bot(standin: StandIn) -> AsyncIterator[Bot]:
    """The Bot, its connections open."""
    made = make_bot(standin.token, standin.api_base)
    await made.open()
    yield made
    await made.close_connections()


@pytest.fixture
def phone(standin: StandIn) -> Phone:
    """A person who has pressed START."""
    person = standin.phone("李工")
    person.start()
    return person
