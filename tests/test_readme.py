"""The README's tables say what the program has: commands, chat commands, settings, exports, make targets."""

import re
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import typer

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`]+)`")


def table(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    section = README.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = iter(section.splitlines())
    next(line for line in lines if re.fullmatch(r"[|-]+", line.replace(" ", "")))
    rows = takewhile(lambda line: line.startswith("|"), lines)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def commands() -> dict[str, Any]:
    """Every command of the program by the words that call it (typer brings a command class of its own)."""
    from bot.cli import app

    found: dict[str, Any] = {}

    def walk(command: Any, words: tuple[str, ...]) -> None:
        if hasattr(command, "commands"):
            for name, inner in command.commands.items():
                walk(inner, (*words, name))
        else:
            found[" ".join(words)] = command

    walk(typer.main.get_command(app), ())
    return found


def written() -> dict[str, str]:
    """The README's commands: the words that call each, and its whole line."""
    lines = [found[1] for cells in table("Commands") if (found := CODE.search(cells[0]))]
    return {words(line): line for line in lines}


def words(line: str) -> str:
    """The words that call a command: small letters, up to the first argument or option."""
    kept = []
    for word in line.removeprefix("scorewalk ").split():
        if not re.fullmatch(r"[a-z-]+", word) or word.startswith("-"):
            break
        kept.append(word)
    return " ".join(kept)


def options(command: Any) -> list[set[str]]:
    """The options of a command, each as the names that it answers to."""
    return [
        {*parameter.opts, *parameter.secondary_opts}
        for parameter in command.params
        if parameter.param_type_name == "option" and "--help" not in parameter.opts
    ]


def test_every_command_is_in_the_readme_and_no_other() -> None:
    assert written().keys() == commands().keys()


def test_the_readme_names_every_option_and_no_other() -> None:
    for name, command in commands().items():
        named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", written()[name]))
        known = options(command)
        assert named <= set().union(*known), name
        assert all(named & names for names in known), name


def test_every_chat_command_is_in_the_readme_and_no_other() -> None:
    from bot.flows.menu import COMMANDS

    listed = {found[1] for cells in table("In the chat") if (found := CODE.search(cells[0]))}
    assert listed == {f"/{name}" for name in COMMANDS}


def test_every_setting_is_in_the_readme_as_it_is() -> None:
    from bot.settings import SETTINGS

    listed = [(cells[0].strip("`"), cells[1].strip("`"), cells[2]) for cells in table("Settings")]
    assert listed == [(name, default, help_) for name, default, help_ in SETTINGS]


def test_every_export_is_in_the_readme_and_no_other() -> None:
    listed = {found[1] for cells in table("Exports") if (found := CODE.search(cells[0]))}
    assert listed == {name.removeprefix("export ") for name in commands() if name.startswith("export ")}


def test_every_mark_of_an_own_form_is_in_the_readme_and_no_other() -> None:
    from rubrics.form_words import ITEM, SECTION, WHOLE

    section = README.split("\n### Your own form\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.split("|")[2] for line in section.splitlines() if line.startswith("| `{{")]
    for named, row in zip((ITEM, SECTION, WHOLE), rows, strict=True):
        assert CODE.findall(row) == list(named)
        assert all(f"`{name}` {known[1]}" in row for name, known in named.items())


def test_every_path_on_the_map_is_there() -> None:
    section = README.split("\n## Map of the code\n", 1)[1].split("\n## ", 1)[0]
    missing = [path for path in CODE.findall(section) if "/" in path and not (ROOT / path).exists()]
    assert missing == []


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z-]+)`", README)) | {"try", "test"}))
def test_every_make_target_named_is_one(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
