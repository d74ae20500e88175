"""`scorewalk export rectification`: the 整改通知书 of a signed sheet, as Word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.base import help_of, settings, write_out
from bot.cli.places import checked, visited


def export_rectification(
    out: Annotated[
        Path,
        typer.Option("-o", dir_okay=False, allow_dash=True, metavar="FILE", help=help_of("cli.help.out")),
    ],
    visit: Annotated[
        str | None, typer.Option("--visit", metavar="ID", help=help_of("cli.help.visit"))
    ] = None,
    studio: Annotated[
        str | None, typer.Option("--studio", metavar="S", help=help_of("cli.help.at_studio"))
    ] = None,
    rubric: Annotated[
        str | None, typer.Option("--rubric", metavar="R", help=help_of("cli.help.rubric_id"))
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="P", help=help_of("cli.help.at_period"))
    ] = None,
) -> None:
    """Write the notice of what a signed sheet says is to be put right."""
    place = (studio, rubric, period)
    checked(visit, place)
    from bot.media.folder import Stored
    from bot.reports import rectification
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        found = visited(desk, visit, place)
        content = rectification.render(desk, found, Paper(chosen.zone, Stored(chosen.media_dir).read))
    write_out(out, content)
