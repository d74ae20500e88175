"""The message of an export on its way: the job edits it; its button calls it off. It is never the card in view."""

from __future__ import annotations

from typing import ClassVar

from bot.changes import CancelExport
from bot.flows.export import face
from bot.flows.export.states import RUN, RUN_SCREEN, RunState
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Face
from bot.flows.screen import Ask, Screen, Stale, Step
from bot.flows.taps import Tap
from bot.ports import Desk


class RunScreen(Screen[RunState, RunState]):
    """What is being made."""

    name: ClassVar[str] = RUN_SCREEN
    code: ClassVar[str] = RUN
    aside: ClassVar[bool] = True
    state = RunState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: RunState, given: AnyInput | Tap | None) -> RunState:
        """Say what it is."""
        return state.model_copy(update={"title": face.about(desk, state.order, ask.words)})

    def show(self, view: RunState, ask: Ask) -> Face:
        """Return it as it was when it was asked for, or that it was called off."""
        if view.cancelled:
            return face.refused(view.title, ask.words("export.cancelled"), sign="–")
        return face.progress(view.title, ask.words, card=view.card)

    def take(self, view: RunState, given: AnyInput | Tap, ask: Ask) -> Step:
        """Call it off."""
        if not isinstance(given, Tap) or given.verb != "x" or not view.card or view.cancelled:
            raise Stale
        change = CancelExport(card=view.card, chat=ask.chat)
        called_off = view.model_copy(update={"cancelled": True})
        return Step((change,), receipt=called_off, toast=ask.words("export.cancelled"))
