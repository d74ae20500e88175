"""`scorewalk studio import` and `export`: alone and beside a running bot, tried and written, every mistake at once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.bot.office import Office, office
from tests.bot.studios.books import GOOD, book
from tests.kit.aiogram_check import Judges
from tests.kit.program import Program, studio


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "data")


@pytest.fixture
async def program(here: Office, judges: Judges) -> AsyncIterator[Program]:
    made = Program(here.folder, judges)
    await made.open()
    await made.add(studio())
    yield made
    await made.close()


def run(here: Office, *words: str) -> Result:
    return CliRunner().invoke(app, ["studio", *words], env=here.environment)


def written(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    return str(path)


def test_a_list_is_tried_written_and_written_out(here: Office, tmp_path: Path) -> None:
    path = written(tmp_path, book(GOOD))
    tried = run(here, "import", path, "--dry-run")
    assert tried.exit_code == 0, tried.output
    assert tried.stdout.splitlines() == [
        "1 new, 0 changed, 0 the same",
        "new: row 2 春雷工作室",
        "A trial: nothing was written.",
    ]
    done = run(here, "import", path)
    assert done.stdout.splitlines()[-1] == "Written."
    assert run(here, "export", "-o", path).exit_code == 0
    again = run(here, "import", path)
    assert again.stdout.splitlines() == [
        "0 new, 0 changed, 1 the same",
        "Exactly the list as it is, there is nothing to write.",
    ]


def test_mistakes_are_all_told_and_nothing_is_written(here: Office, tmp_path: Path) -> None:
    path = written(tmp_path, book(GOOD, ("夏雨工作室", "", "夏", "", "2026-02-31")))
    result = run(here, "import", path)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "2 mistakes, no row was written.",
        "row 3 · 所在单位 · This cannot be empty, please write it.",
        "row 3 · 命名日期 · “2026-02-31” is no day, write 2026-02-28.",
    ]
    assert "0 new, 0 changed, 0 the same" not in run(here, "import", path, "--dry-run").stdout


def test_what_is_no_workbook_is_refused(here: Office, tmp_path: Path) -> None:
    result = run(here, "import", written(tmp_path, b"name;unit;leader"))
    assert result.exit_code == 2
    assert "no Excel workbook" in result.stderr


async def test_a_long_list_goes_to_the_running_bot(program: Program, here: Office, tmp_path: Path) -> None:
    rows = [
        (f"第{number}创新工作室", f"{number % 9}矿", f"某{number}", "市级", "2024-05-01", "市总工会" * 5)
        for number in range(600)
    ]
    path = written(tmp_path, book(*rows))
    done = await asyncio.to_thread(run, here, "import", path)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[0] == "600 new, 0 changed, 0 the same"
    assert program.rows("select count(*) from studios") == [(601,)]
    ((name, person),) = program.rows("select name, person from history where name = 'import_studios'")
    assert (name, person) == ("import_studios", None)
