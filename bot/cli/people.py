"""`scorewalk invite` and `scorewalk studio …`: what the first hour needs from the shell, also while the bot runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.base import PROBLEMS, help_of, say, settings, write_out
from bot.clock import SystemClock, from_ms, to_ms


def register(app: typer.Typer) -> None:
    """Add the command and the group."""
    app.command("invite", help=help_of("cli.help.invite"))(invite)
    group = typer.Typer(no_args_is_help=True)
    group.command("add", help=help_of("cli.help.studio_add"))(add)
    group.command("import", help=help_of("cli.help.studio_import"))(import_list)
    group.command("export", help=help_of("cli.help.studio_export"))(export_list)
    app.add_typer(group, name="studio", help=help_of("cli.help.studio"))


def invite(
    role: Annotated[str, typer.Argument(metavar="ROLE", help=help_of("cli.help.role"))],
    name: Annotated[str, typer.Option("--name", metavar="N", help=help_of("cli.help.name"))],
    studio: Annotated[
        str | None, typer.Option("--studio", metavar="S", help=help_of("cli.help.scope_studio"))
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="U", help=help_of("cli.help.scope_unit"))
    ] = None,
    days: Annotated[
        int, typer.Option("--days", min=1, max=365, metavar="N", help=help_of("cli.help.days"))
    ] = 7,
) -> None:
    """Print a one-time invitation link."""
    from bot.wiring.control import submit
    from bot.wiring.errands import InviteErrand
    from bot.wiring.telegram_name import ask_name

    chosen, speak = settings(), say()
    errand = InviteErrand(role=role, name=_said(name, "--name"), studio=studio, unit=unit, days=days)
    done, username = submit(chosen, SystemClock(), errand)
    username = username or ask_name(chosen)
    secret = done["secret"]
    # Without the bot's name there is no link: what it would make the phone send can be sent by hand.
    typer.echo(f"https://t.me/{username}?start={secret}" if username else f"/start {secret}")
    until = f"{from_ms(done['expires']).astimezone(chosen.zone):%Y-%m-%d %H:%M}"
    key = "cli.invite.link" if username else "cli.invite.by_hand"
    typer.echo(speak(key, name=name, role=speak(f"role.{done['role']}"), until=until), err=True)


def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help=help_of("cli.help.studio_name"))],
    unit: Annotated[str, typer.Option("--unit", metavar="U", help=help_of("cli.help.studio_unit"))],
    leader: Annotated[str, typer.Option("--leader", metavar="L", help=help_of("cli.help.studio_leader"))],
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="RUBRIC=TYPE", help=help_of("cli.help.studio_type"))
    ] = None,
) -> None:
    """Put a studio on the list."""
    from bot.wiring.control import submit
    from bot.wiring.errands import StudioErrand

    pairs = dict(_pair(each) for each in types or ())
    errand = StudioErrand(
        name=_said(name, "NAME"), unit=_said(unit, "--unit"), leader=_said(leader, "--leader"), types=pairs
    )
    submit(settings(), SystemClock(), errand)
    typer.echo(say()("cli.studio.added", name=name, unit=unit))


def import_list(
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, metavar="FILE", help=help_of("cli.help.import_file")),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_of("cli.help.dry_run"))] = False,
) -> None:
    """Read a list of studios: what is new and changed, or every mistake with exit code 1."""
    from bot.changes.upload_table import Table
    from bot.wiring import uploads
    from bot.wiring.control import submit
    from bot.wiring.errands import ImportErrand

    table = Table.model_validate(uploads.read(file.read_bytes(), "studios"))
    done, _ = submit(settings(), SystemClock(), ImportErrand(table=table, dry_run=dry_run))
    for line in _imported(done, dry_run=dry_run):
        typer.echo(line)
    if done["problems"]:
        raise typer.Exit(PROBLEMS)


def _imported(done: dict[str, Any], *, dry_run: bool) -> Iterator[str]:
    """Yield the lines that say what an import did, or would do."""
    from bot.changes.upload_table import Wrong
    from bot.flows.studios.fields import field_name
    from bot.flows.uploads.wrong import wrong_line

    speak = say()
    if done["problems"]:
        yield speak("cli.import.wrong", count=len(done["problems"]))
        for each in done["problems"]:
            yield wrong_line(Wrong.model_validate(each), speak, html=False)
        return
    yield speak("cli.import.counts", new=len(done["new"]), changed=len(done["changed"]), same=done["same"])
    for row, name in done["new"]:
        yield speak("cli.import.new", row=row, name=name)
    for row, name, keys in done["changed"]:
        fields = tuple(dict.fromkeys(field_name(key, speak) for key in keys))
        yield speak("cli.import.changed", row=row, name=name, fields=fields)
    if not done["new"] and not done["changed"]:
        yield speak("import.nothing")
        return
    yield speak("cli.import.dry" if dry_run else "cli.import.done")


def export_list(
    out: Annotated[
        Path,
        typer.Option("-o", dir_okay=False, allow_dash=True, metavar="FILE", help=help_of("cli.help.out")),
    ],
) -> None:
    """Write the list of studios as Excel, in the columns that import reads."""
    from bot.changes.studio_rows import EVERYWHERE
    from bot.reports import studios
    from bot.store import open_reader

    chosen, now = settings(), SystemClock().now()
    with open_reader(chosen.database) as desk:
        listed = desk.studios.covered(EVERYWHERE)
        year = now.astimezone(chosen.zone).year
        content = studios.render(studios.record(desk, listed, chosen.language, to_ms(now), year))
    write_out(out, content)


def _said(text: str, where: str) -> str:
    words = " ".join(text.split())
    if not words or len(words) > 60:  # noqa: PLR2004 - what fits on a button and in a head of a sheet
        raise typer.BadParameter(say()("cli.wrong.name"), param_hint=where)
    return words


def _pair(given: str) -> tuple[str, str]:
    rubric, equals, variant = given.partition("=")
    if not (rubric and equals and variant):
        raise typer.BadParameter(say()("cli.wrong.type", given=given), param_hint="--type")
    return rubric, variant
