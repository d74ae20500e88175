"""One person: roles with scope and end, the account, a new link for a new phone, roles given and taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import Invite, RevokeGrant
from bot.entities import Assessment, Grant, Person
from bot.flows.home import HomeScreen, HomeState
from bot.flows.html import escape
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face
from bot.flows.people import person_face, told
from bot.flows.people.links import link, message
from bot.flows.people.listing import sees
from bot.flows.people.paging import page_of
from bot.flows.people.reach import Reach, reach
from bot.flows.people.states import (
    DAYS,
    INVITE_SCREEN,
    PEOPLE_SCREEN,
    PERSON,
    PERSON_SCREEN,
    InviteState,
    PeopleState,
    PersonState,
)
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal


@dataclass(frozen=True, slots=True)
class Known:
    """A person as the coordinator may see them."""

    state: PersonState
    reach: Reach
    person: Person
    grants: tuple[Grant, ...]
    past: tuple[Grant, ...]
    accounts: int
    open: tuple[Assessment, ...]
    """Unsigned sheets of others' studios that the person works on, within the coordinator's reach."""

    @property
    def ending(self) -> Grant | None:
        """The grant that is about to be taken."""
        return next((each for each in self.grants if each.id == self.state.ending), None)

    @property
    def whole(self) -> bool:
        """Whether everything that the person holds is within reach: only then may a link replace the account."""
        return bool(self.grants) and len(self.grants) == len(self.person.grants)

    def left(self, grant: Grant) -> tuple[Assessment, ...]:
        """Return the open sheets on which the person could not go on without a grant."""
        return left_behind(self.person, grant, self.open)


class PersonScreen(Screen[PersonState, Known]):
    """One card a person."""

    name: ClassVar[str] = PERSON_SCREEN
    code: ClassVar[str] = PERSON
    state = PersonState

    def load(self, desk: Desk, ask: Ask, state: PersonState, given: AnyInput | Tap | None) -> Known:
        """Read what of the person is within reach; anybody else is refused like nobody."""
        del given
        mine, person = reach(desk, ask), desk.people.get(state.person, ask.now)
        if person is None or not sees(desk, mine, person, ask.now):
            raise Refusal("not_yours")
        past = desk.people.past_grants(person.id, ask.now)
        return Known(
            state,
            mine,
            person,
            mine.seen(person),
            tuple(each for each in past if mine.takes(each.scope)),
            len(desk.people.accounts(person.id)),
            tuple(
                each
                for each in desk.visits.open_of(person.id)
                if not each.visit.own and access.may(ask.who, "rule", each)
            ),
        )

    def show(self, view: Known, ask: Ask) -> Face:
        """Return the card."""
        return person_face.person_face(view, ask)

    def take(self, view: Known, given: AnyInput | Tap, ask: Ask) -> Step:
        """Ask before a role is taken; the second press takes it."""
        if not isinstance(given, Tap):
            raise Refusal("people_press")
        person = view.person.id
        match given.verb:
            case "o" | "z":
                return _to(PersonState(person=person))
            case "g":
                return _to(PersonState(person=person, page=page_of(given.arg(1))))
            case "l":
                return Step(go=Go(PEOPLE_SCREEN, PeopleState()))
            case "a":
                state = InviteState(id=ask.mint(), person=person, name=view.person.name, step="role")
                return Step(go=Go(INVITE_SCREEN, state))
            case "e" | "y":
                return _ending(view, given, ask)
            case _:
                return _linking(view, given, ask)

    def aim(self, tap: Tap, state: PersonState | None) -> PersonState:
        """Return the person that a button names, with what was asked on the card in view."""
        if state is not None and state.person == tap.arg(0):
            return state
        return PersonState(person=tap.arg(0))

    def title(self, view: Known, ask: Ask) -> str:
        """Return the person's name."""
        del ask
        return view.person.name

    def closing(self, view: Known, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(PERSON, "o", view.person.id))
        return Face(ask.words("people.card_closed", name=escape(view.person.name)), ((button,),))


def _to(state: PersonState) -> Step:
    return Step(go=Go(PERSON_SCREEN, state))


def _ending(view: Known, tap: Tap, ask: Ask) -> Step:
    """Ask whether a role is to be taken; take it on the second press."""
    if tap.verb == "e" and any(each.id == tap.arg(1) for each in view.grants):
        return _to(PersonState(person=view.person.id, ending=tap.arg(1)))
    if tap.verb == "y" and view.ending is not None and view.ending.id == tap.arg(1):
        return _end(view, view.ending, ask)
    raise Stale


def _linking(view: Known, tap: Tap, ask: Ask) -> Step:
    """Ask how long a new link may open; make it on the second press."""
    if tap.verb == "n" and view.whole:
        return _to(PersonState(person=view.person.id, link=True))
    if tap.verb == "k" and view.whole and view.state.link and tap.arg(1) in map(str, DAYS):
        return _link(view, int(tap.arg(1)), ask)
    raise Stale


def _end(view: Known, grant: Grant, ask: Ask) -> Step:
    """Take a role; the person is told, and the coordinator what is left behind."""
    person, left = view.person, view.left(grant)
    change = RevokeGrant(person=person.id, grant=grant.id)
    own = person.id == ask.who.id and grant.role in access.DESK
    return Step(
        (change,),
        go=Go(HomeScreen.name, HomeState()) if own else Go(PEOPLE_SCREEN, PeopleState()),
        toast=ask.words("people.ended"),
        tell=lambda desk, ask: told.ended(desk, ask, person, grant, left),
        fresh=not own,
    )


def _link(view: Known, days: int, ask: Ask) -> Step:
    """Make a link by which a new account takes the place of the person's."""
    grant = view.grants[0]
    made = link(
        ask,
        view.reach,
        name=view.person.name,
        role=grant.role,
        scope=grant.scope,
        days=days,
        until=grant.until,
        person=view.person,
    )
    return Step(
        (Invite(invitation=made.invitation),),
        go=Go(PERSON_SCREEN, PersonState(person=view.person.id)),
        say=(message(made, view.reach, ask),),
        fresh=True,
    )


def left_behind(person: Person, grant: Grant, sheets: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    """Return the sheets that a person may enter now and could not enter without a grant."""
    after = person.model_copy(update={"grants": tuple(each for each in person.grants if each.id != grant.id)})
    return tuple(
        each for each in sheets if access.may(person, "mark", each) and not access.may(after, "mark", each)
    )
