"""One studio: what is known of it, and the ways to change it, each a question of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from bot import access
from bot.changes import BringBackStudio, Change, EditStudio, RetireStudio, SetFund, SetTeam, SetType
from bot.changes.studio_fields import FIELDS, REQUIRED
from bot.entities import Leading, Retirement, Studio, TeamMember, YearFund
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.studios import card_face, types
from bot.flows.studios.states import (
    CARD,
    CARD_SCREEN,
    LEADER_SCREEN,
    LIST_SCREEN,
    LeaderState,
    StudiosState,
    StudioState,
)
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import received
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_money import year_and_money
from rubrics.model import Rubric

ASKED: Final = (*FIELDS, "team", "fund", "types", "edit", "retire", "back")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a studio."""

    state: StudioState
    studio: Studio
    rubrics: tuple[Rubric, ...]
    """Those that tell types of studios apart."""
    funds: tuple[YearFund, ...]
    team: tuple[TeamMember, ...]
    led: tuple[Leading, ...]
    retirement: Retirement | None
    paper: str
    """Number of the paper by which it got its name; empty where that is not known here."""
    open: int
    """Score sheets that are not signed; counted where that is asked."""

    @property
    def named_by(self) -> str:
        """Who gave it its name, and by which paper."""
        return f"{self.studio.named_by} {self.paper}".rstrip()


class StudioScreen(Screen[StudioState, Known]):
    """The card."""

    name: ClassVar[str] = CARD_SCREEN
    code: ClassVar[str] = CARD
    state = StudioState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: StudioState, given: AnyInput | Tap | None) -> Known:
        """Read for coordinators of the studio only."""
        del given
        studio = desk.studios.get(state.studio)
        access.require(ask.who, "manage", studio)
        if studio is None:
            raise Stale
        unsigned = 0
        if state.ask == "retire":
            rubrics = desk.visits.rubrics_at(studio.id)
            unsigned = sum(
                each.studio == studio.id for rubric in rubrics for each in desk.visits.open_by(rubric)
            )
        return Known(
            state,
            studio,
            tuple(each for each in desk.library.current() if each.variants),
            desk.studios.funds(studio.id),
            desk.studios.team(studio.id),
            desk.studios.leadings(studio.id),
            desk.studios.retirement(studio.id) if studio.retired else None,
            _paper(desk, studio),
            unsigned,
        )

    def show(self, view: Known, ask: Ask) -> Face:
        """Say what is known, and what is asked."""
        return card_face.card_face(view, ask.words)

    def take(self, view: Known, given: AnyInput | Tap, ask: Ask) -> Step:
        """Take an answer, ask a question, or lead on."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, SentFile):
            return received(given, ask, "studios")
        if isinstance(given, Said) and given.text.strip():
            return _said(view, given.text, ask)
        raise Refusal("studio_press")

    def aim(self, tap: Tap, state: StudioState | None) -> StudioState:
        """Return the studio that the button names."""
        if state is not None and state.studio == tap.arg(0):
            return state
        return StudioState(studio=tap.arg(0))

    def title(self, view: Known, ask: Ask) -> str:
        """Return the studio's name."""
        return view.studio.name

    def closing(self, view: Known, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(CARD, "o", view.studio.id))
        return Face(escape(view.studio.name), ((button,),))

    def superseded(self, view: Known, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        return Face(escape(view.studio.name))


def _go(view: Known, asked: str = "", of: str = "") -> Go:
    return Go(CARD_SCREEN, StudioState(studio=view.studio.id, ask=asked, of=of))


def _paper(desk: Desk, studio: Studio) -> str:
    """Return the number of the paper by which it got the name that it has now."""
    for found in desk.applications.of_studio(studio.id):
        step = next((each for each in desk.applications.steps(found.id) if each.name == "named"), None)
        if step is not None and step.on == studio.named_on:
            return step.paper
    return ""


def _tap(view: Known, tap: Tap, ask: Ask) -> Step:
    studio = view.studio
    match tap.verb:
        case "o" | "r":
            return Step(go=_go(view, "types" if tap.verb == "r" else "", tap.arg(1)))
        case "q" if tap.arg(1) in ASKED:
            return Step(go=_go(view, tap.arg(1)))
        case "t":
            variant = "" if tap.arg(2) == types.NONE else tap.arg(2)
            change: Change = SetType(studio=studio.id, rubric=tap.arg(1), variant=variant)
            return Step((change,), go=_go(view, "types"), toast=ask.words("studio.saved"))
        case "c" if tap.arg(1) in set(FIELDS) - REQUIRED:
            change = EditStudio(studio=studio.id, field=tap.arg(1), text="")
            return Step((change,), go=_go(view), toast=ask.words("studio.saved"))
        case "c" if tap.arg(1) == "team":
            change = SetTeam(studio=studio.id, text="")
            return Step((change,), go=_go(view), toast=ask.words("studio.saved"))
        case "l":
            return Step(go=Go(LEADER_SCREEN, LeaderState(studio=studio.id)))
    raise Stale


def _said(view: Known, text: str, ask: Ask) -> Step:
    """Take the answer to what is asked; where nothing is, a text searches the list."""
    studio, asked = view.studio.id, view.state.ask
    day = today(ask).isoformat()
    if asked in FIELDS:
        change: Change = EditStudio(studio=studio, field=asked, text=text)
    elif asked == "team":
        change = SetTeam(studio=studio, text=text)
    elif asked == "fund":
        change = _fund(studio, text)
    elif asked == "retire":
        change = RetireStudio(studio=studio, reason=text, today=day)
    elif asked == "back":
        change = BringBackStudio(studio=studio, reason=text)
    elif asked:
        raise Refusal("studio_press")
    else:
        return Step(go=Go(LIST_SCREEN, StudiosState(text=text.strip()[:40])), fresh=True)
    return Step((change,), go=_go(view), fresh=True)


def _fund(studio: str, text: str) -> SetFund:
    """Return the change that a year and an amount mean: `2026 30000`."""
    said = year_and_money(text)
    if said is None:
        raise Refusal("studio_fund", value=text.strip()[:40])
    return SetFund(studio=studio, year=said[0], text=said[1])
