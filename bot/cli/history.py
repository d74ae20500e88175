"""`scorewalk export history`: who changed what of a visit, when and why, as Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.base import help_of, settings, write_out
from bot.cli.places import visited
from bot.clock import SystemClock, to_ms


def export_history(
    out: Annotated[
        Path,
        typer.Option("-o", dir_okay=False, allow_dash=True, metavar="FILE", help=help_of("cli.help.out")),
    ],
    visit: Annotated[str, typer.Option("--visit", metavar="ID", help=help_of("cli.help.visit"))],
) -> None:
    """Write the history of a visit as Excel."""
    from bot.media.folder import Stored
    from bot.reports import history
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        found = visited(desk, visit, (None, None, None))
        paper = Paper(chosen.zone, Stored(chosen.media_dir).read)
        content = history.render(desk, found, to_ms(SystemClock().now()), paper)
    write_out(out, content)
