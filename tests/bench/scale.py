"""Whether a tap takes longer when years of answers lie in the database: one press at a time, from press to edited card."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.parts import STUB_CORE, Part
from tests.bench.store import ACTIVE, FEW, MANY
from tests.bench.table import Line, ratios, sides
from tests.bench.tap import Tapped, start_ours, stored


def measure(*, quick: bool = False) -> list[Line]:
    """Tap a program with few answers and one with many in turn; each press is another chat's."""
    rounds, chats, many = (1, 40, 5 * FEW) if quick else (9, ACTIVE, MANY)
    times: dict[Tapped, list[float]] = {}
    with ExitStack() as stack:
        stub = stack.enter_context(Part("tests.bench.stub", STUB_CORE))
        for number, answers in enumerate((FEW, many), start=1):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            times[start_ours(stack, stub, number, folder, chats, answers)] = []
        for program in times:
            program.tap(chats, 1)
        for _ in range(rounds):
            for program, all_of_them in times.items():
                program.tap(chats, 1)
                all_of_them.append(program.p50)
        for program in times:
            stored(program, chats)
    few, large = times.values()
    return [
        Line(
            f"p50 of a tap, {many:,} answers against {FEW:,}",
            1.1,
            1.1,
            ratios(large, few),
            that_is=sides(large, few, 1, "ms"),
        )
    ]
