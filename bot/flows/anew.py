"""The card in view of another chat drawn anew, because what it shows was changed from here.

It edits that card in place and moves nobody; a chat that stands elsewhere is left alone.
"""

from __future__ import annotations

from dataclasses import replace

from bot.flows import upgrades
from bot.flows.drawing import draw
from bot.flows.outputs import Anew, InChat, Output
from bot.flows.screen import Ask, Go
from bot.flows.walk.places import WalkState, first_open_item
from bot.ports import Desk
from bot.texts import words


def anew(desk: Desk, by: Ask, wanted: Anew) -> list[Output]:
    """Return the edit of the card in view where it is one of the assessment's, in its reader's language."""
    session, person = desk.sessions.get(wanted.chat), desk.people.by_account(wanted.chat, by.now)
    if session is None or session.card is None or person is None or not upgrades.readable(session):
        return []
    state = upgrades.load(session.screen, session.version, session.state)
    moved = desk.visits.assessment(wanted.assessment)
    if moved is None or not isinstance(state, WalkState) or state.assessment != moved.id:
        return []
    known = desk.library.get(moved.visit.rubric, moved.visit.version).item(state.item)
    # An open question is about what is no longer there; it is asked again where it is needed.
    there = WalkState(assessment=moved.id, item=state.item)
    if known is None and state.item:
        there = there.at(first_open_item(desk, moved))
    ask = Ask(person, words(person.language), by.now, by.mint, by.zone, wanted.chat)
    after, outputs = draw(desk, ask, session, Go(session.screen, there), fresh=False)
    desk.sessions.put(replace(after, below=True))
    return [InChat(wanted.chat, output) for output in outputs]
