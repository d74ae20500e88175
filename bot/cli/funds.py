"""`scorewalk export fund`: the book of a studio's fund in a year."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.base import help_of, settings, write_out
from bot.cli.options import OfStudio, Out
from bot.clock import SystemClock, to_ms
from bot.problems import Refusal


def export_fund(
    out: Out,
    studio: OfStudio,
    year: Annotated[
        int, typer.Option("--year", metavar="Y", min=1949, max=2100, help=help_of("cli.help.fund_year"))
    ],
) -> None:
    """Write the book of a studio's fund as Excel."""
    from bot.media.folder import Stored
    from bot.reports import fund
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        known = desk.studios.named(studio) or desk.studios.get(studio)
        if known is None:
            raise Refusal("studio_unknown", name=studio)
        paper = Paper(chosen.zone, Stored(chosen.media_dir).read)
        content = fund.render(desk, known, year, chosen.language, to_ms(SystemClock().now()), paper)
    write_out(out, content)
