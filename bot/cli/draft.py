"""`scorewalk rubric draft`: an official document becomes a draft rubric, with a list of what to look at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli.base import PROBLEMS, described, help_of, say
from bot.flows.wording import place
from rubrics.problems import Refused, problem

if TYPE_CHECKING:
    from bot.texts import Words
    from rubrics.draft.findings import Finding

GROUPS: Final = ("unread", "sum", "field", "confirm", "note")
"""The findings in the order in which a person should look at them."""
WRONG: Final = {"unread", "sum"}
"""Groups that say that the draft does not hold all that the document says."""


def command(
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, metavar="FILE", help=help_of("cli.help.draft_file")),
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", dir_okay=False, metavar="OUT", help=help_of("cli.help.draft_out")),
    ] = None,
) -> None:
    """Read the document, write the draft, and name what is unread, what differs and what to confirm."""
    from bot.wiring import drafts
    from rubrics.draft.limits import FILE, MEGABYTE
    from rubrics.draft.questions import questions

    if file.stat().st_size > FILE:
        raise Refused(problem("document_too_large", most=FILE // MEGABYTE))
    made = drafts.read(file.read_bytes(), file.name, out.stem if out else "")
    speak = say()
    if out is None:
        sys.stdout.write(made.text)
    else:
        out.write_text(made.text, encoding="utf-8")
    others = {id(one.finding): one.options[1:] for one in questions(made.text, made.findings)}
    for group in GROUPS:
        found = [one for one in made.findings if one.group == group]
        if found:
            typer.echo(speak(f"cli.draft.group.{group}", count=len(found)), err=True)
            for one in found:
                typer.echo(f"  {_line(one, speak)}{_others(others.get(id(one), ()), speak)}", err=True)
    counts = {"sections": made.sections, "items": made.items, "rules": made.rules, "bonus": made.bonus}
    typer.echo(speak("cli.draft.done", **counts), err=True)
    if out is not None:
        typer.echo(speak("cli.draft.written", path=out), err=True)
    wrong = any(one.group in WRONG for one in made.findings)
    raise typer.Exit(PROBLEMS if wrong else 0)


def _line(one: Finding, speak: Words) -> str:
    what = described(speak, one.problem)
    return speak("cli.draft.at", place=place(one.spot, speak), what=what) if one.spot else what


def _others(options: tuple[str, ...], speak: Words) -> str:
    """The other readings, which the chat offers as buttons."""
    if not options:
        return ""
    return " " + speak("cli.draft.others", others=" / ".join(speak(f"draft.option.{one}") for one in options))
