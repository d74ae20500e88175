"""`scorewalk verify`: whether a workbook is the sheet that was signed, and where it is not."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from zoneinfo import ZoneInfo

import typer

from bot.cli.base import help_of, say, settings
from bot.cli.sheets import paper_of
from bot.clock import from_ms
from bot.problems import Refusal
from bot.texts import Words

if TYPE_CHECKING:
    from bot.reports.verify import Changed, Verdict

SAME: Final = 0
DIFFERS: Final = 1
UNKNOWN: Final = 2
_LARGEST: Final = 256 << 20
_LONGEST: Final = 100
"""Characters of a cell that are printed."""
_BEFORE: Final = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify", help=help_of("cli.help.verify"))(verify)


def verify(
    sheet: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, metavar="SHEET", help=help_of("cli.help.verify_sheet")),
    ],
) -> None:
    """Say whether a workbook is the sheet that was signed: exit 0 yes, 1 it differs, 2 not known here."""
    from bot.reports.verify import verify as compare
    from bot.store import open_reader

    if sheet.stat().st_size > _LARGEST:
        raise Refusal("sheet_unreadable", why="too_large")
    chosen, speak = settings(), say()
    with open_reader(chosen.database) as desk:
        verdict = compare(desk, sheet.read_bytes(), paper_of(chosen))
    for line in told(verdict, speak, chosen.zone):
        typer.echo(line)
    raise typer.Exit({"same": SAME, "unknown": UNKNOWN}.get(verdict.state, DIFFERS))


def told(verdict: Verdict, speak: Words, zone: ZoneInfo) -> list[str]:
    """Return a verdict in words: what it is, then a line for each thing that differs."""
    from bot.changes.sign import shown

    found = verdict.found
    if found is None:
        printed = [speak("verify.unknown.printed", code=verdict.printed)] if verdict.printed else []
        return [speak("verify.unknown"), *printed]
    facts = {"studio": found.studio_name, "period": found.visit.period, "code": shown(found.digest or "")}
    if verdict.state == "same":
        return [speak("verify.same" if found.sealed else "verify.same_unsealed", **facts)]
    head = [speak("verify.differs", count=len(verdict.changed), **facts)]
    if verdict.replaced is not None:
        head = [_replaced(verdict, speak, zone)]
        if verdict.changed:
            head.append(speak("verify.replaced_differs", count=len(verdict.changed)))
    return [*head, *(f"  {_line(each, speak)}" for each in verdict.changed)]


def _replaced(verdict: Verdict, speak: Words, zone: ZoneInfo) -> str:
    """Return that it was signed and holds no more, and which one does."""
    from bot.changes.sign import shown

    found, old = verdict.found, verdict.replaced
    if found is None or old is None:
        raise ValueError(verdict)
    facts = {
        "studio": found.studio_name,
        "period": found.visit.period,
        "code": shown(old.digest),
        "day": from_ms(old.at).astimezone(zone).date().isoformat(),
    }
    if found.digest is None:
        return speak("verify.replaced_open", items=found.reopened, **facts)
    return speak("verify.replaced", now=shown(found.digest), **facts)


def _line(each: Changed, speak: Words) -> str:
    """Return where it is, what was expected and what was found."""
    item = f" {speak('verify.item', item=each.item)}" if each.item else ""
    nothing = speak("cli.none")
    signed, given = (" ".join(words.split()) for words in (each.signed, each.given))
    first = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(signed, given, strict=False)))
    both = {"signed": _cut(signed, first) or nothing, "given": _cut(given, first) or nothing}
    return speak(f"verify.{each.kind}", cell=f"{each.address}{item}", **both)


def _cut(words: str, first: int) -> str:
    """Return as much of a text as fits on a line: what stands around its first letter that differs."""
    start = max(0, min(first - _BEFORE, len(words) - _LONGEST))
    cut = words[start : start + _LONGEST]
    return f"{'…' if start else ''}{cut}{'…' if start + _LONGEST < len(words) else ''}"
