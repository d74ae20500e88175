"""What a standing file comes to: every count as a small table, periods, the join with the log, and the checks."""

from datetime import date
from decimal import Decimal

import pytest

from rubrics.checks import holdings as check
from rubrics.holdings import Holding
from rubrics.logbook import Logged, asked_by, proposals, standing, windows
from rubrics.periods import Period
from rubrics.points import show
from rubrics.standing_counts import held, joined
from rubrics.standing_file import StandingFile, owed_months
from tests.kit.schemes import latest
from tests.kit.standing import file_of, told

NORTHWEST = latest("northwest-2025")
TONGLIAO = latest("tongliao-2020")
NUC = latest("nuc-2024")


def counted(rubric, text, period):
    return {
        one.holding.id: told(one).partition(" ")[2]
        for one in held(rubric, file_of(text), Period.parse(period))
    }


def proposed(rubric, text, period, entries=(), *, log=False):
    """Rules with what is proposed; entries are logged kinds with their days."""
    span = Period.parse(period)
    logged = [
        Logged(str(number), kind, date.fromisoformat(on), date.fromisoformat(on))
        for number, (kind, on) in enumerate(entries)
    ]
    stands = [one for one in standing(rubric, logged, span, today=span.end) if one.due]
    both, alone = joined(stands, held(rubric, file_of(text), span), log=log or bool(logged))
    return [
        f"{one.item} {one.letter}×{one.count} {show(one.points)}"
        for one in proposals(rubric, both, span, held=alone)
    ]


# --- every count ----------------------------------------------------------------------------------

QUARTER = """\
pairs 甲 2025-01-01
  result 2025-01 qualified
  result 2025-03 unqualified
pairs 乙 2025-01-01
  result 2025-02 qualified
"""
COUNTS = [
    # what is kept, whether it stands or not
    ("equipment-kept", "2025-12", "", "0/1"),
    ("equipment-kept", "2025-12", "equipment 台钻 2020-01-01\n  scrapped 2025-01-01", "1/1"),
    ("equipment-kept", "2025-12", "equipment 台钻 2026-01-01", "0/1"),
    # which kinds of rules stand
    ("rules-standing", "2025-12", "", "0/3 -running-learning-managing"),
    (
        "rules-standing",
        "2025-12",
        "rules A 2020-01-01 sort=running\nrules B 2020-01-01 sort=running\nrules C 2020-01-01 sort=learning",
        "2/3 -managing",
    ),
    ("rules-standing", "2025-12", "rules A 2026-01-01 sort=running", "0/3 -running-learning-managing"),
    (
        "rules-standing",
        "2025-12",
        "rules A 2020-01-01 sort=running\n  repealed 2025-12-31\nrules B 2020-01-01 sort=managing",
        "1/3 -running-learning",
    ),
    (
        "rules-standing",
        "2025-11",
        "rules A 2020-01-01 sort=running\n  repealed 2025-12-31",
        "1/3 -learning-managing",
    ),
    ("rules-standing", "2025-12", "rules A 2020-01-01", "0/3 -running-learning-managing"),
    ("rule-on-members", "2025-12", "rules A 2020-01-01 sort=members", "1/1"),
    ("rule-on-members", "2025-12", "rules A 2020-01-01 sort=other", "0/1"),
    # members
    ("members-duties", "2025-12", "members 甲 2025-01-01 duty=组长\nmembers 乙 2025-01-01", "1/2"),
    ("members-duties", "2025-12", "members 甲 2025-01-01\n  left 2025-06-30", "0/1"),
    # pairs: persons, months, agreements
    ("apprentices-with-results", "2025-12", "pairs 甲 2025-01-01 until=2025-12-31", "0/1"),
    ("apprentices-with-results", "2025-12", "pairs 甲 2025-01-01\n  result 2025-03 qualified", "1/1"),
    ("apprentices-with-results", "2025-12", "pairs 甲 2024-01-01\n  result 2024-12 qualified", "0/1"),
    (
        "apprentices-with-results",
        "2025-12",
        "pairs 甲 2025-01-01\n  result 2025-03 qualified\npairs 甲 2025-07-01\n  result 2025-08 qualified",
        "1/1",
    ),
    ("months-qualified", "2025-03", "pairs 甲 2025-01-01\n  result 2025-03 unqualified", "0/1"),
    ("months-qualified", "2025-04", "pairs 甲 2025-01-01\n  result 2025-03 unqualified", "0/0"),
    (
        "months-qualified",
        "2025-03",
        "pairs 甲 2025-01-01\n  result 2025-03 unqualified\n  result 2025-03 qualified",
        "1/1",
    ),
    (
        "months-qualified",
        "2025-Q1",
        QUARTER,
        "2/3",
    ),
    ("pairs-agreed", "2025-12", "pairs 甲 2025-01-01 agreement=yes\npairs 乙 2025-01-01 agreement=no", "1/2"),
    ("pairs-agreed", "2025-12", "pairs 甲 2024-01-01 until=2024-12-31", "0/0"),
    # plans
    ("plan-of-year", "2025-02", "plan 2025 handed_in", "1/1"),
    ("plan-of-year", "2025-02", "plan 2025 accepted", "1/1"),
    ("plan-of-year", "2025-02", "plan 2025 returned", "0/1"),
    ("plan-of-year", "2025-02", "plan 2025 draft", "0/1"),
    ("plan-of-year", "2025-02", "plan 2024 accepted", "0/1"),
    ("plan-of-quarter", "2025-02", "plan 2025 accepted", "0/1"),
    ("plan-of-quarter", "2025-02", "plan 2025-Q1 accepted", "1/1"),
    ("plan-of-quarter", "2025-04", "plan 2025-Q1 accepted", "0/1"),
    # awards, patents, cases, projects
    ("awards", "2025-12", "results 阀 2025-03-01 level=company prize=一等奖", "1/1"),
    ("awards", "2025-12", "results 阀 2025-03-01 level=group prize=一等奖", "1/1"),
    ("awards", "2025-12", "results 阀 2025-03-01 level=unit prize=一等奖", "0/1"),
    ("awards", "2025-12", "results 阀 2025-03-01 level=company", "0/1"),
    ("awards", "2025-12", "results 阀 2024-12-31 level=city prize=一等奖", "0/1"),
    ("patents-granted", "2025-12", "patents 阀 2025-12-31", "1/1"),
    ("patents-granted", "2025-12", "patents 阀 2026-01-01", "0/1"),
    ("cases-written", "2025-06", "cases 水泵 2025-06-30", "1/1"),
    ("cases-written", "2025-12", "cases 水泵 2025-06-30", "0/1"),
    (
        "own-projects-accepted",
        "2025-12",
        "projects 阀 2024-01-01 sort=own\n  running 2024-05-01\n  accepted 2025-05-01",
        "1/1",
    ),
    ("own-projects-accepted", "2025-12", "projects 阀 2025-01-01 sort=own\n  running 2025-05-01", "0/1"),
    (
        "own-projects-accepted",
        "2025-12",
        "projects 阀 2024-01-01 sort=integrated\n  running 2024-05-01\n  accepted 2025-05-01",
        "0/1",
    ),
]


@pytest.mark.parametrize(("holding", "period", "text", "expected"), COUNTS)
def test_a_count_of_the_northwest_scheme(holding, period, text, expected):
    assert counted(NORTHWEST, text, period)[holding] == expected


AWARDED = [
    ("team", "members 甲 2025-01-01", "1/0"),
    ("duties", "members 甲 2025-01-01 duty=组长", "1/2"),
    ("duties", "members 甲 2025-01-01 duty=组长\nmembers 乙 2025-01-01 duty=记录", "2/2"),
    ("keepers", "equipment 台钻 2020-01-01 keeper=甲\nequipment 车床 2020-01-01", "1/2"),
    ("services", "equipment 台钻 2020-01-01\n  serviced 2025-05-01\nequipment 新机 2025-09-01", "2/2"),
    ("services", "equipment 台钻 2020-01-01\n  serviced 2024-12-31", "0/1"),
    ("services", "", "0/1"),
    ("plan-of-year", "plan 2025 handed_in", "1/1"),
    ("loop", "plan 2025 accepted\n  task 2025-03-31 closed proof\n  task 2025-06-30 dropped", "1/1"),
    ("loop", "plan 2025 accepted\n  task 2025-03-31 closed\n  task 2025-06-30 closed proof", "1/2"),
    ("loop", "plan 2025 accepted\n  task 2025-03-31 done proof", "0/1"),
    ("loop", "plan 2025 accepted", "0/1"),
    ("loop", "plan 2025 accepted\nplan 2025-Q1 accepted\n  task 2025-03-31 open", "0/1"),
    ("loop", "plan 2025 draft\n  task 2025-03-31 closed proof", "0/1"),
    ("budget", "budget 2025 30000 2025-01-05", "1/1"),
    ("budget", "budget 2024 30000 2024-01-05", "0/1"),
    ("spending", "spending 2025 100 2025-02-01 checked\nspending 2025 200 2025-03-01", "1/2"),
    ("spending", "", "0/1"),
    ("rule-managing", "rules A 2020-01-01 sort=running", "1/1"),
    ("rule-transfer", "rules A 2020-01-01 sort=transfer", "1/1"),
    ("activities-logged", "day 2025-03-01\nday 2024-03-01", "1/1"),
    ("results-listed", "results 阀 2025-03-01", "1/1"),
    ("proofs", "results 阀 2025-03-01 proof\nhonours 先锋 2025-03-01", "1/2"),
    ("city-awards", "honours 先锋 2025-03-01 level=city", "1/1"),
    ("city-awards", "honours 先锋 2025-03-01 level=company", "0/1"),
    ("city-awards", "results 阀 2025-03-01 level=province", "0/1"),
    ("city-awards", "results 阀 2025-03-01 level=province prize=三等奖", "1/1"),
]


@pytest.mark.parametrize(("holding", "text", "expected"), AWARDED)
def test_a_count_of_the_tongliao_scheme(holding, text, expected):
    assert counted(TONGLIAO, text, "2025")[holding] == expected


CONDITIONS = [
    # a figure of the source; what stands on the last day of the year
    ("members-counted", "2025", "members 甲 2025-01-01\nmembers 乙 2025-01-01\n  left 2025-06-30", "1/3"),
    ("members-graded", "2025", "members 甲 2025-01-01 grade=技师\nmembers 乙 2025-01-01", "1/2"),
    # no figure of the source: how much there is
    ("equipment-listed", "2025", "equipment 台钻 2020-01-01\nequipment 车床 2020-01-01", "2/0"),
    ("equipment-listed", "2025", "", "0/0"),
    ("rules-of-three", "2025", "rules A 2020-01-01 sort=transfer", "1/3 -learning-managing"),
    ("rule-on-running", "2025", "rules A 2020-01-01 sort=running", "1/1"),
    ("rule-on-running", "2025", "rules A 2020-01-01 sort=learning", "0/1"),
    ("budget-of-year", "2025", "budget 2025 20000 2025-01-05", "1/1"),
    ("activities-logged", "2025", "day 2025-03-01\nday 2025-04-01\nday 2024-03-01", "2/0"),
    ("results-recognised", "2025", "results 阀 2025-03-01 prize=一等奖", "1/1"),
    ("results-recognised", "2025", "results 阀 2024-03-01 prize=一等奖\nresults 泵 2025-03-01", "0/1"),
    ("apprentices-of-year", "2025", "pairs 甲 2025-01-01\n  result 2025-03 qualified", "1/0"),
    ("spending-checked", "2025", "", "0/0"),
    ("spending-checked", "2025", "spending 2025 100 2025-02-01 checked\nspending 2025 2 2025-03-01", "1/2"),
    # the two years of a cycle
    (
        "projects-of-cycle",
        "2024..2025",
        "projects 阀 2024-01-01\n  running 2024-02-01\n  accepted 2024-05-01",
        "1/0",
    ),
    ("awards-of-cycle", "2024..2025", "honours 先锋 2024-05-01\nresults 阀 2025-03-01", "1/0"),
    ("apprentices-of-cycle", "2024..2025", "pairs 甲 2024-01-01\n  result 2024-03 qualified", "1/0"),
]


@pytest.mark.parametrize(("holding", "period", "text", "expected"), CONDITIONS)
def test_a_count_of_the_university_scheme(holding, period, text, expected):
    assert counted(NUC, text, period)[holding] == expected


def test_the_number_of_members_is_what_the_university_asks_for_and_nothing_else_is_a_plain_count():
    """A figure answers the condition either way; conditions without a figure are for people to judge."""
    three = "\n".join(f"members {name} 2025-01-01" for name in "甲乙丙")
    period = Period.parse("2025")
    for text, figure in (("", 0), ("members 甲 2025-01-01", 1), (three, 3)):
        found = proposals(NUC, (), period, held=held(NUC, file_of(text), period))
        assert [(one.item, one.letter, one.count, one.figure) for one in found] == [
            ("8.2", "a", 1, Decimal(figure))
        ]
    assert [one.id for one in NUC.holdings if one.feeds] == ["members-counted"]


def test_every_register_of_the_university_scheme_is_looked_at_by_a_count():
    told = {register for one in NUC.holdings for register in one.registers}
    assert told == {one.id for one in NUC.registers}


QUARTERS = [
    # a month looks at the plan of its quarter, a year at all of its quarters
    ("2025-05", None, "plan 2025 accepted\nplan 2025-Q2 accepted", []),
    ("2025", None, "plan 2025 accepted\nplan 2025-Q4 accepted", ["2025-01-01", "2025-04-01", "2025-07-01"]),
    ("2025-Q3", None, "plan 2025-Q3 accepted", []),
    # of a year that runs, those that have begun
    ("2025", date(2025, 8, 1), "plan 2025-Q1 accepted", ["2025-04-01", "2025-07-01"]),
    ("2025", date(2025, 6, 30), "plan 2025-Q1 accepted\nplan 2025-Q2 handed_in", []),
    ("2025", date(2026, 3, 1), "plan 2025-Q1 accepted", ["2025-04-01", "2025-07-01", "2025-10-01"]),
]


@pytest.mark.parametrize(("period", "today", "text", "expected"), QUARTERS)
def test_quarters_without_a_plan(period, today, text, expected):
    found = held(NORTHWEST, file_of(text), Period.parse(period), today)
    lacking = [one for one in found if one.holding.id == "plan-of-quarter" and not one.met]
    assert [one.start.isoformat() for one in lacking] == expected


def test_of_a_year_that_runs_only_what_is_over_is_asked_of_the_file():
    """Cases are asked for each half-year: in August for the first; of the year itself whoever assesses it has decided."""
    period = Period.parse("2025")
    found = [one for one in held(NORTHWEST, file_of(""), period, date(2025, 8, 1)) if one.requirement]
    assert [one.holding.id for one in found if one.holding.id == "cases-written"] == ["cases-written"]
    assert "patents-granted" in {one.holding.id for one in found}
    over = held(NORTHWEST, file_of(""), period, date(2026, 1, 1))
    assert [one.holding.id for one in over].count("cases-written") == 2


@pytest.mark.parametrize(
    ("period", "today", "expected"),
    [
        ("2025", date(2025, 8, 15), 7),
        ("2025", date(2025, 1, 15), 0),
        ("2025", date(2025, 12, 31), 11),
        ("2025", date(2026, 1, 1), 12),
        ("2025-Q3", date(2025, 9, 1), 2),
        ("2025-08", date(2025, 8, 15), 1),
        ("2024..2025", date(2025, 2, 1), 13),
    ],
)
def test_months_of_a_log_that_can_be_asked_about(period, today, expected):
    """A month that still runs lacks nothing in a year, but is looked at by whoever came for that month."""
    span = Period.parse(period)
    assert sum(asked_by(each, span, today) for each in windows("month", span)) == expected


def test_three_quarters_without_a_plan_are_one_fault():
    """002 3.1 a takes points once, whether a year or a quarter is without its plan."""
    text = "plan 2025 accepted\nplan 2025-Q4 accepted"
    assert [one for one in proposed(NORTHWEST, text, "2025") if one.startswith("3.1")] == ["3.1 a×1 -5"]
    text += "".join(f"\nplan 2025-Q{number} accepted" for number in (1, 2, 3))
    assert not [one for one in proposed(NORTHWEST, text, "2025") if one.startswith("3.1")]


def test_a_cycle_asks_for_the_plans_of_both_years():
    found = held(NUC, file_of("plan 2025 accepted"), Period.parse("2024..2025"))
    both = [one for one in found if one.holding.id == "plans-of-cycle"]
    assert [(one.start.year, one.met) for one in both] == [(2024, False), (2025, True)]


def test_a_budget_that_the_coordinator_set_is_one():
    file = StandingFile(granted={2025: Decimal(30000)})
    found = {one.holding.id: one for one in held(TONGLIAO, file, Period.parse("2025"))}
    assert found["budget"].met


def test_what_is_not_over_says_nothing():
    """Awards, patents, cases and projects of the year are not asked in November."""
    assert set(counted(NORTHWEST, "", "2025-11")) == {
        "equipment-kept",
        "members-duties",
        "rules-standing",
        "rule-on-members",
        "months-qualified",
        "pairs-agreed",
        "plan-of-year",
        "plan-of-quarter",
    }
    assert "cases-written" in counted(NORTHWEST, "", "2025-06")


# --- what follows ---------------------------------------------------------------------------------

EMPTY = ["1.1 a×1 -2", "1.4 a×3 -6", "1.5 a×1 -5", "3.1 a×1 -5"]
"""What a file without any of it comes to in a month in which no year, half or quarter ends."""


def test_a_month_of_an_empty_register():
    assert proposed(NORTHWEST, "", "2025-02") == EMPTY


def test_december_of_an_empty_register():
    assert proposed(NORTHWEST, "", "2025-12") == [
        "1.1 a×1 -2",
        "1.4 a×3 -6",
        "1.5 a×1 -5",
        "2.1 a×1 -5",
        "3.1 a×1 -5",
        "3.3 e×1 -10",
        "3.3 f×1 -5",
        "4.1 a×1 -5",
        "4.2 c×1 -5",
    ]


def test_an_empty_register_earns_nothing():
    assert proposed(TONGLIAO, "", "2025") == []


def test_what_earns_is_proposed_as_met():
    text = "rules A 2020-01-01 sort=managing\nplan 2025 accepted\nmembers 甲 2025-01-01 duty=组长"
    assert proposed(TONGLIAO, text, "2025") == ["2.3 a×1 2", "2.5 a×1 4"]
    text += "\nmembers 乙 2025-01-01 duty=记录"
    assert proposed(TONGLIAO, text, "2025") == ["1.2 b×1 3", "2.3 a×1 2", "2.5 a×1 4"]


def test_both_plans_are_one_fault():
    assert [one for one in proposed(NORTHWEST, "plan 2025 accepted", "2025-02") if one.startswith("3.1")] == [
        "3.1 a×1 -5"
    ]


def test_three_unqualified_months_are_one_fault():
    text = "pairs 甲 2025-01-01" + "".join(f"\n  result 2025-0{month} unqualified" for month in (1, 2, 3))
    assert [one for one in proposed(NORTHWEST, text, "2025-Q1") if one.startswith("2.1")] == ["2.1 b×1 -2"]


JOINED = [
    # the log alone, the file alone, both, neither; the same rule never twice
    ("", [("case", "2025-08-01")], False),
    ("cases 水泵 2025-08-01", [], False),
    ("cases 水泵 2025-08-01", [("case", "2025-08-01")], False),
    ("cases 水泵 2025-08-01", [("theory", "2025-08-01")], False),
    ("", [("theory", "2025-08-01")], True),
    ("cases 水泵 2025-03-01", [("case", "2025-03-01"), ("theory", "2025-08-01")], True),
]


@pytest.mark.parametrize(("text", "entries", "asked"), JOINED)
def test_a_case_that_either_knows_is_no_fault(text, entries, asked):
    found = proposed(NORTHWEST, text, "2025-12", entries)
    assert found.count("4.1 a×1 -5") == asked


def test_a_log_without_lessons_says_so_although_there_is_a_file():
    found = proposed(NORTHWEST, "", "2025-12", [("case", "2025-08-01")])
    assert "2.2 a×2 -10" in found


def test_without_a_log_no_lesson_is_missing():
    assert not [one for one in proposed(NORTHWEST, "", "2025-12") if one.startswith("2.2")]


def test_what_both_have_is_counted_once():
    """The greater of both, never the sum: an award in the log and in the register is one award."""
    span = Period.parse("2025-12")
    stands = standing(NORTHWEST, [], span, today=span.end)
    file = file_of("results A 2025-03-01 level=city prize=一\nresults B 2025-03-01 level=city prize=二")
    both, alone = joined(stands, held(NORTHWEST, file, span), log=True)
    award = next(one for one in both if one.requirement.id == "award-year")
    assert (award.done, award.held, award.missing) == (Decimal(0), Decimal(2), Decimal(0))
    assert all(one.requirement is None for one in alone)


def test_a_ruling_that_cuts_a_requirement_off_takes_the_files_part_along():
    cut = NORTHWEST.model_copy(
        update={
            "requirements": tuple(
                one.model_copy(update={"feeds": None}) if one.id == "case-half" else one
                for one in NORTHWEST.requirements
            )
        }
    )
    assert "4.1 a×1 -5" not in proposed(cut, "", "2025-12")


# --- months of a pair -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("pairs 甲 2025-11-15", "2026-01-31", ("2025-11", "2025-12", "2026-01")),
        ("pairs 甲 2025-11-15 until=2025-12-01", "2026-01-31", ("2025-11", "2025-12")),
        ("pairs 甲 2025-11-15\n  result 2025-12 qualified", "2025-12-31", ("2025-11",)),
        ("pairs 甲 2026-02-01", "2025-12-31", ()),
    ],
)
def test_months_without_a_result(text, end, expected):
    assert owed_months(file_of(text).entries[0], date.fromisoformat(end)) == expected


# --- the scheme -----------------------------------------------------------------------------------


def holding(**said):
    whole = {"id": "x", "registers": ("rules",), "test": "kept", "title": "x", "unit": "x", "feeds": "1.1 a"}
    return Holding.model_validate({**whole, **said})


WRONG = [
    ({"registers": ("nothing",)}, "holding_register"),
    ({"registers": ()}, "holding_wants"),
    ({"test": "filled"}, "holding_wants"),
    ({"test": "planned"}, "holding_wants"),
    ({"feeds": None}, "holding_place"),
    ({"at": "1.1"}, "holding_place"),
    ({"feeds": None, "at": "9.9"}, "holding_rule"),
    ({"feeds": "1.1 z"}, "holding_rule"),
    ({"feeds": "5.5 a"}, "holding_kind"),
    ({"feeds": "6.2 a"}, "holding_kind"),
    ({"feeds": None, "requirement": "nothing"}, "holding_requirement"),
]


@pytest.mark.parametrize(("said", "code"), WRONG)
def test_a_mistake_of_an_author_is_named(said, code):
    rubric = NORTHWEST.model_copy(update={"holdings": (holding(**said),)})
    assert [one.code for one in check.check(rubric)] == [code]


def test_what_is_right_has_no_problem():
    rubric = NORTHWEST.model_copy(update={"holdings": (holding(), holding(test="logged", registers=()))})
    assert list(check.check(rubric)) == []
