"""The ledger from a studio's log to paper: `scorewalk export ledger` over the samples."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot import samples
from bot.cli import app
from bot.entities import FileEntry, FileStep, Month
from bot.media.folder import Stored
from bot.reports.ledger import record
from bot.reports.score_sheet import Paper
from bot.settings import Settings
from bot.store import open_reader
from exports.ledger_records import LedgerRecord
from rubrics.periods import Period
from tests.bot.office import Office, office


@pytest.fixture
def here(tmp_path: Path) -> Office:
    made = office(tmp_path / "data")
    made.furnish()
    return made


def run(here: Office, *words: object) -> Result:
    return CliRunner().invoke(app, ["export", "ledger", *map(str, words)], env=here.environment)


def read(here: Office, period: str) -> LedgerRecord:
    paper = Paper(Settings(_env_file=None).zone, Stored(here.folder / "media").read)
    with open_reader(here.folder / "scorewalk.db") as desk:
        studio = desk.studios.get(samples.STUDIOS[1].id)
        rubric = next(each for each in desk.library.current() if each.id == samples.RUBRIC)
        assert studio
        from bot.clock import to_ms

        return record(desk, studio, rubric, Period.parse(period), to_ms(here.clock.now()), paper)


def test_it_holds_what_was_logged_and_how_the_month_was_handed_in(here: Office) -> None:
    found = read(here, "2025-12")
    assert [line.topic for line in found.lines] == [done[2] for done in samples.LAST_MONTH]
    assert [line.on for line in found.lines] == [f"2025-12-{done[0]:02}" for done in samples.LAST_MONTH]
    assert [(month.month, month.state) for month in found.months] == [("2025-12", "submitted")]
    assert (found.studio, found.period) == (samples.STUDIOS[1].name, "2025-12")
    met = {one.requirement.id: one.met for one in found.standings if one.requirement.per == "month"}
    assert met["theory-month"] == (sum(done[1] == "theory" for done in samples.LAST_MONTH) >= 2)


def test_a_year_lists_the_months_that_have_begun(here: Office) -> None:
    found = read(here, "2026")
    assert [(month.month, month.state) for month in found.months] == [("2026-01", "running")]


def test_a_month_opened_again_says_so(here: Office) -> None:
    with here.desk() as acting:

        def late(desk) -> None:
            (month,) = desk.logs.months(samples.STUDIOS[1].id, "2025-12", "2025-12")
            desk.logs.put_month(Month(**{**month.model_dump(), "state": "open"}))

        acting._write(late)
    assert [month.state for month in read(here, "2025-12").months] == ["open"]


def test_the_command_writes_a_workbook(here: Office, tmp_path: Path) -> None:
    out = tmp_path / "ledger.xlsx"
    at = ("--studio", samples.STUDIOS[1].name, "--rubric", samples.RUBRIC)
    result = run(here, *at, "--period", "2025-12", "-o", out)
    assert result.exit_code == 0, result.output
    assert load_workbook(BytesIO(out.read_bytes())).sheetnames[:2] == ["台账目录", "专业理论授课"]
    assert str(out) in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--studio", "没有", "--rubric", samples.RUBRIC, "--period", "2025-12"), "没有"),
        (
            ("--studio", samples.STUDIOS[1].name, "--rubric", "tongliao-2020", "--period", "2025"),
            samples.RUBRIC,
        ),
        (("--studio", samples.STUDIOS[1].name, "--rubric", samples.RUBRIC, "--period", "2025-13"), "2025-13"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    here: Office, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "ledger.xlsx"
    result = run(here, *words, "-o", out)
    assert result.exit_code == 2
    assert said in result.output
    assert not out.exists()


ASKED = ("members", "equipment", "rules", "pairs", "projects", "results", "cases", "patents", "honours")
"""Registers in the order in which northwest-2025 lists them."""


def keep(here: Office) -> None:
    """A member who came before the time and left after it, one who left before, a machine serviced twice."""
    studio = samples.STUDIOS[1].id

    def write(desk) -> None:
        who = desk.people.everybody(1)[0].id
        base = {"studio": studio, "by": who, "at": 1, "changed": 1}
        for number, (kind, name, on, until, said) in enumerate(
            (
                ("members", "王强", "2024-05-01", "2026-03-01", '{"trade":"电工","duty":"液压"}'),
                ("members", "李平", "2020-01-01", "2025-11-30", "{}"),
                ("members", "赵新", "2026-01-01", "", "{}"),
                ("equipment", "扭力扳手", "2024-01-01", "", '{"asset":"yes"}'),
                ("honours", "=HYPERLINK(1)", "2025-12-31", "", '{"level":"city"}'),
            )
        ):
            fields = {
                "id": f"e{number}",
                "kind": kind,
                "name": name,
                "on": on,
                "until": until,
                "details": said,
            }
            entry = FileEntry.model_validate({**fields, **base})
            desk.registers.put(entry, who)
        for on, text in (
            ("2025-12-03", "换油"),
            ("2025-12-20", "校准"),
            ("2025-11-30", "早了"),
            ("2025-12-21", "错"),
        ):
            desk.registers.step(
                FileStep(entry="e3", place=0, name="serviced", on=on, text=text, by=who, at=1)
            )
        void = FileStep(entry="e3", place=0, name="voided", on="2025-12-22", value="4", by=who, at=1)
        desk.registers.step(void)

    with here.desk() as acting:
        acting._write(write)


def test_registers_stand_as_they_stood_in_the_time(here: Office) -> None:
    keep(here)
    found = {sheet.id: sheet for sheet in read(here, "2025-12").registers}
    assert tuple(found) == ASKED
    members, machines = found["members"], found["equipment"]
    assert [row[0] for row in members.rows] == ["王强"]
    assert [row[0] for row in machines.rows] == ["扭力扳手"]
    happened = [column.title for column in machines.columns].index("本期变动")
    assert machines.rows[0][happened] == "2025-12-03 维护 换油\n2025-12-20 维护 校准"
    assert "是" in machines.rows[0]
    assert found["rules"].rows == ()


def test_registers_have_sheets_and_start_no_formula(here: Office, tmp_path: Path) -> None:
    keep(here)
    out = tmp_path / "ledger.xlsx"
    at = ("--studio", samples.STUDIOS[1].name, "--rubric", samples.RUBRIC)
    assert run(here, *at, "--period", "2025-12", "-o", out).exit_code == 0
    book = load_workbook(BytesIO(out.read_bytes()))
    assert {"成员", "设备", "荣誉"} <= set(book.sheetnames)
    cells = {cell.value: cell for row in book["荣誉"].iter_rows() for cell in row if cell.value}
    assert cells["=HYPERLINK(1)"].data_type == "s"
