"""Planning one visit step by step: studio, rubric, period as for any visit; then who, which day, what to have ready."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from bot import access
from bot.changes import MoveVisit, PlanVisit
from bot.changes.open_visit import OpenVisit
from bot.entities import Assessment, Person, Plan, Role, Studio
from bot.flows.campaign.reading import Undecided, undecided
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits import plan_face, told
from bot.flows.visits.people import candidates, toggled
from bot.flows.visits.states import (
    PLAN,
    PLAN_SCREEN,
    VISITS_SCREEN,
    WHERE,
    WHERE_SCREEN,
    PlanState,
    VisitsState,
)
from bot.flows.walk.choice import Choice, ChooseState, open_kinds
from bot.flows.walk.choose import ChooseScreen, opening
from bot.flows.walk.periods import typed
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_day_ahead import day_ahead
from rubrics.model import Rubric

NOTE_LIMIT = 500
QUOTED = 40


class WhereScreen(ChooseScreen):
    """What is to be assessed: chosen as an assessor does, among the studios of the coordinator's scope."""

    name: ClassVar[str] = WHERE_SCREEN
    code: ClassVar[str] = WHERE
    act: ClassVar[access.Act] = "plan"
    roles: ClassVar[tuple[Role, ...]] = access.DESK

    def offers(self, found: Assessment, state: ChooseState) -> bool:
        """Offer nothing that is open: a new one is planned."""
        del found, state
        return False

    def begin(self, view: Choice, given: str, ask: Ask) -> Step:
        """Keep what was chosen, and ask who assesses."""
        chosen = opening(view, given, ask, OpenVisit)
        state = PlanState(
            visit=chosen.visit,
            assessment=chosen.assessment,
            studio=chosen.studio,
            rubric=chosen.rubric,
            variant=chosen.variant or "",
            form=chosen.form or "",
            period=chosen.period,
        )
        return Step(go=Go(PLAN_SCREEN, state))

    def take(self, view: Choice, given: AnyInput | Tap, ask: Ask) -> Step:
        """Take a period that was typed, too: any older one that is not on a button."""
        kinds = open_kinds(view)
        if isinstance(given, Said) and view.rubric is not None and kinds:
            period = typed(view.rubric, kinds, given.text, ask)
            return replace(self.begin(view, str(period), ask), fresh=True)
        return super().take(view, given, ask)

    def title(self, view: Choice, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("command.visits")


@dataclass(frozen=True, slots=True)
class Planning:
    """A visit that is being planned or moved."""

    state: PlanState
    studio: Studio
    rubric: Rubric
    candidates: tuple[Person, ...]
    """Who may assess it and is not of it, by name."""
    today: date
    plan: Plan | None
    """What stands, where it was planned already."""
    found: Assessment | None
    undecided: Undecided | None = None
    """What of its campaign nobody has decided."""
    decides: bool = False
    """The person may decide it."""

    @property
    def done(self) -> bool:
        """Whether what is on the card was planned by an earlier press."""
        return self.found is not None and not self.state.moves

    def names(self) -> tuple[str, ...]:
        """Return the names of those who were chosen, the head first."""
        known = {each.id: each.name for each in self.candidates}
        return tuple(known.get(each, "?") for each in self.state.who)


class PlanScreen(Screen[PlanState, Planning]):
    """One question at a time, then the summary."""

    name: ClassVar[str] = PLAN_SCREEN
    code: ClassVar[str] = PLAN
    recalls: ClassVar[bool] = True
    state = PlanState

    def load(self, desk: Desk, ask: Ask, state: PlanState, given: AnyInput | Tap | None) -> Planning:
        """Read for coordinators of the studio only."""
        del given
        found = desk.visits.of_visit(state.visit)
        if found is not None and state.moves:
            kept = {"studio": found.studio, "rubric": found.visit.rubric, "period": found.visit.period}
            state = state.model_copy(update={**kept, "assessment": found.id, "who": found.members})
        studio = desk.studios.get(state.studio)
        access.require(ask.who, "plan", studio)
        rubric = next((each for each in desk.library.current() if each.id == state.rubric), None)
        if studio is None or rubric is None or (found is None and state.moves):
            raise Stale
        return Planning(
            state,
            studio,
            rubric,
            candidates(desk, studio, ask.now),
            today(ask),
            desk.plans.of_visit(state.visit),
            found,
            None if state.moves else undecided(desk, rubric, state.period),
            access.may(ask.who, "publish"),
        )

    def show(self, view: Planning, ask: Ask) -> Face:
        """Ask what is still open."""
        return plan_face.plan_face(view, ask.words)

    def take(self, view: Planning, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer; the last press plans the visit and tells everybody."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said) and not view.done:
            return _text(view, given.text.strip())
        raise Refusal("visit_press")

    def aim(self, tap: Tap, state: PlanState | None) -> PlanState:
        """Return the visit whose day is to be changed, or what was said on this card."""
        if tap.verb == "m" and tap.arg(0):
            return PlanState(visit=tap.arg(0), moves=True, step="day")
        if state is None or state.visit != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Planning, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("command.visits")

    def closing(self, view: Planning, ask: Ask) -> Face | None:
        """Return one line with the way back to what was said."""
        if view.done or view.state.moves:
            return None
        button = Button(ask.words("button.open"), pack(PLAN, "z", view.state.visit))
        return Face(ask.words("visit.closed", studio=escape(view.studio.name)), ((button,),))

    def superseded(self, view: Planning, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        del view, ask
        return None


def _tap(view: Planning, tap: Tap, ask: Ask) -> Step:  # noqa: PLR0911 - one line per button is the clearest table
    state = view.state
    if view.done or tap.verb == "q":
        return Step(go=Go(VISITS_SCREEN, VisitsState()))
    match tap.verb:
        case "m" | "z":
            return Step(go=Go(PLAN_SCREEN, state))
        case "p":
            return _toggle(view, tap.arg(1))
        case "n" if state.step == "who":
            if not state.who:
                raise Refusal("visit_nobody")
            return _to(state, step="check" if state.day else "day")
        case "d":
            return _day(view, tap.arg(1))
        case "s" if state.step == "note":
            return _to(state, step="check")
        case "e" if tap.arg(1) in {"who", "day", "note"} and not (state.moves and tap.arg(1) == "who"):
            return _to(state, step=tap.arg(1))
        case "y" if state.step == "check":
            return _save(view, ask)
    raise Stale


def _to(state: PlanState, *, fresh: bool = False, **update: object) -> Step:
    return Step(go=Go(PLAN_SCREEN, state.model_copy(update=update)), fresh=fresh)


def _toggle(view: Planning, person: str) -> Step:
    state = view.state
    if state.moves or state.step != "who" or all(each.id != person for each in view.candidates):
        raise Stale
    return _to(state, who=toggled(state.who, person))


def _text(view: Planning, text: str) -> Step:
    if view.state.step == "day":
        return _day(view, text)
    if view.state.step != "note":
        raise Refusal("visit_press")
    if len(text) > NOTE_LIMIT:
        raise Refusal("text_long", count=len(text), limit=NOTE_LIMIT)
    return _to(view.state, note=text, step="check", fresh=True)


def _day(view: Planning, text: str) -> Step:
    """Take a day to come; what is none, or is over, is refused with what to send."""
    found = day_ahead(text, view.today)
    if isinstance(found, str):
        raise Refusal("visit_day_none" if found == "none" else "visit_day_unread", text=text[:QUOTED])
    if found < view.today:
        raise Refusal("visit_past", on=found.isoformat(), today=view.today.isoformat())
    state = view.state
    known = state.note or (view.plan.note if view.plan else "")
    asked = "check" if state.moves or state.step == "check" or known else "note"
    return _to(state, day=found.isoformat(), note=known, step=asked, fresh=True)


def _save(view: Planning, ask: Ask) -> Step:
    state, now = view.state, view.today.isoformat()
    if not state.day:
        raise Stale
    go = Go(VISITS_SCREEN, VisitsState())
    if state.moves:
        before = view.plan.day if view.plan else ""
        move = MoveVisit(visit=state.visit, day=state.day, note=state.note, today=now)
        return Step(
            (move,),
            go=go,
            toast=ask.words("visit.moved"),
            tell=lambda desk, ask: told.planned(desk, ask, state.visit, before),
        )
    change = PlanVisit(
        visit=state.visit,
        assessment=state.assessment,
        studio=state.studio,
        rubric=state.rubric,
        version=view.rubric.version,
        period=state.period,
        variant=state.variant or None,
        form=state.form or None,
        day=state.day,
        note=state.note,
        assessors=state.who,
        today=now,
    )
    return Step(
        (change,),
        go=go,
        toast=ask.words("visit.planned"),
        tell=lambda desk, ask: told.planned(desk, ask, state.visit),
    )
