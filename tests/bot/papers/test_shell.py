"""`scorewalk export summary`, `bulletin`, `payout` and `annual`: files by their endings, refusals by their words."""

import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.clock import SteppedClock
from bot.store import StoreDesk, open_alone
from tests.bot.outcomes.scenes import NORTHWEST
from tests.bot.papers.scenes import Town
from tests.kit.program import START


@pytest.fixture(scope="module")
def folder(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with two studios and their last quarter of 2025."""
    made = tmp_path_factory.mktemp("shell")
    shutil.copy(empty, made / "scorewalk.db")

    def fill(desk: StoreDesk) -> None:
        here = Town(desk)
        a, b = here.studio(1), here.studio(2, unit="二矿")
        here.quarter(a, 2025, 4, "10", "0", "0")
        here.quarter(b, 2025, 4, "5", "5", "5")
        here.fact(a, "2025", "commended")

    with open_alone(made / "scorewalk.db", clock=SteppedClock(START)) as alone:
        alone.write(fill)
    return made


def run(folder: Path, *words: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)], env={"SCOREWALK_DATA_DIR": str(folder)})


def at(period: str, rubric: str = NORTHWEST) -> tuple[str, ...]:
    return ("--rubric", rubric, "--period", period)


@pytest.mark.parametrize(
    ("kind", "period", "name", "said"),
    [
        ("summary", "2025-Q4", "s.xlsx", "创新工作室考核汇总表（2025年第4季度）"),
        ("bulletin", "2025-12", "b.docx", "关于2025年12月创新工作室月度检查情况的通报"),
        ("payout", "2025-Q4", "p.docx", "2025年第4季度创新工作室季度考核兑现表"),
        ("payout", "2025-Q4", "p.xlsx", "2025年第4季度创新工作室季度考核兑现表"),
        ("annual", "2025", "a.docx", "2025年创新工作室年度考核总评"),
    ],
)
def test_each_paper_is_written(
    folder: Path, tmp_path: Path, kind: str, period: str, name: str, said: str
) -> None:
    out = tmp_path / name
    result = run(folder, kind, *at(period), "-o", out)
    assert result.exit_code == 0, result.output
    assert str(out) in result.output
    data = BytesIO(out.read_bytes())
    written = (
        load_workbook(data)["汇总表" if kind == "summary" else "兑现表"]["A2"].value
        if out.suffix == ".xlsx"
        else docx.Document(data).paragraphs[0].text
    )
    assert written == said


def test_a_unit_has_its_own_studios_only(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "s.xlsx"
    assert run(folder, "summary", *at("2025-Q4"), "--unit", "二矿", "-o", out).exit_code == 0
    values = {cell.value for row in load_workbook(out).worksheets[0].iter_rows() for cell in row}
    assert "张2工作室" in values
    assert "张1工作室" not in values


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("summary", *at("2025-Q3")), "2025-Q3 没有已签字的评分表"),
        (("summary", *at("2025-Q4"), "--unit", "三矿"), "没有“三矿”这个单位的工作室。单位有：一矿、二矿。"),
        (("summary", *at("2025-Q4", "north")), "没有“north”这个考核标准"),
        (("bulletin", *at("2025-H1")), "请写成：2025-01、2025-Q1、2025"),
        (("payout", *at("2025-12")), "请写成：2025-Q1、2025"),
        (("payout", *at("2025", "tongliao-2020")), "没有涉及金额的奖惩"),
        (("annual", *at("2025-Q4")), "请写成：2025"),
        (("annual", *at("25")), "25"),
    ],
)
def test_a_refusal_says_what_to_write_and_leaves_no_file(
    folder: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "none.docx"
    result = run(folder, *words, "-o", out)
    assert result.exit_code == 2
    assert said in result.output
    assert not out.exists()


def test_a_payout_is_word_or_excel(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "payout", *at("2025-Q4"), "-o", tmp_path / "p.pdf")
    assert result.exit_code == 2
    assert "文件名请以 .docx 或 .xlsx 结尾" in result.output
