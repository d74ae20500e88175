"""The sample leader's log, on whatever day somebody first tries the bot."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import samples
from bot.clock import SteppedClock
from bot.store import open_alone


@pytest.mark.parametrize("day", [(2026, 1, 1), (2026, 3, 31), (2024, 3, 1), (2026, 5, 12)])
def test_two_months_are_there_and_made_once(tmp_path: Path, day: tuple[int, int, int]) -> None:
    """The last one is handed in in time with a lecture missing; nothing is in the future."""
    clock = SteppedClock(datetime(*day, 1, 0, tzinfo=UTC))
    studio = samples.STUDIOS[1].id
    with open_alone(tmp_path / "scorewalk.db", clock=clock) as alone:
        alone.write(lambda desk: samples.load(desk, clock))
        first = alone.write(lambda desk: desk.logs.between(studio, "2000-01-01", "2100-01-01"))
        alone.write(lambda desk: samples.load(desk, clock))
        again = alone.write(lambda desk: desk.logs.between(studio, "2000-01-01", "2100-01-01"))
        months = alone.write(lambda desk: desk.logs.months(studio, "2000-01", "2100-01"))
    assert again == first
    today = clock.now().date().isoformat()
    assert all(entry.on <= today and not entry.late for entry in first)
    last = [entry for entry in first if entry.month < today[:7]]
    assert len(last) == len(samples.LAST_MONTH)
    assert [(month.month, month.state, month.late) for month in months] == [
        (last[0].month, "submitted", False)
    ]
