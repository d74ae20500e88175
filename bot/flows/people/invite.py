"""An invitation step by step: name, role, where it holds, how long the link opens, how long the role holds.

For a person who is known it begins with the role and gives it at once, without a link.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.changes import GiveGrant, Invite
from bot.changes.giving import own_studios
from bot.entities import ROLES, Grant, Person, Scope, Studio
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import today
from bot.flows.outputs import Face
from bot.flows.people import invite_face, told
from bot.flows.people.lines import NAME
from bot.flows.people.links import link, message
from bot.flows.people.listing import sees
from bot.flows.people.paging import page_of
from bot.flows.people.reach import EVERYWHERE, Reach, end_of, folded, last_day, reach, unit_code
from bot.flows.people.states import (
    DAYS,
    INVITE,
    INVITE_SCREEN,
    PEOPLE_SCREEN,
    PERSON_SCREEN,
    InviteState,
    PeopleState,
    PersonState,
)
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_day_ahead import day_ahead

QUOTED = 40


@dataclass(frozen=True, slots=True)
class Inviting:
    """An invitation as far as it was said, and what there is to choose from."""

    state: InviteState
    reach: Reach
    person: Person | None
    """Who gets one more role."""
    studios: tuple[Studio, ...]
    units: tuple[str, ...]
    today: date
    limit: str
    """The last day of the coordinator's own time there; empty for no end."""
    own: tuple[Studio, ...]
    """Studios of the scope that the person leads and so will not assess."""

    @property
    def scope(self) -> Scope | None:
        """Where the role is to hold, once that was said."""
        return scope_of(self.state)


class InviteScreen(Screen[InviteState, Inviting]):
    """One question at a time, then the summary."""

    name: ClassVar[str] = INVITE_SCREEN
    code: ClassVar[str] = INVITE
    state = InviteState

    def load(self, desk: Desk, ask: Ask, state: InviteState, given: AnyInput | Tap | None) -> Inviting:
        """Read what the coordinator's own grants reach."""
        del given
        mine = reach(desk, ask)
        person = desk.people.get(state.person, ask.now) if state.person else None
        if state.person and (person is None or not sees(desk, mine, person, ask.now)):
            raise Refusal("not_yours")
        scope, find = scope_of(state), folded(state.find)
        limit = mine.limit(scope) if scope else None
        role = state.role
        return Inviting(
            state,
            mine,
            person,
            tuple(each for each in mine.own_studios if find in folded(f"{each.name} {each.unit}")),
            tuple(each for each in mine.own_units if find in folded(each)),
            today(ask),
            last_day(limit, ask) if limit is not None else "",
            own_studios(desk, role, scope, state.name, person) if role and scope else (),
        )

    def show(self, view: Inviting, ask: Ask) -> Face:
        """Ask what is still open."""
        return invite_face.invite_face(view, ask)

    def take(self, view: Inviting, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer; the last press makes the link, or gives the role."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said):
            return _text(view, given.text)
        raise Refusal("people_press")

    def aim(self, tap: Tap, state: InviteState | None) -> InviteState:
        """Begin anew, or go on with what was said on the card in view."""
        if tap.verb == "n":
            return InviteState(id="")
        if state is None or state.id != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Inviting, ask: Ask) -> str:
        """Return the name of this step."""
        return ask.words("people.give_title" if view.person else "people.invite_title")

    def closing(self, view: Inviting, ask: Ask) -> Face:
        """Return one line that says whom it was about."""
        name = escape(view.state.name)
        return Face(ask.words("people.invite_closed", title=self.title(view, ask), name=name))

    def superseded(self, view: Inviting, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        del view, ask
        return None


def scope_of(state: InviteState) -> Scope | None:
    """Return where the role is to hold, once that was said."""
    if state.kind == "all":
        return EVERYWHERE
    return Scope(kind=state.kind, key=state.key) if state.kind and state.key else None


def _tap(view: Inviting, tap: Tap, ask: Ask) -> Step:
    match tap.verb:
        case "n":
            return Step(go=Go(INVITE_SCREEN, InviteState(id=ask.mint())))
        case "q":
            return _leave(view)
        case "y" if view.state.step == "check" and view.state.role and view.scope:
            return _give(view, ask) if view.person else _invite(view, ask)
        case "r" | "k" | "u" | "s":
            return _what(view, tap.verb, tap.arg(1))
        case _:
            return _how(view, tap.verb, tap.arg(1))


def _what(view: Inviting, verb: str, said: str) -> Step:
    """Keep a role or where it holds, of those that are offered."""
    match verb:
        case "r" if said in ROLES:
            return _role(view, said)
        case "k" if said in {"all", "unit", "studio"}:
            return _kind(view, said)
        case "u":
            return _where(view, "unit", next((each for each in view.units if unit_code(each) == said), ""))
        case "s":
            return _where(view, "studio", next((each.id for each in view.studios if each.id == said), ""))
    raise Stale


def _how(view: Inviting, verb: str, said: str) -> Step:
    """Leaf through what is offered, keep how long, or go back to a question."""
    state = view.state
    match verb:
        case "e" if said in {"role", "days", "until"}:
            return _to(state, step=said, find="", page=0)
        case "e" if said == "scope":
            return _to(state, step=_asks_where(view, state), find="", page=0)
        case "g":
            return _to(state, page=page_of(said))
        case "f":
            return _to(state, find="", page=0)
        case "d" if said in map(str, DAYS):
            return _to(state, days=int(said), step="check" if state.checked else "until")
        case "t" if state.step == "until":
            return _until(view, said) if said else _endless(view)
    raise Stale


def _to(state: InviteState, *, fresh: bool = False, **update: object) -> Step:
    return Step(go=Go(INVITE_SCREEN, state.model_copy(update=update)), fresh=fresh)


def _leave(view: Inviting) -> Step:
    if view.person:
        return Step(go=Go(PERSON_SCREEN, PersonState(person=view.person.id)))
    return Step(go=Go(PEOPLE_SCREEN, PeopleState()))


def _text(view: Inviting, text: str) -> Step:
    """Take a name, a search, or a day; elsewhere there are buttons."""
    said = " ".join(text.split())
    match view.state.step:
        case "name":
            if len(said) > NAME:
                raise Refusal("text_long", count=len(said), limit=NAME)
            return _to(view.state, name=said, step="role", fresh=True)
        case "unit" | "studio":
            return _to(view.state, find=said[:QUOTED], page=0, fresh=True)
        case "until":
            return _until(view, said)
    raise Refusal("people_press")


def _role(view: Inviting, said: str) -> Step:
    """Keep the role and ask where it holds."""
    role = next(each for each in ROLES if each == said)
    state = view.state.model_copy(update={"role": role, "kind": "", "key": "", "find": "", "page": 0})
    return _to(state, step=_asks_where(view, state))


def _asks_where(view: Inviting, state: InviteState) -> str:
    """Return the question for the place of a role: leaders have a studio, units a unit."""
    if state.role == "leader":
        return "studio"
    return "unit" if state.role == "unit" and view.reach.own_units else "scope"


def _kind(view: Inviting, kind: str) -> Step:
    if kind != "all":
        return _to(view.state, step=kind, find="", page=0)
    if not view.reach.everywhere:
        raise Stale
    return _next(view.state.model_copy(update={"kind": "all", "key": ""}))


def _where(view: Inviting, kind: str, key: str) -> Step:
    if not key:
        raise Stale
    return _next(view.state.model_copy(update={"kind": kind, "key": key, "find": "", "page": 0}))


def _next(state: InviteState) -> Step:
    """Ask how long: of a link first how long it opens."""
    if state.checked:
        return _to(state, step="check")
    return _to(state, step="until" if state.person else "days")


def _endless(view: Inviting) -> Step:
    """Give without an end, or until the coordinator's own time is over."""
    return _to(view.state, until=view.limit, step="check", checked=True)


def _until(view: Inviting, text: str) -> Step:
    """Take a last day; what is none, or is over, is refused with what to send."""
    found = day_ahead(text, view.today)
    if isinstance(found, str):
        raise Refusal("people_day_none" if found == "none" else "people_day_unread", text=text[:QUOTED])
    if found < view.today:
        raise Refusal("people_day_past", on=found.isoformat(), today=view.today.isoformat())
    return _to(view.state, until=found.isoformat(), step="check", checked=True, fresh=True)


def _invite(view: Inviting, ask: Ask) -> Step:
    state, scope = view.state, view.scope
    if state.role is None or scope is None:
        raise Stale
    until = end_of(state.until, ask)
    made = link(ask, view.reach, name=state.name, role=state.role, scope=scope, days=state.days, until=until)
    return Step(
        (Invite(invitation=made.invitation),),
        go=Go(PEOPLE_SCREEN, PeopleState()),
        say=(message(made, view.reach, ask),),
        fresh=True,
    )


def _give(view: Inviting, ask: Ask) -> Step:
    state, scope = view.state, view.scope
    if state.role is None or scope is None:
        raise Stale
    grant = Grant(id=state.id, role=state.role, scope=scope, until=end_of(state.until, ask))
    return Step(
        (GiveGrant(person=state.person, grant=grant),),
        go=Go(PERSON_SCREEN, PersonState(person=state.person)),
        tell=lambda desk, ask: told.given(desk, ask, state.person, grant),
        fresh=True,
    )
