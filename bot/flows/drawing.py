"""Keeping one card in view: edit it in place, or send a new one and close the old one to a line.

It decides which message shows what; what is shown is the screens' business.
"""

from __future__ import annotations

from typing import Any

from bot.entities.frozen import Frozen
from bot.flows import upgrades
from bot.flows.html import escape
from bot.flows.outputs import Face, NewCard, Output, Redraw
from bot.flows.screen import Ask, Go, Screen, Stale
from bot.flows.screens import BY_NAME, HOME
from bot.ports import Card, Desk, Session
from bot.problems import Refusal
from rubrics.problems import Refused


def draw(desk: Desk, ask: Ask, session: Session, go: Go, *, fresh: bool) -> tuple[Session, list[Output]]:
    """Stand on a screen and show it; returns the new session and what is to be sent."""
    screen: Screen[Any, Any] = BY_NAME[go.screen]
    state = go.state.model_dump(mode="json", exclude_defaults=True)
    if go.screen == HOME:
        return Session(session.chat, HOME, {}), _close(desk, ask, session)
    face = screen.show(screen.load(desk, ask, go.state, None), ask)
    outputs: list[Output] = []
    card = session.card
    if card is None or fresh:
        outputs += _close(desk, ask, session, go)
        card = ask.mint()
        outputs.append(NewCard(card, face))
        desk.cards.put(Card(card, session.chat, go.screen, state))
        below = False
    else:
        outputs.append(Redraw(card, face))
        kept = desk.cards.get(card)
        if kept is None or (kept.screen, dict(kept.state)) != (go.screen, state):
            desk.cards.put(Card(card, session.chat, go.screen, state, kept.message if kept else None))
        below = session.below
    return Session(session.chat, go.screen, state, upgrades.VERSION, card, below), outputs


def _close(desk: Desk, ask: Ask, session: Session, go: Go | None = None) -> list[Output]:
    """Return the edit that makes the card in view an old one."""
    if session.card is None:
        return []
    face = None
    try:
        screen = BY_NAME[session.screen]
        state = upgrades.load(session.screen, session.version, session.state)
        view = screen.load(desk, ask, state, None)
        on = go is not None and go.screen == session.screen and place_of(go.state) == place_of(state)
        face = screen.superseded(view, ask) if on else screen.closing(view, ask)
        face = face or _named(screen.title(view, ask), ask)
    except (Refusal, Refused, Stale, KeyError):
        face = None
    return [Redraw(session.card, face or Face(ask.words("card.closed")))]


def _named(title: str, ask: Ask) -> Face | None:
    """Return the line of a card that leaves nothing to press: what it was, as far as it has a name."""
    return Face(ask.words("card.closed_named", title=escape(title))) if title else None


def place_of(state: Frozen) -> object:
    """Return what makes two states the same place: the assessment and the item, not the open prompt."""
    return getattr(state, "place", state)
