"""`scorewalk export evidence`, `sheets` and `own-form` on an installation without a bot."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.cli import app
from exports import values
from tests.bot.export.scenes import form
from tests.bot.office import VISIT, Office, office

RUBRIC = ("--rubric", "tongliao-2020", "--period", "2025")


@pytest.fixture
def here(tmp_path: Path) -> Office:
    """An installation with one signed sheet that has a photo and a place."""
    made = office(tmp_path / "data")
    made.signed(photo=True)
    with made.desk() as acting:
        acting.fetched()
    return made


def run(here: Office, *words: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)], env=here.environment)


def test_evidence_is_packed_with_its_index(here: Office, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    told = run(here, "evidence", "--visit", VISIT, "-o", out)
    assert told.exit_code == 0, told.output
    with ZipFile(out) as package:
        assert package.namelist()[0] == "2.1/E01 场所 20260105-1000.jpg"
        manifest = json.loads(package.read("manifest.json"))
        assert [each["item"] for each in manifest["files"]] == ["2.1"]
        assert manifest["places"][0]["place"] == "43.61, 122.26"
        assert "data:image/jpeg;base64," in package.read("index.html").decode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.zip"]


def test_what_was_lost_is_named(tmp_path: Path) -> None:
    made = office(tmp_path / "data")
    made.signed(photo=True)
    with made.desk() as acting:
        acting.fetched(failure="file_unreachable")
    out = tmp_path / "out.zip"
    told = run(made, "evidence", "--visit", VISIT, "-o", out)
    assert "1 files could not be packed" in told.output
    with ZipFile(out) as package:
        (missing,) = json.loads(package.read("manifest.json"))["missing"]
    assert missing["why"]


def test_all_sheets_of_a_period_are_packed(here: Office, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    assert run(here, "sheets", *RUBRIC, "-o", out).exit_code == 0
    with ZipFile(out) as package:
        (name,) = package.namelist()
        assert name == "sheet_李建国劳模创新工作室_2025.xlsx"
        assert values.check_code(package.read(name)).full


def test_a_period_without_sheets_has_none(here: Office, tmp_path: Path) -> None:
    told = run(here, "sheets", "--rubric", "tongliao-2020", "--period", "2024", "-o", tmp_path / "out.zip")
    assert told.exit_code == 2
    assert "no sheet of 2024 is signed" in told.output
    assert not (tmp_path / "out.zip").exists()


def filled(content: bytes) -> dict[str, object]:
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row}


def test_an_own_form_is_filled_for_a_visit_and_for_a_period(here: Office, tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.xlsx", tmp_path / "out.xlsx"
    mine.write_bytes(form(A1="{{studio}}", A2="{{2.2 score}}", A3="{{2.2 备注}}"))
    told = run(here, "own-form", "--form", mine, "--visit", VISIT, "-o", out)
    assert told.exit_code == 0, told.output
    assert filled(out.read_bytes()) == {"A1": "李建国劳模创新工作室", "A2": 3, "A3": "=1+1 缺维护记录"}
    assert load_workbook(out).worksheets[0]["A3"].data_type == "s"
    whole = tmp_path / "whole.zip"
    assert run(here, "own-form", "--form", mine, *RUBRIC, "-o", whole).exit_code == 0
    with ZipFile(whole) as package:
        assert package.namelist() == ["mine_李建国劳模创新工作室_2025.xlsx"]


def test_marks_that_mean_nothing_are_named_and_nothing_is_written(here: Office, tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.xlsx", tmp_path / "out.xlsx"
    mine.write_bytes(form(A1="{{2.9 score}}", B2="{{totl}}", C3="{{total}}"))
    told = run(here, "own-form", "--form", mine, "--visit", VISIT, "-o", out)
    assert told.exit_code == 1
    assert "考核表!A1 · “2.9 score”: the rubric has no such item · write {{2.1 score}}" in told.output
    assert "考核表!B2 · “totl” is not known · write {{total}}" in told.output
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--form", "none.xlsx", "--visit", VISIT), "There is no form “none.xlsx”"),
        (("--form", "none.xlsx", "--rubric", "tongliao-2020"), ""),
    ],
)
def test_wrong_usage_is_refused(here: Office, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    told = run(here, "own-form", *words, "-o", tmp_path / "out.xlsx")
    assert told.exit_code == 2
    assert said in told.output


def test_packages_that_would_be_too_large_are_numbered(here: Office, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    assert run(here, "evidence", "--visit", VISIT, "--split", 1, "-o", out).exit_code == 0
    assert out.exists(), "one is enough here"
