"""`scorewalk outcomes`: lines of totals and facts become verdicts and what follows, without a database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Protocol

import typer

from bot.cli.base import PROBLEMS, described, help_of, language, say, text_of
from bot.texts import DEFAULT, Words
from rubrics import files
from rubrics.consequences import Due, fund_of
from rubrics.entry_totals import read_totals
from rubrics.outcome_json import outcome_json
from rubrics.outcomes import Outcome, outcomes, rules_of
from rubrics.points import show


class _Verdict(Protocol):
    @property
    def verdict(self) -> str: ...
    @property
    def verdict_en(self) -> str | None: ...


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
    as_json: Annotated[bool, typer.Option("--json", help=help_of("cli.help.json"))] = False,
) -> None:
    """Print what follows from the lines; exit 1 and no verdict at all if any line was refused."""
    scheme = files.latest(rubric)
    whole = None if fund is None else fund_of(fund)
    reading = read_totals(text_of(file), scheme)
    speak = say()
    if reading.problems:
        # A line left out could change the verdict of another period, so none is given.
        for one in reading.problems:
            why = described(speak, one.problem)
            typer.echo(speak("cli.score.problem", line=one.line, text=one.text, why=why), err=True)
        typer.echo(speak("cli.outcomes.refused"), err=True)
        raise typer.Exit(PROBLEMS)
    found = outcomes(scheme, reading.given, fund=whole)
    if as_json:
        listed = [outcome_json(scheme, one) for one in found]
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        facts = {fact.id: fact.title for fact in rules_of(scheme).facts}
        typer.echo("\n\n".join("\n".join(_lines(one, facts, speak)) for one in found))


def _lines(outcome: Outcome, facts: Mapping[str, str], speak: Words) -> Iterator[str]:
    yield "  ".join((str(outcome.period), *_figure(outcome, speak), *map(_verdict, outcome.verdicts)))
    for due in outcome.consequences:
        yield f"  {_due(due, facts, speak)}"
    for clause in outcome.clauses:
        quote = "".join(clause.quote.split("\n"))
        yield f"  {speak('cli.outcomes.clause', where=clause.where or '', quote=quote)}"
    for why in outcome.open:
        yield f"  ▲ {described(speak, why)}"


def _verdict(source: _Verdict) -> str:
    english = source.verdict_en if language() != DEFAULT else None
    return english or source.verdict


def _figure(outcome: Outcome, speak: Words) -> Iterator[str]:
    if outcome.average is None or outcome.exact is None:
        return
    shown = show(outcome.average)
    exact = "" if outcome.average == outcome.exact else f" ({outcome.exact})"
    yield speak("cli.outcomes.total", total=f"{shown}{exact}")


def _due(due: Due, facts: Mapping[str, str], speak: Words) -> str:
    one = due.consequence
    words = [one.who, one.what]
    if due.amount is not None:
        amount = f"{due.amount:+f}".replace("-", "−")
        words.append(f"{amount} {due.unit or ''}".rstrip())
        if one.per == "head":
            words.append(speak("cli.outcomes.head"))
    if one.share is not None and one.share != due.amount:
        words.append(speak("cli.outcomes.share", share=show(abs(one.share))))
    if one.note:
        words.append(speak("cli.outcomes.note", note=one.note))
    if one.given:
        words.append(speak("cli.outcomes.if", fact=facts[one.given]))
    elif one.choice:
        words.append(speak("cli.outcomes.choice"))
    return " ".join(words)
