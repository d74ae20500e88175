"""The child that makes an export: `python -m bot.wiring.export_child`, what is wanted as JSON on standard input.

It reads the database and the stored files, writes finished files into the folder that it is told, and says on standard
output how far it is, one JSON value a line. It knows neither chat nor network.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from bot.entities import Scope
from bot.flows.export.filled import FilledBy
from bot.flows.export.order import Order
from bot.media.folder import Stored
from bot.problems import Refusal
from bot.reports.bench import Bench
from bot.reports.exports import DRAWERS
from bot.reports.score_sheet import Paper
from bot.settings import Settings
from bot.store import open_reader
from rubrics.problems import Refused

_POLITE: Final = 5


def say(told: dict[str, Any]) -> None:
    """Write a line for whoever started this."""
    sys.stdout.write(json.dumps(told, ensure_ascii=False, default=asdict) + "\n")
    sys.stdout.flush()


def make(wanted: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Make the files of an order; returns where they are, or why there are none."""
    order = Order.model_validate(wanted["order"])
    stored = Stored(settings.media_dir)
    bench = Bench(
        paper=Paper(settings.zone, stored.read),
        open=stored.open,
        into=Path(wanted["into"]),
        now=wanted["now"],
        largest=wanted["largest"],
        scopes=tuple(map(Scope.model_validate, wanted["scopes"])),
        by=FilledBy.model_validate(wanted["by"]),
        said=lambda done, of: say({"done": done, "of": of}),
    )
    try:
        with open_reader(settings.database) as desk:
            made = tuple(DRAWERS[order.kind](desk, order, bench))
    except Refusal as refusal:
        return {"refused": {"code": refusal.code, "params": dict(refusal.params)}}
    except Refused as refused:
        return {"refused": {"code": refused.problem.code, "params": dict(refused.problem.params)}}
    return {"made": [{"path": str(each.path), "name": each.name, "note": each.note} for each in made]}


def main() -> None:
    """Make one export and answer."""
    with suppress(OSError):
        os.nice(_POLITE)  # nobody's tap waits for a file
    say(make(json.loads(sys.stdin.buffer.read()), Settings()))


if __name__ == "__main__":
    main()
