"""Whole schemes and their sheets on the command line: conditions, weights, what the articles ask for, forms."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from rubrics import files

DATA = Path(__file__).parent.parent / "data" / "rubrics"


def scorewalk(*words: str, text: str = "", language: str = "en") -> Result:
    return CliRunner().invoke(app, words, input=text, env={"SCOREWALK_LANGUAGE": language})


def shown(rubric: str, language: str = "en") -> str:
    return scorewalk("rubric", "show", rubric, language=language).stdout


def test_conditions_are_shown_with_their_strength_and_their_class_of_studio() -> None:
    said = shown("dalian-2019")
    for part in (
        "2.1 劳模领衔 · only model",
        "已有效运行2年以上 required · ≥ 2 年",
        "usual; not met needs a reason",
        "may not apply, leaves the score",
        "Looks at: members, honours",
    ):
        assert part in said


def test_what_the_articles_ask_for_is_shown() -> None:
    said = shown("dalian-2019") + shown("nuc-2024") + shown("northwest-2025")
    for part in (
        "model-2019: 大连市总工会 a year 7 辽宁省劳模创新工作室 (model)",
        "2019-06-30",
        "Registers\n  members: ",
        "Procedure\n  application: 申请 (所在单位工会)",
        "outline of 13 headings",
        "Cycle: 2 years",
        "1 场所设施 · 100 · weight 1",
        "The total has 2 places, halves go up",
        "15 申报材料 · vetoes",
        "20000",
        "midterm: 中期检查: sections 7, 8",
        "theory-month: ",
    ):
        assert part in said


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_scheme_is_shown_in_both_languages(language: str) -> None:
    for line in scorewalk("rubric", "list").stdout.splitlines():
        assert scorewalk("rubric", "show", line.split()[0], language=language).exit_code == 0


def test_weights_are_told_beside_what_was_earned() -> None:
    said = scorewalk("score", "nuc-2024", text="1.1 80\n2.1 70\n3.1 90\n").stdout
    assert "1 场所设施 13.33/16.67\n  80 of 100, weight 16.67\n" in said
    assert "Total 40 (deducted 10)\nProvisional: 3 of 6 items scored, 90 still reachable\n" in said


def test_a_form_walks_its_own_sections() -> None:
    said = scorewalk("score", "nuc-2024", "--form", "application", text="7.1 met\n8.2 2\n15.1 a\n").stdout
    assert "场所设施" not in said
    assert "  ✓ 7.1 带头人 met\n" in said
    assert "  ✗ 8.2 成员人数 2 人 not met\n" in said
    assert "Veto: 15.1 a" in said
    assert "The assessment fails, whatever the total\nNot finished: 2 of" in said


def test_tables_of_coverage_are_checked_like_schemes(tmp_path: Path) -> None:
    table = next(files.SCHEMES.glob(f"*{files.COVERAGE}"))
    good = scorewalk("rubric", "check", str(table))
    assert good.exit_code == 0
    assert "each with its place or its reason" in good.stderr
    bad = tmp_path / "x.coverage.yaml"
    bad.write_text("- text: a\n", encoding="utf-8")
    told = scorewalk("rubric", "check", str(bad))
    assert told.exit_code == 1
    assert (
        told.stdout
        == f"{bad}:1: “a” wants either at, its places in the scheme, or why, the reason that it has none.\n"
    )


def test_a_class_of_studio_has_its_own_conditions() -> None:
    said = scorewalk("score", "dalian-2019", "--variant", "staff", text="2.2 met\n").stdout
    assert "  ✓ 2.2 " in said
    assert " 2.1 " not in said
    assert "Not finished: 1 of 13 conditions looked at" in said
    refused = scorewalk("score", "dalian-2019", "--variant", "other")
    assert refused.exit_code == 2
    assert "There is no class of studio other; there are model, staff." in refused.stderr


def test_a_form_that_is_not_there_is_refused_with_those_that_are() -> None:
    refused = scorewalk("score", "nuc-2024", "--form", "final")
    assert refused.exit_code == 2
    assert "There is no sheet form final; there are application, midterm, review." in refused.stderr


def test_file_that_is_being_written_is_shown_and_scored_like_a_published_one() -> None:
    kinds = str(DATA / "kinds.v1.yaml")
    assert "kinds v1" in scorewalk("rubric", "show", kinds).stdout
    scored = scorewalk("score", kinds, "--json", text="1.1 a=4\n")
    assert json.loads(scored.stdout)["total"] == "6"


def test_file_with_mistakes_is_not_scored() -> None:
    path = str(DATA / "bad" / "sum_of_rules.yaml")
    refused = scorewalk("score", path, text="1.1 a\n")
    assert refused.exit_code == 2
    assert refused.stderr == (
        f"{path} has mistakes (1); run scorewalk rubric check {path} and correct them first.\n"
    )


@pytest.mark.parametrize(("language", "said"), [("en", "such as 1.1 met"), ("zh-CN", "如 1.1 是")])
def test_condition_is_asked_for_in_the_words_of_the_reader(language: str, said: str) -> None:
    refused = scorewalk("score", "dalian-2019", text="1.1\n1.2 n/a\n", language=language)
    assert refused.stderr.count(said.replace("1.1", "1.2")) == refused.stderr.count(said) == 1


@pytest.mark.parametrize(
    ("rubric", "chinese", "english"),
    [
        ("tongliao-2020", "15 项 100 分　", "items: 15, points: 100  "),
        (
            "nuc-2024",
            "6 项 100 分、15 项条件（不计分）　",
            "items: 6, points: 100, conditions without points: 15  ",
        ),
        ("dalian-2019", "15 项条件（不计分）　", "conditions without points: 15  "),
    ],
)
def test_list_says_how_much_a_rubric_holds(rubric: str, chinese: str, english: str) -> None:
    for language, said in (("zh-CN", chinese), ("en", english)):
        lines = scorewalk("rubric", "list", language=language).stdout.splitlines()
        versions = [each for each in lines if each.startswith((f"{rubric}　", f"{rubric}  "))]
        assert versions
        assert all(said in line for line in versions)
