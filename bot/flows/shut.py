"""The card in view of another chat closed, because a role that it needs was taken from here.

A chat whose card its reader may still see is left alone.
"""

from __future__ import annotations

from dataclasses import replace

from bot.flows import upgrades
from bot.flows.drawing import draw
from bot.flows.home import HomeScreen, HomeState
from bot.flows.outputs import InChat, Output, Shut
from bot.flows.screen import Ask, Go, Stale
from bot.flows.screens import BY_NAME
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import words
from rubrics.problems import Refused


def shut(desk: Desk, by: Ask, wanted: Shut) -> list[Output]:
    """Return the edit that closes the card in view, and let the chat stand at home."""
    session, person = desk.sessions.get(wanted.chat), desk.people.by_account(wanted.chat, by.now)
    if session is None or person is None or session.card is None or not upgrades.readable(session):
        return []
    ask = replace(by, who=person, words=words(person.language), chat=wanted.chat)
    try:
        state = upgrades.load(session.screen, session.version, session.state)
        BY_NAME[session.screen].load(desk, ask, state, None)
    except (Refusal, Refused, Stale):
        after, outputs = draw(desk, ask, session, Go(HomeScreen.name, HomeState()), fresh=False)
        desk.sessions.put(after)
        return [InChat(wanted.chat, output) for output in outputs]
    return []
