"""`scorewalk score` and `rubric`: the worked cases as JSON, exit codes, and every message in words."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from rubrics import files
from tests.bot.office import FOURTH_CASE, office
from tests.kit.cases import TONGLIAO_71

BAD = Path(__file__).parent.parent / "data" / "rubrics" / "bad"


def scorewalk(*words: str, text: str = "", language: str = "en") -> Result:
    return CliRunner().invoke(app, words, input=text, env={"SCOREWALK_LANGUAGE": language})


def sheet(*words: str, text: str) -> dict:
    result = scorewalk("score", *words, "--json", text=text)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_third_worked_case_gives_71() -> None:
    found = sheet("tongliao-2020", text=TONGLIAO_71)
    assert found["total"] == "71"
    assert [section["score"] for section in found["sections"]] == ["6", "29", "15", "11", "10"]
    assert not found["provisional"]
    assert not found["problems"]


@pytest.mark.parametrize("period", [(), ("--period", "2025-12")])
def test_the_fourth_worked_case_gives_44_and_a_bonus_of_11(period: tuple[str, ...]) -> None:
    found = sheet("northwest-2025", *period, text=FOURTH_CASE)
    assert (found["total"], found["deducted"], found["bonus"]) == ("44", "56", "11")


def test_a_ruling_makes_it_a_campaign_with_everything_else_as_shipped() -> None:
    given, withheld = (
        sheet("tongliao-2020", "--ruling", f"unallocated-point={option}", text="2.6 a")
        for option in ("given", "not_given")
    )
    assert (given["total"], given["reachable"]) == ("7", "97")
    assert (withheld["total"], withheld["reachable"]) == ("6", "96")
    assert sheet("tongliao-2020", text="2.6 a")["total"] == "6"


def test_an_answer_that_changes_a_rule_is_scored_with() -> None:
    assert sheet("northwest-2025", "--ruling", "records=each", text="2.2 a1b2")["total"] == "1"
    printed = scorewalk("score", "northwest-2025", "--ruling", "records=each", text="2.2 a1b2").stdout
    assert printed.splitlines()[-1].startswith("Ruled: ")
    assert "2 points for each incomplete record" in printed
    refused = scorewalk("score", "northwest-2025", "--json", text="2.2 a1b2")
    assert refused.exit_code == 1


@pytest.mark.parametrize(
    ("ruling", "said"),
    [
        ("records", "write ID=OPTION"),
        ("record=each", "There is no ruling “record”"),
        ("records=never", "has no option “never”; possible: once, each"),
    ],
)
def test_a_ruling_that_is_none_is_refused(ruling: str, said: str) -> None:
    result = scorewalk("score", "northwest-2025", "--ruling", ruling, text="2.2 a1")
    assert result.exit_code == 2
    assert said in result.stderr


def test_the_json_has_exactly_the_keys_that_are_promised() -> None:
    found = sheet("tongliao-2020", text="2.2 4 缺维护记录")
    assert set(found) == {
        "rubric", "total", "deducted", "bonus", "provisional", "reachable", "sections", "items",
        "vetoes", "gates", "version", "needs_decision", "problems", "adjustments",
    }  # fmt: skip
    assert set(found["sections"][0]) == {"no", "title", "score", "points"}
    assert set(found["items"][0]) == {"no", "title", "state", "score", "points", "explanation"}
    assert found["provisional"] is True
    assert found["reachable"] == "99"


def test_a_bad_line_is_exit_1_and_the_good_ones_count() -> None:
    result = scorewalk(
        "score", "tongliao-2020", "--json", text="2.2 4 缺维护记录\n2.9 3\n3.1 b二\n", language="zh-CN"
    )
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["total"] == "4"
    assert found["problems"] == [
        {"line": 2, "code": "item_unknown", "text": "没有 2.9 这一项，本节是 2.1–2.6。"},
        {"line": 3, "code": "letter_unknown", "text": "3.1 没有 b 这一条，只有 a。"},
    ]


def test_the_same_lines_as_text_name_sums_and_refusals() -> None:
    result = scorewalk("score", "northwest-2025", text="1.3 ab2\n2.1 ab\n9.9 1")
    assert result.exit_code == 1
    assert "1 = 4 − 1×1 (a " in result.stdout
    assert "▲ 2.1: a, b contradict each other; please check." in result.stdout
    assert "Line 3 “9.9 1”: There is no 9.9; the items are 1.1–6.8." in result.stderr


def test_lines_come_from_a_file_too(tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("\ufeff" + TONGLIAO_71, encoding="utf-8")
    assert json.loads(scorewalk("score", "tongliao-2020", str(lines), "--json").stdout)["total"] == "71"


def test_an_empty_input_is_a_sheet_on_which_nothing_was_looked_at() -> None:
    found = sheet("tongliao-2020", text="")
    assert {item["state"] for item in found["items"]} == {"untouched"}
    assert found["reachable"] == "100"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("score", "dalian"), "There is no rubric “dalian”"),
        (("score", "tongliao-2020", "--period", "2025-13"), "“2025-13” is no period"),
        (("score", "tongliao-2020", "nowhere.txt"), "nowhere.txt"),
        (("score",), "RUBRIC"),
        (("score", "tongliao-2020", "--jsn"), "--json"),
    ],
)
def test_wrong_usage_is_exit_2_and_says_what_is_wrong(words: tuple[str, ...], said: str) -> None:
    result = scorewalk(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout


def test_bytes_that_are_no_text_are_refused() -> None:
    result = CliRunner().invoke(
        app, ["score", "tongliao-2020"], input=b"2.2 \xff\xfe", env={"SCOREWALK_LANGUAGE": "en"}
    )
    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr


def test_scoring_loads_neither_database_nor_telegram_and_starts_at_once() -> None:
    code = (
        "import sys; from bot.cli import app; app(['score', 'tongliao-2020'], standalone_mode=False);"
        "heavy = {'sqlalchemy', 'telegram', 'aiohttp', 'openpyxl', 'aiosqlite'} & set(sys.modules);"
        "sys.exit(3 if heavy else 0)"
    )
    before = time.process_time()
    run = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    assert time.process_time() - before < 0.5


def test_output_is_chinese_where_the_locale_says_ascii() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bot", "score", "tongliao-2020"],
        input=b"2.9 3\n",
        capture_output=True,
        check=False,
        env={"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )
    assert run.returncode == 1
    assert "没有 2.9 这一项" in run.stderr.decode()


# --- the library ---------------------------------------------------------------------------------


def test_the_list_names_every_rubric_without_a_database(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["rubric", "list"], env={"SCOREWALK_DATA_DIR": str(tmp_path / "none")})
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        rubric_id
        for rubric_id in files.shipped_ids()
        for path in files.shipped()
        if f"{rubric_id}.v" in path.name
    ]
    assert not (tmp_path / "none").exists()


def test_the_list_says_what_a_database_has_published(tmp_path: Path) -> None:
    here = office(tmp_path / "data")
    here.furnish()
    result = CliRunner().invoke(app, ["rubric", "list"], env=here.environment)
    said = [line.split() for line in result.stdout.splitlines()]
    assert {line[0] for line in said} == set(files.shipped_ids())
    assert {line[-1] for line in said} == {"published"}


def test_a_rubric_is_shown_with_letters_readings_and_rulings() -> None:
    northwest = scorewalk("rubric", "show", "northwest-2025").stdout
    for part in ("1.3 ", "−1/种", "Readings", "+ as judged", "2.2", "≤2"):
        assert part in northwest
    tongliao = scorewalk("rubric", "show", "tongliao-2020").stdout
    for part in ("2.6 ", "Contradictions of the source", "Rulings", "● given", "Types: research"):
        assert part in tongliao


def test_an_unknown_rubric_is_not_shown() -> None:
    result = scorewalk("rubric", "show", "nuc")
    assert result.exit_code == 2
    assert f"there are: {', '.join(files.shipped_ids())}" in result.stderr


def test_shipped_rubrics_pass_the_check() -> None:
    result = scorewalk("rubric", "check", *map(str, files.shipped()))
    assert result.exit_code == 0


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_mistake_is_told_with_file_and_line_in_words(path: Path, language: str) -> None:
    result = scorewalk("rubric", "check", str(path), language=language)
    problems = files.load(path).problems
    errors = [one for one in problems if one.severity == "error"]
    assert result.exit_code == (1 if errors else 0)
    lines = result.stdout.splitlines()
    assert len(lines) == len(problems)
    for line, one in zip(lines, problems, strict=True):
        place = f"{path}:{one.where.line if one.where else 1}: "
        assert line.startswith(place)
        assert not {"{", one.code} & set(line.removeprefix(place).split())
        assert len(line) - len(place) > 8
