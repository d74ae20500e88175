"""A file came in where one thing is in view that is to be put right: it is proof of that, whatever is being asked."""

from __future__ import annotations

from bot.changes import AttachToFix, Change, ExtendFixAlbum
from bot.changes.studio_fix import SETTLED
from bot.flows.fix.reading import Page
from bot.flows.inputs import SentFile
from bot.flows.proof_files import file_of
from bot.flows.screen import Ask
from bot.flows.walk.evidence import fetchable
from bot.problems import Refusal


def kept(page: Page, given: SentFile, ask: Ask) -> Change:
    """Return the change that keeps it: a new piece, or the next part of an album, wherever that went."""
    if not page.leads:
        raise Refusal("fix_files_leader")
    fetchable(given)
    file = file_of(given, ask)
    if page.album is not None:
        return ExtendFixAlbum(piece=page.album.id, file=file)
    if page.fix.state in SETTLED:
        raise Refusal("fix_closed_files", number=str(page.fix.number))
    return AttachToFix(
        fix=page.fix.id,
        kind=given.kind,
        file=file,
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )


def sent_here(page: Page) -> bool:
    """Say whether the card in view will show it."""
    return page.album is None or page.album.of == page.fix.id
