"""The command line: each command parses its words, calls what does the work, prints and gives an exit code.

Commands import what they need when they are called, so that `scorewalk score` starts without a database. The texts are
in `bot.texts`; nothing is decided here.
"""

from __future__ import annotations

import logging
import sys
from typing import Final

import typer

from bot.cli import doctor, outcomes, people, rubric, running, score, sheets, verify
from bot.cli.base import Commands, help_of

__all__ = ["app", "main"]

FAILED: Final = 70
"""Exit code of a mistake of ours (EX_SOFTWARE)."""

app = typer.Typer(
    name="scorewalk",
    cls=Commands,
    help=help_of("cli.help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for part in (running, people, rubric, score, outcomes, sheets, verify, doctor):
    part.register(app)


def main() -> None:
    """Run the command that the shell asked for; every error becomes an exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Chinese must come out where the locale says ASCII; a broken character is better than no answer.
        if "utf" not in (stream.encoding or "").lower():
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except Exception:
        logging.getLogger(__name__).exception("a mistake of the program itself")
        sys.exit(FAILED)
