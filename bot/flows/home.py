"""Where a chat stands when nothing is open: the answer to anything is what one can do."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.entities.frozen import Frozen
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.month.log import meant, take_message
from bot.flows.month.log_read import LogPage, read_log
from bot.flows.month.log_states import LogState
from bot.flows.outputs import Face, Say
from bot.flows.rubrics.incoming import received
from bot.flows.screen import Ask, Screen, Step
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal


class HomeState(Frozen):
    """Nothing to remember."""


class HomeScreen(Screen[HomeState, LogPage | None]):
    """No card; one line of help."""

    name: ClassVar[str] = "home"
    code: ClassVar[str] = "h"
    state = HomeState

    def load(self, desk: Desk, ask: Ask, state: HomeState, given: AnyInput | Tap | None) -> LogPage | None:
        """Read the log where a leader's message may be for it; there is nothing else to read."""
        if not access.may(ask.who, "log") or not isinstance(given, Said | SentFile):
            return None
        try:
            found = read_log(desk, ask, LogState(), given)
        except Refusal:
            return None
        return found if isinstance(found, LogPage) else None

    def show(self, view: LogPage | None, ask: Ask) -> Face:
        """Return an empty face; the engine draws no card at home."""
        del view
        return Face(ask.words("home.lost"))

    def take(self, view: LogPage | None, given: AnyInput | Tap, ask: Ask) -> Step:
        """Say what to do; evidence without a place to go is refused, not swallowed.

        What a coordinator sends is read into a draft rubric; a picture of somebody who also assesses is evidence;
        what a leader sends is for the log.
        """
        desk, walks = access.may(ask.who, "rubrics"), access.may(ask.who, "assess")
        if isinstance(given, SentFile) and desk and (given.kind == "document" or not walks):
            return received(given, ask)
        if view is not None and not isinstance(given, Tap) and meant(view, given):
            return take_message(view, given, ask)
        leads = access.may(ask.who, "log")
        if isinstance(given, SentFile | SentPlace) and (walks or leads or desk):
            raise Refusal("no_card")
        key = "home.lost" if walks else "home.desk" if desk else "home.leader" if leads else "home.other"
        key = key if ask.who.grants else "home.none"
        return Step(say=(Say(ask.words(key)),), quiet=True)
