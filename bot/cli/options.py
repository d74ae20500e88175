"""The options that several commands share, each written once: where to write, what about, how to say it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.base import help_of

Out = Annotated[
    Path, typer.Option("-o", dir_okay=False, allow_dash=True, metavar="FILE", help=help_of("cli.help.out"))
]
"""Where one file goes, or standard output."""
OutFile = Annotated[
    Path, typer.Option("-o", dir_okay=False, metavar="FILE", help=help_of("cli.help.out_file"))
]
"""Where files go that may be several."""

MaybeVisit = Annotated[str | None, typer.Option("--visit", metavar="ID", help=help_of("cli.help.visit"))]
OfVisit = Annotated[str, typer.Option("--visit", metavar="ID", help=help_of("cli.help.visit"))]
MaybeStudio = Annotated[str | None, typer.Option("--studio", metavar="S", help=help_of("cli.help.at_studio"))]
OfStudio = Annotated[str, typer.Option("--studio", metavar="S", help=help_of("cli.help.at_studio"))]
MaybeRubric = Annotated[str | None, typer.Option("--rubric", metavar="R", help=help_of("cli.help.rubric_id"))]
OfRubric = Annotated[str, typer.Option("--rubric", metavar="R", help=help_of("cli.help.rubric_id"))]
MaybePeriod = Annotated[str | None, typer.Option("--period", metavar="P", help=help_of("cli.help.at_period"))]
OfPeriod = Annotated[str, typer.Option("--period", metavar="P", help=help_of("cli.help.at_period"))]
OfUnit = Annotated[str | None, typer.Option("--unit", metavar="U", help=help_of("cli.help.of_unit"))]

Rulings = Annotated[
    list[str] | None, typer.Option("--ruling", metavar="ID=OPTION", help=help_of("cli.help.ruling"))
]
AsJson = Annotated[bool, typer.Option("--json", help=help_of("cli.help.json"))]
