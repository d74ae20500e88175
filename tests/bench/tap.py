"""The processor time of one durable tap against a bare handler that makes the same two calls and stores nothing.

Ours: received, committed, acknowledged, done in a turn of the real walk, committed, answered, card edited, marked as sent.
The bare handlers say what ours said, word for word; one runs on our HTTP client and with as many updates at once as
there are presses, one as the library comes: its own client, one update after the other.
"""

from __future__ import annotations

import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.bench.ours import SCORED
from tests.bench.parts import PROGRAM_CORE, STUB_CORE, Part
from tests.bench.table import Line, ratios, sides

CHATS = 32
"""Presses on their way at the same time."""
SETTLE_SECONDS = 0.5
"""What a program does after the last call belongs to its taps: marks are written a moment later."""


class Tapped:
    """One program and the world in which it is tapped."""

    def __init__(self, stub: Part, program: Part, token: str) -> None:
        """Measure a program."""
        self.stub, self.program, self.token = stub, program, token
        self.taps = 0
        self.seconds = self.p50 = 0.0

    def open(self, chats: int) -> None:
        """Bring the card into every chat."""
        self.stub.ask("open", token=self.token, chats=chats)

    def tap(self, taps: int, window: int) -> float:
        """Press so often; returns the processor seconds of one press."""
        before = self.program.ask("cpu")
        result = self.stub.ask("tap", token=self.token, taps=taps, window=window)
        time.sleep(SETTLE_SECONDS)
        used: float = self.program.ask("cpu") - before
        assert result["taps"] == taps, result
        self.taps += taps
        self.seconds, self.p50 = result["seconds"], result["p50"]
        return used / taps

    def said(self) -> Any:
        """Return what the program said last to the first chat."""
        return self.stub.ask("said", token=self.token)


def start_ours(
    stack: ExitStack, stub: Part, number: int, folder: Path, chats: int, answers: int = 0
) -> Tapped:
    """Start our program on a folder, with so many answers of the past, and bring the card into every chat."""
    token = f"{number}:ours"
    given = (token, stub.ask("where"), str(folder), str(chats), "--answers", str(answers))
    program = stack.enter_context(Part("tests.bench.ours", PROGRAM_CORE, *given))
    ours = Tapped(stub, program, token)
    ours.open(chats)
    return ours


def start_bare(stack: ExitStack, stub: Part, number: int, said: Any, *options: str) -> Tapped:
    """Start a bare handler that says what ours said."""
    token = f"{number}:bare"
    program = stack.enter_context(Part("tests.bench.bare", PROGRAM_CORE, token, stub.ask("where"), *options))
    program.ask("learn", faces=said)
    bare = Tapped(stub, program, token)
    bare.open(CHATS)
    return bare


def stored(ours: Tapped, chats: int) -> None:
    """Ask the database for every tap; one that is missing, doubled or unsent ends the bench."""
    found = ours.program.ask("end")
    assert found["marked"] == ours.taps + len(SCORED) * chats, (found, ours.taps)
    assert not found["unsent"], found
    assert not found["undone"], found


def measure(*, quick: bool = False) -> list[Line]:
    """Tap the three programs in turn, round by round."""
    rounds, taps, warm_up = (1, 64, 64) if quick else (15, 480, 960)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stub = stack.enter_context(Part("tests.bench.stub", STUB_CORE))
        ours = start_ours(stack, stub, 1, folder, CHATS)
        ours.tap(warm_up, CHATS)
        said = ours.said()
        same = start_bare(stack, stub, 2, said, "--at-once", str(CHATS))
        stock = start_bare(stack, stub, 3, said, "--built-in")
        for bare in (same, stock):
            bare.tap(warm_up, CHATS)
        used: dict[Tapped, list[float]] = {ours: [], same: [], stock: []}
        for _ in range(rounds):
            for each, all_of_it in used.items():
                all_of_it.append(each.tap(taps, CHATS))
        stored(ours, CHATS)
        for bare in (same, stock):
            assert all(face in said for face in bare.said()), (bare.said(), said)
    return [
        _line(
            f"CPU of a durable tap / bare handler, same client, {CHATS} at once",
            1.35,
            2.0,
            used[ours],
            used[same],
        ),
        _line("CPU of a durable tap / bare handler as pip installs it", 0.65, 0.8, used[ours], used[stock]),
    ]


def _line(what: str, goal: float, must: float, ours: list[float], bare: list[float]) -> Line:
    return Line(what, goal, must, ratios(ours, bare), that_is=sides(ours, bare, 1000, "ms"))
