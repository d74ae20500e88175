"""The message of an export on its way: the job edits it; it has no buttons and is never the card in view."""

from __future__ import annotations

from typing import ClassVar

from bot.flows.export import face
from bot.flows.export.states import RUN, RUN_SCREEN, RunState
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Face
from bot.flows.screen import Ask, Screen, Stale, Step
from bot.flows.taps import Tap
from bot.ports import Desk


class RunScreen(Screen[RunState, str]):
    """What is being made."""

    name: ClassVar[str] = RUN_SCREEN
    code: ClassVar[str] = RUN
    aside: ClassVar[bool] = True
    state = RunState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: RunState, given: AnyInput | Tap | None) -> str:
        """Say what it is."""
        return face.about(desk, state.order, ask.words)

    def show(self, view: str, ask: Ask) -> Face:
        """Return it as it was when it was asked for."""
        return face.progress(view, ask.words)

    def take(self, view: str, given: AnyInput | Tap, ask: Ask) -> Step:
        """There is nothing to press."""
        raise Stale
