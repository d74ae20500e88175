"""A file came in: which item and occurrence it belongs to, as a new piece or as one more part of an album."""

from __future__ import annotations

from bot.changes import AttachEvidence, Change, ExtendAlbum, MoveEvidence
from bot.changes.reopened import only_reopened
from bot.entities import FileRef
from bot.flows.inputs import SentFile
from bot.flows.outputs import Say
from bot.flows.screen import Ask, Step
from bot.flows.walk.entered import Entered, take
from bot.flows.walk.marks_text import title_of
from bot.flows.walk.reading import Walk
from bot.flows.walk.receipt import answer
from bot.problems import Refusal
from rubrics import entry

LIMIT = 20 * 1024 * 1024
"""Bytes that a bot can fetch from Telegram."""


def attach(walk: Walk, given: SentFile, ask: Ask, *, card: bool) -> Step:
    """Take a file with its caption; the file itself is fetched in the background.

    What no card in view will show is confirmed in words: nobody should have to ask where a photo went.
    """
    fetchable(given)
    caption = entry.caption(given.caption, walk.rubric, period=walk.period, rulings=walk.assessment.rulings)
    done = take(walk, caption.entries, caption.problems, ask) if caption.entries or caption.problems else None
    item, occurrence, words = _where(walk, caption.item, caption.note, done, given)
    only_reopened(walk.assessment, item)
    changes = _piece(
        walk, given, item, occurrence, words, ask, aimed=bool(caption.item or (done and done.good))
    )
    placed = [each.item for each in changes if isinstance(each, AttachEvidence | MoveEvidence)]
    told = kept(walk, placed[-1], ask) if placed else ""
    if done is not None:
        return answer(walk, done, given.message, ask, card=card, more=changes, kept=told)
    seen = not placed or (card and placed[-1] == walk.state.item)
    return Step(changes, say=() if seen else (Say(told, reply_to=given.message),))


def kept(walk: Walk, item: str, ask: Ask) -> str:
    """Say with which item something is kept."""
    found = walk.rubric.item(item)
    title = title_of(found.title, found.title_en, ask.words) if found else ""
    return ask.words("reply.kept", item=f"{item} {title}")


def fetchable(given: SentFile) -> None:
    """Refuse a file that a bot cannot fetch, or that holds nothing."""
    if given.size is not None and given.size > LIMIT:
        size = -(-given.size // (1024 * 1024))
        raise Refusal("too_big", kind=given.kind, size=size, limit=LIMIT // (1024 * 1024))
    if given.size == 0:
        raise Refusal("empty_file", name=given.file_name or given.kind)


def _where(
    walk: Walk, named: str | None, note: str, done: Entered | None, given: SentFile
) -> tuple[str, str | None, str]:
    """Return item, occurrence and caption: what the caption names, else the item in view and its open occurrence.

    Words that an entry in the caption has made a note are not kept a second time.
    """
    if done and done.good:
        return done.good[0].item, done.occurrence, ""
    if named:
        if named not in walk.order:
            raise Refusal("not_on_sheet", item=named)
        return named, None, note
    if walk.state.item:
        return walk.state.item, walk.state.focus or None, given.caption
    if walk.album:
        return walk.album.item, walk.album.occurrence, given.caption
    raise Refusal("which_item")


def _piece(
    walk: Walk, given: SentFile, item: str, occurrence: str | None, words: str, ask: Ask, *, aimed: bool
) -> tuple[Change, ...]:
    file = FileRef(
        id=ask.mint(),
        file_id=given.file_id,
        unique_id=given.unique_id,
        size=given.size,
        name=given.file_name,
        mime=given.mime,
        kind=given.kind,
    )
    if walk.album is None:
        return (
            AttachEvidence(
                assessment=walk.assessment.id,
                item=item,
                occurrence=occurrence,
                kind=given.kind,
                file=file,
                caption=words,
                chat=given.chat,
                album=given.album,
                received=given.at,
            ),
        )
    more: tuple[Change, ...] = (ExtendAlbum(evidence=walk.album.id, file=file),)
    if aimed:
        more += (
            MoveEvidence(evidence=walk.album.id, item=item, occurrence=occurrence, caption=words or None),
        )
    elif words:
        kept = walk.album
        more += (MoveEvidence(evidence=kept.id, item=kept.item, occurrence=kept.occurrence, caption=words),)
    return more
