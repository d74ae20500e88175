"""An empty store made once and copied for each test: its tables cost more than what the tests do."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.papers.scenes import Town, town


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "empty.db"
    with town(path):
        pass
    return path


@pytest.fixture
def here(empty: Path, tmp_path: Path) -> Iterator[Town]:
    """A store with nobody but who signs."""
    copy = tmp_path / "scorewalk.db"
    shutil.copy(empty, copy)
    with town(copy) as made:
        yield made
