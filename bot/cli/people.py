"""`scorewalk invite` and `scorewalk studio add`: what the first hour needs from the shell, also while the bot runs."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.base import help_of, say, settings
from bot.clock import SystemClock, from_ms


def register(app: typer.Typer) -> None:
    """Add the command and the group."""
    app.command("invite", help=help_of("cli.help.invite"))(invite)
    group = typer.Typer(no_args_is_help=True)
    group.command("add", help=help_of("cli.help.studio_add"))(add)
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
