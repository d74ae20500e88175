"""`scorewalk export registers`: the standing file of a studio, one sheet a register."""

from __future__ import annotations

from bot.cli.base import settings, write_out
from bot.cli.options import OfStudio, Out
from bot.clock import SystemClock, to_ms
from bot.problems import Refusal


def export_registers(
    out: Out,
    studio: OfStudio,
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
