"""Objections to an application while its list is public: what came in, from whom, when, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from bot import access
from bot.changes.applications.public import DecideObjection, FileObjection
from bot.entities import Application, ApplicationStep, Objection
from bot.flows.applications import told
from bot.flows.applications.objections_face import objections_face
from bot.flows.applications.one_read import known
from bot.flows.applications.reading import takes
from bot.flows.applications.states import (
    OBJECTIONS,
    OBJECTIONS_SCREEN,
    ONE_SCREEN,
    ObjectionsState,
    OneState,
)
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_log_days import day
from rubrics.problems import Refused

NAME: Final = 40
TEXT: Final = 600


@dataclass(frozen=True, slots=True)
class Objected:
    """The objections to one application."""

    state: ObjectionsState
    found: Application
    notice: ApplicationStep | None
    """The public notice."""
    listed: tuple[Objection, ...]
    files: bool
    """The person may write objections down."""
    decides: bool
    """The person may decide those that others wrote down."""
    who: str
    today: date

    @property
    def one(self) -> Objection | None:
        """The one in view."""
        return next((each for each in self.listed if each.id == self.state.objection), None)


class ObjectionsScreen(Screen[ObjectionsState, Objected]):
    """The list, one of them, or one that is being entered."""

    name: ClassVar[str] = OBJECTIONS_SCREEN
    code: ClassVar[str] = OBJECTIONS
    recalls: ClassVar[bool] = True
    state = ObjectionsState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: ObjectionsState, given: AnyInput | Tap | None) -> Objected:
        """Read for the desk within its scope."""
        del given
        found, studio = known(desk, ask, state.application)
        if not access.may(ask.who, "read_notices", studio):
            # Whoever it is about is told how many there are, not who objects.
            raise Refusal("applications_gone")
        steps = desk.applications.steps(found.id)
        return Objected(
            state,
            found,
            next((each for each in reversed(steps) if each.name == "published"), None),
            desk.applications.objections(found.id),
            takes(ask.who, "recommended", studio),
            takes(ask.who, "published", studio) or takes(ask.who, "approved", studio),
            ask.who.id,
            today(ask),
        )

    def show(self, view: Objected, ask: Ask) -> Face:
        """Return the card."""
        return objections_face(view, ask.words)

    def take(self, view: Objected, given: AnyInput | Tap, ask: Ask) -> Step:
        """Enter one step by step; decide one with words."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if not isinstance(given, Said):
            raise Refusal("applications_press")
        text = given.text.strip()
        match view.state.step:
            case "name":
                return self._to(view, fresh=True, name=_fits(text, NAME), step="text")
            case "text":
                on = view.state.on or view.today.isoformat()
                return self._to(view, fresh=True, text=_fits(text, TEXT), on=on, step="check")
            case "check":
                on_ = day(text, view.today)
                if not isinstance(on_, date):
                    raise Refused(on_)
                return self._to(view, fresh=True, on=on_.isoformat())
            case "upheld" | "dismissed":
                return self._decided(view, _fits(text, TEXT))
        raise Refusal("applications_press")

    def _tap(self, view: Objected, tap: Tap, ask: Ask) -> Step:
        state = view.state
        match tap.verb:
            case "o" | "z":
                return Step(go=Go(self.name, state))
            case "b":
                return Step(go=Go(ONE_SCREEN, OneState(application=state.application)))
        match tap.verb:
            case "a" if view.files:
                new = ObjectionsState(application=state.application, objection=ask.mint(), step="name")
                return Step(go=Go(self.name, new))
            case "n" if state.step == "name":
                return self._to(view, name="", step="text")
            case "y" if state.step == "check" and view.one is None:
                return self._filed(view, ask)
            case "u" | "d" if view.decides and view.one is not None and view.one.state == "open":
                return self._to(view, step="upheld" if tap.verb == "u" else "dismissed")
        raise Stale

    def _to(self, view: Objected, *, fresh: bool = False, **update: object) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update=update)), fresh=fresh)

    def _filed(self, view: Objected, ask: Ask) -> Step:
        state = view.state
        change = FileObjection(
            application=state.application,
            id=state.objection,
            who=state.name,
            text=state.text,
            on=state.on,
            today=view.today.isoformat(),
        )
        go = Go(self.name, ObjectionsState(application=state.application))
        return Step(
            (change,),
            go=go,
            toast=ask.words("applications.objection_kept"),
            tell=lambda desk, ask: told.objection(desk, ask, state.application, state.objection),
        )

    def _decided(self, view: Objected, text: str) -> Step:
        state = view.state
        if view.one is None:
            raise Stale
        change = DecideObjection.model_validate(
            {"objection": view.one.id, "state": state.step, "decision": text}
        )
        go = Go(self.name, ObjectionsState(application=state.application, objection=view.one.id))
        done, objection = state.application, view.one.id
        return Step(
            (change,), go=go, fresh=True, tell=lambda desk, ask: told.objection(desk, ask, done, objection)
        )

    def aim(self, tap: Tap, state: ObjectionsState | None) -> ObjectionsState:
        """Return the list or the objection that the button names; what was said of it stays."""
        application, objection = tap.arg(0), tap.arg(1)
        if not application:
            raise Stale
        here = ObjectionsState(application=application, objection=objection)
        if tap.verb not in {"o", "a", "b"} and state is not None and state.place == here.place:
            return state
        return here

    def title(self, view: Objected, ask: Ask) -> str:
        """Return what is objected to."""
        return ask.words("applications.objections_of", name=view.found.name)

    def closing(self, view: Objected, ask: Ask) -> Face:
        """Return one line with the way back to what was written."""
        state = view.state
        verb = "z" if state.step else "o"
        button = Button(ask.words("button.open"), pack(OBJECTIONS, verb, state.application, state.objection))
        return Face(escape(self.title(view, ask)), ((button,),))


def _fits(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Refusal("text_long", count=len(text), limit=limit)
    return text
