"""The child that reads an uploaded workbook: `python -m bot.wiring.upload_child KIND`, the bytes on standard input.

It limits itself before it opens anything, and answers with one JSON value. It knows neither
database nor chat nor network.
"""

from __future__ import annotations

import json
import sys
from typing import Any, Final

from bot.reports.uploads import READERS
from bot.wiring.child_limits import limit
from rubrics.problems import Refused

CPU_SECONDS: Final = 5
"""A full table of thousands of rows takes two."""


def answer(data: bytes, kind: str) -> dict[str, Any]:
    """What the workbook says as plain values, or why it cannot be read."""
    try:
        return {"read": READERS[kind](data)}
    except Refused as refused:
        return {"refused": {"code": refused.problem.code, "params": dict(refused.problem.params)}}


def main() -> None:
    """Read one workbook and answer."""
    limit(CPU_SECONDS)
    try:
        found = answer(sys.stdin.buffer.read(), sys.argv[1])
    except (MemoryError, RecursionError):
        sys.exit(1)
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
