"""The shape of the house: who may import what, where time and chance come from, where words may stand.

What ruff and mypy already say is not said again here.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "exports", "rubrics")
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


def modules() -> list[Path]:
    """Every module of the program."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def name(path: Path) -> str:
    """The path as this page writes it."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name(path))


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


def imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


DOORS = {
    "rubrics/files.py": {"yaml"},
    "rubrics/draft/sources/xlsx.py": {"openpyxl"},
    "rubrics/draft/sources/docx.py": {"docx"},
}
"""The modules of rubrics that may use an outside library, each its own."""


def test_rubrics_are_pydantic_and_the_standard_library() -> None:
    allowed = set(sys.stdlib_module_names) | {"pydantic", "pydantic_core", "rubrics"}
    strange = [
        f"{name(path)}: {module}"
        for path in (ROOT / "rubrics").rglob("*.py")
        for module in imported(tree(path))
        if module.partition(".")[0] not in allowed | DOORS.get(name(path), set())
    ]
    assert not strange


def test_importing_rubrics_opens_none_of_its_doors_to_office_files() -> None:
    code = (
        "import sys, rubrics.files, rubrics.schema, rubrics.draft.reader, rubrics.draft.sources;"
        "sys.exit(bool({'openpyxl', 'docx', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


# --- sizes and words ----------------------------------------------------------------------------


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_hides_a_second_noun() -> None:
    everything = [*modules(), *(ROOT / "tests").rglob("*.py")]
    long = {name(path): lines(path) for path in everything if lines(path) > LONGEST_MODULE}
    assert not long


def test_modules_and_functions_stay_short() -> None:
    sizes = [lines(path) for path in modules()]
    functions = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert quantiles(sizes, n=20)[-1] <= LONG_MODULE
    assert quantiles(functions, n=20)[-1] <= LONG_FUNCTION


@pytest.mark.parametrize("path", modules(), ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree(path))


def sources_of_chance(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute):
            written = ast.unparse(node)
            if re.fullmatch(
                r"(datetime\.)?(datetime\.(now|utcnow|today)|date\.today)|time\.(time|time_ns)", written
            ):
                yield f"{node.lineno}: {written}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
            yield from (
                f"{node.lineno}: {each}"
                for each in sorted(names & {"random", "secrets", "uuid", "uuid4"}, key=str)
            )


def test_time_and_chance_come_from_the_clock() -> None:
    found = [
        f"{name(path)}:{where}"
        for path in modules()
        if name(path) not in CLOCKS
        for where in sources_of_chance(tree(path))
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
    assert list(sources_of_chance(ast.parse(source)))


def spoken(module: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module that are not docstrings."""
    silent = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node


def test_chinese_stands_only_where_texts_stand() -> None:
    found = [
        f"{name(path)}:{node.lineno}: {node.value!r}"
        for path in modules()
        if not name(path).startswith(tuple(CHINESE))
        for node in spoken(tree(path))
        if IDEOGRAPH.search(str(node.value))
    ]
    assert not found


def test_chinese_in_an_f_string_would_be_found() -> None:
    module = ast.parse('"""文档"""\nx = f"{n} 分"\n"""说明"""')
    assert [node.value for node in spoken(module) if IDEOGRAPH.search(str(node.value))] == [" 分"]


def test_points_are_never_binary_fractions() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path in (ROOT / "rubrics").rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
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
