"""`scorewalk doctor`: everything in order, and each thing that can be out of order by itself."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.clock import SteppedClock
from bot.settings import Settings
from bot.wiring.desk_check import Finding, findings
from rubrics import files
from tests.bot.office import Office, office
from tests.kit.aiogram_check import Judges
from tests.kit.program import Program


@pytest.fixture
def here(tmp_path: Path) -> Office:
    made = office(tmp_path / "data")
    made.signed(photo=True)
    with made.desk() as acting:
        acting.fetched()
    made.folder.chmod(0o700)
    return made


def doctor(here: Office, **environment: str) -> Result:
    return CliRunner().invoke(app, ["doctor"], env=here.environment | environment)


def found(here: Office, level: str) -> list[str]:
    settings = Settings(data_dir=here.folder, token=SecretStr(""), _env_file=None)
    return [each.key for each in findings(settings, here.clock) if each.level == level]


def by_hand(here: Office, *statements: str) -> None:
    """Change the database behind the program's back."""
    with closing(sqlite3.connect(here.folder / "scorewalk.db", isolation_level=None)) as raw:
        raw.execute("PRAGMA trusted_schema=1")
        for statement in statements:
            raw.execute(statement)


def test_all_is_well_but_for_the_token_that_is_not_set(here: Office) -> None:
    result = doctor(here)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert [line for line in lines if not line.startswith("✓")] == [
        "▲ warn Telegram: SCOREWALK_TOKEN is not set, nothing checked."
    ]
    for part in (
        "is sound",
        "Asia/Shanghai",
        "chains hold",
        f"{len(files.shipped_ids())} published",
        "Evidence files: 1",
        "not running",
    ):
        assert part in result.stdout


def test_before_the_first_run_nothing_is_broken_and_nothing_is_made(tmp_path: Path) -> None:
    here = office(tmp_path / "data")
    assert doctor(here).exit_code == 0
    assert not here.folder.exists()


def test_it_speaks_chinese(here: Office) -> None:
    assert "✓ 正常 历史：" in doctor(here, SCOREWALK_LANGUAGE="zh-CN").stdout


def media(here: Office) -> Path:
    return next(path for path in (here.folder / "media").rglob("*") if path.is_file())


def no_picture(here: Office) -> None:
    media(here).unlink()


def another_picture(here: Office) -> None:
    media(here).write_bytes(b"another")


def history_rewritten(here: Office) -> None:
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'"
    with closing(sqlite3.connect(here.folder / "scorewalk.db")) as raw:
        names = [name for (name,) in raw.execute(triggers)]
    by_hand(
        here,
        *(f"DROP TRIGGER {name}" for name in names),
        "UPDATE history SET payload = replace(payload, '2.2', '2.3') WHERE name = 'mark_item'",
    )


def newer_tables(here: Office) -> None:
    by_hand(here, "UPDATE alembic_version SET version_num = '9999'")


def older_journal(here: Office) -> None:
    by_hand(here, "PRAGMA journal_mode=delete")


def orphan(here: Office) -> None:
    by_hand(here, "PRAGMA foreign_keys=0", "UPDATE marks SET assessment = 'nobody' WHERE item = '2.2'")


def overwritten(here: Office) -> None:
    with (here.folder / "scorewalk.db").open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 2)


def no_database(here: Office) -> None:
    (here.folder / "scorewalk.db").write_bytes(b"this is no database at all, but long enough to look at" * 30)


def rubric_changed(here: Office) -> None:
    by_hand(here, "UPDATE rubric_versions SET sha256 = 'other' WHERE rubric = 'tongliao-2020'")


def clock_back(here: Office) -> None:
    here.clock.move(-timedelta(days=2))


@pytest.mark.parametrize(
    ("harm", "key"),
    [
        (no_picture, "media_missing"),
        (another_picture, "media_wrong"),
        (history_rewritten, "history_broken"),
        (newer_tables, "schema_newer"),
        (older_journal, "journal_wrong"),
        (orphan, "database_damaged"),
        (overwritten, "database_damaged"),
        (no_database, "problem.database_damaged"),
        (rubric_changed, "rubrics_changed"),
        (clock_back, "clock_behind"),
    ],
)
def test_what_is_broken_is_found(here: Office, harm: Callable[[Office], None], key: str) -> None:
    assert found(here, "fail") == []
    harm(here)
    broken = found(here, "fail")
    assert key in broken or (key == "database_damaged" and f"problem.{key}" in broken)


def test_what_is_broken_is_exit_1_and_said_with_what_to_do(here: Office) -> None:
    no_picture(here)
    result = doctor(here)
    assert result.exit_code == 1
    assert "✗ fail Evidence files: 1 missing (" in result.stdout
    assert "restore a backup" in result.stdout


def test_every_finding_has_its_words_in_both_languages() -> None:
    """The keys in the code are those in the texts, so no line of a bad day is a KeyError."""
    import inspect
    import re

    from bot.texts import TEXTS
    from bot.wiring import desk_check

    source = inspect.getsource(desk_check)
    named = set(re.findall(r'"([a-z_]+)"', source))
    for table in TEXTS.values():
        keys = {key.removeprefix("cli.doctor.") for key in table if key.startswith("cli.doctor.")}
        assert keys <= named | {"ok", "warn", "fail"}


async def test_telegram_is_asked_and_a_running_bot_is_noticed(here: Office, judges: Judges) -> None:
    program = Program(here.folder, judges)
    await program.open()
    try:
        told = {"SCOREWALK_TOKEN": program.standin.token, "SCOREWALK_API_BASE": program.standin.api_base}
        result = await asyncio.to_thread(doctor, here, **told)
        assert result.exit_code == 0, result.output
        assert "@ScorewalkSandboxBot answers" in result.stdout
        assert "The bot is running." in result.stdout
        wrong = await asyncio.to_thread(doctor, here, **told | {"SCOREWALK_TOKEN": "1:secretsecret"})
        assert wrong.exit_code == 1
        assert "✗ fail Telegram: no answer" in wrong.stdout
        assert "secretsecret" not in wrong.output
    finally:
        await program.close()


def test_settings_that_have_no_effect_are_named(here: Office) -> None:
    result = doctor(here, SCOREWALK_LANGUAGE="fr", SCOREWALK_WEBHOOK_URL="https://bot.example")
    assert "没有语言“fr”" in result.stdout
    assert "SCOREWALK_WEBHOOK_URL" in result.stdout


def test_a_folder_open_to_others_is_a_warning(here: Office) -> None:
    here.folder.chmod(0o755)
    assert "folder_open" in found(here, "warn")


def test_a_clock_of_1970_is_wrong_even_without_a_database(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    clock = SteppedClock(datetime(1970, 1, 1, tzinfo=UTC))
    settings = Settings(data_dir=tmp_path, token=SecretStr(""), _env_file=None)
    assert Finding("fail", "clock_behind") in [
        Finding(each.level, each.key) for each in findings(settings, clock)
    ]
