"""Drawers of exports: what they write, and how many files of many become one package or several."""

from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from bot.flows.export.order import Order
from bot.reports import notices
from bot.reports.bench import Bench, zipped
from bot.reports.exports import DRAWERS
from bot.reports.score_sheet import Paper
from tests.bot.office import office


def bench(into: Path, largest: int = 1 << 30) -> Bench:
    def nothing(sha256: str) -> bytes:
        raise FileNotFoundError(sha256)

    return Bench(Paper(ZoneInfo("Asia/Shanghai"), nothing), nothing, into, 0, largest)  # type: ignore[arg-type]


ORDER = Order(kind="payout", rubric="northwest-2025", period="2025-Q4", language="zh-CN")


def test_a_payout_comes_as_word_and_as_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def render(desk: object, asked: object, now: int, paper: object, *, workbook: bool) -> bytes:
        return b"excel" if workbook else b"word"

    monkeypatch.setattr(notices, "render_payout", render)
    made = office(tmp_path / "data")
    made.furnish()
    into = tmp_path / "into"
    into.mkdir()
    with made.desk() as acting:
        files = acting._write(lambda desk: tuple(DRAWERS["payout"](desk, ORDER, bench(into))))
    assert [(each.name, each.path.read_bytes()) for each in files] == [
        ("考核兑现表_全部工作室_2025-Q4.docx", b"word"),
        ("考核兑现表_全部工作室_2025-Q4.xlsx", b"excel"),
    ]


def test_many_files_become_as_many_packages_as_are_needed(tmp_path: Path) -> None:
    files = [(f"表 {number % 3}.xlsx", bytes([number]) * 4000) for number in range(10)]
    made = zipped(bench(tmp_path, 14_000), ORDER, "评分表", iter(files))
    assert [each.name for each in made] == [f"评分表_第{no}包共4包.zip" for no in (1, 2, 3, 4)]
    assert all(each.path.stat().st_size <= 14_000 for each in made)
    seen = []
    for each in made:
        with ZipFile(each.path) as package:
            assert package.testzip() is None
            seen += [package.read(name) for name in package.namelist()]
    assert seen == [content for _, content in files]


def test_files_of_one_name_do_not_hide_each_other(tmp_path: Path) -> None:
    (made,) = zipped(
        bench(tmp_path), ORDER, "评分表", [("表.xlsx", b"1"), ("表.XLSX", b"2"), ("表.xlsx", b"3")]
    )
    with ZipFile(made.path) as package:
        assert package.namelist() == ["表.xlsx", "表 (2).XLSX", "表 (3).xlsx"]
    assert made.name == "评分表.zip"
