"""What a coordinator sees when the program has read a document, or could not: the draft itself, where they wait for it.

Whoever has gone elsewhere meanwhile is told in a line with a button.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot import access
from bot.changes import FailDraft, OpenDraft
from bot.entities import Draft
from bot.flows import upgrades
from bot.flows.drawing import draw
from bot.flows.engine import World
from bot.flows.html import escape, short
from bot.flows.lengths import MAX_TEXT, visible_length
from bot.flows.outputs import Button, Output, Say, SendStored
from bot.flows.rubrics.lines import LABEL, name_of, why_failed
from bot.flows.rubrics.states import DraftState
from bot.flows.screen import Ask, Go
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import words

LINES = 12
"""Mistakes of a corrected draft that the message lists."""


def told(
    desk: Desk, world: World, change: OpenDraft | FailDraft, now: int
) -> Sequence[tuple[int, list[Output]]]:
    """Return the chat and what it is told."""
    draft = desk.drafts.get(change.draft)
    person = desk.people.by_account(draft.chat, now) if draft else None
    if draft is None or person is None or not access.may(person, "rubrics"):
        return ()
    ask = Ask(person, words(person.language), now, world.mint, world.zone, draft.chat)
    said: list[Output] = []
    if isinstance(change, FailDraft) and change.lines:
        said = _listed(draft, change, ask)
    where = draft
    before = desk.drafts.get(draft.replaces) if draft.replaces else None
    if draft.state == "failed" and before is not None and before.state == "open":
        where = before
    return [(draft.chat, [*said, *_shown(desk, ask, draft, where, told_already=bool(said))])]


def _shown(desk: Desk, ask: Ask, draft: Draft, where: Draft, *, told_already: bool) -> list[Output]:
    """Show the draft's page where the chat waits on it, else say in a line what became of it."""
    session = desk.sessions.get(draft.chat)
    waiting = (
        session is not None
        and session.screen == "draft"
        and upgrades.readable(session)
        and session.state.get("draft") in {draft.id, draft.replaces}
    )
    if session is not None and waiting:
        after, outputs = draw(desk, ask, session, Go("draft", DraftState(draft=where.id)), fresh=True)
        desk.sessions.put(after)
        line = [] if told_already or where is draft else [Say(_line(draft, ask))]
        return [*line, *outputs]
    if told_already:
        return []
    button = Button(ask.words("draft.button.open"), pack("d", "O", where.id))
    return [Say(_line(draft, ask), rows=((button,),))]


def _line(draft: Draft, ask: Ask) -> str:
    """Return what became of a draft."""
    name = name_of(draft.name, ask.words)
    if draft.state == "failed":
        head = ask.words("draft.head", name=name)
        return f"{head}\n{ask.words('draft.failed', why=why_failed(draft, ask.words))}"
    figures = {"items": draft.counts.items, "rules": draft.counts.rules}
    if draft.replaces:
        return ask.words("draft.replaced", **figures)
    return ask.words("draft.ready", name=name, count=len(draft.questions), **figures)


def _listed(draft: Draft, change: FailDraft, ask: Ask) -> list[Output]:
    """Return the mistakes of a corrected draft: what fits into a message, and all of them as a file."""
    name = escape(short(draft.name, LABEL))
    count = len(change.lines)
    lines = [ask.words("yaml.wrong", name=name, count=count)]
    rest = ask.words("yaml.more", count=count)
    shown = 0
    for line in change.lines[:LINES]:
        if visible_length("\n".join((*lines, line, rest))) > MAX_TEXT:
            break
        lines.append(line)
        shown += 1
    if shown < count:
        lines.append(ask.words("yaml.more", count=count - shown))
    made: list[Output] = [Say("\n".join(lines))]
    if change.listing is not None and shown < count:
        caption = ask.words("yaml.listing", count=count)
        made.append(SendStored(change.listing, ask.words("yaml.listing.name"), caption))
    return made
