"""A file came in where the log is open: for the entry in view, for one that is written, or for one still to be named.

What belongs to nothing yet is kept first and asked about then, so that it cannot be lost by what is answered.
"""

from __future__ import annotations

from bot.changes import AttachToActivity, Change, ExtendActivityAlbum, ExtendKept, KeepForLog
from bot.entities import ActivityFacts, LogEntry, Proof
from bot.flows.inputs import SentFile
from bot.flows.month.log_draft import is_line, quick
from bot.flows.month.log_read import LogPage
from bot.flows.month.log_saving import LOG_SCREEN, begin
from bot.flows.outputs import Say
from bot.flows.proof_files import file_of
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Step
from bot.flows.walk.evidence import fetchable
from bot.problems import Refusal
from rubrics.problems import Refused


def take_file(view: LogPage, given: SentFile, ask: Ask) -> Step:
    """Take a file while a list, a draft or the question where files belong is in view."""
    fetchable(given)
    album, state = view.album, view.state
    if album is not None and not _loose(album):
        return _more(album, given, ask)
    if state.entry and state.revision:
        return Step((_attach(state.entry, given, ask),))
    if state.entry:
        kept, piece = _keep(view, given, ask)
        pieces = tuple(dict.fromkeys([*state.pieces, piece]))
        return Step((kept,), go=Go(LOG_SCREEN, state.model_copy(update={"pieces": pieces})))
    return _line(view, given, ask) if is_line(view, given.caption) else _ask_where(view, given, ask)


def file_of_entry(view: LogPage, entry: LogEntry, given: SentFile, ask: Ask) -> Step:
    """Take a file while an entry is in view: it belongs there unless its caption says another activity."""
    fetchable(given)
    album = view.album
    if album is not None and not _loose(album):
        return _more(album, given, ask, here=entry)
    if album is not None or _another(view, entry, given.caption):
        return take_file(view, given, ask)
    return Step((_attach(entry.id, given, ask),))


def _another(view: LogPage, entry: LogEntry, caption: str) -> bool:
    """Say whether a caption is a line about another kind or day than the entry in view."""
    if not is_line(view, caption):
        return False
    try:
        facts = quick(view, caption)
    except (Refused, Refusal):
        return True
    return (facts.activity, facts.on) != (entry.activity, entry.on)


def _line(view: LogPage, given: SentFile, ask: Ask) -> Step:
    """Log what the caption says with the file; if it cannot be logged, the file is kept all the same."""
    try:
        facts: ActivityFacts = quick(view, given.caption)
    except (Refused, Refusal) as wrong:
        problem = wrong.problem if isinstance(wrong, Refused) else wrong
        why = spoken(ask.words, problem.code, problem.params, html=True)
        step = _ask_where(view, given, ask)
        return Step(step.changes, go=step.go, say=(Say(why, reply_to=given.message),))
    kept, piece = _keep(view, given.model_copy(update={"caption": ""}), ask)
    waiting = tuple(dict.fromkeys([*(each.id for each in view.pieces), piece]))
    return begin(view, facts, ask, pieces=waiting, before=(kept,), album=given.album)


def _ask_where(view: LogPage, given: SentFile, ask: Ask) -> Step:
    kept, piece = _keep(view, given, ask)
    waiting = tuple(dict.fromkeys([*(each.id for each in view.pieces), piece]))
    state = view.state.listed().model_copy(update={"step": "where", "pieces": waiting})
    return Step((kept,), go=Go(LOG_SCREEN, state))


def _more(album: Proof, given: SentFile, ask: Ask, here: LogEntry | None = None) -> Step:
    """Add the next part of an album to the activity that the others went to."""
    change = ExtendActivityAlbum(piece=album.id, file=file_of(given, ask))
    seen = here is not None and here.id == album.of
    return Step(
        (change,), say=() if seen else (Say(ask.words("log.album"), reply_to=given.message),), quiet=not seen
    )


def _keep(view: LogPage, given: SentFile, ask: Ask) -> tuple[Change, str]:
    """Return the change that keeps a file, and the piece that it becomes or that it is a part of."""
    file = file_of(given, ask)
    if view.album is not None:
        return ExtendKept(piece=view.album.id, file=file), view.album.id
    piece = ask.mint()
    change = KeepForLog(
        studio=view.page.studio.id,
        piece=piece,
        kind=given.kind,
        file=file,
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )
    return change, piece


def _attach(entry: str, given: SentFile, ask: Ask) -> Change:
    return AttachToActivity(
        entry=entry,
        kind=given.kind,
        file=file_of(given, ask),
        caption=given.caption,
        chat=given.chat,
        album=given.album,
        received=given.at,
    )


def _loose(piece: Proof) -> bool:
    return piece.of == piece.studio
