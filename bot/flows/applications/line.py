"""差额遴选: the ranking of a track with its ties, how many places there are, the line; and lifting it again."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from bot.changes.applications.select import LiftLine
from bot.flows.applications import told
from bot.flows.applications.line_face import line_face
from bot.flows.applications.line_read import Lined, read_line
from bot.flows.applications.states import LINE, LINE_SCREEN, STEP_SCREEN, LineState, StepState
from bot.flows.html import short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import REASON_LIMIT
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.numbering import canonical

QUOTED: Final = 24
_COUNT: Final = re.compile(r"([0-9]{1,4})\s*[^\W\d]{0,3}")


class LineScreen(Screen[LineState, Lined]):
    """The ranking of one track."""

    name: ClassVar[str] = LINE_SCREEN
    code: ClassVar[str] = LINE
    recalls: ClassVar[bool] = True
    state = LineState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: LineState, given: AnyInput | Tap | None) -> Lined:
        """Read within the scope of the person's grants; the line itself is a coordinator's."""
        del given
        return read_line(desk, ask, state)

    def show(self, view: Lined, ask: Ask) -> Face:
        """Return the ranking, or the question that is open."""
        return line_face(view, ask)

    def take(self, view: Lined, given: AnyInput | Tap, ask: Ask) -> Step:
        """Say how many places there are and who goes first; then the line is drawn by a decision."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if not isinstance(given, Said) or not view.draws:
            raise Refusal("applications_press")
        text = given.text.strip()
        match view.state.step:
            case "places":
                found = _COUNT.fullmatch(canonical(text).strip())
                if found is None or not int(found[1]):
                    raise Refusal("applications_count", text=short(text, QUOTED))
                return self._to(view, fresh=True, places=int(found[1]), ahead=(), step="")
            case "why" | "lift":
                if len(text) > REASON_LIMIT:
                    raise Refusal("text_long", count=len(text), limit=REASON_LIMIT)
                return self._drawn(view, text, ask) if view.state.step == "why" else self._lifted(view, text)
        raise Refusal("applications_press")

    def _tap(self, view: Lined, tap: Tap, ask: Ask) -> Step:
        state = view.state
        if tap.verb == "o":
            return Step(go=Go(self.name, state))
        if not view.draws:
            raise Refusal("not_yours")
        match tap.verb:
            case "n":
                return self._to(view, step="places")
            case "a" if view.tied and tap.arg(3) in view.tied:
                ahead = set(state.ahead) ^ {tap.arg(3)}
                return self._to(view, ahead=tuple(each for each in view.tied if each in ahead))
            case "d" if view.places and view.candidates:
                if view.line is None or not view.line.decided:
                    raise Refusal("applications_tie", count=view.line.left if view.line else 0)
                asks = bool(view.tied) or (view.quota is not None and view.places > view.quota)
                return self._to(view, step="why") if asks else self._drawn(view, "", ask)
            case "x" if view.lifts:
                return self._to(view, step="lift")
        raise Stale

    def _to(self, view: Lined, *, fresh: bool = False, **update: object) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update=update)), fresh=fresh)

    def _drawn(self, view: Lined, text: str, ask: Ask) -> Step:
        """Go on where day, decider and paper are said."""
        state = StepState(
            id=ask.mint(),
            what="selected",
            mark=view.mark,
            rubric=view.state.rubric,
            year=view.state.year,
            track=view.state.track,
            places=view.places,
            ahead=view.state.ahead,
            text=text,
            on=view.today.isoformat(),
        )
        return Step(go=Go(STEP_SCREEN, state), fresh=bool(text))

    def _lifted(self, view: Lined, reason: str) -> Step:
        track = view.track.id if view.track else ""
        today = view.today.isoformat()
        change = LiftLine(
            rubric=view.rubric.id,
            year=view.state.year,
            track=track,
            reason=reason,
            on=today,
            today=today,
        )
        plain = LineState(rubric=view.state.rubric, year=view.state.year, track=view.state.track)
        rubric, year = view.rubric.id, view.state.year
        return Step(
            (change,),
            go=Go(self.name, plain),
            fresh=True,
            tell=lambda desk, ask: told.drawn(desk, ask, rubric, year, track),
        )

    def aim(self, tap: Tap, state: LineState | None) -> LineState:
        """Return the track that the button names; what was said stays with it."""
        rubric, year, track = tap.arg(0), tap.arg(1), tap.arg(2)
        if not rubric or not (year.isascii() and year.isdecimal()):
            raise Stale
        here = LineState(rubric=rubric, year=int(year[:4]), track=track)
        if state is not None and state.place == here.place:
            here = state
        return here.model_copy(update={"step": ""}) if tap.verb == "o" else here

    def title(self, view: Lined, ask: Ask) -> str:
        """Return the name of this page."""
        return ask.words("way.step.selected")

    def closing(self, view: Lined, ask: Ask) -> Face:
        """Return one line with the way back."""
        state = view.state
        button = Button(ask.words("button.open"), pack(LINE, "o", state.rubric, state.year, state.track))
        return Face(ask.words("applications.line_closed"), ((button,),))
