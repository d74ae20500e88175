"""Reading tables of coverage: every mistake with its line, checked against the scheme beside the table."""

import shutil
from pathlib import Path

import pytest

from rubrics import files
from rubrics.coverage import KINDS, addresses
from rubrics.problems import CODES
from rubrics.sheet_codes import COVERAGE

DATA = Path(__file__).parents[1] / "data" / "rubrics"
WHOLE = """\
- text: 办法
  at: [head]
- text: 第一章
  why: 章名
- text: 台账
  at: [rule 1.1 a, rule 1.1 b, rule 1.2 a, rule 1.2 b, rule 2.1 a, rule 2.1 b, register members, item 1.1]
- text: 其余
  at: [rule 3.1 a, rule 3.2 a, rule 3.3 a, rule 4.1 a, gate 5.1, rule 6.1 a, requirement monthly, form basics]
- text: 条文
  at: [quota city, quota province, deadline june, duty report, funding first, stage apply, clause c1, ruling parts]
"""


def read(tmp_path: Path, text: str, scheme: str = "beside.v1.yaml"):
    shutil.copy(DATA / "beside.v1.yaml", tmp_path / scheme)
    path = tmp_path / "beside.coverage.yaml"
    path.write_text(text, encoding="utf-8")
    found = files.load_coverage(path)
    assert {one.where and one.where.file for one in found.problems} <= {path.name}
    assert all(set(one.params) == set(CODES[one.code]) for one in found.problems)
    return found


def test_a_whole_table_is_read(tmp_path):
    found = read(tmp_path, WHOLE)
    assert found.problems == ()
    assert [passage.text for passage in found.passages] == ["办法", "第一章", "台账", "其余", "条文"]
    assert found.passages[1].why == "章名"


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("  why: 章名\n", "", 3, "coverage_says_nothing"),
        ("  why: 章名\n", '  why: ""\n', 4, "field_wrong"),
        ("  why: 章名\n", "  why: 章名\n  at: [head]\n", 3, "coverage_says_nothing"),
        ("  why: 章名\n", "  wy: 章名\n", 4, "field_unknown"),
        ("- text: 第一章\n", "- txt: 第一章\n", 3, "field_missing"),
        ("[head]", "[title]", 2, "coverage_address"),
        ("[head]", "[clause c9]", 2, "coverage_place_unknown"),
        ("[head]", "[gate 1.1]", 2, "coverage_place_unknown"),
        ("gate 5.1, ", "", 1, "coverage_place_unnamed"),
        ("quota city, ", "", 1, "coverage_place_unnamed"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path, old, new, line, code):
    assert WHOLE.count(old) == 1
    found = read(tmp_path, WHOLE.replace(old, new))
    assert (line, code) in [(one.where.line, one.code) for one in found.problems]
    assert len(found.problems) <= 2  # a field spelt wrongly is also one that is missing


def test_a_table_is_a_list_beside_a_scheme_that_loads(tmp_path):
    assert [one.code for one in read(tmp_path, "text: 办法\n").problems] == ["coverage_not_list"]
    empty = tmp_path / "empty"
    empty.mkdir()
    alone = read(empty, WHOLE, "other.v1.yaml")
    assert [(one.code, one.params) for one in alone.problems] == [
        ("coverage_without_scheme", {"scheme": "beside.v1.yaml"})
    ]
    assert [one.code for one in files.load_coverage(tmp_path / "none.coverage.yaml").problems] == [
        "file_unreadable"
    ]


def test_the_newest_version_beside_the_table_counts(tmp_path):
    newer = (DATA / "beside.v1.yaml").read_text("utf-8")
    newer = newer.replace("version: 1\n", "version: 10\n").replace("{id: june,", "{id: july,")
    (tmp_path / "beside.v10.yaml").write_text(newer, encoding="utf-8")
    found = read(tmp_path, WHOLE, "beside.v2.yaml")
    assert {one.code for one in found.problems} == {"coverage_place_unknown", "coverage_place_unnamed"}


@pytest.mark.parametrize("path", sorted(files.SCHEMES.glob(f"*{files.COVERAGE}")), ids=lambda path: path.name)
def test_shipped_tables_have_no_mistake(path):
    assert files.load_coverage(path).problems == ()


def test_every_kind_of_address_is_used_somewhere():
    used = {
        one.partition(" ")[0]
        for path in files.shipped()
        if (rubric := files.load(path).rubric)
        for one in addresses(rubric)
    }
    assert used == set(KINDS)
    assert set(COVERAGE) <= set(CODES)
