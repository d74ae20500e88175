"""`scorewalk export sheet` and `scorewalk verify`: sheets from the database, and whether one is what was signed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli.base import help_of, say, settings, write_out
from bot.cli.ledgers import export_ledger
from bot.cli.notices import export_rectification
from bot.cli.places import checked, visited
from bot.problems import Refusal
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.reports.score_sheet import Paper

SAME: Final = 0
DIFFERS: Final = 1
UNKNOWN: Final = 2
_POLITE: Final = 5
_LARGEST: Final = 256 << 20


def register(app: typer.Typer) -> None:
    """Add the group and the command."""
    group = typer.Typer(no_args_is_help=True)
    group.command("sheet", help=help_of("cli.help.export_sheet"))(export_sheet)
    group.command("ledger", help=help_of("cli.help.export_ledger"))(export_ledger)
    group.command("rectification", help=help_of("cli.help.export_rectification"))(export_rectification)
    app.add_typer(group, name="export", help=help_of("cli.help.export"))
    app.command("verify", help=help_of("cli.help.verify"))(verify)


def export_sheet(
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
    """Write the score sheet of a visit as Excel."""
    place = (studio, rubric, period)
    checked(visit, place)
    from bot.reports import score_sheet
    from bot.store import open_reader

    with suppress(OSError):
        os.nice(_POLITE)  # nobody's tap waits for a workbook
    chosen = settings()
    with open_reader(chosen.database) as desk:
        content = score_sheet.render(desk, visited(desk, visit, place), _paper(chosen))
    write_out(out, content)


def verify(
    sheet: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, metavar="SHEET", help=help_of("cli.help.verify_sheet")),
    ],
) -> None:
    """Say whether a workbook is the sheet that was signed: exit 0 yes, 1 it differs, 2 not known here."""
    from bot.changes.sign import shown
    from bot.reports.verify import verify as compare
    from bot.store import open_reader

    if sheet.stat().st_size > _LARGEST:
        raise Refusal("sheet_unreadable", why="too_large")
    chosen, speak = settings(), say()
    with open_reader(chosen.database) as desk:
        verdict = compare(desk, sheet.read_bytes(), _paper(chosen))
    if verdict.found is None:
        typer.echo(speak("cli.verify.unknown"))
        raise typer.Exit(UNKNOWN)
    found = verdict.found
    facts = {"studio": found.studio_name, "period": found.visit.period, "code": shown(found.digest or "")}
    if verdict.state == "same":
        typer.echo(speak("cli.verify.same" if found.sealed else "cli.verify.same_unsealed", **facts))
        raise typer.Exit(SAME)
    typer.echo(speak("cli.verify.differs", count=len(verdict.changed), **facts))
    nothing = speak("cli.none")
    for cell in verdict.changed:
        values = {"signed": cell.signed or nothing, "given": cell.given or nothing}
        typer.echo(f"  {speak('cli.verify.cell', cell=cell.address, **values)}")
    raise typer.Exit(DIFFERS)


def _paper(chosen: Settings) -> Paper:
    from bot.media.folder import Stored
    from bot.reports.score_sheet import Paper

    return Paper(chosen.zone, Stored(chosen.media_dir).read)
