"""LibreOffice as the referee of forms: it computes the same sums, nothing is cut on paper, blanks fit one page."""

import os
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports import form_outline
from exports.form_records import FormPicture, FormRecord, Link, ListRecord, OutlineRecord
from exports.forms import render, render_list
from exports.values import cells, formulas
from rubrics.files import latest
from tests.exports.samples import photo
from tests.exports.test_office import without_cached_values
from tests.kit.applications import CRANES, WINDOWS
from tests.kit.programs import program

pytestmark = [pytest.mark.office, pytest.mark.slow]

WHEN = datetime(2019, 6, 20, tzinfo=UTC)
FORMS = {form.id: form for form in latest("dalian-2019").forms}
MANY = CRANES | {f"basic-facts.key-members.{row}.name": f"骨干{row}" for row in range(9, 31)}


def _facts(answers: dict[str, str]) -> bytes:
    return render(FormRecord(FORMS["basic-facts"], "zh-CN", 2019, answers, WHEN))


def _list(form: str, count: int) -> bytes:
    line = {
        "name": "张建国劳模创新工作室",
        "unit": "起重机有限公司",
        "leader": "张建国",
        "honour": "全国劳动模范；" * 6,
    }
    return render_list(ListRecord(FORMS[form], "zh-CN", {}, (line,) * count, WHEN))


def _text(answers: dict[str, str], studio: str = "") -> bytes:
    pictures = {"一.3": (FormPicture("a.jpg", photo(1), "实训区"),)} if studio else {}
    links = (Link("介绍视频", "Video", "offline"),) if studio else ()
    return form_outline.render(
        OutlineRecord(FORMS["outline"], "zh-CN", studio, studio, answers, WHEN, pictures, links)
    )


PAPERS: dict[str, tuple[str, Callable[[], bytes], int, bool]] = {
    "facts-blank": ("xlsx", lambda: _facts({}), 1, True),
    "facts-few": ("xlsx", lambda: _facts(WINDOWS), 1, True),
    "facts-full": ("xlsx", lambda: _facts(CRANES), 2, True),
    "facts-many": ("xlsx", lambda: _facts(MANY), 3, True),
    "model-blank": ("xlsx", lambda: _list("list-model", 0), 1, False),
    "staff-blank": ("xlsx", lambda: _list("list-staff", 0), 1, False),
    "model-twenty": ("xlsx", lambda: _list("list-model", 20), 3, False),
    "text-blank": ("docx", lambda: _text({}), 1, True),
    "text-full": ("docx", lambda: _text(CRANES, "张建国劳模创新工作室"), 3, True),
}
"""Ending, content, pages, and whether they stand upright."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every paper printed (pdf), and the workbooks computed again (xlsx)."""
    folder = tmp_path_factory.mktemp("forms")
    soffice = program("soffice", "libreoffice")
    for name, (ending, made, _, _) in PAPERS.items():
        content = made()
        bare = without_cached_values(content) if ending == "xlsx" else content
        (folder / f"{name}.{ending}").write_bytes(bare)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind, endings in (("pdf", ("xlsx", "docx")), ("xlsx", ("xlsx",))):
        sources = [path for path in folder.iterdir() if path.suffix[1:] in endings]
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", kind, "--outdir", folder / "out", *sources],
            check=True, capture_output=True, timeout=180, env=os.environ | {"HOME": str(folder)},
        )  # fmt: skip
    return folder / "out"


def words(pdf: Path) -> list[str]:
    """What stands on each page, without blanks."""
    told = subprocess.run(
        [program("pdftotext"), "-raw", pdf, "-"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    return ["".join(page.split()) for page in told.split("\f") if page.strip()]


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_has_its_pages(office: Path, name: str) -> None:
    _, _, pages, upright = PAPERS[name]
    told = subprocess.run(
        [program("pdfinfo"), office / f"{name}.pdf"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    wide, tall = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", told)[0])
    assert f"Pages:           {pages}" in told
    assert (wide < tall) is upright
    assert f"第{pages}页共{pages}页" in words(office / f"{name}.pdf")[-1]


@pytest.mark.parametrize("name", ["facts-full", "facts-few", "facts-many"])
def test_sums_are_the_same_when_they_are_computed_again(office: Path, name: str) -> None:
    ours, computed = PAPERS[name][1](), (office / f"{name}.xlsx").read_bytes()
    shown, again = cells(ours), cells(computed)
    assert len(formulas(ours)) >= 2
    assert {at: again.get(at) for at in formulas(ours)} == {at: shown.get(at) for at in formulas(ours)}


def test_nothing_that_was_said_is_cut_on_paper(office: Path) -> None:
    printed = "".join(words(office / "facts-full.pdf"))
    for key, said in CRANES.items():
        if key.startswith("basic-facts.") and key.rpartition(".")[2] not in {
            "created-on",
            "named-on",
            "leader-born",
        }:
            for part in re.split(r"[、\s，；：（）]", said):
                assert part[-3:] in printed, key
    text = "".join(words(office / "text-full.pdf"))
    for key, said in CRANES.items():
        if key.startswith("outline."):
            assert "".join(said.split())[-6:] in text, key
    assert "介绍视频：线下报送" in text


def test_the_head_of_a_long_table_is_on_each_of_its_pages(office: Path) -> None:
    every = words(office / "facts-many.pdf")
    assert "共30行，见附表" in every[0]
    assert all("主要分工" in page for page in every[1:])
    listed = words(office / "model-twenty.pdf")
    assert all("荣誉基础" in page for page in listed)
    assert "单位负责人：" in listed[-1]
