"""`scorewalk export ledger`: what a studio did in a month, a quarter or a year, one sheet for each kind."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.base import help_of, settings, write_out
from bot.clock import SystemClock, to_ms
from bot.problems import Refusal
from rubrics.periods import Period


def export_ledger(
    out: Annotated[
        Path,
        typer.Option("-o", dir_okay=False, allow_dash=True, metavar="FILE", help=help_of("cli.help.out")),
    ],
    studio: Annotated[str, typer.Option("--studio", metavar="S", help=help_of("cli.help.at_studio"))],
    rubric: Annotated[str, typer.Option("--rubric", metavar="R", help=help_of("cli.help.rubric_id"))],
    period: Annotated[str, typer.Option("--period", metavar="P", help=help_of("cli.help.at_period"))],
) -> None:
    """Write the ledger of a studio's activities as Excel."""
    from bot.media.folder import Stored
    from bot.reports import ledger
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    chosen, when = settings(), Period.parse(period)
    with open_reader(chosen.database) as desk:
        known = desk.studios.named(studio) or desk.studios.get(studio)
        if known is None:
            raise Refusal("studio_unknown", name=studio)
        asking = [each for each in desk.library.current() if each.activities]
        scheme = next((each for each in asking if each.id == rubric), None)
        if scheme is None:
            raise Refusal("no_log_rubric", rubric=rubric, known=tuple(each.id for each in asking))
        paper = Paper(chosen.zone, Stored(chosen.media_dir).read)
        content = ledger.render(desk, known, scheme, when, to_ms(SystemClock().now()), paper)
    write_out(out, content)
