"""`scorewalk rubric list | show | check | draft | schema`: the rubric library from the shell."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import draft, rubric_text
from bot.cli.base import PROBLEMS, described, help_of, say, scheme_of, settings
from bot.texts import Words
from rubrics import files
from rubrics.model import Rubric
from rubrics.problems import Problem


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(no_args_is_help=True)
    group.command("list", help=help_of("cli.help.rubric_list"))(list_rubrics)
    group.command("show", help=help_of("cli.help.rubric_show"))(show_rubric)
    group.command("check", help=help_of("cli.help.rubric_check"))(check)
    group.command("draft", help=help_of("cli.help.rubric_draft"))(draft.command)
    group.command("schema", help=help_of("cli.help.rubric_schema"))(schema)
    app.add_typer(group, name="rubric", help=help_of("cli.help.rubric"))


def list_rubrics() -> None:
    """Print the shipped rubrics, and where a database is, those published in it."""
    speak = say()
    listed = {
        (loaded.rubric.id, loaded.rubric.version): loaded.rubric
        for loaded in map(files.load, files.shipped())
        if loaded.rubric is not None
    }
    published = {(each.id, each.version): each for each in _published()}
    newest = {each.id: each.version for each in published.values()}
    for key in sorted(listed | published):
        each = published.get(key) or listed[key]
        # What came before a published version was published too: all files are, at every start.
        out = each.version <= newest.get(each.id, 0)
        typer.echo(
            rubric_text.line(each, speak, speak("cli.rubric.published" if out else "cli.rubric.shipped"))
        )


def _published() -> tuple[Rubric, ...]:
    """Return what a database has published; without a database the shipped files are all there is."""
    from bot.store import open_reader
    from bot.store.dialect import file_of

    path = file_of(settings().database)
    if not path.is_file():
        return ()
    with open_reader(path) as desk:
        library = desk.library
        return tuple(
            library.get(newest.id, version)
            for newest in library.current()
            for version, _ in library.versions(newest.id)
        )


def show_rubric(
    rubric: Annotated[str, typer.Argument(metavar="ID", help=help_of("cli.help.rubric_id"))],
) -> None:
    """Print one rubric: items, rules with their letters, readings."""
    typer.echo(rubric_text.whole(scheme_of(rubric), say()))


def schema() -> None:
    """Print the JSON Schema of rubric files."""
    import json

    from rubrics.schema import schema as rubric_schema

    typer.echo(json.dumps(rubric_schema(), ensure_ascii=False, indent=2))


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help=help_of("cli.help.check_file"))],
) -> None:
    """Print every problem as `file:line: what, what instead`; exit 1 on errors, 0 with warnings."""
    speak = say()
    errors = 0
    for path in paths:
        if path.name.endswith(files.COVERAGE):
            covered = files.load_coverage(path)
            wrong = _told(path, covered.problems, speak)
            if not wrong:
                good = speak("cli.check.covered", path=path, passages=len(covered.passages))
                typer.echo(good, err=True)
        else:
            loaded = files.load(path)
            wrong = _told(path, loaded.problems, speak)
            if loaded.rubric is not None:
                typer.echo(_good(path, loaded.rubric, speak), err=True)
        errors += wrong
    raise typer.Exit(PROBLEMS if errors else 0)


def _told(path: Path, problems: Iterable[Problem], speak: Words) -> int:
    """Print problems with their places; returns how many of them are errors."""
    errors = 0
    for one in problems:
        line = one.where.line if one.where and one.where.line else 1
        why = described(speak, one)
        if one.severity == "warning":
            why = speak("cli.check.warning", why=why)
        typer.echo(f"{path}:{line}: {why}")
        errors += one.severity == "error"
    return errors


def _good(path: Path, each: Rubric, speak: Words) -> str:
    size = rubric_text.size_of(each, speak)
    return speak("cli.check.good", path=path, id=each.id, version=each.version, size=size)
