"""/history: what happened to a sheet, and what a person did; newest first, a page at a time."""

from __future__ import annotations

from typing import ClassVar, Final, get_args

from bot.flows.history.face import page_face, page_keys
from bot.flows.history.reading import Page, read
from bot.flows.history.states import CODE, SCREEN, HistoryState, What
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal

WHAT: Final[dict[str, What]] = {each: each for each in get_args(What)}
_LONGEST: Final = 15
"""Digits of a number in a button."""


class HistoryScreen(Screen[HistoryState, Page]):
    """Lists to choose from, then rows."""

    name: ClassVar[str] = SCREEN
    code: ClassVar[str] = CODE
    state = HistoryState

    def load(self, desk: Desk, ask: Ask, state: HistoryState, given: AnyInput | Tap | None) -> Page:
        """Read what the person may look at."""
        return read(desk, ask, state)

    def show(self, view: Page, ask: Ask) -> Face:
        """Return the page in view."""
        return Face(page_face(view, ask), page_keys(view, ask))

    def take(self, view: Page, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf and choose."""
        if not isinstance(given, Tap):
            raise Refusal("history_press")
        return Step(go=Go(self.name, view.state))

    def aim(self, tap: Tap, state: HistoryState | None) -> HistoryState:
        """Return the page that the button names."""
        what = WHAT.get(tap.verb)
        if what is None:
            raise Stale
        return HistoryState(what=what, id=tap.arg(0), leaf=_number(tap.arg(1)), before=_number(tap.arg(2)))

    def title(self, view: Page, ask: Ask) -> str:
        """Return the name of the screen."""
        return ask.words("command.history")

    def closing(self, view: Page, ask: Ask) -> Face:
        """Return one line with the way back."""
        state = view.state
        data = pack(self.code, state.what, state.id, state.leaf, state.before)
        head = page_face(view, ask).split("\n")[0]
        return Face(head, ((Button(ask.words("button.open"), data),),))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else 0
