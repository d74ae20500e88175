"""`scorewalk score`: lines of quick entry from a file or standard input become a sheet, without a database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import options, sheet_text
from bot.cli.base import PROBLEMS, described, help_of, language, say, scheme_of, text_of
from bot.texts import DEFAULT, Words
from rubrics import run, sheet_json
from rubrics.answers import read_rulings
from rubrics.effective import effective
from rubrics.force import Rulings
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.problems import Refused, problem
from rubrics.scoring import score


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("score", help=help_of("cli.help.score"))(command)


def command(
    rubric: Annotated[str, typer.Argument(metavar="RUBRIC", help=help_of("cli.help.rubric_id"))],
    file: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            dir_okay=False,
            allow_dash=True,
            metavar="FILE",
            help=help_of("cli.help.score_file"),
        ),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="P", help=help_of("cli.help.period"))
    ] = None,
    ruling: options.Rulings = None,
    variant: Annotated[
        str | None, typer.Option("--variant", metavar="V", help=help_of("cli.help.variant"))
    ] = None,
    form: Annotated[str | None, typer.Option("--form", metavar="ID", help=help_of("cli.help.form"))] = None,
    as_json: options.AsJson = False,
) -> None:
    """Score the lines and print the sheet; exit 1 if any line was refused.

    Without a ruling there is no campaign; with one, all others are as shipped.
    """
    scheme = scheme_of(rubric)
    when = Period.parse(period) if period else None
    rulings = read_rulings(scheme, ruling or ())
    known = tuple(each.id for each in scheme.variants)
    if variant is not None and variant not in known:
        raise Refused(problem("sheet_variant_unknown", variant=variant, known=known))
    marks, problems = run.run_lines(scheme, text_of(file), when, rulings=rulings)
    sheet = score(effective(scheme, rulings), marks, period=when, rulings=rulings, variant=variant, form=form)
    speak = say()
    if as_json:
        whole = sheet_json.sheet_json(
            sheet, problems, lambda one: described(speak, one.problem), sheet_text.name_of(speak)
        )
        typer.echo(json.dumps(whole, ensure_ascii=False, indent=2))
    else:
        typer.echo(sheet_text.sheet_text(sheet, speak))
        for said in _answers(scheme, rulings or {}, speak):
            typer.echo(said)
        for one in problems:
            why = described(speak, one.problem)
            typer.echo(speak("cli.score.problem", line=one.line, text=one.text, why=why), err=True)
    raise typer.Exit(PROBLEMS if problems else 0)


def _answers(scheme: Rubric, rulings: Rulings, speak: Words) -> Iterator[str]:
    """What was ruled with the command, in words."""
    english = language() != DEFAULT
    for ruling in scheme.rulings:
        if said := ruling.said(rulings.get(ruling.id), english=english):
            question = (english and ruling.question_en) or ruling.question
            yield speak("cli.score.ruling", question=question, said=said)
