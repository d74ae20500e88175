"""`scorewalk export registers`: the file of a studio from the shell."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from typer.testing import CliRunner

from bot import samples
from bot.changes import Moment, make
from bot.changes.registers.entries import AddFileEntry
from bot.cli import app
from bot.clock import to_ms
from bot.store import open_alone
from exports.registers import STUDIO
from tests.bot.office import Office, office


def furnished(folder: Path) -> tuple[Office, str]:
    """The samples with one member in the file of a studio; gives the studio's name."""
    made = office(folder)
    made.furnish()
    studio = samples.STUDIOS[1]
    now = to_ms(made.clock.now())

    def add(desk) -> None:
        leader = next(
            each
            for each in desk.people.with_role("leader", now)
            if any(grant.scope.key == studio.id for grant in each.grants)
        )
        said = {"name": "王强", "trade": "液压", "on": "2024-05-01"}
        change = AddFileEntry(
            entry="entry00000001", studio=studio.id, kind="members", said=said, today="2026-01-05"
        )
        make(desk, change, Moment(now, leader, made.clock.new_id))

    with open_alone(made.folder / "scorewalk.db", clock=made.clock) as alone:
        alone.write(add)
    return made, studio.name


def test_the_file_of_a_studio_is_written(tmp_path: Path) -> None:
    """One sheet a register, whose studio it is kept in the workbook."""
    here, name = furnished(tmp_path / "data")
    out = tmp_path / "file.xlsx"
    words = ["export", "registers", "--studio", name, "-o", str(out)]
    done = CliRunner().invoke(app, words, env=here.environment)
    assert done.exit_code == 0, done.output
    book = load_workbook(BytesIO(out.read_bytes()))
    assert book.sheetnames[:4] == ["Members", "Equipment", "Rules", "Apprentices"]
    assert [cell.value for cell in book["Members"][2]][1:3] == ["王强", "液压"]
    assert book.defined_names[STUDIO].attr_text == f'"{samples.STUDIOS[1].id}"'


def test_a_studio_that_there_is_not_is_refused(tmp_path: Path) -> None:
    here, _ = furnished(tmp_path / "data")
    out = tmp_path / "file.xlsx"
    done = CliRunner().invoke(
        app, ["export", "registers", "--studio", "没有", "-o", str(out)], env=here.environment
    )
    assert done.exit_code != 0
    assert "没有" in done.output
    assert not out.exists()
