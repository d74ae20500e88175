"""The score sheet against plain openpyxl writing equal cells, alone and with forty photos: processor time, in turn."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from exports.records import SheetRecord
from tests.bench import sheets
from tests.bench.table import Line, ratios, sides
from tests.exports.test_equal_cells import test_both_ways_of_writing_give_equal_cells as assert_equal_cells


def measure(*, quick: bool = False) -> list[Line]:
    """Write the sheet of many items, then the same with photos."""
    rounds, rows, photos = (1, 10, 2) if quick else (9, sheets.ROWS, sheets.PHOTOS)
    return [
        _line(f"sheet of {rows} items / plain openpyxl", 0.5, sheets.record(rows), rounds),
        _line(f"the same with {photos} photos", 0.3, sheets.record(rows, photos), rounds),
    ]


def _line(what: str, bound: float, record: SheetRecord, rounds: int) -> Line:
    assert_equal_cells(record)
    ours: list[float] = []
    plain: list[float] = []
    for _ in range(rounds):
        ours.append(_seconds(sheets.ours, record))
        plain.append(_seconds(sheets.plain, record))
    return Line(what, bound, bound, ratios(ours, plain), that_is=sides(ours, plain, 1000, "ms"))


def _seconds(write: Callable[[SheetRecord], bytes], record: SheetRecord) -> float:
    gc.collect()
    before = time.process_time()
    write(record)
    return time.process_time() - before
