"""`scorewalk doctor`: one line for each thing that was looked at; exit 1 if any is broken."""

from __future__ import annotations

from typing import Final

import typer

from bot.cli.base import PROBLEMS, help_of, say, settings
from bot.clock import SystemClock
from bot.flows.wording import worded
from bot.texts import Words

MARKS: Final = {"ok": "✓", "warn": "▲", "fail": "✗"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor", help=help_of("cli.help.doctor"))(doctor)


def doctor() -> None:
    """Look at settings, database, clock, disk, media and Telegram."""
    from bot.wiring.desk_check import Finding, findings

    def line(found: Finding, speak: Words) -> str:
        mark, level = MARKS[found.level], speak(f"cli.doctor.{found.level}")
        code = found.key.removeprefix("problem.")
        if code != found.key:
            return f"{mark} {level} {worded(speak, code, found.params)}"
        return f"{mark} {level} {speak(f'cli.doctor.{found.key}', **found.params)}"

    speak = say()
    failed = False
    for found in findings(settings(), SystemClock()):
        failed = failed or found.level == "fail"
        typer.echo(line(found, speak))
    raise typer.Exit(PROBLEMS if failed else 0)
