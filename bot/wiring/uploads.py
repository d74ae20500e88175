"""Uploaded workbooks read into plain values, each in a child that cannot take more than its share."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Final

from bot.wiring.drafts import SPOKEN_SECONDS, environment
from rubrics.draft.sources import package
from rubrics.problems import Refused, problem

WALL_SECONDS: Final = 30.0
"""Patience with a busy machine; the child's processor time is limited in any case."""


def read(data: bytes, kind: str, *, seconds: float = WALL_SECONDS) -> dict[str, Any]:
    """What a workbook of a kind says; refuses (Refused) what cannot be read, is too large, or takes too long."""
    if package.kind(data) != "xlsx":
        raise Refused(problem("upload_not_excel"))
    command = [sys.executable, "-m", "bot.wiring.upload_child", kind]
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
    found: dict[str, Any] = json.loads(child.stdout)
    if "refused" in found:
        refused = found["refused"]
        params = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in refused["params"].items()
        }
        raise Refused(problem(refused["code"], **params))
    read_: dict[str, Any] = found["read"]
    return read_
