"""Decided appeals below the total: both scores, who and why; without one nothing is another."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.records import AppealLine, SheetRecord
from exports.score_sheet import render
from tests.exports import samples


def line(**changes: Any) -> AppealLine:
    said: dict[str, Any] = {
        "item": "1.3",
        "old": Decimal(1),
        "new": Decimal("2.5"),
        "kept": False,
        "reason": "=1+1 台账在总部",
        "by": "陈主任",
        "at": "2026-04-05",
        "why": "属实",
        "before": Decimal(44),
        "after": Decimal("45.5"),
    }
    return AppealLine(**{**said, **changes})


def rows(record: SheetRecord) -> list[list[Any]]:
    sheet: Any = load_workbook(BytesIO(render(record)), data_only=True).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def at(found: list[list[Any]], label: str) -> int:
    return next(index for index, row in enumerate(found) if row[0] == label)


@pytest.mark.parametrize("record", [samples.award(), samples.deduct(), samples.gates()])
def test_a_sheet_without_appeals_is_the_sheet_it_was(record: SheetRecord) -> None:
    assert not record.appeals
    assert "申诉" not in [row[0] for row in rows(record)]


def test_they_stand_below_the_total_and_above_the_comments() -> None:
    record = samples.deduct(appeals=(line(), line(item="2.2", new=Decimal(1), kept=True, why="")))
    found = rows(record)
    first = at(found, "申诉")
    assert at(found, "合计") < first < at(found, "综合意见")
    said = [[cell for cell in row if cell] for row in found[first : first + 3]]
    assert said[0][1:] == ["申诉项目与理由", "原得分与裁定得分", "裁定人、日期与理由"]
    assert said[1][0].endswith("=1+1 台账在总部")
    assert said[1][1:] == ["原得分 1，改为 2.5\n总分 44 → 45.5", "陈主任　2026-04-05\n属实"]
    assert said[2][1] == "原得分 1，维持 1\n总分 44 → 45.5"


def test_what_was_signed_above_them_does_not_change() -> None:
    plain, contested = rows(samples.deduct()), rows(samples.deduct(appeals=(line(),)))
    end = at(plain, "合计") + 1
    assert plain[:end] == contested[:end]


def test_a_very_long_reason_still_stands_on_the_sheet() -> None:
    record = samples.award(appeals=(line(item="1.1", reason="长" * 1000, why="短\n" * 200),))
    assert any("长" * 1000 in str(cell) for row in rows(record) for cell in row)
