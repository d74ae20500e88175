"""`scorewalk export registers`: the standing file of a studio, one sheet a register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.base import help_of, settings, write_out
from bot.clock import SystemClock, to_ms
from bot.problems import Refusal


def export_registers(
    out: Annotated[
        Path,
        typer.Option("-o", dir_okay=False, allow_dash=True, metavar="FILE", help=help_of("cli.help.out")),
    ],
    studio: Annotated[str, typer.Option("--studio", metavar="S", help=help_of("cli.help.at_studio"))],
) -> None:
    """Write the registers of a studio as Excel."""
    from bot.reports import registers
    from bot.store import open_reader

    chosen = settings()
    with open_reader(chosen.database) as desk:
        known = desk.studios.named(studio) or desk.studios.get(studio)
        if known is None:
            raise Refusal("studio_unknown", name=studio)
        content = registers.record(desk, known, chosen.language, to_ms(SystemClock().now()))
    write_out(out, registers.render(content))
