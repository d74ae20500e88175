"""One application: look at it, take its next step, send it back, plan its visit, see its sheet; answer to a matter."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.applications.matter import Respond, WithdrawMatter
from bot.flows.applications import told
from bot.flows.applications.matters import title_of
from bot.flows.applications.one_face import one_face
from bot.flows.applications.one_read import ENDED, One, examined_on, read_one, visit_kind
from bot.flows.applications.states import (
    ONE,
    ONE_SCREEN,
    STEP_SCREEN,
    VIEWS,
    Asked,
    OneState,
    StepState,
)
from bot.flows.apply.reading import Paper
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import REASON_LIMIT, today
from bot.flows.outputs import Button, Face
from bot.flows.people.states import INVITE_SCREEN, InviteState
from bot.flows.proof_files import sent
from bot.flows.review.states import SHEET_SCREEN, ReviewState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits.states import PLAN_SCREEN, PlanState
from bot.ports import Desk
from bot.problems import Refusal

FIRST: dict[str, Asked] = {
    "returned": "lacks",
    "rejected": "words",
    "visited": "value",
    "published": "until",
}
"""What is asked first of a step; of all others only the decision."""


class OneScreen(Screen[OneState, One]):
    """The page of one application."""

    name: ClassVar[str] = ONE_SCREEN
    code: ClassVar[str] = ONE
    state = OneState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: OneState, given: AnyInput | Tap | None) -> One:
        """Read for the desk within its scope, and for the people of a studio what is about it."""
        del given
        return read_one(desk, ask, state)

    def show(self, view: One, ask: Ask) -> Face:
        """Return the page."""
        return one_face(view, ask)

    def take(self, view: One, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press looks or leads to a step; a text is what the studio answers."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, Said) and view.state.view == "respond" and view.responds:
            return self._answered(view, given.text.strip(), ask)
        raise Refusal("applications_press")

    def _tap(self, view: One, tap: Tap, ask: Ask) -> Step:  # noqa: C901, PLR0911 - one line per button
        found = view.found
        match tap.verb:
            case "o":
                return Step(go=Go(self.name, OneState(application=found.id)))
            case "v" if tap.arg(1) in VIEWS and not view.hidden:
                leaf = int(tap.arg(2)[:3]) if tap.arg(2).isdecimal() else 0
                state = OneState(application=found.id, view=VIEWS[tap.arg(1)], leaf=leaf)
                if state.view == "respond" and not view.responds:
                    raise Stale
                return Step(go=Go(self.name, state))
            case "f" if not view.hidden:
                filed = view.filed()
                if not tap.arg(1).isdecimal() or int(tap.arg(1)[:4]) >= len(filed):
                    raise Stale
                return Step(say=sent(filed[int(tap.arg(1)[:4])][1], ask.words), stay=True)
            case "s" if tap.arg(1) in view.mine:
                return self._step(view, tap.arg(1), ask)
            case "r" if view.returns:
                return self._step(view, "returned", ask)
            case "n" if view.examines and found.state not in ENDED:
                return self._step(view, "rejected", ask)
            case "p" if view.plans and view.visit is None and view.paper is not None:
                return Step(go=Go(PLAN_SCREEN, _plan(view.paper, ask)))
            case "w" if view.withdraws and tap.arg(1) == str(found.revision):
                change = WithdrawMatter(
                    application=found.id, today=today(ask).isoformat(), revision=found.revision
                )
                go = Go(self.name, OneState(application=found.id))
                return Step(
                    (change,),
                    go=go,
                    toast=ask.words("apply.withdrawn"),
                    tell=lambda desk, ask: told.withdrawn(desk, ask, found.id),
                )
            case "i" if view.led is not None and view.led.missing:
                asked = InviteState(
                    id=ask.mint(),
                    name=view.studio.leader,
                    role="leader",
                    kind="studio",
                    key=view.studio.id,
                    step="check",
                )
                return Step(go=Go(INVITE_SCREEN, asked), fresh=True)
            case "h" if view.examines and view.sheet is not None:
                return Step(go=Go(SHEET_SCREEN, ReviewState(assessment=view.sheet.assessment.id)), fresh=True)
        raise Stale

    def _step(self, view: One, what: str, ask: Ask) -> Step:
        found = view.found
        state = StepState(
            id=ask.mint(),
            what=what,
            applications=(found.id,),
            revision=found.revision,
            on=today(ask).isoformat(),
            lacks=_lacks(view.paper) if what == "returned" else (),
            asked=FIRST.get(what, "check"),
        )
        return Step(go=Go(STEP_SCREEN, state))

    def _answered(self, view: One, text: str, ask: Ask) -> Step:
        if len(text) > REASON_LIMIT:
            raise Refusal("text_long", count=len(text), limit=REASON_LIMIT)
        change = Respond(application=view.found.id, text=text, today=today(ask).isoformat())
        go = Go(self.name, OneState(application=view.found.id))
        done = view.found.id
        return Step((change,), go=go, fresh=True, tell=lambda desk, ask: told.responded(desk, ask, done))

    def aim(self, tap: Tap, state: OneState | None) -> OneState:
        """Return the application that the button names."""
        if not tap.arg(0):
            raise Stale
        return OneState(application=tap.arg(0))

    def title(self, view: One, ask: Ask) -> str:
        """Return what it is about."""
        return title_of(view.found, ask.words)

    def closing(self, view: One, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(ONE, "o", view.found.id))
        return Face(escape(self.title(view, ask)), ((button,),))


def _plan(paper: Paper, ask: Ask) -> PlanState:
    """Return where a visit is planned, with everything said but who and when."""
    found, rubric = paper.application, paper.rubric
    form = examined_on(rubric, found.track)
    chosen = form is not None and visit_kind(rubric, found.track) == form.id
    return PlanState(
        visit=ask.mint(),
        assessment=ask.mint(),
        studio=found.studio,
        rubric=found.rubric,
        variant=found.track if rubric.variants else "",
        form=form.id if form is not None and chosen else "",
        period=str(found.year),
    )


def _lacks(paper: Paper | None) -> tuple[str, ...]:
    """Return what is missing as the forms say it: it is ticked beforehand."""
    known = {each.key for each in paper.spots} if paper else set()
    return tuple(each.key for each in paper.wanting if each.stops and each.key in known) if paper else ()
