"""A step that is being taken: what is to be completed, why, the score, until when; day, decider and paper in a line."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import ClassVar, Final

from bot.changes.applications.of import mark_of
from bot.changes.applications.public import DAYS
from bot.changes.applications.step import score_of
from bot.flows.applications.days import day_typed
from bot.flows.applications.round import to_list
from bot.flows.applications.saying import step_word
from bot.flows.applications.states import ONE_SCREEN, STEP, STEP_SCREEN, Asked, OneState, StepState
from bot.flows.applications.step_do import change_of, telling
from bot.flows.applications.step_face import LEAF, step_face
from bot.flows.applications.step_read import Taking, read_step
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import REASON_LIMIT
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_decision import Decision, decision
from rubrics.numbering import canonical
from rubrics.problems import Refused

WORDS: Final = 60
"""Characters of a decider and of a paper's number."""
SKIPPED: Final = frozenset({"lacks", "words", "value"})
"""Questions that need no answer, but for the reason of whoever turns an application down."""
_SCORE: Final = re.compile(r"([0-9.]{1,8})\s*[^\W\d]{0,7}")
"""A score with or without a unit behind it."""


class StepScreen(Screen[StepState, Taking]):
    """One question at a time, then a look at all of it."""

    name: ClassVar[str] = STEP_SCREEN
    code: ClassVar[str] = STEP
    recalls: ClassVar[bool] = True
    state = StepState

    def load(self, desk: Desk, ask: Ask, state: StepState, given: AnyInput | Tap | None) -> Taking:
        """Read for whoever may take the step for each of the studios; the change asks again."""
        del given
        return read_step(desk, ask, state)

    def show(self, view: Taking, ask: Ask) -> Face:
        """Ask what is open, or show what was said."""
        return step_face(view, ask.words)

    def take(self, view: Taking, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer; the last press takes the step."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if not isinstance(given, Said):
            raise Refusal("applications_press")
        return self._text(view, given.text.strip())

    # -- presses ----------------------------------------------------------------------------------

    def _tap(self, view: Taking, tap: Tap, ask: Ask) -> Step:  # noqa: C901, PLR0911, PLR0912 - one line per button
        state = view.state
        match tap.verb:
            case "z":
                return Step(go=Go(self.name, state))
            case "q":
                return Step(go=_home(state))
            case "k" if state.asked == "lacks":
                return self._tick(view, tap.arg(1))
            case "g" if state.asked == "lacks" and tap.arg(1).isdecimal():
                at = min(int(tap.arg(1)[:3]), max(0, len(view.spots) - 1) // LEAF)
                return self._to(view, leaf=at)
            case "n" if state.asked in SKIPPED and state.what != "rejected":
                return self._to(view, asked=_after(state))
            case "w" if state.asked == "check":
                return self._to(view, asked="words")
            case "b" if view.before is not None and state.asked == "check":
                return self._to(view, decider=view.before.decider, paper=view.before.paper)
            case "d" if state.asked == "check" and state.what == "published":
                return self._to(view, asked="until")
            case "x" if state.asked == "check":
                return self._to(view, decider="", paper="")
            case "u" if state.asked == "until":
                return self._until(view, tap.arg(1))
            case "m" if view.refused and view.fits:
                fits = tuple(each.id for each in view.fits)
                return self._to(view, applications=fits, mark=mark_of(view.fits))
            case "y" if view.refused:
                # Something was decided meanwhile: why it cannot be is shown before anything is done.
                return Step(go=Go(self.name, state))
            case "y" if state.asked == "check":
                return self._taken(view, ask)
        raise Stale

    def _tick(self, view: Taking, number: str) -> Step:
        if not number.isdecimal() or int(number) >= len(view.spots):
            raise Stale
        key = view.spots[int(number)].key
        lacks = set(view.state.lacks) ^ {key}
        return self._to(view, lacks=tuple(each.key for each in view.spots if each.key in lacks))

    def _to(self, view: Taking, *, fresh: bool = False, **update: object) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update=update)), fresh=fresh)

    def _taken(self, view: Taking, ask: Ask) -> Step:
        change = change_of(view)
        done = ask.words("applications.taken")
        return Step((change,), go=_home(view.state), toast=done, tell=telling(view))

    # -- texts ------------------------------------------------------------------------------------

    def _text(self, view: Taking, text: str) -> Step:
        match view.state.asked:
            case "words" | "lacks":
                if len(text) > REASON_LIMIT:
                    raise Refusal("text_long", count=len(text), limit=REASON_LIMIT)
                return self._to(view, fresh=True, text=text, asked="check")
            case "value":
                return self._to(view, fresh=True, value=_figure(text), asked="check")
            case "until":
                return self._until(view, text, fresh=True)
            case "check":
                return self._line(view, text)
        raise Refusal("applications_press")

    def _until(self, view: Taking, text: str, *, fresh: bool = False) -> Step:
        """Take the last day of the public notice; one before its first, or far behind it, is asked for again."""
        until, start = day_typed(text, view.today), view.state.on
        if until < start or date.fromisoformat(until) - date.fromisoformat(start) > timedelta(days=DAYS):
            raise Refusal("way_public_span", start=start, until=until, most=DAYS)
        return self._to(view, fresh=fresh, until=until, asked="check")

    def _line(self, view: Taking, text: str) -> Step:
        """Take day, decider and paper out of a line; what it does not say stays as it was."""
        said = _decision(text, view)
        for each in (said.decider, said.paper):
            if len(each) > WORDS:
                raise Refusal("text_long", count=len(each), limit=WORDS)
        update: dict[str, object] = {"on": said.on.isoformat()} if said.on else {}
        update |= {"decider": said.decider} if said.decider else {}
        update |= {"paper": said.paper} if said.paper else {}
        if view.state.what == "published" and said.on and said.on.isoformat() > view.state.until:
            # It begins after the day on which it was to end: that one is asked for again.
            update["asked"] = "until"
        return self._to(view, fresh=True, **update)

    # -- the rest ---------------------------------------------------------------------------------

    def aim(self, tap: Tap, state: StepState | None) -> StepState:
        """Return what was said on this card."""
        if state is None or state.id != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Taking, ask: Ask) -> str:
        """Return the step that is being taken."""
        return step_word(view.state.what, ask.words, view.way)

    def closing(self, view: Taking, ask: Ask) -> Face:
        """Return one line with the way back to what was said."""
        button = Button(ask.words("button.open"), pack(STEP, "z", view.state.id))
        return Face(ask.words("applications.step_closed", step=self.title(view, ask)), ((button,),))

    def superseded(self, view: Taking, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        del view, ask
        return None


def _after(state: StepState) -> Asked:
    """Return what is asked next: words once it is known what is to be completed."""
    return "words" if state.what == "returned" and state.asked == "lacks" else "check"


def _home(state: StepState) -> Go:
    """Return the card from which the step was taken."""
    if state.many or not state.applications:
        return to_list(state)
    return Go(ONE_SCREEN, OneState(application=state.applications[0]))


def _decision(text: str, view: Taking) -> Decision:
    """Return what a line says; a public notice may begin on a day to come."""
    try:
        return decision(text, view.today)
    except Refused as refused:
        if view.state.what != "published" or refused.problem.code != "log_day_ahead":
            raise
    return decision(text, view.today + timedelta(days=DAYS))


def _figure(text: str) -> str:
    """Return a score exactly as it was given, without the unit behind it."""
    found = _SCORE.fullmatch(canonical(text).strip())
    return score_of(found[1] if found else text)
