"""What all commands share: settings, language, and refusals that become a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from bot.flows.wording import worded
from bot.problems import Refusal
from bot.settings import Settings
from bot.texts import DEFAULT, Words, words
from rubrics import files
from rubrics.model import Rubric
from rubrics.problems import Problem, Refused, problem

PROBLEMS: Final = 1
"""Exit code: it was done, and something is wrong with what was given."""
REFUSED: Final = 2
"""Exit code: it was not done (also what typer gives for wrong usage)."""


class Commands(TyperGroup):
    """The root of all commands: what any of them refuses is said on standard error."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own
        """Run the command; a refusal is a sentence and exit code 2."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            complain(refusal.code, refusal.params)
        except Refused as refused:
            complain(refused.problem.code, refused.problem.params)
        raise typer.Exit(REFUSED)


def settings() -> Settings:
    """Return the settings, or refuse with the name of the wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(map(str, first["loc"])).upper()
        raise Refusal("setting_wrong", name=f"SCOREWALK_{name}", value=str(first.get("input", ""))) from error


def language() -> str:
    """Return the language of the command line, also where other settings are wrong."""
    try:
        return Settings().language
    except ValidationError:
        return os.environ.get("SCOREWALK_LANGUAGE", DEFAULT)


def say() -> Words:
    """Return the texts in the language of the command line."""
    return words(language())


def help_of(key: str) -> str:
    """Return the help of a command or option."""
    return _HELP(key)


_HELP: Final = words(language())


def complain(code: str, params: Mapping[str, object]) -> None:
    """Say on standard error why something was not done."""
    typer.echo(worded(say(), code, params), err=True)


def described(speak: Words, one: Problem) -> str:
    """Return a problem of a rubric file, mark or line in words."""
    return worded(speak, one.code, one.params)


def scheme_of(name: str) -> Rubric:
    """Return the newest version of a rubric by its id, or the one in a file that is being written."""
    if not name.lower().endswith((".yaml", ".yml")):
        return files.latest(name)
    loaded = files.load(Path(name))
    if loaded.rubric is None:
        wrong = [one for one in loaded.problems if one.severity == "error"]
        raise Refused(problem("rubric_has_mistakes", path=name, count=len(wrong)))
    return loaded.rubric


def text_of(file: Path | None) -> str:
    """Return the text of a file, or of standard input where none or - is named; refuses what is not UTF-8."""
    data = sys.stdin.buffer.read() if file is None or str(file) == "-" else file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(problem("file_not_utf8")) from error


def write_out(out: Path, content: bytes) -> None:
    """Write a file (`-`: standard output) and say where it is, or refuse."""
    if str(out) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Refusal("out_unwritable", path=str(out)) from error
    typer.echo(say()("cli.export.done", path=out, size=len(content) // 1024 + 1), err=True)
