"""Readings of what follows, ruled otherwise: rows, alternatives, the fund, lines that a unit draws, the naming.

A line of an answer is PERIOD TOTAL VERDICT, then what falls due behind ` + `, then what people have to decide behind ` ? `.
"""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.checks import check
from rubrics.entry_totals import read_totals
from rubrics.outcome_json import outcome_json
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.points import show
from rubrics.totals import Given
from tests.kit.tiny import tiny

ITEM = {
    "no": "1.1",
    "points": 100,
    "content": "甲",
    "rules": [{"letter": "a", "kind": "once", "points": 5, "quote": "甲"}],
}
CLAUSE = {"id": "any", "quote": "罚款、经费、奖金、约谈"}


def scheme(rulings=(), periods=("month", "quarter", "year", "cycle"), **rules):
    return tiny([ITEM], periods=periods, clauses=[CLAUSE], outcomes=rules, rulings=rulings)


def ruling(name, *options, **fields):
    said = {"id": name, "question": f"{name}如何", "assumed": True, "reason": "无"}
    return {**said, "options": [{"id": option, "text": option, "changes": list(changes)} for option, *changes in options], "shipped": options[0][0] if options else None, **fields}  # fmt: skip


def line_of(name, suggested, *changes):
    value = {"least": 0, "most": 100, "unit": "分", "suggested": suggested}
    return ruling(name, value=value, changes=list(changes))


def band(name, *falls, **ends):
    return {"id": name, "verdict": name, "clause": "any", "consequences": list(falls), **ends}


def falls(what, amount=None, **fields):
    money = {} if amount is None else {"amount": amount, "unit": "元"}
    return {"who": "人", "what": what, **money, **fields}


def row(name, **fields):
    return {"id": name, "verdict": name, "clause": "any", "period": "quarter", **fields}


def told(rubric, text, money=None, named=None, **rulings):
    reading = read_totals(text.replace("; ", "\n"), rubric)
    assert not reading.problems, reading.problems
    named = Period.parse(named) if named else reading.named
    answers = {name.replace("_", "-"): answer for name, answer in rulings.items()}
    found = outcomes(rubric, reading.given, fund=money and Decimal(money), rulings=answers, named=named)
    return [line(one) for one in found]


def line(one):
    figure = "-" if one.average is None else show(one.average)
    head = f"{one.period} {figure} {'; '.join(each.verdict for each in one.verdicts) or '-'}"
    due = (
        f" + {each.consequence.what}"
        + ("" if each.amount is None else f" {show(each.amount)}{each.unit}")
        + ("/人" if each.consequence.per == "head" else "")
        for each in one.consequences
    )
    return "".join([head, *due, *(f" ? {each.code}" for each in one.open)])


# --- quarters in a row, the fund, what replaces what ------------------------------------------------

LOW = scheme(
    rulings=[
        ruling("leader", ("instead",), ("also", {"consequence": "again", "set": {"replaces": None}})),
        ruling(
            "fund",
            ("again",),
            ("rest", {"consequence": "cut", "set": {"of": "rest"}}),
            ("once", {"consequence": "cut", "set": {"once_a": "year"}}),
        ),
        ruling("third", ("on",), ("anew", {"occasion": "twice", "set": {"anew": True}})),
        ruling("new-year", ("over",), ("within", {"occasion": "twice", "set": {"within": "year"}})),
        ruling("heads", ("each",), ("together", {"consequence": "heads", "set": {"per": "lump"}})),
        ruling("prize", ("lump",), ("head", {"consequence": "prize", "set": {"per": "head"}})),
    ],
    scales=[
        {
            "period": "quarter",
            "mean_of": "month",
            "bands": [
                band("high", falls("奖金", 1000, id="prize"), at_least=90),
                band("middle", at_least=85, below=90),
                band(
                    "low",
                    falls("经费", share=-20, of="fund", unit="元", id="cut"),
                    falls("罚款", -200, id="once"),
                    below=85,
                ),
            ],
        }
    ],
    occasions=[
        row(
            "twice",
            bands=["low"],
            in_a_row=2,
            supersedes=["low"],
            consequences=[
                falls("罚款", -500, id="again", replaces="once"),
                falls("罚款", -300, id="heads", per="head"),
                falls("约谈"),
            ],
        )
    ],
)
OPTIONS = {one.id: [option.id for option in one.options] for one in LOW.rulings}


def test_the_scheme_of_these_tests_is_sound_under_every_answer():
    assert [one for one in check(LOW) if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ({}, "2025-Q2 84 twice + 经费 -6000元 + 罚款 -500元 + 罚款 -300元/人 + 约谈"),
        (
            {"leader": "also"},
            "2025-Q2 84 twice + 经费 -6000元 + 罚款 -200元 + 罚款 -500元 + 罚款 -300元/人 + 约谈",
        ),
        ({"fund": "rest"}, "2025-Q2 84 twice + 经费 -4800元 + 罚款 -500元 + 罚款 -300元/人 + 约谈"),
        ({"fund": "once"}, "2025-Q2 84 twice + 罚款 -500元 + 罚款 -300元/人 + 约谈"),
        ({"heads": "together"}, "2025-Q2 84 twice + 经费 -6000元 + 罚款 -500元 + 罚款 -300元 + 约谈"),
    ],
)
def test_second_quarter_below_85_under_each_ruling(rulings, expected):
    assert told(LOW, "2025-Q1 84; 2025-Q2 84", 30000, **rulings)[1] == expected


@pytest.mark.parametrize(
    ("rulings", "rows"),
    [
        ({}, "low twice twice twice twice twice"),
        ({"third": "anew"}, "low twice low twice low twice"),
        ({"new_year": "within"}, "low twice low twice twice twice"),
        ({"third": "anew", "new_year": "within"}, "low twice low twice low twice"),
    ],
)
def test_rows_go_on_or_begin_anew_and_reach_over_new_year_or_not(rulings, rows):
    quarters = ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]
    found = told(LOW, "; ".join(f"{quarter} 80" for quarter in quarters), **rulings)
    assert [one.split()[2] for one in found] == rows.split()


def test_a_hole_makes_a_row_that_begins_anew_unknown_as_well():
    lines = "2025-Q1 80; 2025-04 80; 2025-Q3 80"
    assert told(LOW, lines, third="anew")[-1].endswith("罚款 -200元 ? outcome_row_unknown")
    assert told(LOW, f"2024-Q4 90; {lines}")[-1].endswith("罚款 -200元 ? outcome_row_unknown")
    assert (
        told(LOW, "2025-Q1 90; 2025-04 80; 2025-Q3 90", third="anew")[-1] == "2025-Q3 90 high + 奖金 1000元"
    )


def test_a_prize_is_a_lump_sum_or_for_each_member():
    assert told(LOW, "2025-Q1 90") == ["2025-Q1 90 high + 奖金 1000元"]
    assert told(LOW, "2025-Q1 90", prize="head") == ["2025-Q1 90 high + 奖金 1000元/人"]


def test_what_is_left_of_the_fund_is_each_years_own_and_a_share_stays_a_share_without_it():
    lines = "2024-Q4 80; 2025-Q1 80; 2025-Q3 80; 2025-Q2 88; 2025-Q4 80"
    cuts = [
        one.split("经费 ")[1].split(" ")[0] for one in told(LOW, lines, 10000, fund="rest") if "经费" in one
    ]
    assert cuts == ["-2000元"] * 2 + ["-1600元", "-1280元"]
    assert told(LOW, "2025-Q1 80; 2025-Q2 80", fund="rest")[1].startswith("2025-Q2 80 twice + 经费 -20%")


def test_an_unknown_earlier_quarter_makes_the_rest_uncertain_and_is_said():
    assert told(LOW, "2025-Q1 88; 2025-05 80; 2025-Q3 80", 30000, fund="once")[2].endswith(
        " ? outcome_row_unknown ? outcome_earlier_unknown"
    )
    assert "outcome_earlier_unknown" not in told(LOW, "2025-Q2 88; 2025-Q3 80", 30000, fund="once")[1]
    assert "outcome_earlier_unknown" not in told(LOW, "2025-Q1 88; 2025-05 80; 2025-Q3 80", 30000)[2]


NEAR = st.one_of(st.integers(0, 100), st.sampled_from([84, 85, 86, 89, 90])).map(Decimal)
ANSWERS = st.fixed_dictionaries({name: st.sampled_from(options) for name, options in OPTIONS.items()})


def by_hand(totals, answers, fund):
    """What the leader pays and what the fund loses, quarter by quarter, in plain sums."""
    length, left, year, cut_this_year = 0, fund, None, False
    for nth, total in enumerate(totals):
        now = 2024 + nth // 4
        if now != year:
            year, left, cut_this_year = now, fund, False
            if answers["new-year"] == "within":
                length = 0
        if total >= 85:
            length = 0
            yield [], 0
            continue
        length += 1
        second = length % 2 == 0 if answers["third"] == "anew" else length >= 2
        paid = [-500] if second and answers["leader"] == "instead" else [-200, -500] if second else [-200]
        base = left if answers["fund"] == "rest" else fund
        cut = 0 if answers["fund"] == "once" and cut_this_year else base / 5
        cut_this_year, left = True, left - cut
        yield paid, -cut


@given(st.lists(NEAR, min_size=1, max_size=12), ANSWERS)
def test_all_readings_together_come_to_what_plain_sums_come_to(totals, answers):
    start = Period.parse("2024-Q1")
    given_, period = [], start
    for total in totals:
        given_.append(Given(period, total))
        period = Period.holding("quarter", _day_after(period))
    found = outcomes(LOW, given_, fund=Decimal(30000), rulings=answers)
    for one, (paid, cut) in zip(found, by_hand(totals, answers, Fraction(30000)), strict=True):
        assert not one.needs_decision
        leader = [due.amount for due in one.consequences if due.consequence.id in {"once", "again"}]
        fund = [due.amount for due in one.consequences if due.consequence.id == "cut"]
        assert leader == paid
        assert sum((Fraction(amount) for amount in fund if amount is not None), Fraction(0)) == cut


def _day_after(period):
    return period.end.fromordinal(period.end.toordinal() + 1)


# --- lines that a unit draws before the first use -----------------------------------------------------

DRAWN = scheme(
    rulings=[
        line_of(
            "excellent",
            90,
            {"band": "excellent", "set": {"at_least": "$value"}},
            {"band": "passed", "set": {"below": "$value"}},
        ),
        line_of(
            "failing",
            60,
            {"band": "passed", "set": {"at_least": "$value"}},
            {"band": "failed", "set": {"below": "$value"}},
        ),
    ],
    scales=[
        {
            "period": "cycle",
            "bands": [band("excellent", falls("奖金", 10000)), band("passed"), band("failed", falls("约谈"))],
        }
    ],
    occasions=[row("fell", period="cycle", bands=["failed"], in_a_row=2)],
)


def test_until_both_lines_are_drawn_nothing_is_decided_and_what_is_suggested_is_said():
    assert [one for one in check(DRAWN) if one.severity == "error"] == []
    waiting = " ? outcome_line_wanted"
    assert told(DRAWN, "2024..2025 95") == [f"2024..2025 95 -{waiting}{waiting}"]
    assert told(DRAWN, "2024..2025 95", excellent="90") == [f"2024..2025 95 -{waiting}"]
    (one,) = outcomes(DRAWN, read_totals("2024..2025 95", DRAWN).given)
    assert [why.params["suggested"] for why in one.open] == ["90 分", "60 分"]
    assert outcome_json(DRAWN, one)["verdict"] is None
    assert outcome_json(DRAWN, one)["needs_decision"]


@given(st.fractions(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_lines_once_drawn_hold_exactly(figure, one, other):
    failing, excellent = sorted((one, other))
    if failing == excellent:
        return
    period = Period.parse("2024..2025")
    answers = {"excellent": str(excellent), "failing": str(failing)}
    (found,) = outcomes(DRAWN, [Given(period, figure)], rulings=answers)
    expected = "excellent" if figure >= excellent else "passed" if figure >= failing else "failed"
    assert [each.id for each in found.verdicts] == [expected]
    assert found.average is not None
    for edge in (failing, excellent):
        assert (found.average >= edge) == (figure >= edge)


def test_an_earlier_cycle_without_lines_asks_for_the_lines_only():
    waiting = " ? outcome_line_wanted"
    assert told(DRAWN, "2022..2023 50; 2024..2025 50")[1] == f"2024..2025 50 -{waiting}{waiting}"
    drawn = told(DRAWN, "2022..2023 50; 2024..2025 50", excellent="90", failing="60")
    assert drawn[1] == "2024..2025 50 failed; fell + 约谈"


def test_a_figure_is_not_cut_while_nobody_knows_which_line_it_could_cross():
    (one,) = outcomes(DRAWN, [Given(Period.parse("2024..2025"), Fraction(2549, 30))])
    assert (one.average, one.exact) == (None, Fraction(2549, 30))


# --- years without results, counted from the naming -----------------------------------------------------

NAMED = scheme(
    rulings=[
        ruling(
            "first-year", ("whole",), ("naming", {"occasion": "cancelled", "set": {"counted_from": "naming"}})
        )
    ],
    facts=[{"id": "no-results", "period": "year", "title": "没有成果"}],
    occasions=[
        row("cancelled", period="year", facts=["no-results"], in_a_row=3, counted_from="after_naming"),
    ],
)


def idle(*years):
    return "; ".join(f"{year} - no-results" for year in years)


@pytest.mark.parametrize(
    ("named", "ruled", "cancelled"),
    [
        ("2021-05", "whole", [2024, 2025]),
        ("2021-05", "naming", [2023, 2024, 2025]),
        ("2021-01", "whole", [2024, 2025]),
        ("2020-12", "whole", [2023, 2024, 2025]),
        ("2023-02", "whole", []),
        ("2023-02", "naming", [2025]),
        ("2022", "naming", [2024, 2025]),
        ("2022", "whole", [2025]),
    ],
)
def test_three_years_without_results_count_from_the_naming(named, ruled, cancelled):
    lines = idle(2021, 2022, 2023, 2024, 2025)
    found = told(NAMED, lines, named=named, first_year=ruled)
    assert [int(one[:4]) for one in found if one.endswith("cancelled")] == cancelled
    assert found == told(NAMED, f"named {named}; {lines}", first_year=ruled)
    assert not any("?" in one for one in found)


def test_without_the_naming_it_is_asked_for_only_where_it_would_matter():
    assert told(NAMED, idle(2021, 2022, 2023)) == [
        "2021 - -",
        "2022 - -",
        "2023 - - ? outcome_naming_wanted",
    ]


def test_a_year_of_which_nothing_is_known_is_a_hole_and_one_without_the_fact_is_none():
    assert told(NAMED, idle(2021, 2023, 2024), named="2019-01")[-1] == "2024 - - ? outcome_row_unknown"
    found = told(NAMED, f"{idle(2021, 2023, 2024)}; 2022 - none", named="2019-01")
    assert found == ["2021 - -", "2022 - -", "2023 - -", "2024 - -"]


@given(st.lists(st.booleans(), min_size=1, max_size=9), st.integers(2008, 2022), st.integers(1, 12))
def test_years_counted_from_the_naming_are_counted_one_by_one(years, year, month):
    given_ = [
        Given(Period.parse(str(2010 + nth)), None, ("no-results",) if is_idle else ())
        for nth, is_idle in enumerate(years)
    ]
    length = 0
    found = outcomes(NAMED, given_, named=Period.parse(f"{year}-{month:02}"))
    assert len(found) == len(years)
    for nth, (one, is_idle) in enumerate(zip(found, years, strict=True)):
        length = length + 1 if is_idle and 2010 + nth > year else 0
        assert bool(one.verdicts) == (length >= 3)


# --- what the coordinator decided for a period with parts missing -----------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("2025-01 92; 2025-03 84", "2025-Q1 - - ? outcome_incomplete"),
        ("2025-01 92; 2025-03 84; 2025-Q1 84.5 decided 停产", "2025-Q1 84.5 low + 经费 -20% + 罚款 -200元"),
        ("2025-01 92; 2025-03 84; 2025-Q1 mean decided 停产", "2025-Q1 88 middle"),
        ("2025-01 92; 2025-03 84; 2025-Q1 - decided 停产", "2025-Q1 - -"),
        ("2025-Q1 86 decided 停产", "2025-Q1 86 middle"),
        ("2025-Q1 86 decided 停产; 2025-01 92; 2025-03 84", "2025-Q1 86 middle"),
        ("2025-01 92; 2025-02 90 decided 停产; 2025-03 84", "2025-Q1 88.66 middle"),
    ],
)
def test_incomplete_quarter_is_judged_as_decided(lines, expected):
    assert told(LOW, lines)[-1] == expected


def test_what_was_decided_counts_in_a_row_and_no_verdict_interrupts_it():
    low, gap = "2025-Q1 80; 2025-04 80; ", "; 2025-Q3 80"
    assert told(LOW, f"{low}2025-Q2 80 decided 停产{gap}")[-1].startswith("2025-Q3 80 twice")
    assert told(LOW, f"{low}2025-Q2 mean decided 停产{gap}")[1].startswith("2025-Q2 80 twice")
    assert told(LOW, f"{low}2025-Q2 - decided 停产{gap}")[-1].startswith("2025-Q3 80 low")
    assert told(LOW, f"{low}2025-Q2 - decided 停产{gap}")[-1].count("?") == 0


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("2025-01 92\n2025-02 92\n2025-03 92\n2025-Q1 84 decided 停产", "decided_needlessly"),
        ("2025-Q1 mean decided 停产", "decided_mean_of_nothing"),
        ("2025-01 mean decided 停产", "decided_mean_of_nothing"),
        ("2025-01 92\n2025-Q1 84 decided", "decided_reason_missing"),
        ("2025-01 92\n2025-Q1 84 decided ：", "decided_reason_missing"),
        ("2025-01 92\n2025-Q1 mean", "decided_reason_missing"),
        ("2025-01 92\n2025-Q1 decided 停产", "total_missing"),
        ("2025-01 92\n2025-Q1 101 decided 停产", "total_out_of_range"),
        ("2025-Q1 84 decided 停产\n2025-Q1 - decided 停产", "total_twice"),
        ("2025-01 92\n2025-Q1 84", "total_and_its_part"),
        ("named", "naming_missing"),
        ("named 2021-05\nnamed 2021-06", "naming_twice"),
        ("命名 五月", "period_unreadable"),
    ],
)
def test_what_cannot_have_been_decided_is_refused_with_its_line(lines, code):
    (wrong,) = read_totals(lines, LOW).problems
    assert wrong.problem.code == code
    assert wrong.text == lines.split("\n")[-1]


def test_the_reason_stays_as_it_was_written():
    (_, one) = read_totals("2025-01 92\n2025-Q1：84，决定： 五月停产, 见 会议纪要; 第3号", LOW).given
    assert one.decided is not None
    assert one.total == 84
    assert one.decided.how == "total"
    assert one.decided.reason == "五月停产, 见 会议纪要; 第3号"


# --- alternatives ---------------------------------------------------------------------------------------

EITHER = scheme(
    facts=[
        {"id": "idle", "period": "year", "title": "停摆"},
        {"id": "master", "period": "year", "title": "名匠"},
    ],
    occasions=[
        row(
            "idle-year",
            period="year",
            facts=["idle"],
            consequences=[
                falls("约谈", choice="one"),
                falls("罚款", -5, choice="one", id="fine"),
                falls("经费", -10, choice="two", id="wage"),
                falls("奖金", -20, choice="two", given="master", id="salary"),
            ],
        )
    ],
)


@pytest.mark.parametrize(
    ("lines", "due", "asked"),
    [
        ("2025 - idle", "约谈 罚款 经费 奖金", 2),
        ("2025 - idle 约谈", "约谈 经费 奖金", 1),
        ("2025 - idle; 2025 - fine", "罚款 经费 奖金", 1),
        ("2025 - idle 罚款 wage", "罚款 经费", 0),
        ("2025 - idle 罚款 salary", "罚款 奖金", 0),
        ("2025 - idle master 罚款", "罚款 奖金", 0),
        ("2025 - idle master 罚款 wage", "罚款 经费", 0),
        ("2025 - idle 约谈 罚款 wage", "约谈 罚款 经费", 1),
        ("2025 - master 约谈", "", 1),
    ],
)
def test_of_alternatives_the_one_that_was_taken_falls_due(lines, due, asked):
    reading = read_totals(lines.replace("; ", "\n"), EITHER)
    assert not reading.problems
    (one,) = outcomes(EITHER, reading.given)
    assert [each.consequence.what for each in one.consequences] == due.split()
    assert len(one.open) == asked
