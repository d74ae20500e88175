"""`scorewalk export recommendation`, `application` and `applications` on an installation without a bot."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot import samples
from bot.cli import app
from bot.entities import Application, ApplicationStep
from bot.store import StoreDesk
from tests.bot.office import Office, office
from tests.exports.test_archive import sums_hold
from tests.kit.applications import CRANES, WINDOWS

ROUND = ("--rubric", "dalian-2019", "--period", "2019")
MODEL, STAFF, MATTER = "appl000000001", "appl000000002", "appl000000003"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    """Two applications of 2019: a model worker's studio selected first, a workers' studio recommended."""
    made = office(tmp_path / "data")
    made.furnish()
    with made.desk() as acting:
        acting._write(_applied)
    return made


def _applied(desk: StoreDesk) -> None:
    person = desk.people.by_account(samples.PEOPLE[0].account, 10**12)
    assert person
    for application, studio, track, state, answers in (
        (MODEL, samples.STUDIOS[0], "model", "selected", CRANES),
        (STAFF, samples.STUDIOS[1], "staff", "recommended", WINDOWS),
    ):
        desk.applications.put(
            Application.model_validate({
                "id": application, "rubric": "dalian-2019", "version": 2, "year": 2019, "track": track,
                "name": answers["basic-facts.name"], "unit": answers["basic-facts.unit"],
                "leader": answers["basic-facts.leader-name"], "studio": studio.id, "state": state,
                "by": person.id, "at": 1, "submitted": 1, "changed": 1,
            })
        )  # fmt: skip
        for key, said in answers.items():
            desk.applications.answer(application, key, said, person.id, 1)
    matter = desk.applications.get(MODEL)
    assert matter
    desk.applications.put(
        matter.model_copy(update={"id": MATTER, "matter": "leader", "rubric": "", "version": 0})
    )
    desk.applications.step(
        ApplicationStep(application=MODEL, place=0, name="selected", on="2019-07-01", value="1", by=person.id, at=1)
    )  # fmt: skip


def run(here: Office, *words: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)], env=here.environment)


def rows(path: Path) -> list[list[object]]:
    sheet = load_workbook(path).worksheets[0]
    every: list[list[object]] = [
        [cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)
    ]
    return [row for row in every if row and isinstance(row[0], int)]


def test_lists_are_written_one_for_each_track(here: Office, tmp_path: Path) -> None:
    out = tmp_path / "list.xlsx"
    told = run(here, "recommendation", *ROUND, "-o", out)
    assert told.exit_code == 0, told.output
    assert not out.exists()
    model, staff = rows(tmp_path / "list-1.xlsx"), rows(tmp_path / "list-2.xlsx")
    assert model == [
        [
            1,
            "张建国劳模创新工作室",
            "大连华锐重工起重机有限公司",
            "张建国",
            "2010年辽宁省劳动模范；2015年全国劳动模范",
        ]
    ]
    assert [row[1] for row in staff] == ["李红梅职工创新工作室"]


def test_a_track_or_the_final_list_alone(here: Office, tmp_path: Path) -> None:
    out = tmp_path / "list.xlsx"
    assert run(here, "recommendation", *ROUND, "--track", "staff", "-o", out).exit_code == 0
    assert [row[1] for row in rows(out)] == ["李红梅职工创新工作室"]
    assert run(here, "recommendation", *ROUND, "--final", "-o", out).exit_code == 0
    assert [row[1] for row in rows(out)] == ["张建国劳模创新工作室"]


def test_an_application_by_its_number_or_by_studio_and_year(here: Office, tmp_path: Path) -> None:
    by_number, by_place = tmp_path / "a.zip", tmp_path / "b.zip"
    assert run(here, "application", "--application", MODEL, "-o", by_number).exit_code == 0
    place = ("--studio", samples.STUDIOS[0].name, *ROUND)
    assert run(here, "application", *place, "-o", by_place).exit_code == 0
    packages = [ZipFile(each) for each in (by_number, by_place)]
    assert packages[0].namelist() == packages[1].namelist()
    for package in packages:
        sums_hold(package)
        assert MODEL in package.read("index.html").decode()


def test_all_of_a_year(here: Office, tmp_path: Path) -> None:
    out = tmp_path / "all.zip"
    assert run(here, "applications", *ROUND, "-o", out).exit_code == 0
    with ZipFile(out) as package:
        assert len(package.namelist()) == 2
        for name in package.namelist():
            sums_hold(ZipFile(BytesIO(package.read(name))))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["all.zip", "data"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("recommendation", "--rubric", "dalian-2019", "--period", "2018"), "No studio is recommended for 2018"),
        (("recommendation", "--rubric", "dalian-2019", "--period", "2019-06"), "2019-06"),
        (("recommendation", "--rubric", "dalian", "--period", "2019"), "dalian-2019"),
        (("recommendation", "--rubric", "northwest-2025", "--period", "2019"), "has no list of recommended studios"),
        (("recommendation", *ROUND), "end with .xlsx"),
        (("recommendation", *ROUND, "--track", "other"), "model"),
        (("recommendation", *ROUND, "--track", "staff", "--final"), "No studio is selected for 2019"),
        (("application", "--application", "nobody"), "no application “nobody”"),
        (("application", "--application", MATTER), f"no application “{MATTER}”"),
        (("application", "--studio", "nobody", *ROUND), "nobody"),
        (("application", "--application", MODEL, *ROUND), "--application"),
        (("application",), "--application"),
        (("applications", "--rubric", "dalian-2019", "--period", "2018"), "No application of 2018 is handed in"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_said(
    here: Office, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "out.zip"
    told = run(here, *words, "-o", out)
    assert told.exit_code == 2
    assert said in told.output
    assert not out.exists()
