"""A stranger's file read by a child that cannot take more than its share of time and memory.

It knows how a child is asked and how one fails, and not what is read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Final, Protocol

from rubrics.problems import Refused, problem

SPOKEN_SECONDS: Final = 5
"""What a person is told of the time that a file may take."""


class Reader(Protocol):
    """Lets a module of our own open a file."""

    def __call__(self, module: str, given: Sequence[str], data: bytes, seconds: float) -> dict[str, Any]:
        """Return the module's answer as plain values; refuses (Refused) a file that breaks its reader."""
        ...


def by_child(module: str, given: Sequence[str], data: bytes, seconds: float) -> dict[str, Any]:
    """Ask a child of our own program; it limits its processor time itself, `seconds` are for a busy machine."""
    try:
        child = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", module, *given],
            input=data, capture_output=True, check=False, timeout=seconds, env=_environment(),
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Refused(problem("document_too_slow", seconds=SPOKEN_SECONDS)) from error
    if child.returncode < 0:  # ended by its limits
        raise Refused(problem("document_too_slow", seconds=SPOKEN_SECONDS))
    if child.returncode != 0:
        raise Refused(problem("document_damaged"))
    return unrefused(json.loads(child.stdout))


def unrefused(found: dict[str, Any]) -> dict[str, Any]:
    """Return an answer that is no refusal; raise one that is."""
    if "refused" in found:
        refused = found["refused"]
        raise Refused(problem(refused["code"], **params(refused["params"])))
    return found


def params(found: dict[str, Any]) -> dict[str, Any]:
    """Return parameters of a problem as they were before they became JSON."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}


def _environment() -> dict[str, str]:
    """Return a child's environment: nothing of the settings, and the same places for modules."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SCOREWALK_")}
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "MALLOC_ARENA_MAX": "1"}
