"""/month: what was done against what is asked for, and handing the month in."""

from __future__ import annotations

from typing import ClassVar

from bot.changes import NothingThisMonth, SubmitMonth
from bot.entities import Studio
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.month import told
from bot.flows.month.face import ask_face, face, head, nothing_face, submit_face
from bot.flows.month.keys import (
    CODE,
    REASONS,
    aim_at,
    back_keys,
    month_keys,
    nothing_keys,
    studio_keys,
    submit_keys,
)
from bot.flows.month.log import meant, take_message
from bot.flows.month.log_read import LogPage, read_log
from bot.flows.month.log_states import LogState
from bot.flows.month.mine import reason_of
from bot.flows.month.reading import Page, read
from bot.flows.month.states import MonthState
from bot.flows.outputs import Button, Face, Say
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal

View = Page | LogPage | tuple[Studio, ...]


class MonthScreen(Screen[MonthState, View]):
    """One month of a studio."""

    name: ClassVar[str] = "month"
    code: ClassVar[str] = CODE
    state = MonthState

    def load(self, desk: Desk, ask: Ask, state: MonthState, given: AnyInput | Tap | None) -> View:
        """Read for leaders of the studio only; the log, where a message is for that."""
        if isinstance(given, SentFile) or (isinstance(given, Said) and not state.step):
            where = {"studio": state.studio, "rubric": state.rubric, "month": state.month}
            found = read_log(desk, ask, LogState.model_validate(where), given)
            if isinstance(found, LogPage) and meant(found, given):
                return found
        return read(desk, ask, state)

    def show(self, view: View, ask: Ask) -> Face:
        """Return the month, or the question that is open about it."""
        words = ask.words
        if isinstance(view, tuple):
            return Face(words("month.which_studio"), studio_keys(view))
        if isinstance(view, LogPage):
            raise Stale
        if view.state.step == "submit" and not view.closed:
            return Face(submit_face(view, words), submit_keys(view, words))
        if view.state.step == "nothing" and not view.closed:
            return Face(nothing_face(view, words), nothing_keys(view, words))
        if view.state.step == "ask" and view.closed:
            return Face(ask_face(view, words), back_keys(view, words))
        return Face(face(view, ask), month_keys(view, ask))

    def take(self, view: View, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf, ask, hand in."""
        if isinstance(view, LogPage) and not isinstance(given, Tap):
            return take_message(view, given, ask)
        if not isinstance(view, Page):
            return self._choose(given, ask)
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, Said) and view.state.step == "nothing":
            return self._nothing(view, reason_of(given.text), ask)
        if isinstance(given, Said) and view.state.step == "ask":
            return self._ask(view, reason_of(given.text), ask)
        if isinstance(given, SentPlace):
            raise Refusal("log_place")
        return Step(say=(Say(ask.words("month.hint")),), quiet=True)

    def _choose(self, given: AnyInput | Tap, ask: Ask) -> Step:
        if isinstance(given, Tap):
            return Step(go=Go(self.name, MonthState()))
        return Step(say=(Say(ask.words("month.which_studio")),), quiet=True)

    def _tap(self, page: Page, tap: Tap, ask: Ask) -> Step:
        here = self._at(page)
        match tap.verb:
            case "o" | "l":
                return Step(go=here if tap.verb == "o" else Go(self.name, MonthState()))
            case "s":
                return Step(go=self._at(page, step="submit"))
            case "n":
                return Step(go=self._at(page, step="nothing"))
            case "a":
                return Step(go=self._at(page, step="ask"))
            case "r" if tap.arg(3) in REASONS:
                return self._nothing(page, ask.words(f"month.reason.{tap.arg(3)}"), ask)
            case "y":
                return self._submit(page, tap, ask)
        raise Stale

    def _submit(self, page: Page, tap: Tap, ask: Ask) -> Step:
        if not page.closed and tap.arg(3) != page.seen:
            # A colleague has logged or changed something since: what is handed in must have been seen.
            return Step(go=self._at(page, step="submit"), toast=ask.words("month.moved"), box=True)
        change = SubmitMonth(**self._of(page))
        return Step(
            (change,),
            go=self._at(page),
            toast=ask.words("month.done"),
            tell=lambda desk, ask: told.submitted(desk, ask, page),
        )

    def _nothing(self, page: Page, reason: str, ask: Ask) -> Step:
        change = NothingThisMonth(reason=reason, **self._of(page))
        return Step(
            (change,),
            go=self._at(page),
            toast=ask.words("month.done"),
            tell=lambda desk, ask: told.submitted(desk, ask, page),
        )

    def _ask(self, page: Page, reason: str, ask: Ask) -> Step:
        """Bring the wish before the coordinators; whoever of them opens the month gives a reason of their own."""
        return Step(
            go=self._at(page),
            say=(Say(ask.words("month.asked")),),
            tell=lambda desk, ask: told.wished(desk, ask, page, reason),
        )

    def _of(self, page: Page) -> dict[str, str]:
        state = page.state
        return {
            "studio": state.studio,
            "rubric": state.rubric,
            "month": state.month,
            "today": page.today.isoformat(),
        }

    def _at(self, page: Page, **more: str) -> Go:
        kept = page.state.model_dump(exclude={"step"})
        return Go(self.name, MonthState.model_validate({**kept, **more}))

    def aim(self, tap: Tap, state: MonthState | None) -> MonthState:
        """Return the month that the button names."""
        if tap.verb == "l":
            return MonthState()
        return MonthState(studio=tap.arg(0), month=tap.arg(1), rubric=tap.arg(2))

    def meant(self, state: MonthState) -> Go:
        """A reply to an older card is about its month."""
        return Go(self.name, state.model_copy(update={"step": ""}))

    def title(self, view: View, ask: Ask) -> str:
        """Return the month."""
        if isinstance(view, LogPage):
            return ask.words("log.title")
        return view.called(ask.words) if isinstance(view, Page) else ask.words("command.month")

    def closing(self, view: View, ask: Ask) -> Face | None:
        """Return one line with the way back."""
        if not isinstance(view, Page):
            return None
        button = Button(ask.words("button.open"), pack(self.code, "o", *aim_at(view)))
        return Face(head(view, ask.words)[0], ((button,),))
