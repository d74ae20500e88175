"""Outcomes: lines of totals and facts, and what is said of every period.

A line of an answer is PERIOD TOTAL VERDICT, then what falls due behind ` + ` (who what amount), then what people have
to decide behind ` ? `.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from rubrics.consequences import fund_of
from rubrics.entry_totals import read_totals
from rubrics.files import latest
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.points import show
from rubrics.problems import Refused
from rubrics.totals import Given
from tests.kit.tiny import tiny

TONGLIAO, NORTHWEST = latest("tongliao-2020"), latest("northwest-2025")

REWARD = " + 创新工作室成员 绩效考核工资 1000元"
FUND = " + 创新工作室 年度专项经费 -20%"
BELOW = f"85分以下{FUND} + 创新工作室领衔人 绩效考核工资 -200元"
TWICE = (
    f"连续两个季度85分以下{FUND} + 创新工作室领衔人 绩效考核工资 -500元"
    " + 所在单位党政负责人 绩效考核工资 -300元/人 + 分管专业副总工程师 约谈"
)
ROW_UNKNOWN = " ? outcome_row_unknown"
WITHDRAWN = "建议摘牌 + 职工创新工作室 摘牌"


def told(rubric, text, fund=None, rulings=None):
    """One line for every period."""
    reading = read_totals(text.replace("; ", "\n"), rubric)
    assert not reading.problems
    return [
        line(one) for one in outcomes(rubric, reading.given, fund=fund and fund_of(fund), rulings=rulings)
    ]


def line(outcome):
    average = "-" if outcome.average is None else show(outcome.average)
    said = "; ".join(one.verdict for one in outcome.verdicts) or "-"
    head = f"{outcome.period} {average} {said}"
    return "".join(
        [
            head,
            *(f" + {falls(one)}" for one in outcome.consequences),
            *(f" ? {one.code}" for one in outcome.open),
        ]
    )


def falls(due):
    one = due.consequence
    amount = "" if due.amount is None else f" {show(due.amount)}{due.unit}"
    return f"{one.who} {one.what}{amount}{'/人' if one.per == 'head' else ''}"


# --- northwest: quarters -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("2025-01 92; 2025-02 88; 2025-03 90", [f"2025-Q1 90 奖励{REWARD}"]),
        ("2025-01 85; 2025-02 85; 2025-03 84.9", [f"2025-Q1 84.96 {BELOW}"]),
        ("2025-Q1 90", [f"2025-Q1 90 奖励{REWARD}"]),
        ("2025-Q1 89.999999", ["2025-Q1 89.99 不奖不罚"]),
        ("2025-01 90; 2025-02 90; 2025-03 89.999999", ["2025-Q1 89.99 不奖不罚"]),
        ("2025-Q1 85", ["2025-Q1 85 不奖不罚"]),
        ("2025-Q1 84.999999", [f"2025-Q1 84.99 {BELOW}"]),
        ("2025-01 100; 2025-02 100; 2025-03 55", ["2025-Q1 85 不奖不罚"]),
        ("2025-Q1 0", [f"2025-Q1 0 {BELOW}"]),
        ("2025-Q1 100", [f"2025-Q1 100 奖励{REWARD}"]),
    ],
)
def test_quarter_is_the_exact_mean_of_its_months_and_compared_unrounded(lines, expected):
    assert told(NORTHWEST, lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "2024-Q4 84; 2025-01 85; 2025-02 85; 2025-03 84.9",
            [f"2024-Q4 84 {BELOW}", f"2025-Q1 84.96 {TWICE}"],
        ),
        (
            "2025-Q1 84; 2025-Q2 84; 2025-Q3 84; 2025-Q4 85; 2026-Q1 84",
            [
                f"2025-Q1 84 {BELOW}",
                f"2025-Q2 84 {TWICE}",
                f"2025-Q3 84 {TWICE}",
                "2025-Q4 85 不奖不罚",
                f"2026-Q1 84 {BELOW}",
            ],
        ),
        (
            "2025-Q2 84; 2025-Q1 84",
            [f"2025-Q1 84 {BELOW}", f"2025-Q2 84 {TWICE}"],
        ),
    ],
)
def test_second_quarter_in_a_row_also_over_new_year_and_every_one_after_it(lines, expected):
    assert told(NORTHWEST, lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("2025-01 92; 2025-03 90", ["2025-Q1 - - ? outcome_incomplete"]),
        (
            "2025-Q1 84; 2025-04 80; 2025-Q3 84",
            [
                f"2025-Q1 84 {BELOW}",
                "2025-Q2 - - ? outcome_incomplete",
                f"2025-Q3 84 {BELOW}{ROW_UNKNOWN}",
            ],
        ),
        ("2025-Q1 84; 2025-Q3 84", [f"2025-Q1 84 {BELOW}", f"2025-Q3 84 {BELOW}{ROW_UNKNOWN}"]),
        ("2025-Q1 84; 2025-Q3 85", [f"2025-Q1 84 {BELOW}", "2025-Q3 85 不奖不罚"]),
        ("2024-12 80; 2025-Q1 84", ["2024-Q4 - - ? outcome_incomplete", f"2025-Q1 84 {BELOW}{ROW_UNKNOWN}"]),
    ],
)
def test_hole_has_no_verdict_and_leaves_a_row_behind_it_open(lines, expected):
    assert told(NORTHWEST, lines) == expected


def test_what_is_missing_is_named():
    (outcome,) = outcomes(NORTHWEST, [Given(Period.parse("2025-05"), Decimal(90))])
    assert outcome.incomplete
    assert outcome.needs_decision
    assert (outcome.exact, outcome.average) == (None, None)
    assert outcome.open[0].params == {"period": "2025-Q2", "missing": ("2025-04", "2025-06")}


def test_share_of_a_known_fund_is_its_exact_product():
    assert " + 创新工作室 年度专项经费 -6000元 + " in told(NORTHWEST, "2025-Q1 84", "30000")[0]
    assert " 年度专项经费 -6666.67元 " in told(NORTHWEST, "2025-Q1 84", "33333.35")[0]
    assert " 年度专项经费 0元 " in told(NORTHWEST, "2025-Q1 84", "0")[0]


def test_every_verdict_and_amount_has_its_clause():
    *_, second = outcomes(NORTHWEST, read_totals("2024-Q4 84\n2025-Q1 84", NORTHWEST).given)
    assert [clause.id for clause in second.clauses] == ["quarter-below-85", "two-quarters-below-85"]
    assert [due.clause for due in second.consequences] == [
        "quarter-below-85",
        "two-quarters-below-85",
        "two-quarters-below-85",
        "two-quarters-below-85",
    ]


def test_mean_is_kept_as_a_fraction():
    totals = zip(Period.parse("2025-Q1").split("month"), ("85", "85", "84.9"), strict=True)
    (outcome,) = outcomes(NORTHWEST, [Given(month, Decimal(total)) for month, total in totals])
    assert outcome.exact == Fraction(2549, 30)


# --- northwest: facts of a year ------------------------------------------------------------------

PLAQUE_OR_LEADER = " + 创新工作室 摘牌 + 创新工作室领衔人 更换创新工作室领衔人"
UNIT_500 = " + 所在单位党政负责人 绩效考核工资 -500元/人"
LAST = " + 所在单位党政负责人 绩效考核工资 -1000元/人 + 相关专业副总工程师 问责"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "2025 - 任务未完成",
            (
                f"2025 - 建议摘牌或更换领衔人{PLAQUE_OR_LEADER} + 创新工作室领衔人 绩效考核工资 -1000元"
                f" + 创新工作室领衔人 年薪 -10%{UNIT_500} ? outcome_choice ? outcome_choice"
            ),
        ),
        (
            "2025 - unfinished ineffective master-craftsman",
            f"2025 - 建议摘牌或更换领衔人{PLAQUE_OR_LEADER} + 创新工作室领衔人 年薪 -10%{UNIT_500} ? outcome_choice",
        ),
        (
            "2025 - 上级表彰",
            (
                "2025 - 上级表彰 + 创新工作室领衔人 当月绩效考核工资 2000元/人"
                " + 所在单位党政负责人 当月绩效考核工资 2000元/人"
            ),
        ),
        (
            "2025 - 考核末尾",
            (
                "2025 - 集团公司年度考核末尾或被摘牌 + 创新工作室领衔人 绩效考核工资 -1000元/人"
                f" + 创新工作室领衔人 年薪 -20%{LAST} ? outcome_choice"
            ),
        ),
        (
            "2025 - 被摘牌; 2025 - master-craftsman",
            f"2025 - 集团公司年度考核末尾或被摘牌 + 创新工作室领衔人 年薪 -20%{LAST}",
        ),
        (
            "2025 - 升级",
            (
                "2025 - 成功升级 + 创新工作室领衔人 绩效考核工资 2000元"
                " + 所在单位党政负责人 绩效考核工资 1000元/人 + 工作室成员 绩效考核工资 500元/人"
            ),
        ),
        ("2025 - master-craftsman", "2025 - -"),
    ],
)
def test_facts_of_a_year_have_their_consequences_with_alternatives_and_shares(lines, expected):
    assert told(NORTHWEST, lines) == [expected]


def test_two_facts_with_the_same_amount_both_count_and_the_quarter_before_the_year_comes_first():
    quarter, year = told(NORTHWEST, "2025 - 上级表彰 升级; 2025-Q4 87")
    assert quarter == "2025-Q4 87 不奖不罚"
    assert year.startswith("2025 - 上级表彰; 成功升级 + ")
    assert year.count(" 2000元") == 3


# --- tongliao ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("2023 71 no-results", ["2023 71 保留"]),
        ("2023 60.000001", ["2023 60.01 保留"]),
        ("2023 59.99", [f"2023 59.99 {WITHDRAWN}"]),
        ("2023 60", ["2023 60 待定 ? outcome_undecided"]),
        (
            "2021 70 no-results; 2022 - no-results; 2023 71 没有创新成果; 2024 71 no-results",
            ["2021 70 保留", "2022 - -", f"2023 71 {WITHDRAWN}", f"2024 71 {WITHDRAWN}"],
        ),
        (
            "2021 70 no-results; 2022 70; 2023 70 no-results; 2024 70 no-results",
            ["2021 70 保留", "2022 70 保留", "2023 70 保留", "2024 70 保留"],
        ),
        (
            "2021 70 no-results; 2023 70 no-results; 2024 70 no-results; 2025 70 no-results",
            [
                "2021 70 保留",
                f"2023 70 保留{ROW_UNKNOWN}",
                f"2024 70 保留{ROW_UNKNOWN}",
                f"2025 70 {WITHDRAWN}",
            ],
        ),
        (
            "2021 70 no-results; 2022 70 no-results; 2023 60 no-results",
            ["2021 70 保留", "2022 70 保留", f"2023 60 {WITHDRAWN}"],
        ),
        (
            "2021 70 no-results; 2022 70 no-results; 2023 50 no-results",
            ["2021 70 保留", "2022 70 保留", "2023 50 建议摘牌; 建议摘牌 + 职工创新工作室 摘牌"],
        ),
    ],
)
def test_tongliao_below_60_exactly_60_and_three_years_without_results(lines, expected):
    assert told(TONGLIAO, lines) == expected


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("undecided", "2023 60 待定 ? outcome_undecided"),
        ("withdraw", f"2023 60 {WITHDRAWN}"),
        ("keep", "2023 60 保留"),
    ],
)
def test_ruling_says_what_exactly_60_is(option, expected):
    assert told(TONGLIAO, "2023 60", rulings={"exactly-60": option}) == [expected]
    assert told(TONGLIAO, "2023 60.01", rulings={"exactly-60": option}) == ["2023 60.01 保留"]


# --- what no shipped scheme has ------------------------------------------------------------------


def small(**outcomes):
    item = {"no": "1.1", "points": 100, "rules": [{"letter": "a", "kind": "once", "points": 5}]}
    periods = ("month", "quarter", "year")
    rulings = [
        {
            "id": "edge",
            "question": "如何",
            "options": [{"id": "up", "text": "上"}, {"id": "ask", "text": "再议"}],
            "shipped": "ask",
            "assumed": True,
            "reason": "无",
        }
    ]
    return tiny([item], periods=periods, outcomes=outcomes, rulings=rulings)


def one_band(band_id, **ends):
    return {"id": band_id, "verdict": band_id, "clause": "any", **ends}


def test_year_may_be_the_mean_of_quarters_which_are_means_of_months():
    rubric = small(
        scales=[
            {"period": "quarter", "mean_of": "month", "bands": [one_band("q")]},
            {"period": "year", "mean_of": "quarter", "bands": [one_band("low", below=80), one_band("high", at_least=80)]},
        ]
    )  # fmt: skip
    lines = "2025-01 80; 2025-02 80; 2025-03 79; 2025-Q2 80; 2025-Q3 80; 2025-Q4 80"
    assert told(rubric, lines)[-1] == "2025 79.91 low"
    assert told(rubric, lines.replace("2025-Q2 80; ", ""))[-1] == "2025 - - ? outcome_incomplete"
    both = [Given(Period.parse(text), Decimal(80)) for text in ("2025", "2025-07")]
    with pytest.raises(Refused) as refused:
        outcomes(rubric, both)
    assert refused.value.problem.params == {"period": "2025-07", "others": ("2025",)}


def test_row_of_a_band_that_a_ruling_may_yet_make_is_not_known():
    rubric = small(
        scales=[
            {
                "period": "year",
                "bands": [
                    one_band("low", below=60),
                    one_band(
                        "edge",
                        at_least=60,
                        at_most=60,
                        ruled_by="edge",
                        decisions=[{"option": "up", "band": "high"}],
                    ),
                    one_band("high", above=60),
                ],
            }
        ],
        occasions=[
            {
                "id": "twice",
                "period": "year",
                "bands": ["high"],
                "in_a_row": 2,
                "verdict": "twice",
                "clause": "any",
            }
        ],
    )
    lines = "2024 60; 2025 61"
    assert told(rubric, lines)[1] == "2025 61 high ? outcome_row_unknown"
    assert told(rubric, lines, rulings={"edge": "up"}) == ["2024 60 high", "2025 61 high; twice"]
    assert told(rubric, "2024 59; 2025 61")[1] == "2025 61 high"


def test_cycle_has_a_verdict_of_its_own_and_a_fact_outside_a_choice_needs_its_fact():
    bonus = {"who": "工作室", "what": "奖励经费", "amount": 10000, "unit": "元", "given": "named"}
    rubric = small(
        scales=[{"period": "cycle", "bands": [{**one_band("all"), "consequences": [bonus]}]}],
        facts=[{"id": "named", "period": "cycle", "title": "复核优秀"}],
    )
    assert told(rubric, "2024..2025 80") == ["2024..2025 80 all"]
    assert told(rubric, "2024..2025 80 复核优秀") == ["2024..2025 80 all + 工作室 奖励经费 10000元"]


# --- refused -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([("2025-Q1", 90, ()), ("2025-02", 90, ())], "total_and_its_part"),
        ([("2025-02", 90, ()), ("2025-Q1", 90, ())], "total_and_its_part"),
        ([("2025-Q1", 90, ()), ("2025-Q1", 90, ())], "total_twice"),
        ([("2025", 90, ())], "total_not_judged"),
        ([("2025-H1", 90, ())], "total_not_judged"),
        ([("2025-Q1", "100.01", ())], "total_out_of_range"),
        ([("2025-Q1", -1, ())], "total_out_of_range"),
        ([("2025", None, ("promoted",))], "fact_not_listed"),
        ([("2025-Q1", 90, ("upgraded",))], "fact_of_other_period"),
    ],
)
def test_what_cannot_be_judged_is_refused(given, code):
    totals = [
        Given(Period.parse(period), None if total is None else Decimal(total), facts)
        for period, total, facts in given
    ]
    with pytest.raises(Refused) as refused:
        outcomes(NORTHWEST, totals)
    assert refused.value.problem.code == code


def test_scheme_that_says_nothing_about_outcomes_is_refused():
    rubric = tiny([{"no": "1.1", "points": "1", "rules": [{"letter": "a", "kind": "award", "points": 1}]}])
    with pytest.raises(Refused) as refused:
        outcomes(rubric, [])
    assert refused.value.problem.code == "outcomes_none"


def test_nothing_given_is_nothing_said():
    assert outcomes(NORTHWEST, []) == ()
