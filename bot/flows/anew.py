"""The card in view of another chat drawn anew, because what it shows was changed from here.

It edits that card in place and moves nobody; a chat that stands elsewhere is left alone.
"""

from __future__ import annotations

from dataclasses import replace

from bot.flows import upgrades
from bot.flows.drawing import draw
from bot.flows.outputs import Anew, InChat, Output
from bot.flows.screen import Ask, Go, Stale
from bot.flows.walk.places import WalkState, first_open_item
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import words
from rubrics.problems import Refused


def anew(desk: Desk, by: Ask, wanted: Anew) -> list[Output]:
    """Return the edit of the card in view where it is one of the assessment's, in its reader's language."""
    session, person = desk.sessions.get(wanted.chat), desk.people.by_account(wanted.chat, by.now)
    if session is None or session.card is None or person is None or not upgrades.readable(session):
        return []
    state = upgrades.load(session.screen, session.version, session.state)
    if not isinstance(state, WalkState) or state.assessment != wanted.assessment:
        return []
    there = state if wanted.keep else _restart(desk, state)
    ask = replace(by, who=person, words=words(person.language), chat=wanted.chat)
    try:
        after, outputs = draw(desk, ask, session, Go(wanted.screen or session.screen, there), fresh=False)
    except (Refusal, Refused, Stale):
        # Who may not see it any more is told so when they press something; what others do stands.
        return []
    desk.sessions.put(replace(after, below=True) if wanted.told else after)
    return [InChat(wanted.chat, output) for output in outputs]


def _restart(desk: Desk, state: WalkState) -> WalkState:
    """Return the same item without what was asked: an open question is about what is no longer there."""
    there = WalkState(assessment=state.assessment, item=state.item)
    moved = desk.visits.assessment(state.assessment)
    if moved is None or not state.item:
        return there
    known = desk.library.get(moved.visit.rubric, moved.visit.version).item(state.item)
    return there if known is not None else there.at(first_open_item(desk, moved))
