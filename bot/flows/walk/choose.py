"""Opening a visit: an open one is offered first; then studio, rubric, type and period, one tap each."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes import OpenVisit
from bot.changes.ballots import walkable
from bot.changes.visit_forms import default_form
from bot.entities import Assessment, Role, Studio
from bot.flows.campaign.reading import begun_undecided, warning, way_to
from bot.flows.html import escape
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Face, InChat, Output, Say, Tell
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap
from bot.flows.walk import choose_keys
from bot.flows.walk.choice import Choice, ChooseState, form_named, kinds_now
from bot.flows.walk.periods import named
from bot.flows.walk.places import WalkState, first_open_item, walked
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import words as texts
from rubrics.model import Rubric
from rubrics.periods import Period


class ChooseScreen(Screen[ChooseState, Choice]):
    """One question at a time."""

    name: ClassVar[str] = "choose"
    code: ClassVar[str] = "c"
    state = ChooseState
    act: ClassVar[access.Act] = "assess"
    """What one must be allowed to do to a studio to see it here."""
    roles: ClassVar[tuple[Role, ...]] = access.ASSESSORS

    def load(self, desk: Desk, ask: Ask, state: ChooseState, given: AnyInput | Tap | None) -> Choice:
        """Read only studios within the scope of the person's own grants."""
        if not access.may(ask.who, self.act):
            raise Refusal("no_role")
        scopes = [grant.scope for grant in ask.who.grants if grant.role in self.roles]
        mine = [each for each in walkable(desk, desk.visits.open_of(ask.who.id)) if self.offers(each, state)]
        studio = desk.studios.get(state.studio) if state.studio else None
        if studio is not None:
            access.require(ask.who, self.act, studio)
        rubrics = desk.library.current()
        rubric = next((each for each in rubrics if each.id == state.rubric), None)
        return Choice(
            state,
            self.code,
            tuple((found, first_open_item(desk, found)) for found in mine),
            tuple(
                each
                for each in desk.studios.covered(scopes)
                if each.retired is None and access.may(ask.who, self.act, each)
            ),
            studio,
            rubrics,
            rubric,
        )

    def offers(self, found: Assessment, state: ChooseState) -> bool:
        """Say whether an open assessment is offered first: all of them to whoever goes on, else official ones."""
        return state.only_open or not found.visit.own

    def show(self, view: Choice, ask: Ask) -> Face:
        """Ask the first question that is still open."""
        return choose_keys.face(view, ask)

    def take(self, view: Choice, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer and ask the next question; the period opens the visit."""
        if not isinstance(given, Tap):
            return Step(go=Go(self.name, view.state), fresh=True)
        if given.verb == "p":
            return self.begin(view, given.arg(2), ask)
        chosen = _chosen(view, given)
        if chosen is None:
            raise Stale
        return Step(go=Go(self.name, chosen))

    def begin(self, view: Choice, given: str, ask: Ask) -> Step:
        """Open the visit of what was chosen and go to its first item."""
        change = opening(view, given, ask, OpenVisit)
        studio, rubric = view.studio, view.rubric

        def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
            return _told(desk, ask, studio, rubric, change.period) if studio and rubric else ()

        return Step((change,), go=first_card(view, change), tell=tell)

    def aim(self, tap: Tap, state: ChooseState | None) -> ChooseState:
        """Return the choices made so far, as the button carries them."""
        if tap.verb in {"r", "v", "f", "p"}:
            kept = state if state is not None and state.studio == tap.arg(0) else None
            rubric = tap.arg(1) if tap.verb != "r" else ""
            variant, form = (kept.variant, kept.form) if kept else ("", "")
            if tap.verb != "p":
                form = ""
            return ChooseState(new=True, studio=tap.arg(0), rubric=rubric, variant=variant, form=form)
        return state or ChooseState(new=tap.verb == "s")

    def title(self, view: Choice, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("command.assess")


def _chosen(view: Choice, tap: Tap) -> ChooseState | None:  # noqa: PLR0911 - one line per button is the clearest table
    """Return the state after an answer, or None where the button names nothing that is offered."""
    new = ChooseState(new=True)
    match tap.verb:
        case "n":
            return new
        case "g" if tap.arg(0).isdecimal():
            return view.state.model_copy(update={"page": int(tap.arg(0))})
        case "s" if any(each.id == tap.arg(0) for each in view.studios):
            return new.model_copy(update={"studio": tap.arg(0)})
        case "r" if view.studio and any(each.id == tap.arg(1) for each in view.rubrics):
            return new.model_copy(update={"studio": view.studio.id, "rubric": tap.arg(1)})
        case "v" if view.rubric and any(each.id == tap.arg(2) for each in view.rubric.variants):
            return view.state.model_copy(update={"variant": tap.arg(2)})
        case "f" if view.rubric and (form := form_named(view.rubric, tap.arg(2))):
            return view.state.model_copy(update={"form": form.id})
    return None


def period_of(view: Choice, given: str, ask: Ask) -> Period:
    """Return the period that a button names, if a visit of what was chosen can have it."""
    found = named(view.rubric, given, ask) if view.studio and view.rubric else None
    if view.rubric is None or found is None or found.kind not in kinds_now(view.rubric, view.form):
        raise Stale
    return found


def opening(view: Choice, given: str, ask: Ask, kind: type[OpenVisit]) -> OpenVisit:
    """Return the change that opens what was chosen."""
    period = period_of(view, given, ask)
    if view.studio is None or view.rubric is None:
        raise Stale
    return kind(
        visit=ask.mint(),
        assessment=ask.mint(),
        studio=view.studio.id,
        rubric=view.rubric.id,
        version=view.rubric.version,
        period=str(period),
        variant=view.variant or None,
        form=view.form.id if view.form else None,
    )


def first_card(view: Choice, change: OpenVisit) -> Go:
    """Return the card on which a new visit begins."""
    if view.rubric is None:
        raise Stale
    form = view.form or default_form(view.rubric, Period.parse(change.period).kind)
    sections = walked(view.rubric, form.id if form else None, change.variant)
    return Go("card", WalkState(assessment=change.assessment, item=sections[0].items[0].no))


def _told(desk: Desk, ask: Ask, studio: Studio, rubric: Rubric, period: str) -> tuple[Output, ...]:
    """Tell the coordinators whose scope covers the studio that a visit was opened."""
    told: list[Output] = []
    open_ = begun_undecided(desk, rubric, period)
    for person in desk.people.with_role("coordinator", ask.now):
        if person.id == ask.who.id or not access.may(person, "manage", studio):
            continue
        words = texts(person.language)
        text = words(
            "desk.visit_opened",
            name=escape(ask.who.name),
            studio=escape(studio.name),
            rubric=escape(rubric_name(rubric, words)),
            period=period,
        )
        chats = desk.people.accounts(person.id)
        if open_ is not None and access.may(person, "publish"):
            said = Say(f"{text}\n{warning(open_, words)}", ((way_to(rubric, open_.year, words),),))
            told += [InChat(chat, said) for chat in chats]
        else:
            told += [Tell(chat, text) for chat in chats]
    return tuple(told)
