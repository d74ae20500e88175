"""`scorewalk rubric draft` and `schema`: a document in, a draft and what to look at out; bad files cost little."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.texts import words
from rubrics import files
from tests.rubrics.draft.bad_files import ODD, TABLE
from tests.rubrics.draft.builders import excel, word

SEEDS = Path(__file__).parent.parent / "data" / "seeds"
TONGLIAO = SEEDS / "000-tongliao-2020-scoring-standard.txt"
MOST_TIMES = 3
"""A bad file may cost so much more than a small good one, and what the kernel allows its reader."""
CHILD_SECONDS = 3
MOST_MEMORY = 256 << 10
"""In KB, as the kernel counts."""


def scorewalk(*given: str, language: str = "en") -> Result:
    return CliRunner().invoke(app, ["rubric", *given], env={"SCOREWALK_LANGUAGE": language})


def test_draft_of_a_seed_names_the_sum_and_passes_the_check(tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    made = scorewalk("draft", str(TONGLIAO), "-o", str(out), language="zh-CN")
    assert made.exit_code == 1
    assert made.stdout == ""
    assert "第 40 行：2.6 工作台账：分值 10 分，各条相加 9 分。请核对原文。" in made.stderr
    assert "草稿：5 节 15 项 29 条，加分 0 条。" in made.stderr
    checked = scorewalk("check", str(out))
    assert checked.exit_code == 0
    assert "mine" in checked.stderr


def test_draft_goes_to_standard_output_and_the_list_beside_it() -> None:
    made = scorewalk("draft", str(TONGLIAO))
    assert files.loads(made.stdout, "x").rubric is not None
    assert "Sums that differ (1)" in made.stderr
    assert "line 40: 2.6 工作台账: worth 10, the criteria add up to 9." in made.stderr


def test_draft_in_which_all_was_read_is_exit_0(tmp_path: Path) -> None:
    path = tmp_path / "考核.docx"
    path.write_bytes(word("车间考核表", TABLE))
    made = scorewalk("draft", str(path), language="zh-CN")
    assert made.exit_code == 0
    assert "没有找到文号，已写占位文字。请补上。" in made.stderr
    assert "id: draft-" in made.stdout


def test_what_is_open_in_a_draft_is_named_by_the_check_until_it_is_replaced(tmp_path: Path) -> None:
    path, out = tmp_path / "table.xlsx", tmp_path / "ours.v2.yaml"
    path.write_bytes(
        excel({"考核": [*TABLE[:-1], ["现场", "卫生", "10", "脏乱每处扣1分；在全市排名末位的扣3分"]]})
    )
    assert scorewalk("draft", str(path), "-o", str(out)).exit_code == 1
    text = out.read_text()
    assert text.startswith("id: ours\nversion: 2\n")
    left = scorewalk("check", str(out))
    assert left.exit_code == 0
    assert left.stdout.count("is still a placeholder") == 4
    assert left.stdout.count("has not become a rule") == 1
    for old, new in (
        ("〔?〕文号", "甲发〔2025〕1号"), ("〔?〕发文单位", "甲厂"), ("〔?〕负责人的称呼", "负责人"),
        ("1900-01-01", "2025-01-01"), ("id: unread-1", "id: accident"),
    ):  # fmt: skip
        text = text.replace(old, new)
    out.write_text(text)
    assert scorewalk("check", str(out)).stdout == ""


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_finding_has_words(tmp_path: Path, language: str) -> None:
    from tests.rubrics.draft.test_documents import BY_NAME

    for name in ("综合治理.docx", "职工书屋.xlsx", "文明单位.txt"):
        path = tmp_path / name
        path.write_bytes(BY_NAME[name].data)
        made = scorewalk("draft", str(path), language=language)
        assert made.exit_code == 1
        assert "{" not in made.stderr
        assert "draft_" not in made.stderr


def test_every_kind_of_doubt_and_of_unread_phrase_has_words() -> None:
    from bot.texts import TEXTS
    from rubrics.draft.doubts import DOUBTS
    from rubrics.draft.phrases import PHRASES

    kinds = {phrase.gives.removeprefix("unread ") for phrase in PHRASES if phrase.gives.startswith("unread ")}
    kinds |= {"tier", "cap", "listed", "mixed", "penalty", "outside", "too_many"}
    kinds |= {"award_each", "best_of", "multiplier", "unsound"}
    for table in TEXTS.values():
        known = set(table)
        assert {f"cli.draft.how.{name}" for name in DOUBTS} == {
            key for key in known if key.startswith("cli.draft.how.")
        }
        assert {f"cli.draft.why.{kind}" for kind in kinds} == {
            key for key in known if key.startswith("cli.draft.why.")
        }


LAUNCHER = """
import json, resource, subprocess, sys
run = subprocess.run([sys.executable, "-m", "bot", "rubric", "draft", sys.argv[1]], capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = used.ru_utime + used.ru_stime
print(json.dumps([run.returncode, run.stdout.decode(), run.stderr.decode(), seconds, used.ru_maxrss]))
"""
"""A small program that starts ours and counts, so that the size of the tests themselves is not counted.

It counts what the processor worked: how long people wait on a machine that does other work too is nobody's mistake.
"""


def sentence(said: str, codes: set[str]) -> None:
    """It is one, and that of one of the problems."""
    beginnings = [words("zh-CN")(f"problem.{one}").split("{")[0].split("（")[0] for one in codes]
    assert said.startswith(tuple(beginnings)), said
    assert "\n" not in said.strip()


@pytest.mark.parametrize("name", ODD)
def test_bad_file_is_refused_with_one_sentence(tmp_path: Path, name: str) -> None:
    make, codes = ODD[name]
    path = tmp_path / name
    path.write_bytes(make())
    run = scorewalk("draft", str(path), language="zh-CN")
    assert (run.exit_code, run.stdout) == (2, "")
    sentence(run.stderr, codes)


def counted(path: Path) -> tuple[int, str, str, float, int]:
    """What the whole command did with a file, and what it used."""
    run = subprocess.run(
        [sys.executable, "-c", LAUNCHER, str(path)],
        capture_output=True,
        check=True,
        env={**os.environ, "SCOREWALK_LANGUAGE": "zh-CN"},
    )
    code, out, said, seconds, memory = json.loads(run.stdout)
    return code, out, said, seconds, memory


@pytest.fixture(scope="module")
def floor(tmp_path_factory: pytest.TempPathFactory) -> float:
    """What a small good document costs on this machine, in seconds of the processor."""
    path = tmp_path_factory.mktemp("good") / "考核.docx"
    path.write_bytes(word("车间考核表", TABLE))
    return counted(path)[3]


@pytest.mark.battery
@pytest.mark.parametrize("name", ODD)
def test_bad_file_takes_little_time_and_space(tmp_path: Path, name: str, floor: float) -> None:
    make, codes = ODD[name]
    path = tmp_path / name
    path.write_bytes(make())
    code, out, said, seconds, memory = counted(path)
    assert (code, out) == (2, "")
    sentence(said, codes)
    assert seconds <= floor * MOST_TIMES + CHILD_SECONDS
    assert memory <= MOST_MEMORY


def test_file_that_exhausts_its_reader_ends_with_it() -> None:
    from bot.wiring import drafts
    from rubrics.problems import Refused

    with pytest.raises(Refused) as refused:
        drafts.read(word("车间考核表", TABLE), "a.docx", seconds=0.01)
    assert refused.value.problem.code == "document_too_slow"


@pytest.mark.parametrize("what", ["bytes(1 << 30)", "[bytearray(1 << 20) for _ in range(400)]"])
def test_child_cannot_take_more_memory_than_its_share(what: str) -> None:
    code = f"from bot.wiring.draft_child import limit; limit(); {what}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in run.stderr


def test_child_cannot_write_files(tmp_path: Path) -> None:
    code = f"from bot.wiring.draft_child import limit; limit(); open({str(tmp_path / 'x')!r}, 'w').write('x' * 9)"
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (tmp_path / "x").stat().st_size == 0


def test_child_gives_what_the_reader_gives() -> None:
    from bot.wiring import drafts
    from rubrics.draft.reader import draft
    from rubrics.draft.sources import open_document

    data = TONGLIAO.read_bytes()
    assert drafts.read(data, "a.txt", "mine") == draft(open_document(data, "a.txt"), name="mine")


def test_file_that_is_not_there_is_wrong_usage() -> None:
    assert scorewalk("draft", "nowhere.docx").exit_code == 2


def test_schema_is_json_with_the_fields_of_a_rubric() -> None:
    made = scorewalk("schema")
    assert made.exit_code == 0
    found = json.loads(made.stdout)
    assert {"id", "sections", "bonus", "discrepancies"} <= set(found["properties"])


def test_drafting_loads_neither_database_nor_telegram() -> None:
    code = (
        "import sys; from bot.cli import app; app(['rubric', 'schema'], standalone_mode=False);"
        "import bot.wiring.drafts;"
        "heavy = {'sqlalchemy', 'telegram', 'aiohttp', 'openpyxl', 'docx', 'aiosqlite'} & set(sys.modules);"
        "sys.exit(3 if heavy else 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
