"""The JSON of a sheet: names and forms that programs rely on."""

import json

from rubrics.files import latest
from rubrics.run import run_lines
from rubrics.scoring import score
from rubrics.sheet_json import sheet_json

NORTHWEST = latest("northwest-2025")


def printed(text):
    marks, problems = run_lines(NORTHWEST, text, None)
    sheet = score(NORTHWEST, marks)
    return json.loads(
        json.dumps(
            sheet_json(sheet, problems, lambda one: f"{one.line}: {one.problem.code}", lambda _: "手工")
        )
    )


def test_names_are_those_of_the_specification():
    found = printed("1.3 a3b2")
    assert set(found) == {
        "rubric", "total", "deducted", "bonus", "provisional", "reachable", "sections", "items", "vetoes",
        "gates", "version", "needs_decision", "problems", "adjustments",
    }  # fmt: skip
    assert {frozenset(section) for section in found["sections"]} == {
        frozenset({"no", "title", "score", "points"})
    }
    assert {frozenset(item) for item in found["items"]} == {
        frozenset({"no", "title", "state", "score", "points", "explanation"})
    }


def test_points_are_strings_in_canonical_form():
    found = printed("1.3 2.50\n1.4 满\n5.4 a2\n9.9 x")
    assert (found["rubric"], found["version"]) == ("northwest-2025", NORTHWEST.version)
    assert (found["total"], found["deducted"], found["bonus"], found["reachable"]) == (
        "7.5",
        "1.5",
        "10",
        "98.5",
    )
    assert found["provisional"] is True
    assert found["sections"][0] == {"no": "1", "title": "基础建设", "score": "7.5", "points": "20"}
    items = {item["no"]: item for item in found["items"]}
    assert items["1.3"]["score"] == "2.5"
    assert items["1.3"]["explanation"] == "2.5 = 2.5 (手工)"
    assert (items["1.4"]["state"], items["1.1"]["state"], items["1.1"]["score"]) == (
        "full",
        "untouched",
        None,
    )
    assert found["problems"] == [{"line": 4, "code": "section_unknown", "text": "4: section_unknown"}]


def test_items_add_up_without_the_bonus():
    found = printed("\n".join(f"{item.no} 满" for item in NORTHWEST.items) + "\n5.1 a")
    assert sum(int(item["score"]) for item in found["items"]) == 100
    assert (found["total"], found["bonus"], found["provisional"]) == ("100", "1", False)
