"""Measure and print the table: `python -m tests.bench [--quick] [part …]`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from tests.bench import paper, scale, store, tap
from tests.bench.table import Line, show

PARTS: dict[str, Callable[..., list[Line]]] = {
    "tap": tap.measure,
    "scale": scale.measure,
    "store": store.measure,
    "sheets": paper.measure,
}


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}; all by default")
    parser.add_argument("--quick", action="store_true", help="see whether it runs; its numbers mean nothing")
    given = parser.parse_args()
    lines: list[Line] = []
    for name in given.parts or PARTS:
        began = time.perf_counter()
        lines += PARTS[name](quick=given.quick)
        print(f"{name}: {time.perf_counter() - began:.0f} s", flush=True)
    print(show(lines))


if __name__ == "__main__":
    main()
