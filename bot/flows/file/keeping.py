"""Files for an entry, and a line that becomes one: what the list and the entry do alike."""

from __future__ import annotations

from bot.changes.base import Change
from bot.changes.registers.attach import AttachToEntry, ExtendEntryAlbum
from bot.changes.registers.entries import AddFileEntry
from bot.entities import Proof
from bot.flows.file.line import Line
from bot.flows.file.states import ADD_SCREEN, ENTRY_SCREEN, AddState, EntryState
from bot.flows.inputs import SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Say
from bot.flows.proof_files import file_of
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Step
from bot.flows.walk.evidence import fetchable


def kept(entry: str, studio: str, given: SentFile, ask: Ask, album: Proof | None) -> Change:
    """Return the change that keeps a file for an entry; refuses what cannot be fetched."""
    fetchable(given)
    file = file_of(given, ask)
    if album is not None:
        return ExtendEntryAlbum(piece=album.id, entry=album.of, file=file)
    return AttachToEntry(
        entry=entry,
        studio=studio,
        kind=given.kind,
        file=file,
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )


def entered(line: Line, studio: str, ask: Ask, given: SentFile | None = None, entry: str = "") -> Step:
    """Add what a line says, or go on with the questions where something is wrong or not said; a file goes along."""
    entry = entry or ask.mint()
    files = (kept(entry, studio, given, ask, None),) if given is not None else ()
    if line.wrong is None and not line.open:
        add = AddFileEntry(
            entry=entry, studio=studio, kind=line.kind.id, said=line.said, today=today(ask).isoformat()
        )
        return Step((add, *files), go=Go(ENTRY_SCREEN, EntryState(entry=entry)), fresh=True)
    state = AddState(entry=entry, studio=studio, kind=line.kind.id, said=line.said, step=line.open or "check")
    said: tuple[Say, ...] = ()
    if line.wrong is not None:
        said = (Say(spoken(ask.words, line.wrong.code, line.wrong.params, html=True)),)
    return Step(files, go=Go(ADD_SCREEN, state), say=said, fresh=True)
