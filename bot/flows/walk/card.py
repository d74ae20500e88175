"""The card: one item with its rules, evidence, notes and figures; the commonest case is one tap."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from bot.changes.beside import timely
from bot.changes.visit_forms import self_kind_beside
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face
from bot.flows.panel.shares import with_shares
from bot.flows.screen import Ask, Screen, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk import card_face, card_keys
from bot.flows.walk.card_taps import take_tap
from bot.flows.walk.gate_face import gate_figure
from bot.flows.walk.incoming import take_message
from bot.flows.walk.marks_text import score_of, title_of
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, aim, load_walk, with_log
from bot.flows.walk.sent_back import with_reasons
from bot.flows.walk.signs import STATES
from bot.ports import Desk

REASONS = 3
"""Reasons offered after a deduction."""


class CardScreen(Screen[WalkState, Walk]):
    """One item."""

    name: ClassVar[str] = "card"
    code: ClassVar[str] = "k"
    state = WalkState

    def load(self, desk: Desk, ask: Ask, state: WalkState, given: AnyInput | Tap | None) -> Walk:
        """Read the item's evidence and notes besides the marks; the rest only where it is drawn."""
        walk = load_walk(desk, ask, state, given)
        state = state.model_copy(update={"assessment": walk.assessment.id})
        if isinstance(given, Tap) and given.verb in _PLAIN:
            return walk
        if isinstance(given, Tap) and given.verb in _PROPOSED:
            return with_log(desk, ask, walk)
        pieces = desk.files.evidence_of(state.assessment, state.item)
        if given is None:
            walk = replace(with_log(desk, ask, walk), pieces=pieces)
            return with_shares(desk, ask, with_reasons(desk, _with_around(desk, walk)))
        walk = replace(walk, pieces=pieces, notes=desk.files.notes_of(state.assessment, state.item))
        if _wants_reasons(walk) and isinstance(given, Tap):
            found = desk.files.reasons(walk.rubric.id, state.item, state.letter, REASONS)
            walk = replace(walk, reasons=found)
        return walk

    def show(self, view: Walk, ask: Ask) -> Face:
        """Return text and buttons of the item."""
        return Face(card_face.text(view, ask), card_keys.rows(view, ask))

    def take(self, view: Walk, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press acts on the item it names, a message on the item in view."""
        if isinstance(given, Tap):
            return take_tap(view, given, ask)
        return take_message(view, given, ask, card=True)

    def aim(self, tap: Tap, state: WalkState | None) -> WalkState:
        """Return the assessment and item that the button names."""
        return aim(tap, state)

    def title(self, view: Walk, ask: Ask) -> str:
        """Return number and title of the item in view."""
        if not view.state.item:
            return ""
        english = view.item.title_en if ask.words("language.code") == "en" else None
        return f"{view.item.no} {english or view.item.title}"

    def closing(self, view: Walk, ask: Ask) -> Face:
        """Return the line that a card becomes when it is no longer in view."""
        item = view.item
        title = title_of(item.title, item.title_en, ask.words)
        figure = gate_figure(view.gate, ask.words) if item.role == "gate" else score_of(view.row)
        text = f"{STATES[view.state_of(item.no)]} {item.no} {title} {figure}"
        button = Button(ask.words("button.open"), pack(self.code, "g", view.assessment.id, item.no))
        return Face(text, ((button,),))


_PLAIN = frozenset("tTfFzvpmgxaPVGNLH")
"""Presses that need neither evidence nor notes to be understood."""
_PROPOSED = frozenset("ARBK")
"""Presses on what the log and the file say."""


def _wants_reasons(walk: Walk) -> bool:
    """Say whether reasons are offered; what others wrote about their studios is not for a leader to read."""
    return walk.state.asks == "reason" and not walk.assessment.visit.own


def _with_around(desk: Desk, walk: Walk) -> Walk:
    """Read what stands around the item; a studio's own sheet has no other one beside it."""
    visit, item = walk.assessment.visit, walk.state.item
    place = (visit.studio, visit.rubric, visit.period, visit.form if visit.blind else visit.kind)
    before = str(walk.period.previous())
    spoken = (walk.assessment.id, walk.state.letter if _wants_reasons(walk) else "")
    found = desk.visits.around(place, before, self_kind_beside(visit), item, spoken)
    points = found.before.figures["items"].get(item) if found.before else None
    own = None if visit.own else timely(walk.assessment, found.own)
    previous = None if points is None else str(points)
    walk = replace(walk, previous=previous, own_sheet=own, ready=found.ready, owed=found.owed)
    return replace(walk, notes=found.notes, reasons=found.reasons)
