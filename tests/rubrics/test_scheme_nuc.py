"""校工字〔2024〕2号 as a scheme: application, mid-term check, a review of six aspects whose weights and lines are ruled."""

from fractions import Fraction

import pytest
from typer.testing import CliRunner

from bot.cli import app
from rubrics import files
from rubrics.answers import read_rulings
from rubrics.effective import effective
from rubrics.entry_totals import read_totals
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.points import show
from rubrics.problems import Refused
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.schemes import latest, shipped, without
from tests.kit.there import notes, outcome_rules, there, verdicts

NUC = latest("nuc-2024")
ASPECTS = ["场所设施", "组织管理", "团队建设", "制度机制", "工作情况", "成果成效"]
LINES = {"excellent-line": "90", "failing-line": "60"}
YESES = "7.1 7.2 8.1 9.1 9.2 10.1 11.1 12.1"
ALL_MET = "\n".join(f"{no} 是" for no in YESES.split()) + "\n8.2 3\n12.2 4\n13.1 1\n"


def sheet_of(lines, form=None, rulings=None, period=None):
    scheme = effective(NUC, rulings)
    marks, problems = run_lines(scheme, lines, period, rulings=rulings)
    assert problems == ()
    return score(scheme, marks, form=form, rulings=rulings, period=period)


def review(*points, rulings=None):
    lines = "\n".join(f"{no}.1 a={point}" for no, point in enumerate(points, start=1))
    return sheet_of(lines, "review", rulings, Period.parse("2024..2025"))


def what_follows(lines, rulings=None):
    reading = read_totals(lines, NUC)
    assert reading.problems == ()
    return outcomes(NUC, reading.given, rulings=rulings)


def said(outcome):
    """Verdict, and every consequence with its amount."""
    verdicts = "、".join(one.verdict for one in outcome.verdicts)
    return verdicts, [
        f"{due.consequence.what} {show(due.amount)}{due.unit}" if due.amount else due.consequence.what
        for due in outcome.consequences
    ]


def test_the_file_has_no_problem():
    paths = [path for path in files.shipped() if path.name.startswith("nuc-2024.")]
    assert [files.load(path).problems for path in paths] == [(), ()]


def test_the_second_version_says_the_steps_of_the_way_what_the_file_counts_and_nothing_else():
    first = shipped("nuc-2024.v1")
    assert first.fingerprint == "c0352caf7edbbb75b58183dd34ca72c3e153f9517037619c505f6685fced8277"
    assert not first.holdings
    added = ("version", "holdings", "known", "steps", "called")
    assert without(first.model_dump(), *added) == without(NUC.model_dump(), *added)
    assert not any(stage.steps for stage in first.stages)


def test_the_six_aspects_of_article_12_are_the_sections_and_weigh_the_same():
    assert [section.title for section in NUC.sections] == ASPECTS
    assert {section.weight for section in NUC.sections} == {1}
    assert {section.points for section in NUC.sections} == {100}
    assert NUC.most == 100
    assert NUC.weighing == Fraction(100, 6)


@pytest.mark.parametrize(
    ("points", "total", "exact"),
    [
        ((100,) * 6, "100", Fraction(100)),
        ((0,) * 6, "0", Fraction(0)),
        ((90,) * 6, "90", Fraction(90)),
        ((85, 90.5, 70, 100, 0, 100), "74.25", Fraction(297, 4)),
        ((100, 0, 0, 0, 0, 0), "16.67", Fraction(50, 3)),
        ((90, 90, 90, 90, 90, 89.5), "89.92", Fraction(1079, 12)),
        ((60, 60, 60, 60, 60, 59.5), "59.92", Fraction(719, 12)),
    ],
)
def test_the_total_is_the_mean_of_the_aspects_rounded_once(points, total, exact):
    sheet = review(*points)
    assert (show(sheet.total), sheet.exact) == (total, exact)
    moved = sum(one.score for one in sheet.sections) + sum(one.points for one in sheet.adjustments)
    assert moved == sheet.total


def test_weights_that_were_ruled_are_shares_of_a_hundred():
    points = (80, 80, 80, 80, 80, 100)
    assert show(review(*points).total) == "83.33"
    assert show(review(*points, rulings={"weight-6": "5"}).total) == "90"
    assert review(*points, rulings={"weight-6": "2", "weight-1": "0.5"}).exact == Fraction(1120, 13)


def test_half_points_may_be_given_and_quarters_not():
    *_, found = run_lines(NUC, "1.1 a=80.5\n2.1 a=80.25\n3.1 a=101\n")
    assert [one.line for one in found] == [2, 3]


def test_lines_are_not_known_until_they_are_ruled():
    (cycle,) = what_follows("2024..2025 95\n")
    assert cycle.needs_decision
    assert said(cycle) == ("", [])
    (half_ruled,) = what_follows("2024..2025 95\n", {"excellent-line": "90"})
    assert half_ruled.needs_decision


@pytest.mark.parametrize(
    "written", [("excellent-line=50", "failing-line=60"), ("failing-line=95", "excellent-line=90")]
)
def test_lines_that_cross_are_refused_although_the_instalment_is_still_open(written):
    with pytest.raises(Refused) as refusal:
        read_rulings(NUC, written)
    assert refusal.value.problem.code == "ruling_answers_clash"


def test_lines_are_drawn_one_by_one_in_any_order():
    for written in (["failing-line=95"], ["excellent-line=40"], ["failing-line=70", "excellent-line=70.5"]):
        assert read_rulings(NUC, written) == dict(one.split("=") for one in written)


@pytest.mark.parametrize(
    ("total", "verdict", "follows"),
    [
        ("90", "优秀", ["奖励经费 10000元", "候选单位"]),
        ("100", "优秀", ["奖励经费 10000元", "候选单位"]),
        ("89.99", "达标", []),
        ("60", "达标", []),
        ("59.99", "考核不达标", ["取消其称号", "收回牌匾"]),
        ("0", "考核不达标", ["取消其称号", "收回牌匾"]),
    ],
)
def test_what_a_review_comes_to_under_ruled_lines(total, verdict, follows):
    (cycle,) = what_follows(f"2024..2025 {total}\n", LINES)
    assert not cycle.needs_decision
    found, due = said(cycle)
    assert found == verdict
    assert len(due) == len(follows)
    assert all(words.endswith(follow) for words, follow in zip(due, follows, strict=True))


def test_a_mean_just_below_the_line_is_below_it():
    """One half point short in one of six aspects."""
    sheet = review(90, 90, 90, 90, 90, 89.5)
    (cycle,) = what_follows(f"2024..2025 {show(sheet.total)}\n", LINES)
    assert said(cycle)[0] == "达标"


def test_application_asks_for_the_seven_paragraphs_of_article_6():
    sheet = sheet_of(ALL_MET, "application")
    assert sheet.passed is True
    assert not sheet.failed
    assert [section.title for section in NUC.gates[:7]] == [
        "模范带头",
        "团队建设",
        "设施齐全",
        "经费保障",
        "制度健全",
        "机制完善",
        "成效明显",
    ]
    assert sheet.sections == ()


@pytest.mark.parametrize(
    ("line", "passed"),
    [
        ("8.2 2", False),
        ("8.2 3", True),
        ("12.2 3", False),
        ("12.2 4", True),
        ("13.1 0", False),
        ("13.1 1", True),
        ("13.1 2", True),
        ("7.1 否", False),
    ],
)
def test_one_condition_unmet_fails_the_application(line, passed):
    assert sheet_of(ALL_MET + line, "application").passed is passed


def test_false_papers_fail_the_application_whatever_else_is_met():
    sheet = sheet_of(ALL_MET + "15.1 a", "application")
    assert sheet.failed
    assert [(one.no, one.scope) for one in sheet.vetoes] == [("15.1", "sheet")]
    assert "取消资格" in sheet.vetoes[0].quote


def test_false_papers_found_later_are_a_fact():
    (year,) = what_follows("2025 - untrue-papers\n")
    assert said(year) == ("取消资格", ["取消资格", "通报批评"])


def test_mid_term_asks_whether_conditions_hold_and_the_daily_duties_are_done():
    sheet = sheet_of(ALL_MET + "14.1 是\n14.2 是\n14.3 是\n14.4 否\n", "midterm")
    assert sheet.sections == ()
    assert sheet.passed is False
    assert [gate.no for gate in sheet.gates if gate.passes is False] == ["14.4"]
    both = there(effective(NUC, {"midterm-form": "both"}).sheet("midterm"))
    assert set(range(1, 7)) < set(both.sections)


@pytest.mark.parametrize("fact", ["not-met", "empty-form", "rules-lacking", "成效不明显"])
def test_each_of_the_four_cases_of_article_11_costs_title_and_plaque(fact):
    (year,) = what_follows(f"2025 - {fact}\n")
    assert said(year) == ("建议取消称号", ["取消其称号", "收回牌匾"])
    assert not year.needs_decision


@pytest.mark.parametrize("fact", ["leader-moved", "leader-left", "带头人退休"])
def test_a_change_of_leader_leaves_one_of_two_to_the_union(fact):
    (year,) = what_follows(f"2025 - {fact}\n")
    assert said(year)[1] == ["重新命名", "取消命名"]
    assert {due.consequence.choice for due in year.consequences} == {"rename-or-cancel"}
    assert year.needs_decision


def test_two_instalments_come_to_20000_and_their_sizes_are_ruled():
    assert [(one.amount, show(there(one.together)), one.after) for one in NUC.funding] == [
        (None, "20000", "命名挂牌后"),
        (None, "20000", "中期检查后"),
    ]
    ruled = effective(NUC, {"first-instalment": "12000"}).funding
    assert [one.amount and show(one.amount) for one in ruled] == ["12000", None]


def test_numbers_of_the_articles():
    assert NUC.cycle == 2
    (quota,) = NUC.quotas
    assert (quota.count, quota.count_to, quota.per) == (5, 8, "year")
    asked = {one.id: (one.count, one.count_to, one.per) for one in NUC.requirements}
    assert asked == {
        "exchanges": (4, None, "year"),
        "recognised-results": (1, 2, "year"),
        "self-report": (1, None, "year"),
    }
    assert NUC.leader == "带头人"


def test_two_classes_of_studio_differ_in_name_only():
    assert [variant.title for variant in NUC.variants] == [
        "职工（劳模）创新工作室",
        "传统工艺（手艺）大师创新工作室",
    ]
    for variant in NUC.variants:
        marks, _ = run_lines(NUC, ALL_MET)
        assert score(NUC, marks, form="application", variant=variant.id).passed is True


def test_a_class_that_is_told_apart_for_nothing_is_still_told():
    path = next(path for path in files.shipped() if path.name == "nuc-2024.v2.yaml")
    loaded = files.loads(path.read_text().replace("    by_name: true\n", ""), path.name)
    assert [one.code for one in loaded.problems] == ["variant_unused"] * 2


def test_the_way_of_an_application_is_that_of_article_7():
    assert [stage.title for stage in NUC.stages] == [
        "推荐申报",
        "初步审核",
        "专家评审：答辩",
        "专家评审：实地考察",
        "审定",
        "公示",
        "审核认定",
    ]


def test_assumed_is_what_the_source_does_not_say():
    assert all(ruling.assumed for ruling in NUC.rulings)
    open_ = [ruling.id for ruling in NUC.rulings if ruling.shipped is None]
    assert open_ == ["excellent-line", "failing-line", "first-instalment"]
    assert score(NUC, {}, rulings={}).needs_decision


def test_every_ruling_note_and_consequence_is_told_in_english_too():
    for ruling in NUC.rulings:
        assert ruling.question_en, ruling.id
        assert ruling.reason_en, ruling.id
        assert all(option.text_en for option in ruling.options), ruling.id
    for note in notes(NUC):
        assert note.says_en, note.id
        assert note.read_en, note.id
        assert note.reason_en, note.id
    said = outcome_rules(NUC)
    for source in verdicts(said):
        assert source.verdict_en, source.id
        assert all(one.who_en and one.what_en for one in source.consequences), source.id


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_it_is_shown_on_the_command_line(language):
    environment = {"SCOREWALK_LANGUAGE": language}
    shown = CliRunner().invoke(app, ["rubric", "show", NUC.id], env=environment)
    assert shown.exit_code == 0
    assert "excellent-line" in shown.stdout
