"""`scorewalk outcomes`: lines of totals and facts become verdicts and what follows, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from bot.cli.base import PROBLEMS, REFUSED, described, help_of, language, scheme_of, text_of
from bot.cli.options import AsJson, Rulings
from bot.cli.outcome_text import outcome_text, refusal_text
from bot.texts import words
from rubrics.answers import read_rulings
from rubrics.consequences import fund_of
from rubrics.effective import effective
from rubrics.entry_results import EntryProblem
from rubrics.entry_totals import read_totals
from rubrics.model import Rubric
from rubrics.outcome_json import outcome_json
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.problems import Refused, problem


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("outcomes", help=help_of("cli.help.outcomes"))(command)


def command(
    rubric: Annotated[str, typer.Argument(metavar="RUBRIC", help=help_of("cli.help.rubric_id"))],
    file: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            dir_okay=False,
            allow_dash=True,
            metavar="FILE",
            help=help_of("cli.help.outcomes_file"),
        ),
    ] = None,
    fund: Annotated[str | None, typer.Option("--fund", metavar="N", help=help_of("cli.help.fund"))] = None,
    named: Annotated[
        str | None, typer.Option("--named", metavar="MONTH", help=help_of("cli.help.named"))
    ] = None,
    ruling: Rulings = None,
    lang: Annotated[
        Literal["zh-CN", "en"] | None, typer.Option("--lang", help=help_of("cli.help.lang"))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print what follows from the lines; exit 1 and no verdict at all if any line was refused."""
    spoken = lang or language()
    speak = words(spoken)
    try:
        scheme = scheme_of(rubric)
        whole = None if fund is None else fund_of(fund)
        rulings = read_rulings(scheme, ruling or ()) or {}
        scheme = effective(scheme, rulings)
        month = None if named is None else Period.parse(named)
        reading = read_totals(text_of(file), scheme)
        if reading.problems:
            # A line left out could change the verdict of another period, so none is given.
            _refuse(scheme, reading.problems, spoken)
        found = outcomes(
            scheme, reading.given, fund=whole, rulings=rulings, named=_one_naming(month, reading.named)
        )
    except Refused as refused:
        typer.echo(described(speak, refused.problem), err=True)
        raise typer.Exit(REFUSED) from refused
    if as_json:
        listed = [outcome_json(scheme, one) for one in found]
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        typer.echo(outcome_text(scheme, found, spoken))


def _one_naming(asked: Period | None, written: Period | None) -> Period | None:
    """The naming, said with the command or in a line; refused if both are said and differ."""
    if asked and written and asked != written:
        raise Refused(problem("naming_twice", first=str(asked), second=str(written)))
    return asked or written


def _refuse(scheme: Rubric, problems: tuple[EntryProblem, ...], spoken: str) -> NoReturn:
    speak = words(spoken)
    for one in problems:
        why = refusal_text(scheme, one.problem, spoken)
        typer.echo(speak("cli.score.problem", line=one.line, text=one.text, why=why), err=True)
    typer.echo(speak("cli.outcomes.refused"), err=True)
    raise typer.Exit(PROBLEMS)
