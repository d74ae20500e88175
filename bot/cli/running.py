"""`scorewalk try` and `scorewalk run`: the bot on the local stand-in, and against Telegram."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli.base import help_of, say, settings

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
PORTS: Final = 65_535


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command("try", help=help_of("cli.help.try"))(try_out)
    app.command("run", help=help_of("cli.help.run"))(run)


def try_out(
    port: Annotated[
        int | None, typer.Option("--port", min=1, max=PORTS, metavar="N", help=help_of("cli.help.port"))
    ] = None,
    data: Annotated[
        Path, typer.Option("--data", file_okay=False, metavar="DIR", help=help_of("cli.help.data"))
    ] = Path("data/try"),
    no_browser: Annotated[bool, typer.Option("--no-browser", help=help_of("cli.help.no_browser"))] = False,
) -> None:
    """Run the bot on the stand-in until it is interrupted; prints the address of the chat page in one line."""
    from bot.wiring import trial

    speak = say()
    logging.basicConfig(level=logging.WARNING, format=FORMAT)
    code = asyncio.run(
        trial.try_out(
            settings(),
            port=port,
            data=data,
            browser=not no_browser,
            announce=lambda address: typer.echo(speak("cli.try.address", address=address)),
        )
    )
    raise typer.Exit(code)


def run() -> None:
    """Run the bot against the Bot API server of the settings until it is stopped."""
    from bot.wiring import service

    logging.basicConfig(level=logging.INFO, format=FORMAT)
    raise typer.Exit(asyncio.run(service.run(settings())))
