"""Our own way of writing rows against openpyxl's: a workbook of either has the same cells, looks and pictures."""

from copy import copy
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.bench import sheets
from tests.exports import samples


def looks(cell):
    parts = (cell.font, cell.border, cell.fill, cell.alignment)
    return (*map(copy, parts), cell.number_format, bool(cell.quotePrefix))


@pytest.mark.parametrize(
    "record",
    [
        samples.with_all(samples.award(), "1.1 1.1b 2.2c", photos=2),
        samples.with_all(samples.deduct(), "1.1a 1.3b2", photos=2),
        sheets.record(rows=30),
    ],
    ids=["award", "deduct", "long"],
)
def test_both_ways_of_writing_give_equal_cells(record):
    ours: Any = load_workbook(BytesIO(sheets.ours(record)))
    plain: Any = load_workbook(BytesIO(sheets.plain(record)))
    assert ours.sheetnames == plain.sheetnames
    for one, other in zip(ours.worksheets, plain.worksheets, strict=True):
        assert {str(area) for area in one.merged_cells.ranges} == {
            str(area) for area in other.merged_cells.ranges
        }
        assert one.dimensions == other.dimensions
        for row in one.iter_rows():
            for cell in row:
                if type(cell).__name__ == "Cell" and cell.has_style:
                    twin = other[cell.coordinate]
                    assert (cell.value, cell.data_type) == (twin.value, twin.data_type), cell.coordinate
                    assert looks(cell) == looks(twin), cell.coordinate
        assert {row: each.height for row, each in one.row_dimensions.items() if each.height} == {
            row: each.height for row, each in other.row_dimensions.items() if each.height
        }
        assert [image._data() for image in one._images] == [image._data() for image in other._images]
        assert one.print_title_rows == other.print_title_rows
        assert [brk.id for brk in one.row_breaks.brk] == [brk.id for brk in other.row_breaks.brk]


def test_the_bench_record_is_as_large_as_it_says():
    record = sheets.record()
    assert len(record.rubric.items) == sheets.ROWS
    photos = [line.picture for line in sheets.record(photos=2).evidence if line.picture]
    assert len(photos) == 2
    assert all(isinstance(data, bytes) and 170_000 < len(data) < 260_000 for data in photos)
