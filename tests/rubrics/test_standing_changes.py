"""What changed in a standing file since the last official sheet, and what it lacks, as small tables."""

from datetime import date

import pytest

from rubrics.periods import Period
from rubrics.standing_changes import changed
from rubrics.standing_gaps import gaps
from tests.kit.schemes import latest
from tests.kit.standing import file_of

NORTHWEST = latest("northwest-2025")
TONGLIAO = latest("tongliao-2020")
TEXT = """\
members 甲 2024-01-01
  duty 2025-11-20
members 乙 2025-11-10
members 丙 2025-10-01 |2025-12-03
  left 2025-12-20 |2026-01-04
equipment 台钻 2024-01-01
  serviced 2025-11-05
  serviced 2025-12-05
pairs 丁 2025-01-01
  result 2025-11 qualified |2025-12-15
plan 2025 handed_in 2025-01-10
plan 2025-Q4 handed_in 2025-11-02
spending 2025 100 2025-11-09
"""


def told(kinds, seen="2025-10-31"):
    found = changed(file_of(TEXT, seen), kinds)
    return [
        f"{one.kind} {one.name} {'/'.join(one.whose)} ×{one.count}"
        + (f" late {one.late}" if one.late else "")
        for one in found
    ]


def test_members_who_came_changed_and_left():
    """丙 came in October and was entered in December, left in December and that was entered in January."""
    assert told(["members"]) == [
        "members added 乙/丙 ×2 late 1",
        "members duty 甲 ×1",
        "members left 丙 ×1 late 1",
    ]


def test_each_register_in_the_order_that_was_asked():
    assert told(["fund", "plans", "equipment", "pairs"]) == [
        "fund spent  ×1",
        "plans handed_in 2025-Q4 ×1",
        "equipment serviced 台钻 ×2",
        "pairs result 丁 ×1",
    ]


def test_nothing_changed_and_no_sheet_yet():
    assert told(["members"], "2026-02-01") == []
    assert changed(file_of(TEXT), ["members"]) == ()


def missing(text, kinds, period, rubric=NORTHWEST):
    return [
        f"{one.kind} {one.what} {one.count}"
        for one in gaps(rubric, file_of(text), kinds, Period.parse(period))
    ]


PLANNED = """\
plan 2025-Q4 accepted
plan 2025 accepted
  task 2025-03-31 open
  task 2025-03-31 closed proof
  task 2026-03-31 open
"""
GAPS = [
    ("", ["members", "rules"], ["members nothing 1", "rules nothing 1"]),
    ("rules A 2020-01-01 -file\nrules B 2020-01-01 -file -sort", ["rules"], ["rules file 2", "rules sort 1"]),
    ("rules A 2026-01-01 -file", ["rules"], []),
    ("members 甲 2020-01-01 -trade\n  left 2025-01-01", ["members"], []),
    ("equipment 台钻 2020-01-01\nequipment 新机 2025-01-01", ["equipment"], ["equipment services 1"]),
    ("pairs 甲 2025-10-01\n  result 2025-10 qualified", ["pairs"], ["pairs months 2"]),
    ("pairs 甲 2025-10-01\n  ended 2025-11-01", ["pairs"], []),
    ("pairs 甲 2019-01-01 until=2020-12-31", ["pairs"], []),
    ("pairs 甲 2024-07-01", ["pairs"], ["pairs months 12"]),
    ("", ["plans"], ["plans 2025 1", "plans 2025-Q4 1"]),
    ("plan 2025 returned\nplan 2025-Q4 handed_in", ["plans"], ["plans 2025 1"]),
    (
        PLANNED,
        ["plans"],
        ["plans overdue 1"],
    ),
    ("", ["fund"], ["fund budget 1"]),
    (
        "budget 2025 100 2025-01-01\nspending 2025 1 2025-01-02\nspending 2025 1 2025-01-02 checked",
        ["fund"],
        ["fund unchecked 1"],
    ),
]


@pytest.mark.parametrize(("text", "kinds", "expected"), GAPS)
def test_what_is_missing_at_the_end_of_december(text, kinds, expected):
    assert missing(text, kinds, "2025-12") == expected


RUNNING = [
    ("pairs 甲 2025-10-01\n  result 2025-10 qualified", "pairs", ["pairs months 1"]),
    ("plan 2025 accepted\n  task 2025-12-20 open\n  task 2025-11-21 open", "plans", ["plans overdue 1"]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), RUNNING)
def test_a_year_that_still_runs_owes_only_what_is_due(text, kind, expected):
    """On 22 November December has not begun, and what is due in it is not late."""
    found = gaps(TONGLIAO, file_of(text), [kind], Period.parse("2025"), date(2025, 11, 22))
    assert [f"{one.kind} {one.what} {one.count}" for one in found] == expected


def test_a_scheme_that_asks_for_no_quarter_misses_none():
    assert missing("", ["plans"], "2025", TONGLIAO) == ["plans 2025 1"]


def test_a_year_misses_the_plan_of_each_quarter_that_has_begun():
    text = "plan 2025 accepted\nplan 2025-Q2 accepted"
    assert missing(text, ["plans"], "2025") == [f"plans 2025-Q{number} 1" for number in (1, 3, 4)]
    found = gaps(NORTHWEST, file_of(text), ["plans"], Period.parse("2025"), date(2025, 8, 1))
    assert [one.what for one in found] == ["2025-Q1", "2025-Q3"]
