"""`scorewalk outcomes`: the worked lines as JSON and as text, exit codes, and no verdict beside a wrong line."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.cli.outcome_text import outcome_text
from rubrics import files
from rubrics.outcome_rules import OutcomeRules
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.totals import Given

CHINESE = re.compile("[\u3400-\u9fff]")

AFTER_A_QUARTER_AT_84 = "2024-Q4 84\n2025-01 85\n2025-02 85\n2025-03 84.9\n"


def scorewalk(*words: str, text: str = "", language: str = "en") -> Result:
    return CliRunner().invoke(app, ["outcomes", *words], input=text, env={"SCOREWALK_LANGUAGE": language})


def listed(*words: str, text: str) -> list[dict]:
    result = scorewalk(*words, "--json", text=text)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_92_88_and_90_are_1000_yuan_for_the_team_in_all() -> None:
    (quarter,) = listed("northwest-2025", text="2025-01 92\n2025-02 88\n2025-03 90\n")
    assert quarter == {
        "period": "2025-Q1",
        "average": "90",
        "exact": "90",
        "verdict": "奖励",
        "needs_decision": False,
        "consequences": [
            {
                "who": "创新工作室成员",
                "what": "绩效考核工资",
                "amount": "1000",
                "unit": "元",
                "per": "lump",
                "note": "由领衔人根据工作表现进行分配",
            }
        ],
        "clause": "季度平均得分90分以上（含90分）给予创新工作室成员增加绩效考核工资1000元（由领衔人根据工作表现进行分配）",
        "incomplete": False,
    }


def test_a_second_quarter_below_85_costs_6000_of_30000_500_300_each_and_an_interview() -> None:
    first, second = listed("northwest-2025", "--fund", "30000", text=AFTER_A_QUARTER_AT_84)
    assert (first["period"], first["average"], first["verdict"]) == ("2024-Q4", "84", "85分以下")
    assert [one["amount"] for one in first["consequences"]] == ["-6000", "-200"]
    assert (second["average"], second["exact"]) == ("84.96", "2549/30")
    assert second["verdict"] == "连续两个季度85分以下"
    assert [tuple(one.values()) for one in second["consequences"]] == [
        ("创新工作室", "年度专项经费", "-6000", "元", "lump"),
        ("创新工作室领衔人", "绩效考核工资", "-500", "元", "lump"),
        ("所在单位党政负责人", "绩效考核工资", "-300", "元", "head"),
        ("分管专业副总工程师", "约谈", None, None, "lump"),
    ]
    assert not second["needs_decision"]
    assert second["clause"].endswith("对分管专业副总工程师进行约谈。")


def test_without_a_fund_its_share_stays_per_cent() -> None:
    *_, second = listed("northwest-2025", text=AFTER_A_QUARTER_AT_84)
    share = second["consequences"][0]
    assert (share["amount"], share["unit"]) == ("-20", "%")


def test_alternatives_share_their_choice_and_say_when_they_apply() -> None:
    (year,) = listed("northwest-2025", text="2025 - 任务未完成")
    assert year["needs_decision"]
    assert year["average"] is year["exact"] is None
    choices = [(one["what"], one.get("choice"), one.get("if")) for one in year["consequences"]]
    assert choices == [
        ("摘牌", "plaque-or-leader", None),
        ("更换创新工作室领衔人", "plaque-or-leader", None),
        ("绩效考核工资", "wage-or-salary", None),
        ("年薪", "wage-or-salary", "领衔人为皖煤杰出工匠"),
        ("绩效考核工资", None, None),
    ]


def test_the_alternative_that_was_taken_stands_behind_the_facts() -> None:
    lines = "2025 - 任务未完成 master-craftsman 更换创新工作室领衔人\n"
    (year,) = listed("northwest-2025", text=lines)
    assert not year["needs_decision"]
    assert [one["what"] for one in year["consequences"]] == ["更换创新工作室领衔人", "年薪", "绩效考核工资"]
    out = scorewalk("northwest-2025", text=lines, language="zh-CN").stdout.splitlines()
    assert out[0] == "2025  建议摘牌或更换领衔人  （任务未完成、领衔人为皖煤杰出工匠）"
    assert out[1:3] == [
        "  创新工作室领衔人 更换创新工作室领衔人",
        "  创新工作室领衔人 年薪 −10 % （领衔人为皖煤杰出工匠）",
    ]
    (year,) = listed("northwest-2025", text="2025 - 升级 摘牌\n")
    assert year["needs_decision"]


def test_an_incomplete_quarter_has_neither_average_nor_verdict() -> None:
    (quarter,) = listed("northwest-2025", text="2025-01 92\n2025-03 90\n")
    assert quarter == {
        "period": "2025-Q1",
        "average": None,
        "exact": None,
        "verdict": None,
        "needs_decision": True,
        "consequences": [],
        "clause": None,
        "incomplete": True,
    }


def test_exactly_60_needs_a_decision_and_a_third_year_without_results_none() -> None:
    text = "2021 70 no-results\n2022 60 no-results\n2023 71 no-results\n"
    years = listed("tongliao-2020", text=text)
    assert [(one["verdict"], one["needs_decision"]) for one in years] == [
        ("保留", False),
        ("待定", True),
        ("建议摘牌", False),
    ]


def test_the_same_in_words_with_what_is_left_to_people() -> None:
    text = AFTER_A_QUARTER_AT_84 + "2025-05 90\n2025 - 任务未完成\n"
    out = scorewalk("northwest-2025", "--fund", "30000", text=text, language="zh-CN").stdout
    for line in (
        "2025-Q1  84.96 (2549/30) 分  连续两个季度85分以下",
        "  创新工作室 年度专项经费 −6000 元 （20%）",
        "  所在单位党政负责人 绩效考核工资 −300 元 （每人）",
        "  分管专业副总工程师 约谈",
        "  创新工作室领衔人 年薪 −10 % （领衔人为皖煤杰出工匠的，以此代替）",
        "  ▲ 2025-Q2 缺 2025-04、2025-06，不作结论；请补上，或由考核管理员决定并说明理由。",
        "  ▲ 2025：只取其一，请决定：摘牌、更换创新工作室领衔人（写在该期事实之后）。",
    ):
        assert line in out.splitlines()
    assert "  依据 六（二）：连续两个季度85分以下，扣减创新工作室领衔人绩效考核工资500元、" in out


def test_in_english_every_word_that_is_not_quoted_is_english() -> None:
    text = AFTER_A_QUARTER_AT_84 + "2025-Q3 92\n2025-Q4 84\n2025 - 任务未完成 上级表彰 考核末尾 升级\n"
    out = scorewalk("northwest-2025", "--lang", "en", "--fund", "30000", text=text, language="zh-CN").stdout
    assert "2025-Q1  84.96 (2549/30) points  below 85 in two quarters in a row" in out.splitlines()
    for amount in (" −6000 yuan (20%)", " −300 yuan (each)", " +1000 yuan (shared out by the leader "):
        assert amount in out
    assert "  ▲ 2025: only one applies, please decide: " in out
    assert chinese(out) == []


def chinese(out: str) -> list[str]:
    """Lines in Chinese that quote no clause."""
    return [line for line in out.splitlines() if CHINESE.search(line) and not line.startswith("  By ")]


@pytest.mark.parametrize("path", files.shipped(), ids=lambda path: path.stem)
def test_every_word_of_what_is_shipped_has_its_english(path: Path) -> None:
    rubric = files.load(path).rubric
    assert rubric is not None
    if rubric.outcomes is None:
        return
    facts: dict[str, tuple[str, ...]] = {}
    for fact in rubric.outcomes.facts:
        facts[fact.period] = (*facts.get(fact.period, ()), fact.id)
    years = {
        "month": "2025-0{}",
        "quarter": "2025-Q{}",
        "half": "2025-H{}",
        "year": "202{}",
        "cycle": "202{}..2030",
    }
    given = [
        Given(Period.parse(years[scale.period].format(nth)), total)
        for scale in rubric.outcomes.scales
        for nth, total in zip((1, 2), ends(rubric.outcomes), strict=False)
    ]
    given += [
        Given(Period.parse(years[kind].format(nth)), None, ids)
        for kind, ids in facts.items()
        for nth in (1, 2)
    ]
    found = outcomes(rubric, given, fund=Decimal(30000), named=Period.parse("2020-01"))
    assert chinese(outcome_text(rubric, found, "en")) == []


def ends(rules: OutcomeRules) -> list[Decimal]:
    """Totals in the lowest and in the highest band."""
    return [Decimal(0), Decimal(100)] if rules.scales else []


def test_json_has_the_words_of_the_source_in_every_language() -> None:
    text = "2025-Q1 92\n"
    assert listed("northwest-2025", text=text) == listed("northwest-2025", "--lang", "en", text=text)


def test_a_ruling_decides_what_exactly_60_is() -> None:
    answers = {"withdraw": "建议摘牌", "keep": "保留", "undecided": "待定"}
    for option, verdict in answers.items():
        (year,) = listed("tongliao-2020", "--ruling", f"exactly-60={option}", text="2023 60\n")
        assert (year["verdict"], year["needs_decision"]) == (verdict, option == "undecided")


def test_lines_are_read_as_the_ruling_has_them() -> None:
    months = "2025-01 92\n2025-02 88\n2025-03 90\n"
    refused = scorewalk("northwest-2025", "--ruling", "quarter-mean=own-sheet", text=months)
    assert refused.exit_code == 1
    assert "Line 1 “2025-01 92”: There is no verdict on a total of 2025-01" in refused.stderr
    (quarter,) = listed("northwest-2025", "--ruling", "quarter-mean=own-sheet", text="2025-Q1 90\n")
    assert quarter["verdict"] == "奖励"


@pytest.mark.parametrize(
    ("ruling", "amounts"),
    [
        ((), ["-6000", "-500", "-300", None]),
        (("--ruling", "second-quarter-leader=also"), ["-6000", "-200", "-500", "-300", None]),
        (
            ("--ruling", "second-quarter-fund=once", "--ruling", "over-new-year=within-year"),
            ["-6000", "-200"],
        ),
    ],
)
def test_a_quarter_after_one_below_85_under_the_rulings(
    ruling: tuple[str, ...], amounts: list[str | None]
) -> None:
    *_, second = listed("northwest-2025", "--fund", "30000", *ruling, text=AFTER_A_QUARTER_AT_84)
    assert [one["amount"] for one in second["consequences"]] == amounts


def test_an_incomplete_quarter_is_decided_with_a_reason_that_is_kept() -> None:
    months = "2025-01 92\n2025-03 84\n"
    (quarter,) = listed("northwest-2025", text=months + "2025-Q1 86 decided 二月停产检修，按单位意见\n")
    assert (quarter["average"], quarter["verdict"], quarter["needs_decision"]) == ("86", "不奖不罚", False)
    assert (quarter["incomplete"], quarter["decided"]) == (True, "二月停产检修，按单位意见")
    (quarter,) = listed("northwest-2025", text=months + "2025-Q1 平均 决定：二月停产\n")
    assert (quarter["exact"], quarter["verdict"], quarter["decided"]) == ("88", "不奖不罚", "二月停产")
    out = scorewalk("northwest-2025", "--lang", "en", text=months + "2025-Q1 - decided 停产\n").stdout
    assert out == "2025-Q1\n  The coordinator decided that there is no verdict: 停产\n"


@pytest.mark.parametrize("json_or_not", [(), ("--json",)])
def test_one_wrong_line_and_there_is_no_verdict_at_all(json_or_not: tuple[str, ...]) -> None:
    text = "2025-01 92\n2025-02 88\n2025-03 90\n2025-Q1 90\n2025 - promoted\n"
    result = scorewalk("northwest-2025", *json_or_not, text=text)
    assert result.exit_code == 1
    assert not result.stdout
    assert (
        "Line 4 “2025-Q1 90”: 2025-Q1 and 2025-01, 2025-02, 2025-03 say the same time twice" in result.stderr
    )
    assert (
        "Line 5 “2025 - promoted”: There is no fact “promoted”; possible: unfinished (tasks left undone),"
        in result.stderr
    )
    assert "no verdict is given" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dalian",), "There is no rubric “dalian”"),
        (("northwest-2025", "nowhere.txt"), "nowhere.txt"),
        (("northwest-2025", "--fund", "much"), "“much” is no sum of money"),
        (("northwest-2025", "--fund", "-1"), "“-1” is no sum of money"),
        (("northwest-2025", "--named", "May"), "“May”"),
        (("northwest-2025", "--lang", "de"), "--lang"),
        (("tongliao-2020", "--ruling", "exactly-60"), "write ID=OPTION"),
        (
            ("tongliao-2020", "--ruling", "at-60=keep"),
            "There is no ruling “at-60”; possible: unallocated-point",
        ),
        (("tongliao-2020", "--ruling", "exactly-60=drop"), "possible: undecided, withdraw, keep"),
        ((), "RUBRIC"),
    ],
)
def test_wrong_usage_is_exit_2_and_says_what_is_wrong(words: tuple[str, ...], said: str) -> None:
    result = scorewalk(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout


def test_lines_come_from_a_file_and_none_give_nothing(tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("\ufeff2025-Q1 85\n", encoding="utf-8")
    (quarter,) = listed("northwest-2025", str(lines), text="")
    assert quarter["verdict"] == "不奖不罚"
    assert quarter["consequences"] == []
    assert listed("northwest-2025", text="\n") == []


def test_a_rubric_is_shown_with_its_verdicts_and_facts() -> None:
    shown = CliRunner().invoke(app, ["rubric", "show", "northwest-2025"], env={"SCOREWALK_LANGUAGE": "en"})
    for line in (
        "  quarter ≥ 85 < 90: 不奖不罚",
        "  quarter below-85 ×2: 连续两个季度85分以下",
        "  year last-ranked | delisted: 集团公司年度考核末尾或被摘牌",
        "  upgraded: 升级 (year)",
    ):
        assert line in shown.stdout.splitlines()


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_question_that_nobody_decided_has_one_mark_at_its_end(language: str) -> None:
    said = scorewalk("nuc-2024", text="2024..2025 90\n", language=language).stdout
    assert re.search("failed[?] To be|不达标？首次", said)
    assert not re.search("[?？]{2}", said)


def test_scheme_without_totals_takes_facts_only_and_says_so_once() -> None:
    refused = scorewalk("tongliao-2020-creation", text="2023 71 no-results\n")
    assert refused.exit_code == 1
    assert refused.stderr.splitlines() == [
        (
            "Line 1 “2023 71 no-results”: This rubric gives no verdict on totals, so 2023 takes none; write facts only, "
            "such as 2023 - FACT; possible: no-results (no results)."
        ),
        "Some lines are wrong, so no verdict is given; correct them and try again.",
    ]


def test_facts_that_can_be_entered_are_listed_in_the_language_of_the_reader() -> None:
    refused = scorewalk("nuc-2024", text="2024 - nothing\n")
    assert "not-met (assessment failed)" in refused.stderr
    assert not CHINESE.search(refused.stderr)
