"""Uploaded workbooks read into plain values, each in a child that cannot take more than its share."""

from __future__ import annotations

from typing import Any, Final

from bot.wiring.reading import Reader, by_child
from rubrics.draft.sources import package
from rubrics.problems import Refused, problem

WALL_SECONDS: Final = 30.0
"""Patience with a busy machine; the child's processor time is limited in any case."""
READER: Final = "bot.wiring.upload_child"


def read(
    data: bytes, kind: str, *, seconds: float = WALL_SECONDS, reader: Reader = by_child
) -> dict[str, Any]:
    """What a workbook of a kind says; refuses (Refused) what cannot be read, is too large, or takes too long."""
    if _kind(data) != "xlsx":
        raise Refused(problem("upload_not_excel"))
    found: dict[str, Any] = reader(READER, [kind], data, seconds)["read"]
    return found


def _kind(data: bytes) -> str:
    """Return what the bytes are; of what is no document at all nobody needs to hear which documents there are."""
    try:
        return package.kind(data)
    except Refused as refused:
        if refused.problem.code == "document_kind":
            return ""
        raise
