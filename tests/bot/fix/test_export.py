"""`scorewalk export rectification`: the notice from the shell, by visit or by place, in the rubric's language."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.bot.office import VISIT, Office, office


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "data")


def run(here: Office, *words: object) -> Result:
    command = ["export", "rectification", *map(str, words)]
    return CliRunner().invoke(app, command, env=here.environment)


def test_the_notice_of_a_signed_sheet(here: Office, tmp_path: Path) -> None:
    """Each award rule that was not met has its row; the points add up to what the sheet lost."""
    here.signed()
    out = tmp_path / "notice.docx"
    assert run(here, "--visit", VISIT, "-o", out).exit_code == 0
    (table,) = docx.Document(BytesIO(out.read_bytes())).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][2] == "存在问题"
    assert any(row[1].startswith("2.2") and "=1+1 缺维护记录" in row[2] for row in rows)
    assert sum(float(row[3]) for row in rows[1:-1]) == float(rows[-1][3])


def test_a_sheet_that_is_not_signed_has_none(here: Office, tmp_path: Path) -> None:
    """A refusal with what to do, and no file."""
    here.furnish()
    with here.desk() as acting:
        acting.opened()
    out = tmp_path / "notice.docx"
    result = run(here, "--visit", VISIT, "-o", out)
    assert result.exit_code == 2
    assert "nothing to be put right" in result.output
    assert not out.exists()


def test_a_visit_that_is_not_known(here: Office, tmp_path: Path) -> None:
    """The same answer as for a sheet."""
    here.furnish()
    assert run(here, "--visit", "nosuchvisit", "-o", tmp_path / "x.docx").exit_code == 2
