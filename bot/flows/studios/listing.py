"""/studios: the studios of the coordinator's scope; a text filters them, an Excel file begins an import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.entities import Studio
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.studios.states import (
    ADD_SCREEN,
    CARD,
    LIST,
    LIST_SCREEN,
    AddState,
    StudiosState,
)
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import received
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.numbering import canonical

PAGE = 8
LABEL = 24
SEARCHED = 40
"""Characters of a text that is searched for."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What there is, and what of it was asked for."""

    state: StudiosState
    all: int
    found: tuple[Studio, ...]

    @property
    def pages(self) -> int:
        """Return how many pages there are, one at least."""
        return max(1, -(-len(self.found) // PAGE))

    @property
    def page(self) -> int:
        """Return the page that is shown, from 0."""
        return min(self.state.page, self.pages - 1)

    @property
    def shown(self) -> tuple[tuple[int, Studio], ...]:
        """Return the studios of this page with their numbers in the list."""
        first = self.page * PAGE
        return tuple(enumerate(self.found[first : first + PAGE], first + 1))


def mine(desk: Desk, ask: Ask) -> tuple[Studio, ...]:
    """Return the studios that the person looks after: those assessed now first, then by unit and name."""
    if not access.may(ask.who, "manage"):
        raise Refusal("no_role")
    scopes = [grant.scope for grant in ask.who.grants if grant.role in access.DESK]
    return tuple(sorted(desk.studios.covered(scopes), key=lambda each: each.retired is not None))


def holds(studio: Studio, text: str) -> bool:
    """Say whether name, unit or leader of a studio hold every word of a text."""
    where = canonical(f"{studio.name} {studio.unit} {studio.leader} {studio.level}")
    return all(each in where for each in canonical(text).split())


class StudiosScreen(Screen[StudiosState, Listing]):
    """The list."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = StudiosState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: StudiosState, given: AnyInput | Tap | None) -> Listing:
        """Read within the scope of the person's own grants."""
        del given
        everything = mine(desk, ask)
        found = tuple(each for each in everything if holds(each, state.text)) if state.text else everything
        return Listing(state, len(everything), found)

    def show(self, view: Listing, ask: Ask) -> Face:
        """Return a line and a button for each studio of a page."""
        words = ask.words
        key = "studios.head_found" if view.state.text else "studios.head"
        text = escape(short(view.state.text, SEARCHED))
        lines = [words(key, text=text, count=len(view.found), all=view.all)]
        lines += [_line(number, each, words) for number, each in view.shown]
        if not view.found:
            lines.append(words("studios.none_found" if view.all else "studios.none"))
        if view.pages > 1:
            lines.append(words("import.page", page=view.page + 1, pages=view.pages))
        lines += ["", words("studios.import" if view.state.how else "studios.hint")]
        return Face("\n".join(lines), tuple(_keys(view, words)))

    def take(self, view: Listing, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf, search, add, or read a workbook that was sent."""
        if isinstance(given, SentFile):
            return received(given, ask, "studios")
        if isinstance(given, Said) and given.text.strip():
            return Step(go=Go(self.name, StudiosState(text=given.text.strip()[:SEARCHED])), fresh=True)
        if not isinstance(given, Tap):
            raise Refusal("studio_press")
        if given.verb == "e":
            return Step(job=("upload", "@studios"), toast=ask.words("import.coming"), stay=True)
        return Step(go=_pressed(view.state, given, ask))

    def aim(self, tap: Tap, state: StudiosState | None) -> StudiosState:
        """The list is always there."""
        return state or StudiosState()

    def title(self, view: Listing, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("command.studios")

    def closing(self, view: Listing, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(LIST, "o"))
        return Face(ask.words("studios.head", count=view.all), ((button,),))


def _pressed(state: StudiosState, tap: Tap, ask: Ask) -> Go:
    match tap.verb:
        case "o":
            return Go(LIST_SCREEN, StudiosState())
        case "l":
            return Go(LIST_SCREEN, state.model_copy(update={"how": False}))
        case "h":
            return Go(LIST_SCREEN, state.model_copy(update={"how": True}))
        case "g" if tap.arg(0).isdecimal():
            return Go(LIST_SCREEN, state.model_copy(update={"page": int(tap.arg(0)[:4])}))
        case "a":
            return Go(ADD_SCREEN, AddState(studio=ask.mint()))
    raise Stale


def _line(number: int, studio: Studio, words: Words) -> str:
    name = escape(short(studio.name, LABEL))
    if studio.retired:
        return words("studios.line_retired", number=number, name=name, day=studio.retired)
    unit, leader = (escape(short(each, LABEL)) for each in (studio.unit, studio.leader))
    return words("studios.line", number=number, name=name, unit=unit, leader=leader or words("studio.none"))


def _keys(view: Listing, words: Words) -> list[tuple[Button, ...]]:
    keys: list[tuple[Button, ...]] = [
        (Button(short(f"{number} {each.name}", LABEL), pack(CARD, "o", each.id)),)
        for number, each in view.shown
    ]
    moves = []
    if view.page:
        moves.append(Button(words("button.page_back"), pack(LIST, "g", view.page - 1)))
    if view.page + 1 < view.pages:
        moves.append(Button(words("button.page_on"), pack(LIST, "g", view.page + 1)))
    if view.state.text:
        moves.append(Button(words("studios.button.all"), pack(LIST, "o")))
    if moves:
        keys.append(tuple(moves))
    add = Button(words("studios.button.add"), pack(LIST, "a"))
    how = Button(words("studios.button.import"), pack(LIST, "h"))
    export = Button(words("studios.button.export"), pack(LIST, "e"))
    return [*keys, (add, how, export)]
