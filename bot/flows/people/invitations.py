"""The invitations within a coordinator's reach: open ones, who used which and when, and what became of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from bot.changes import RevokeInvitation
from bot.entities import Grant, Invitation
from bot.flows.html import bold, escape, short
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face, Rows
from bot.flows.people.paging import LABEL, leaf, page_of, paged
from bot.flows.people.reach import Reach, minute, reach
from bot.flows.people.states import (
    LINKS,
    LINKS_SCREEN,
    PEOPLE_SCREEN,
    LinksState,
    PeopleState,
)
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal

KEY = 16
"""Characters of a digest that name an invitation in a button's data."""
Standing = Literal["open", "used", "expired", "revoked"]


@dataclass(frozen=True, slots=True)
class Sent:
    """An invitation, how it stands, and who it was that came in by it."""

    invitation: Invitation
    standing: Standing
    by: str = ""

    @property
    def key(self) -> str:
        """What stands for it in a button's data."""
        return self.invitation.digest[:KEY]


@dataclass(frozen=True, slots=True)
class Links:
    """The list; who came in is read for the page in view only."""

    state: LinksState
    reach: Reach
    count: int
    every: tuple[Invitation, ...]
    shown: tuple[Sent, ...]
    ending: Sent | None


class LinksScreen(Screen[LinksState, Links]):
    """One line an invitation, the open ones first."""

    name: ClassVar[str] = LINKS_SCREEN
    code: ClassVar[str] = LINKS
    state = LinksState

    def load(self, desk: Desk, ask: Ask, state: LinksState, given: AnyInput | Tap | None) -> Links:
        """Read those for roles within the coordinator's own reach."""
        del given
        mine = reach(desk, ask)
        every = [each for each in desk.people.invitations() if mine.takes(each.scope)]
        every.sort(key=lambda each: standing(each, ask.now) != "open")
        shown = tuple(_sent(desk, each, ask) for each in paged(every, state.page))
        count = sum(standing(each, ask.now) == "open" for each in every)
        ending = next((each for each in every if state.ending and each.digest.startswith(state.ending)), None)
        return Links(
            state, mine, count, tuple(every), shown, _sent(desk, ending, ask) if ending is not None else None
        )

    def show(self, view: Links, ask: Ask) -> Face:
        """Return the page, or the question whether one is to be withdrawn."""
        words = ask.words
        back = (Button(words("button.back"), pack(LINKS, "o")),)
        if view.ending is not None:
            text = words("people.ask_withdraw", link=_line(view.ending, view, ask))
            sure = Button(words("people.button.withdraw_sure"), pack(LINKS, "y", view.ending.key))
            return Face(text, ((sure,), back))
        lines = [words("people.links_head", count=view.count)]
        first = view.every.index(view.shown[0].invitation) if view.shown else 0
        lines += [f"{number} {_line(each, view, ask)}" for number, each in enumerate(view.shown, first + 1)]
        if not view.shown:
            lines.append(words("people.links_none"))
        return Face("\n".join(lines), _keys(view, first, ask))

    def take(self, view: Links, given: AnyInput | Tap, ask: Ask) -> Step:
        """Ask before a link is withdrawn; the second press withdraws it."""
        if not isinstance(given, Tap):
            raise Refusal("people_press")
        match given.verb:
            case "o":
                return Step(go=Go(self.name, LinksState()))
            case "g":
                return Step(go=Go(self.name, LinksState(page=page_of(given.arg(0)))))
            case "l":
                return Step(go=Go(PEOPLE_SCREEN, PeopleState()))
            case "e" if any(each.digest[:KEY] == given.arg(0) for each in view.every):
                return Step(go=Go(self.name, LinksState(page=view.state.page, ending=given.arg(0))))
            case "y" if view.ending is not None and view.ending.key == given.arg(0):
                return Step(
                    (RevokeInvitation(digest=view.ending.invitation.digest),),
                    go=Go(self.name, LinksState(page=view.state.page)),
                    toast=ask.words("people.withdrawn"),
                )
        raise Stale

    def aim(self, tap: Tap, state: LinksState | None) -> LinksState:
        """The list is always there."""
        del tap
        return state or LinksState()

    def title(self, view: Links, ask: Ask) -> str:
        """Return the name of this list."""
        del view
        return ask.words("people.button.links")

    def closing(self, view: Links, ask: Ask) -> Face:
        """Return one line with the way back."""
        del view
        button = Button(ask.words("button.open"), pack(LINKS, "o"))
        return Face(ask.words("people.button.links"), ((button,),))


def standing(invitation: Invitation, now: int) -> Standing:
    """Return how an invitation stands."""
    if invitation.used is not None:
        return "used"
    if invitation.revoked:
        return "revoked"
    over = invitation.until is not None and invitation.until <= now
    return "expired" if invitation.expires <= now or over else "open"


def _sent(desk: Desk, invitation: Invitation, ask: Ask) -> Sent:
    used = invitation.used_by
    person = desk.people.by_account(used, ask.now) if used is not None else None
    return Sent(invitation, standing(invitation, ask.now), person.name if person else "")


def _line(each: Sent, view: Links, ask: Ask) -> str:
    words, meant = ask.words, each.invitation
    role = view.reach.role(Grant(id="", role=meant.role, scope=meant.scope), words)
    at = meant.used if meant.used is not None else meant.expires
    how = words(f"people.link_{each.standing}", at=minute(at, ask), by=escape(each.by or meant.name))
    return words("people.link_line", name=bold(meant.name), role=escape(role), how=how)


def _keys(view: Links, first: int, ask: Ask) -> Rows:
    words = ask.words
    keys: list[tuple[Button, ...]] = [
        (
            Button(
                short(words("people.button.withdraw", number=number, name=each.invitation.name), LABEL),
                pack(LINKS, "e", each.key),
            ),
        )
        for number, each in enumerate(view.shown, first + 1)
        if each.standing == "open"
    ]
    keys += leaf(view.every, view.state.page, words, LINKS)
    keys.append((Button(words("people.button.list"), pack(LINKS, "l")),))
    return tuple(keys)
