"""A coordinator opens a month again: the reason is typed, the leaders are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import ReopenMonth
from bot.entities import Month, Studio
from bot.flows.home import HomeScreen, HomeState
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.month import told
from bot.flows.month.mine import month_name, reason_of
from bot.flows.month.states import ReopenState
from bot.flows.outputs import Button, Face, Say
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal


@dataclass(frozen=True, slots=True)
class Closed:
    """The month that is to be opened."""

    row: Month
    studio: Studio
    by: str
    """Who handed it in."""


class ReopenScreen(Screen[ReopenState, Closed]):
    """The question why."""

    name: ClassVar[str] = "reopen"
    code: ClassVar[str] = told.REOPEN
    state = ReopenState

    def load(self, desk: Desk, ask: Ask, state: ReopenState, given: AnyInput | Tap | None) -> Closed:
        """Read for coordinators of the studio only."""
        del given
        row = desk.logs.month(state.month)
        studio = desk.studios.get(row.studio) if row else None
        access.require(ask.who, "reopen", studio)
        if row is None or studio is None:
            raise Stale
        by = desk.people.get(row.by, ask.now)
        return Closed(row, studio, by.name if by else "?")

    def show(self, view: Closed, ask: Ask) -> Face:
        """Return the question, or that it is open already."""
        words = ask.words
        facts = {"studio": escape(view.studio.name), "month": month_name(view.row.month, words)}
        back = ((Button(words("button.back"), pack(self.code, "x", view.row.id)),),)
        if view.row.state == "open":
            return Face(words("reopen.open", **facts), back)
        return Face(words("reopen.ask", **facts, day=view.row.day, who=escape(view.by)), back)

    def take(self, view: Closed, given: AnyInput | Tap, ask: Ask) -> Step:
        """Open it with the reason that was typed."""
        home = Go(HomeScreen.name, HomeState())
        if isinstance(given, Tap):
            if given.verb not in {"o", "x"}:
                raise Stale
            here = Go(self.name, ReopenState(month=view.row.id))
            return Step(go=here, fresh=True) if given.verb == "o" else Step(go=home)
        if isinstance(given, SentFile | SentPlace):
            raise Refusal("no_card")
        if not isinstance(given, Said):
            raise Stale
        reason = reason_of(given.text)
        facts = {"studio": escape(view.studio.name), "month": month_name(view.row.month, ask.words)}
        return Step(
            (ReopenMonth(month=view.row.id, reason=reason),),
            go=home,
            say=(Say(ask.words("reopen.done", **facts)),),
            tell=lambda desk, ask: told.reopened(desk, ask, view.row, view.studio, reason),
        )

    def aim(self, tap: Tap, state: ReopenState | None) -> ReopenState:
        """Return the month that the button names."""
        if not tap.arg(0):
            raise Stale
        return ReopenState(month=tap.arg(0))

    def title(self, view: Closed, ask: Ask) -> str:
        """Return what is done here."""
        return ask.words("month.button.reopen")
