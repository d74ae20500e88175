"""Where a chat stands when nothing is open: the answer to anything is what one can do."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.entities.frozen import Frozen
from bot.flows.inputs import AnyInput, SentFile, SentPlace
from bot.flows.outputs import Face, Say
from bot.flows.rubrics.incoming import received
from bot.flows.screen import Ask, Screen, Step
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal


class HomeState(Frozen):
    """Nothing to remember."""


class HomeScreen(Screen[HomeState, None]):
    """No card; one line of help."""

    name: ClassVar[str] = "home"
    code: ClassVar[str] = "h"
    state = HomeState

    def load(self, desk: Desk, ask: Ask, state: HomeState, given: AnyInput | Tap | None) -> None:
        """There is nothing to read."""

    def show(self, view: None, ask: Ask) -> Face:
        """Return an empty face; the engine draws no card at home."""
        del view
        return Face(ask.words("home.lost"))

    def take(self, view: None, given: AnyInput | Tap, ask: Ask) -> Step:
        """Say what to do; evidence without a place to go is refused, not swallowed.

        What a coordinator sends is read into a draft rubric; a picture of somebody who also assesses is evidence.
        """
        del view
        desk, walks = access.may(ask.who, "rubrics"), access.may(ask.who, "assess")
        if isinstance(given, SentFile) and desk and (given.kind == "document" or not walks):
            return received(given, ask)
        if isinstance(given, SentFile | SentPlace):
            raise Refusal("no_card")
        return Step(say=(Say(ask.words("home.desk" if desk and not walks else "home.lost")),), quiet=True)
