"""通工技发（2020）1号 as a scheme: conditions met or not, applications upwards, three years without results."""

import pytest
from typer.testing import CliRunner

from bot.cli import app
from rubrics import files
from rubrics.effective import effective
from rubrics.entry_totals import read_totals
from rubrics.outcomes import outcomes
from rubrics.points import show
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.schemes import latest, shipped, without
from tests.kit.there import gate_of, notes, outcome_rules, there

CREATION = latest("tongliao-2020-creation")
YESES = "1.1 2.2 3.1 3.3 4.1 5.1 5.2 6.1 8.1 9.1 9.2"
ALL_MET = "\n".join(f"{no} 是" for no in YESES.split()) + "\n2.1 5\n3.2 25\n7.1 1\n7.2 1\n"


def sheet_of(lines, form=None):
    marks, problems = run_lines(CREATION, lines)
    assert problems == ()
    return score(CREATION, marks, form=form)


def suggested(lines, rulings=None):
    """The verdicts of each year, and whether people are asked."""
    reading = read_totals(lines, CREATION)
    assert reading.problems == ()
    found = outcomes(CREATION, reading.given, rulings=rulings, named=reading.named)
    return {
        str(one.period): "?" if one.needs_decision else "".join(verdict.verdict for verdict in one.verdicts)
        for one in found
    }


def test_the_file_has_no_problem_and_no_points():
    paths = [path for path in files.shipped() if path.name.startswith("tongliao-2020-creation.")]
    assert [files.load(path).problems for path in paths] == [(), ()]
    assert CREATION.sections == ()
    assert CREATION.most == 0


def test_the_second_version_adds_the_way_and_how_its_approval_is_read_and_nothing_else():
    first = shipped("tongliao-2020-creation.v1")
    assert first.fingerprint == "ee09b0ded07b467249b164f51941e4965d445f884f02b52502272c9c5c8e14b5"
    added = ("version", "readings", "steps", "tracks", "level", "called", "known")
    assert [reading.id for reading in CREATION.readings] == [
        "approval-before-naming",
        *(reading.id for reading in first.readings),
    ]
    assert CREATION.readings[1:] == first.readings
    assert without(first.model_dump(), *added) == without(CREATION.model_dump(), *added)


def test_sections_1_to_7_are_the_seven_conditions_and_8_and_9_the_applications_upwards():
    assert [section.title for section in CREATION.gates] == [
        "有劳模工匠（高技能人才）领衔",
        "有创新团队",
        "有活动场地",
        "有设备设施",
        "有工作制度",
        "有经费保证",
        "有创新成果",
        "申报旗县（市区）级职工创新工作室",
        "申报通辽市职工创新工作室",
    ]


def test_what_is_measured_and_what_may_be_unmet():
    rules = {item.no: gate_of(item) for item in CREATION.gate_items}
    assert {no: f"{show(there(rule.minimum))}{rule.unit}" for no, rule in rules.items() if rule.measures} == {
        "2.1": "5人",
        "3.2": "25平方米",
        "7.1": "1项",
        "7.2": "1项",
    }
    assert [no for no, rule in rules.items() if rule.strength != "hard"] == ["3.2"]
    assert [item.no for item in CREATION.gate_items if item.not_applicable] == ["7.2"]


@pytest.mark.parametrize("form", ["creation", "county", "city"])
def test_everything_met_passes_at_every_level(form):
    sheet = sheet_of(ALL_MET, form)
    assert sheet.passed is True
    assert not sheet.provisional
    assert not any(gate.needs_reason for gate in sheet.gates)


def test_each_level_adds_its_own_conditions():
    def walked(form):
        return {no.split(".")[0] for no in (gate.no for gate in sheet_of(ALL_MET, form).gates)}

    standard = {"1", "2", "3", "4", "5", "6", "7"}
    assert walked("creation") == standard
    assert walked("county") == standard | {"8"}
    assert walked("city") == standard | {"9"}


@pytest.mark.parametrize(
    ("line", "passes", "needs_reason"),
    [
        ("3.2 24", False, True),
        ("3.2 24.99", False, True),
        ("3.2 25", True, False),
        ("3.2 否", False, True),
        ("2.1 4", False, False),
        ("2.1 5", True, False),
        ("7.1 0", False, False),
        ("7.2 1", True, False),
        ("7.2 2", True, False),
        ("9.2 否", False, False),
        ("1.1 是", True, False),
    ],
)
def test_a_condition_alone(line, passes, needs_reason):
    gate = sheet_of(line).gate(line.split()[0])
    assert (gate.passes, gate.needs_reason) == (passes, needs_reason)


@pytest.mark.parametrize(
    ("line", "passed"),
    [("3.2 24", True), ("2.1 4", False), ("4.1 否", False), ("7.2 n/a", True), ("7.2 0", False)],
)
def test_one_hard_condition_unmet_is_enough_and_the_usual_area_is_not(line, passed):
    assert sheet_of(ALL_MET + line, "creation").passed is passed


def test_what_was_not_looked_at_leaves_it_open():
    sheet = sheet_of("1.1 是\n2.1 5")
    assert sheet.passed is None
    assert sheet.provisional
    assert (sheet.scored, sheet.count) == (2, 15)


THREE_YEARS = "2021 - no-results\n2022 - no-results\n2023 - 没有创新成果\n"


@pytest.mark.parametrize(
    ("named", "last"),
    [
        ("2020-12", "建议取消称号"),
        ("2021-01", ""),
        ("2021-02", ""),
        ("2021-12", ""),
        ("2023-12", ""),
    ],
)
def test_three_years_are_whole_years_after_the_naming(named, last):
    """At the end of 2023 a studio named in January 2021 is at most two years and eleven months past that month."""
    assert suggested(f"named {named}\n{THREE_YEARS}") == {"2021": "", "2022": "", "2023": last}


def test_the_fourth_year_completes_what_the_year_of_naming_did_not():
    assert suggested(f"named 2021-01\n{THREE_YEARS}2024 - no-results\n")["2024"] == "建议取消称号"


def test_a_result_breaks_the_row():
    years = "named 2019-05\n2021 - no-results\n2022 - no-results\n2024 - no-results\n2025 - no-results\n"
    assert "建议取消称号" not in suggested(years).values()


def test_without_the_naming_people_are_asked():
    assert suggested(THREE_YEARS)["2023"] == "?"


def test_the_year_of_naming_counts_where_that_was_ruled():
    years = suggested(f"named 2021-01\n{THREE_YEARS}", {"year-of-naming": "from-naming"})
    assert years["2023"] == "建议取消称号"


def test_the_word_is_that_of_this_text_and_the_other_one_is_named():
    words = {"取消称号": CREATION, "摘牌": latest("tongliao-2020")}
    for word, rubric in words.items():
        occasion = next(
            one for one in outcome_rules(rubric).occasions if one.id == "three-years-without-results"
        )
        assert [one.what for one in occasion.consequences] == [word]
    conflict = next(one for one in CREATION.discrepancies if one.id == "withdrawal-words")
    assert "取消称号" in conflict.says
    assert "摘牌" in conflict.says


def test_no_amount_of_the_subsidy_until_it_is_ruled():
    (subsidy,) = CREATION.funding
    assert subsidy.amount is None
    (ruled,) = effective(CREATION, {"subsidy-amount": "8000"}).funding
    assert (show(there(ruled.amount)), ruled.unit) == ("8000", "元")
    assert score(CREATION, {}, rulings={}).needs_decision
    assert not score(CREATION, {}, rulings={"subsidy-amount": "8000"}).needs_decision


def test_one_to_two_results_ask_for_one():
    requirement = there(CREATION.requirement("results-in-two-years"))
    assert (requirement.count, requirement.count_to, requirement.per) == (1, 2, "two_years")


def test_the_goal_of_120_studios_is_quoted_and_says_why_nothing_is_computed():
    assert "120 个以上" in there(CREATION.clause("goal-120")).quote
    assert next(one for one in CREATION.readings if one.id == "goal-not-computed").reason
    assert CREATION.quotas == ()


def test_every_ruling_and_note_is_told_in_english_too():
    for ruling in CREATION.rulings:
        assert ruling.question_en, ruling.id
        assert ruling.reason_en, ruling.id
        assert all(option.text_en for option in ruling.options), ruling.id
    for note in notes(CREATION):
        assert note.says_en, note.id
        assert note.read_en, note.id
        assert note.reason_en, note.id


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_it_is_shown_on_the_command_line(language):
    environment = {"SCOREWALK_LANGUAGE": language}
    shown = CliRunner().invoke(app, ["rubric", "show", CREATION.id], env=environment)
    assert shown.exit_code == 0
    title = CREATION.title if language == "zh-CN" else CREATION.title_en
    assert title
    assert title in shown.stdout
    assert "leader-counted" in shown.stdout
