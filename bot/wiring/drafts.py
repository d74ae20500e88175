"""Official documents read into drafts, each in a child that cannot take more than its share of time and memory.

What is looked at before a file is opened is looked at here, so that most bad files never cost a child.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any, Final

from rubrics.draft.document import Spot
from rubrics.draft.findings import Finding, finding
from rubrics.draft.reader import Draft
from rubrics.draft.sources import package
from rubrics.problems import Refused, problem

WALL_SECONDS: Final = 15.0
"""A child that takes longer is ended. Its two seconds of the processor end it long before that, unless the machine has
other work: then a good document must not be refused for what others do."""
SPOKEN_SECONDS: Final = 5
"""What a person is told."""


def read(data: bytes, name: str, chosen: str = "", *, seconds: float = WALL_SECONDS) -> Draft:
    """The draft of a document; refuses what cannot be read, is too large, or takes too long.

    The processor time is limited in any case; `seconds` is the patience with a busy machine.
    """
    package.kind(data)
    command = [sys.executable, "-m", "bot.wiring.draft_child", name, chosen]
    try:
        child = subprocess.run(  # noqa: S603 - our own program
            command, input=data, capture_output=True, check=False, timeout=seconds, env=environment()
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(problem("document_too_slow", seconds=SPOKEN_SECONDS)) from error
    if child.returncode < 0:  # ended by its limits
        raise Refused(problem("document_too_slow", seconds=SPOKEN_SECONDS))
    if child.returncode != 0:
        raise Refused(problem("document_damaged"))
    return _draft(json.loads(child.stdout))


def environment() -> dict[str, str]:
    """A child's environment: nothing of the settings, and the same places for modules."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SCOREWALK_")}
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "MALLOC_ARENA_MAX": "1"}


def _draft(found: dict[str, Any]) -> Draft:
    if "refused" in found:
        refused = found["refused"]
        raise Refused(problem(refused["code"], **_params(refused["params"])))
    return Draft(
        found["text"],
        tuple(map(_finding, found["findings"])),
        found["sections"],
        found["items"],
        found["rules"],
        found["bonus"],
    )


def _finding(found: dict[str, Any]) -> Finding:
    spot = Spot(**found["spot"]) if found["spot"] else None
    return finding(found["code"], spot, **_params(found["params"]))


def _params(found: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
