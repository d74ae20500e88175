"""From rows to totals: every way in which a scheme can weigh, move, fail or leave out, as tables."""

import pytest

from rubrics import scoring
from rubrics.files import latest
from tests.kit.sheets import TABLES, figure, read, run

CASES = [pytest.param(path, row, id=f"{path.stem}:{row.number}") for path in TABLES for row in read(path)[1]]


@pytest.mark.parametrize(("path", "row"), CASES)
def test_row(path, row):
    sheet = run(read(path)[0], row)
    assert tuple((name, figure(sheet, name)) for name, _ in row.expected) == row.expected


@pytest.mark.parametrize(("path", "row"), CASES)
def test_what_is_shown_adds_up(path, row):
    sheet = run(read(path)[0], row)
    assert sheet.total == sum(one.score for one in sheet.sections) + sum(
        one.points for one in sheet.adjustments
    )
    assert sheet.total <= sheet.reachable
    if not sheet.provisional:
        assert sheet.total == sheet.reachable
    for item in sheet.items:
        assert sum(term.value for term in item.terms) == (item.score or 0)


@pytest.mark.parametrize("rubric_id", ["northwest-2025", "tongliao-2020", "dalian-2019"])
def test_where_adding_up_is_all_there_is_nothing_else_is_done(monkeypatch, rubric_id):
    monkeypatch.setattr(scoring, "Balancing", None)
    sheet = scoring.score(latest(rubric_id), {})
    assert sheet.total == 0
    assert sheet.fraction is None
    assert sheet.provisional
