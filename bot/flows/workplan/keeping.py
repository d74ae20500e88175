"""Files for a plan or a task: what both screens do alike."""

from __future__ import annotations

from bot.changes.base import Change
from bot.changes.work_plan.files import AttachToWorkPlan, ExtendWorkPlanAlbum
from bot.entities import Proof
from bot.flows.inputs import SentFile
from bot.flows.proof_files import file_of
from bot.flows.screen import Ask
from bot.flows.walk.evidence import fetchable


def kept(owner: str, given: SentFile, ask: Ask, album: Proof | None = None) -> Change:
    """Return the change that keeps a file, the next part of an album with its first; refuses what cannot be fetched."""
    fetchable(given)
    file = file_of(given, ask)
    if album is not None:
        return ExtendWorkPlanAlbum(piece=album.id, of=album.of, file=file)
    return AttachToWorkPlan(
        of=owner,
        kind=given.kind,
        file=file,
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )
