"""The shape of the house: who may import what, where time and chance come from, where words may stand.

What ruff and mypy already say is not said again here.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from statistics import quantiles

import pytest

from tests.kit.sources import PACKAGES, ROOT, look, sources

LONGEST_MODULE = 500
LONG_MODULE = 350
LONG_FUNCTION = 35
IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")

CLOCKS = {
    "bot/clock.py": "the program's",
    "bot/sandbox/clock.py": "the stand-in's, which knows nothing of the bot",
}

CHINESE = {
    "bot/texts/": "every text that a person sees, in both languages",
    "bot/samples": "the names of sample studios and people",
    "bot/sandbox/": "the chat page has its own two-language table, sample people their names",
    "exports/labels": "the official labels of a printed sheet",
    "exports/styles.py": "names of fonts",
    "rubrics/entry": "the few words of quick entry: 满, 分, 不适用",
    "rubrics/form_answers.py": "the few units and words in which people answer fields of a form",
    "rubrics/form_words.py": "the words of the marks that a coordinator writes into a form",
    "rubrics/draft/": "the language of the official documents that it reads, and of the drafts that it writes",
}


def name(path: Path) -> str:
    """The path as this page writes it."""
    return path.relative_to(ROOT).as_posix()


def tracked() -> list[Path]:
    """Every file under version control that still exists."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [path for path in (ROOT / line for line in listed.stdout.split("\0") if line) if path.is_file()]


# --- import contracts ---------------------------------------------------------------------------


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of the folder's pyproject.toml on the packages that lie there."""
    command = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


HOUSE = {
    "bot/__main__.py": "import bot.cli",
    "bot/cli.py": "import typer, bot.wiring",
    "bot/wiring.py": "import bot.tg, bot.store, bot.runner",
    "bot/samples.py": "import bot.changes",
    "bot/tg/__init__.py": "import telegram, aiohttp",
    "bot/store/__init__.py": "import sqlalchemy, alembic, aiosqlite",
    "bot/media/__init__.py": "import bot.ports",
    "bot/reports/__init__.py": "import exports",
    "bot/sandbox/__init__.py": "import aiohttp",
    "bot/runner.py": "import bot.flows",
    "bot/flows/__init__.py": "import bot.changes, rubrics",
    "bot/changes/__init__.py": "import bot.ports",
    "bot/ports.py": "import bot.access",
    "bot/access.py": "import bot.entities",
    "bot/texts/__init__.py": "",
    "bot/entities/__init__.py": "",
    "bot/problems.py": "",
    "bot/problems_standing.py": "",
    "bot/clock.py": "",
    "bot/settings.py": "import pydantic_settings",
    "exports/__init__.py": "import openpyxl, PIL, docx, rubrics",
    "rubrics/__init__.py": "import pydantic",
    "rubrics/files.py": "import yaml",
    "rubrics/draft/__init__.py": "",
    "rubrics/draft/sources/__init__.py": "",
    "rubrics/draft/sources/xlsx.py": "import openpyxl",
    "rubrics/draft/sources/docx.py": "import docx",
}
"""A small house in which every contract holds."""

BREACHES = {
    "packages": ("rubrics/sly.py", "import exports"),
    "layers": ("bot/changes/sly.py", "import bot.flows"),
    "reports": ("bot/flows/sly.py", "import exports"),
    "sandbox": ("bot/sandbox/sly.py", "import bot.clock"),
    "pure": ("bot/changes/slow.py", "import threading"),
    "telegram": ("bot/flows/chatty.py", "from telegram import Bot"),
    "database": ("bot/flows/greedy.py", "from sqlalchemy.orm import Session"),
    "workbooks": ("bot/reports/sly.py", "from openpyxl import Workbook"),
    "documents": ("bot/reports/lettered.py", "from docx import Document"),
    "pictures": ("bot/media/gallery.py", "from PIL import Image"),
    "yaml": ("rubrics/other.py", "import yaml"),
    "http": ("bot/media/sly.py", "import aiohttp"),
    "settings": ("bot/access.py", "import bot.entities, pydantic_settings"),
    "typer": ("bot/wiring.py", "import typer, bot.tg, bot.store, bot.runner"),
}
"""For each contract a file that breaks it."""


def build(folder: Path, files: dict[str, str]) -> None:
    for package in PACKAGES:
        (folder / package).mkdir(exist_ok=True)
        (folder / package / "__init__.py").touch()
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text + "\n", encoding="utf-8")
    (folder / "pyproject.toml").write_text(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )


def contracts() -> dict[str, str]:
    """Id to name of each contract."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {each["id"]: each["name"] for each in settings["tool"]["importlinter"]["contracts"]}


def test_every_import_contract_holds() -> None:
    run = lint_imports(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_contracts_find_what_breaks_them(tmp_path: Path) -> None:
    build(tmp_path, HOUSE)
    clean = lint_imports(tmp_path)
    assert clean.returncode == 0, clean.stdout + clean.stderr

    assert set(BREACHES) == set(contracts()), "every contract has its breach"
    build(tmp_path, dict(BREACHES.values()))
    broken = lint_imports(tmp_path).stdout
    kept = [id_ for id_, title in contracts().items() if f"{title} BROKEN" not in broken]
    assert not kept, broken


def test_a_module_without_a_layer_is_found(tmp_path: Path) -> None:
    build(tmp_path, HOUSE | {"bot/helpers.py": ""})
    run = lint_imports(tmp_path)
    assert run.returncode != 0
    assert "helpers" in run.stdout


DOORS = {
    "rubrics/files.py": {"yaml"},
    "rubrics/draft/sources/xlsx.py": {"openpyxl"},
    "rubrics/draft/sources/docx.py": {"docx"},
}
"""The modules of rubrics that may use an outside library, each its own."""


def test_rubrics_are_pydantic_and_the_standard_library() -> None:
    allowed = set(sys.stdlib_module_names) | {"pydantic", "pydantic_core", "rubrics"}
    strange = [
        f"{source.name}: {module}"
        for source in sources()
        if source.name.startswith("rubrics/")
        for module in source.imports
        if module.partition(".")[0] not in allowed | DOORS.get(source.name, set())
    ]
    assert not strange


def test_importing_rubrics_opens_none_of_its_doors_to_office_files() -> None:
    code = (
        "import sys, rubrics.files, rubrics.schema, rubrics.draft.reader, rubrics.draft.sources;"
        "sys.exit(bool({'openpyxl', 'docx', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


# --- sizes and words ----------------------------------------------------------------------------


def test_no_module_hides_a_second_noun() -> None:
    tests = {name(path): len(path.read_text("utf-8").splitlines()) for path in (ROOT / "tests").rglob("*.py")}
    sizes = {source.name: source.lines for source in sources()} | tests
    assert {each: size for each, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_modules_and_functions_stay_short() -> None:
    assert quantiles([source.lines for source in sources()], n=20)[-1] <= LONG_MODULE
    functions = [length for source in sources() for length in source.functions]
    assert quantiles(functions, n=20)[-1] <= LONG_FUNCTION


def test_every_module_says_what_it_is() -> None:
    assert [source.name for source in sources() if not source.documented] == []


def test_time_and_chance_come_from_the_clock() -> None:
    found = [
        f"{source.name}:{where}"
        for source in sources()
        if source.name not in CLOCKS
        for where in source.chance
    ]
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\nx = datetime.now()",
        "import datetime\nx = datetime.datetime.now(tz)",
        "import random",
        "from uuid import uuid4",
        "import time\ntime.time()",
    ],
)
def test_a_hidden_clock_would_be_found(source: str) -> None:
    assert look(source).chance


def test_chinese_stands_only_where_texts_stand() -> None:
    found = [
        f"{source.name}:{said.line}: {said.text!r}"
        for source in sources()
        if not source.name.startswith(tuple(CHINESE))
        for said in source.spoken
        if IDEOGRAPH.search(said.text)
    ]
    assert not found


def test_chinese_in_an_f_string_would_be_found() -> None:
    module = look('"""文档"""\nx = f"{n} 分"\n"""说明"""')
    assert [said.text for said in module.spoken if IDEOGRAPH.search(said.text)] == [" 分"]


def test_points_are_never_binary_fractions() -> None:
    found = [
        f"{source.name}:{line}"
        for source in sources()
        if source.name.startswith("rubrics/")
        for line in source.floats
    ]
    assert not found


# --- locks --------------------------------------------------------------------------------------

REQUIREMENT = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)(?: ; [^\\]+)? \\$")


def locked(lock: str) -> dict[str, str]:
    """Package to version of a lock; fails on a line that is neither a pinned package, a hash nor a comment."""
    found: dict[str, str] = {}
    for line in (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines():
        if pinned := REQUIREMENT.match(line):
            found[pinned[1]] = pinned[2]
        else:
            assert re.match(r" +(--hash=sha256:[0-9a-f]{64}( \\)?$|#)", line), line
    return found


@pytest.mark.parametrize("lock", ["run.lock", "test.lock"])
def test_locks_are_hashed_and_name_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    packages = locked(lock)
    assert "setuptools" in packages, "the project itself is built with what the lock brings"
    assert text.count("--hash=") >= len(packages)
    assert "://" not in text


def test_the_test_lock_is_the_run_lock_and_more() -> None:
    run, test = locked("run.lock"), locked("test.lock")
    assert run.items() <= test.items()
    assert not {"aiogram", "playwright", "pytest"} & run.keys(), "what make try installs is small"


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [re.split(r"[<>=!~ ]", each)[0].lower() for each in project["dependencies"]]
    assert set(named) <= locked("run.lock").keys()


def test_no_file_names_a_package_index() -> None:
    hosts = re.compile("|".join(("py" + r"pi\.org", "python" + "hosted", "npm" + "js", r"deb\." + "debian")))
    found = [
        name(path) for path in tracked() if hosts.search(path.read_bytes().decode("utf-8", errors="replace"))
    ]
    assert not found
