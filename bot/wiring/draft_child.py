"""The child that reads an official document: `python -m bot.wiring.draft_child NAME ID`, the bytes on standard input.

It limits itself before it opens anything, and answers with one JSON value. It knows neither
database nor chat nor network.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from bot.wiring.child_limits import limit
from rubrics.draft.reader import draft
from rubrics.draft.sources import open_document
from rubrics.problems import Refused


def answer(data: bytes, name: str, chosen: str) -> dict[str, Any]:
    """The draft of a document as plain values, or why there is none."""
    try:
        made = draft(open_document(data, name), name=chosen, mark=sha256(data).hexdigest()[:8])
    except Refused as refused:
        return {"refused": {"code": refused.problem.code, "params": dict(refused.problem.params)}}
    findings = [
        {
            "code": one.problem.code,
            "params": dict(one.problem.params),
            "spot": asdict(one.spot) if one.spot else None,
        }
        for one in made.findings
    ]
    counts = {
        "sections": made.sections, "items": made.items, "rules": made.rules, "bonus": made.bonus
    }  # fmt: skip
    return {"text": made.text, "findings": findings, **counts}


def main() -> None:
    """Read one document and answer."""
    limit()
    name, chosen = sys.argv[1:3]
    try:
        found = answer(sys.stdin.buffer.read(), name, chosen)
    except (MemoryError, RecursionError):
        sys.exit(1)
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
