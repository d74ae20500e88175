"""`scorewalk export fund` and `plan`: a year of what a studio keeps, whatever it is assessed by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.base import help_of, settings, write_out
from bot.cli.options import OfStudio, Out
from bot.clock import SystemClock, to_ms
from bot.problems import Refusal

if TYPE_CHECKING:
    from bot.entities import Studio
    from bot.ports import Desk
    from bot.reports.score_sheet import Paper

OfYear = Annotated[
    int, typer.Option("--year", metavar="Y", min=1949, max=2100, help=help_of("cli.help.fund_year"))
]


def export_fund(out: Out, studio: OfStudio, year: OfYear) -> None:
    """Write the book of a studio's fund as Excel."""
    from bot.reports import fund

    _write(out, studio, year, fund.render)


def export_plan(out: Out, studio: OfStudio, year: OfYear) -> None:
    """Write the plans of a studio in a year as Excel."""
    from bot.reports import plans

    _write(out, studio, year, plans.render)


def _write(
    out: Path, studio: str, year: int, render: Callable[[Desk, Studio, int, str, int, Paper], bytes]
) -> None:
    from bot.media.folder import Stored
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        known = desk.studios.named(studio) or desk.studios.get(studio)
        if known is None:
            raise Refusal("studio_unknown", name=studio)
        paper = Paper(chosen.zone, Stored(chosen.media_dir).read)
        content = render(desk, known, year, chosen.language, to_ms(SystemClock().now()), paper)
    write_out(out, content)
