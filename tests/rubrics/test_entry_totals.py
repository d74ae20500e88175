"""Lines of totals: read in every width and form, and refused where they stand with what would be right."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.entry_totals import read_totals
from rubrics.files import latest
from rubrics.outcomes import outcomes

TONGLIAO, NORTHWEST = latest("tongliao-2020"), latest("northwest-2025")


@pytest.mark.parametrize(
    ("line", "period", "total", "facts"),
    [
        ("2025-01 92", "2025-01", "92", ()),
        ("  2025-Q1\t84.5  ", "2025-Q1", "84.5", ()),
        ("２０２５－q1：８４．５分", "2025-Q1", "84.5", ()),
        ("2025-01,92", "2025-01", "92", ()),
        ("2025 - upgraded", "2025", None, ("upgraded",)),
        ("2025 — 升级、上级表彰", "2025", None, ("upgraded", "commended")),
        ("2025 - Upgraded", "2025", None, ("upgraded",)),
    ],
)
def test_line_is_period_total_and_facts(line, period, total, facts):
    (one,) = read_totals(line, NORTHWEST).given
    assert str(one.period) == period
    assert one.total == (None if total is None else Decimal(total))
    assert one.facts == facts


def test_total_and_fact_may_share_a_line():
    (one,) = read_totals("2023 71 no-results", TONGLIAO).given
    assert one.total == Decimal(71)
    assert one.facts == ("no-results",)


@pytest.mark.parametrize(
    ("line", "code", "params"),
    [
        ("x 92", "period_unreadable", {"value": "x"}),
        (":，", "period_unreadable", {"value": ":，"}),
        ("2025-13 92", "period_unreadable", {"value": "2025-13"}),
        ("2025-01", "total_missing", {"period": "2025-01"}),
        ("2025-01 9o", "points_unreadable", {"value": "9o"}),
        ("2025-01 -5", "points_unreadable", {"value": "-5"}),
        ("2025-01 9.2.1", "points_unreadable", {"value": "9.2.1"}),
        ("2025 升级", "total_missing_before", {"period": "2025", "fact": "upgraded"}),
        ("2025-01 100.5", "total_out_of_range", {"period": "2025-01", "value": "100.5", "most": "100"}),
        ("2025 88", "total_not_judged", {"period": "2025", "forms": ("2025-Q1", "2025-01")}),
        ("2025-01 92 升级", "fact_of_other_period", {"fact": "升级", "form": "2025 - upgraded"}),
    ],
)
def test_wrong_line_says_what_would_be_right(line, code, params):
    reading = read_totals(f"\n2024-Q4 84\n{line}\n", NORTHWEST)
    (wrong,) = reading.problems
    assert (wrong.line, wrong.text) == (3, line)
    assert (wrong.problem.code, wrong.problem.params) == (code, params)


def test_fact_that_is_not_listed_is_answered_with_those_that_are():
    for line, code in (("2023 - promoted", "fact_not_listed"), ("2023 -", "fact_missing")):
        (wrong,) = read_totals(line, TONGLIAO).problems
        assert wrong.problem.code == code
        assert wrong.problem.params["known"] == ("no-results (没有创新成果)",)


def test_all_wrong_lines_are_told_at_once_each_for_itself():
    text = "2025-01 92\n2025-Q1 90\n2025-02 x\n2025-01 93\n2025-Q2 91\n2025-05 90\n2025-06 90"
    problems = read_totals(text, NORTHWEST).problems
    assert [(one.line, one.problem.code) for one in problems] == [
        (2, "total_and_its_part"),
        (3, "points_unreadable"),
        (4, "total_twice"),
        (6, "total_and_its_part"),
        (7, "total_and_its_part"),
    ]
    assert problems[0].problem.params == {"period": "2025-Q1", "others": ("2025-01",)}


WORDS = [
    "2025-Q1",
    "2025-01",
    "2025-02",
    "2025",
    "2024..2025",
    "84",
    "84.9分",
    "-",
    "升级",
    ":",
    "，",
    "\n",
    "x",
    "۳",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_are_read_or_refused_and_what_is_read_can_be_judged(text):
    reading = read_totals(text, NORTHWEST)
    assert all(1 <= one.line <= len(text.splitlines()) for one in reading.problems)
    if not reading.problems:
        outcomes(NORTHWEST, reading.given)
