"""`scorewalk export`: sheets and what follows from them, from the database."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import typer

from bot.cli import archives, forms, papers
from bot.cli.base import help_of, settings, write_out
from bot.cli.books import export_fund, export_plan
from bot.cli.history import export_history
from bot.cli.ledgers import export_ledger
from bot.cli.notices import export_rectification
from bot.cli.options import MaybePeriod, MaybeRubric, MaybeStudio, MaybeVisit, Out
from bot.cli.places import checked, visited
from bot.cli.registers import export_registers
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.reports.score_sheet import Paper

_POLITE: Final = 5


def register(app: typer.Typer) -> None:
    """Add the group and the command."""
    group = typer.Typer(no_args_is_help=True)
    group.command("sheet", help=help_of("cli.help.export_sheet"))(export_sheet)
    group.command("ledger", help=help_of("cli.help.export_ledger"))(export_ledger)
    group.command("registers", help=help_of("cli.help.export_registers"))(export_registers)
    group.command("fund", help=help_of("cli.help.export_fund"))(export_fund)
    group.command("plan", help=help_of("cli.help.export_plan"))(export_plan)
    group.command("rectification", help=help_of("cli.help.export_rectification"))(export_rectification)
    group.command("history", help=help_of("cli.help.export_history"))(export_history)
    archives.register(group)
    papers.register(group)
    forms.register(group)
    app.add_typer(group, name="export", help=help_of("cli.help.export"))


def export_sheet(
    out: Out,
    visit: MaybeVisit = None,
    studio: MaybeStudio = None,
    rubric: MaybeRubric = None,
    period: MaybePeriod = None,
) -> None:
    """Write the score sheet of a visit as Excel."""
    place = (studio, rubric, period)
    checked(visit, place)
    from bot.reports import score_sheet
    from bot.store import open_reader

    with suppress(OSError):
        os.nice(_POLITE)  # nobody's tap waits for a workbook
    chosen = settings()
    with open_reader(chosen.database) as desk:
        content = score_sheet.render(desk, visited(desk, visit, place), paper_of(chosen))
    write_out(out, content)


def paper_of(chosen: Settings) -> Paper:
    """Return what every sheet of this installation has in common."""
    from bot.media.folder import Stored
    from bot.reports.score_sheet import Paper

    return Paper(chosen.zone, Stored(chosen.media_dir).read)
