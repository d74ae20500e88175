"""Every kind of rule: what it does to the score, told in tables."""

import pytest

from rubrics import diagnostics
from tests.kit.kinds import TABLES, outcome, read

ROWS = [(path.stem, row, table) for path in TABLES for table in [read(path)] for row in table.rows]


@pytest.mark.parametrize(
    ("table", "row"),
    [(table, row) for _, row, table in ROWS],
    ids=[f"{name}:{row.number}" for name, row, _ in ROWS],
)
def test_row(table, row):
    found, explained = outcome(table.rubric, row)
    assert found == row.expected, explained
    assert row.explained is None or explained == row.explained


def test_every_kind_has_its_table_and_every_table_its_kind():
    shown = {rule.kind for path in TABLES for item in read(path).rubric.all_items for rule in item.rules}
    kinds = set(diagnostics._BY_KIND)
    assert shown == kinds
    assert kinds <= {path.stem for path in TABLES}
