"""A store in a temporary folder, and the few things that most tests of it need."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import SteppedClock
from bot.store import Store
from tests.bot.store.samples import furnish
from tests.kit.installed import installed


@pytest.fixture
def clock() -> SteppedClock:
    """A clock that stands still."""
    return SteppedClock(datetime(2026, 11, 21, 8, 0, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database will be."""
    return tmp_path / "data" / "scorewalk.db"


@pytest.fixture
async def store(path: Path, clock: SteppedClock) -> AsyncIterator[Store]:
    """An open store with the shipped rubrics."""
    installed(path, clock.now())
    async with Store.open(path, clock=clock) as opened:
        yield opened


@pytest.fixture
async def furnished(store: Store) -> Store:
    """The store with persons p1 and p2, studio s1, campaign c1 and the open visit v1 with assessment a1 of p1."""
    await store.write(furnish)
    return store
