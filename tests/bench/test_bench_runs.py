"""The bench runs from end to end and prints every line that is promised; what its numbers are is not tested here."""

import subprocess
import sys

import pytest

from tests.bench.table import Line, show

PROMISED = (
    "CPU of a durable tap / bare handler, same client",
    "CPU of a durable tap / bare handler as pip installs it",
    "p50 of a tap",
    "32 chats recording against 1",
    "commits a turn with 32 chats",
    "turn p50",
    "sheet of",
    "the same with",
)


@pytest.mark.battery
def test_the_quick_form_prints_every_line():
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick"],
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert run.returncode == 0, run.stderr
    table = run.stdout[run.stdout.index("what ") :].splitlines()[2:]
    assert [next((name for name in PROMISED if line.startswith(name)), line) for line in table] == list(
        PROMISED
    )


def test_a_line_says_whether_it_holds_and_in_which_direction():
    less = Line("less", 1.35, 2.0, (1.0, 1.3, 9.0))
    more = Line("more", 4, 2.5, (2.0, 3.0, 9.0), more=True)
    worse = Line("worse", 0.3, 0.3, (0.31,), unit="")
    assert [line.held for line in (less, more, worse)] == ["goal", "must", "NOT HELD"]
    assert [line.split("  ")[0] for line in show([less, more, worse]).splitlines()[2:]] == [
        "less",
        "more",
        "worse",
    ]
    assert "1 to 9 in 3" in show([less])
