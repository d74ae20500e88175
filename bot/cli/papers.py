"""`scorewalk export summary`, `bulletin`, `payout` and `annual`: papers about all studios of a period."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from bot.cli.base import help_of, settings, write_out
from bot.cli.options import OfPeriod, OfRubric, OfUnit, Out
from bot.clock import SystemClock, to_ms
from bot.entities import Scope
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period

if TYPE_CHECKING:
    from bot.reports.papers import Asked
    from bot.reports.score_sheet import Paper

_POLITE: Final = 5


def register(group: typer.Typer) -> None:
    """Add the commands to the group of exports."""
    group.command("summary", help=help_of("cli.help.export_summary"))(export_summary)
    group.command("bulletin", help=help_of("cli.help.export_bulletin"))(export_bulletin)
    group.command("payout", help=help_of("cli.help.export_payout"))(export_payout)
    group.command("annual", help=help_of("cli.help.export_annual"))(export_annual)


def export_summary(out: Out, rubric: OfRubric, period: OfPeriod, unit: OfUnit = None) -> None:
    """Write the summary of a period as Excel."""
    from bot.reports import summary

    _write(out, (rubric, period, unit), summary.render)


def export_bulletin(out: Out, rubric: OfRubric, period: OfPeriod, unit: OfUnit = None) -> None:
    """Write the circular on what was found as Word."""
    from bot.reports import notices

    _write(out, (rubric, period, unit), notices.render_bulletin)


def export_payout(out: Out, rubric: OfRubric, period: OfPeriod, unit: OfUnit = None) -> None:
    """Write what is paid out and taken, as Word or Excel by the ending of the file."""
    from bot.reports import notices

    ending = out.suffix.lower()
    if ending not in {".docx", ".xlsx"}:
        raise Refusal("paper_ending", path=str(out))

    def render(desk: Desk, asked: Asked, now: int, paper: Paper) -> bytes:
        return notices.render_payout(desk, asked, now, paper, workbook=ending == ".xlsx")

    _write(out, (rubric, period, unit), render)


def export_annual(out: Out, rubric: OfRubric, period: OfPeriod, unit: OfUnit = None) -> None:
    """Write the review of a year or a cycle as Word."""
    from bot.reports import notices

    _write(out, (rubric, period, unit), notices.render_annual)


def _write(
    out: Path, what: tuple[str, str, str | None], render: Callable[[Desk, Asked, int, Paper], bytes]
) -> None:
    """Draw over all studios, as whoever has the shell may, and write the file."""
    from bot.media.folder import Stored
    from bot.reports.papers import Asked
    from bot.reports.score_sheet import Paper
    from bot.store import open_reader

    rubric, period, unit = what
    asked = Asked(rubric, Period.parse(period), (Scope(kind="all"),), unit or "")
    with suppress(OSError):
        os.nice(_POLITE)  # nobody's tap waits for a workbook
    chosen, now = settings(), to_ms(SystemClock().now())
    with open_reader(chosen.database) as desk:
        content = render(desk, asked, now, Paper(chosen.zone, Stored(chosen.media_dir).read))
    write_out(out, content)
