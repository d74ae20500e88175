"""/people: everybody within the coordinator's reach; typing searches, several lines invite several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.entities import Grant, Person
from bot.flows.html import bold, escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Button, Face
from bot.flows.people.many import many_of
from bot.flows.people.paging import LABEL, leaf, page_of, paged
from bot.flows.people.reach import Reach, folded, reach
from bot.flows.people.states import (
    INVITE,
    LINKS,
    MANY,
    PEOPLE,
    PEOPLE_SCREEN,
    PERSON,
    PeopleState,
)
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal

ROLES_SHOWN = 3
FIND = 40


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the list with what of them is the coordinator's business."""

    person: Person
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class People:
    """The list as it was asked for."""

    state: PeopleState
    reach: Reach
    every: tuple[Listed, ...]
    found: tuple[Listed, ...]
    outside: frozenset[str]
    """Those of the page in view who have no account."""


class PeopleScreen(Screen[PeopleState, People]):
    """One line and one button a person."""

    name: ClassVar[str] = PEOPLE_SCREEN
    code: ClassVar[str] = PEOPLE
    state = PeopleState

    def load(self, desk: Desk, ask: Ask, state: PeopleState, given: AnyInput | Tap | None) -> People:
        """Read those whom the person's own grants reach."""
        del given
        mine = reach(desk, ask)
        every = tuple(
            Listed(person, mine.seen(person))
            for person in desk.people.everybody(ask.now)
            if sees(desk, mine, person, ask.now)
        )
        found = tuple(each for each in every if _matches(each, state.find, mine, ask))
        shown = (each.person.id for each in paged(found, state.page))
        return People(
            state, mine, every, found, frozenset(each for each in shown if not desk.people.accounts(each))
        )

    def show(self, view: People, ask: Ask) -> Face:
        """Return the page of the list."""
        words, state = ask.words, view.state
        shown = paged(view.found, state.page)
        lines = [words("people.head", count=len(view.every))]
        if state.find:
            lines.append(words("people.found", find=escape(state.find), count=len(view.found)))
        lines += [_line(each, view, ask) for each in shown] or [words("people.none")]
        if not state.find:
            lines.append(words("people.hint"))
        keys: list[tuple[Button, ...]] = [
            (Button(short(each.person.name, LABEL), pack(PERSON, "o", each.person.id)),) for each in shown
        ]
        keys += leaf(view.found, state.page, words, PEOPLE)
        if state.find:
            keys.append((Button(words("people.button.everybody"), pack(PEOPLE, "o")),))
        keys.append(
            (
                Button(words("people.button.invite"), pack(INVITE, "n")),
                Button(words("people.button.many"), pack(MANY, "o")),
            )
        )
        keys.append((Button(words("people.button.links"), pack(LINKS, "o")),))
        return Face("\n".join(lines), tuple(keys))

    def take(self, view: People, given: AnyInput | Tap, ask: Ask) -> Step:
        """Search, or leaf through; several lines are several invitations."""
        if isinstance(given, Said):
            if "\n" in given.text.strip():
                return many_of(given.text, view.reach, ask)
            return Step(go=Go(self.name, PeopleState(find=short(given.text, FIND))), fresh=True)
        if not isinstance(given, Tap):
            raise Refusal("people_press")
        match given.verb:
            case "o":
                return Step(go=Go(self.name, PeopleState()))
            case "g":
                page = page_of(given.arg(0))
                return Step(go=Go(self.name, view.state.model_copy(update={"page": page})))
        raise Stale

    def aim(self, tap: Tap, state: PeopleState | None) -> PeopleState:
        """The list is always there."""
        del tap
        return state or PeopleState()

    def title(self, view: People, ask: Ask) -> str:
        """Return the name of this list."""
        del view
        return ask.words("command.people")

    def closing(self, view: People, ask: Ask) -> Face:
        """Return one line with the way back."""
        del view
        return Face(ask.words("command.people"), ((Button(ask.words("button.open"), pack(PEOPLE, "o")),),))


def sees(desk: Desk, mine: Reach, person: Person, now: int) -> bool:
    """Say whether somebody is a coordinator's business: by a role within reach, or by one that was."""
    if mine.everywhere or mine.seen(person):
        return True
    past = () if person.grants else desk.people.past_grants(person.id, now)
    return any(mine.takes(each.scope) for each in past)


def _matches(each: Listed, find: str, mine: Reach, ask: Ask) -> bool:
    texts = (each.person.name, each.person.unit, *(mine.role(grant, ask.words) for grant in each.grants))
    return not find or any(folded(find) in folded(text) for text in texts)


def _line(each: Listed, view: People, ask: Ask) -> str:
    words, mine = ask.words, view.reach
    roles = tuple(escape(mine.role(grant, words)) for grant in each.grants[:ROLES_SHOWN])
    if len(each.grants) > ROLES_SHOWN:
        roles = (*roles, words("people.more", count=len(each.grants) - ROLES_SHOWN))
    text = words("people.line", name=bold(each.person.name), roles=roles or (words("role.none"),))
    return f"{text} {words('people.no_account')}" if each.person.id in view.outside else text
