"""`scorewalk export plan`: a year of a studio's plans with their tasks, and the yearly report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.base import help_of, settings, write_out
from bot.clock import SystemClock, to_ms
from bot.problems import Refusal


def export_plan(
    out: Annotated[
        Path,
        typer.Option("-o", dir_okay=False, allow_dash=True, metavar="FILE", help=help_of("cli.help.out")),
    ],
    studio: Annotated[str, typer.Option("--studio", metavar="S", help=help_of("cli.help.at_studio"))],
    year: Annotated[
        int, typer.Option("--year", metavar="Y", min=1949, max=2100, help=help_of("cli.help.fund_year"))
    ],
) -> None:
    """Write the plans of a studio in a year as Excel."""
    from bot.media.folder import Stored
    from bot.reports import plans
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        known = desk.studios.named(studio) or desk.studios.get(studio)
        if known is None:
            raise Refusal("studio_unknown", name=studio)
        paper = Paper(chosen.zone, Stored(chosen.media_dir).read)
        content = plans.render(desk, known, year, chosen.language, to_ms(SystemClock().now()), paper)
    write_out(out, content)
