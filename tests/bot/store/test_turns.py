"""A first look: what is written is there after the store was closed, and the doors for programs without a loop."""

from pathlib import Path

import pytest

from bot.clock import SteppedClock
from bot.problems import Refusal
from bot.store import Store, open_alone, open_reader
from tests.bot.store.samples import NOW, furnish


async def test_what_was_written_is_there_after_a_restart(path: Path, clock: SteppedClock):
    async with Store.open(path, clock=clock) as store:
        await store.write(furnish)
    async with Store.open(path, clock=clock) as store:
        person = await store.read(lambda desk: desk.people.by_account(101, NOW))
    assert person is not None
    assert person.name == "王芳"


async def test_a_second_program_is_refused_while_one_runs(furnished: Store, path: Path, clock: SteppedClock):
    with pytest.raises(Refusal) as refused, open_alone(path, clock=clock):
        pass
    assert refused.value.code == "locked"


async def test_a_reader_looks_in_while_the_bot_runs(furnished: Store, path: Path):
    with open_reader(path) as desk:
        assert desk.visits.open_at("s1", "northwest-2025", "2026-11", "regular") == "a1"


def test_a_command_writes_alone(path: Path, clock: SteppedClock):
    with open_alone(path, clock=clock) as alone:
        alone.write(furnish)
    with open_reader(path) as desk:
        assert desk.studios.named("张工工作室") is not None
