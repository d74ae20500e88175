"""Beginning what is decided about a studio that is named already: another leader, another name, its title withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from bot import access
from bot.changes.applications.matter import BASIS, BeginMatter, detail_of
from bot.changes.outcomes.steps import DECIDED
from bot.entities import Judgement, Studio
from bot.flows.applications import told
from bot.flows.applications.days import day_typed
from bot.flows.applications.matter_face import basis_of, matter_face
from bot.flows.applications.matters import MATTERS, WORDS, field_open, matter_named
from bot.flows.applications.states import (
    LIST_SCREEN,
    MATTER,
    MATTER_SCREEN,
    ONE_SCREEN,
    ApplicationsState,
    MatterState,
    OneState,
)
from bot.flows.apply.states import LIST_SCREEN as APPLY_SCREEN
from bot.flows.apply.states import ApplyState
from bot.flows.html import short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import words as texts
from rubrics.model import Rubric

QUOTED: Final = 24
OFFERED: Final = 6
"""Outcomes that are offered as the basis of a withdrawal."""
LANGUAGE: Final = "zh-CN"
"""Of the sources, whose own word for it is kept."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What was said of it so far, and what there is to choose from."""

    state: MatterState
    kinds: tuple[str, ...]
    studios: tuple[Studio, ...]
    """Those of the person's that a search leaves, by unit and name."""
    studio: Studio | None
    field: str
    """The detail that is asked; empty: the kind, the studio, or nothing more."""
    said: str
    """The answer to it as it is kept."""
    outcomes: tuple[Judgement, ...]
    """Approved outcomes of the studio, from which the withdrawal of a title may follow, the newest first."""
    rubrics: tuple[Rubric, ...]
    begun: bool
    desk: bool
    """The person comes from the desk, and goes back there."""
    today: date


class MatterScreen(Screen[MatterState, Beginning]):
    """One question at a time, then a look at all of it."""

    name: ClassVar[str] = MATTER_SCREEN
    code: ClassVar[str] = MATTER
    recalls: ClassVar[bool] = True
    state = MatterState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: MatterState, given: AnyInput | Tap | None) -> Beginning:
        """Read for leaders, units and coordinators; an answer that cannot stand is refused at once."""
        if not access.may(ask.who, "begin_matter"):
            raise Refusal("no_role")
        act: access.Act = "examine" if state.matter == "title" else "begin_matter"
        covered = desk.studios.covered(access.scopes(ask.who, act))
        mine = tuple(
            each
            for each in covered
            if each.retired is None
            and access.may(ask.who, act, each)
            and (act != "examine" or not access.leads(ask.who, each.id, each.unit))
        )
        studio = next((each for each in mine if each.id == state.studio), None)
        if state.studio and studio is None:
            raise Refusal("not_yours")
        if studio is None and len(mine) == 1:
            studio = mine[0]
        field = field_open(state) if studio is not None else ""
        day, said = today(ask), ""
        if isinstance(given, Said) and field and studio is not None:
            text = day_typed(given.text, day) if field == "since" else given.text.strip()
            said = detail_of(desk, studio, field, text, day.isoformat())
        titles = access.may(ask.who, "examine")
        return Beginning(
            state,
            tuple(each for each in MATTERS if each != "title" or titles),
            tuple(each for each in mine if state.find in f"{each.name} {each.unit}"),
            studio,
            field,
            said,
            _outcomes(desk, studio) if field == "basis" and studio is not None else (),
            desk.library.current() if field == "basis" else (),
            bool(state.id) and desk.applications.get(state.id) is not None,
            access.may(ask.who, "read_notices"),
            day,
        )

    def show(self, view: Beginning, ask: Ask) -> Face:
        """Ask what is open."""
        return matter_face(view, ask.words)

    def take(self, view: Beginning, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer; the last press hands it in."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if not isinstance(given, Said) or view.begun or not view.state.matter:
            raise Refusal("applications_press")
        if view.field:
            return self._said(view, view.said, fresh=True)
        if view.studio is None:
            found = given.text.strip()
            return self._to(view, fresh=True, find=found[:QUOTED], leaf=0)
        raise Refusal("applications_press")

    def _tap(self, view: Beginning, tap: Tap, ask: Ask) -> Step:  # noqa: C901, PLR0911 - one line per button
        state, said = view.state, tap.arg(1)
        if view.begun:
            return Step(go=Go(ONE_SCREEN, OneState(application=state.id)))
        match tap.verb:
            case "z":
                return Step(go=Go(self.name, state))
            case "q":
                home = Go(LIST_SCREEN, ApplicationsState()) if view.desk else Go(APPLY_SCREEN, ApplyState())
                return Step(go=home)
            case "k" if not state.matter and said in view.kinds:
                return self._to(view, matter=said)
            case "s" if state.matter and any(each.id == said for each in view.studios):
                return self._to(view, studio=said)
            case "g" if said.isascii() and said.isdecimal():
                return self._to(view, leaf=int(said[:4]))
            case "w" if view.field == "word" and said in WORDS:
                return self._said(view, texts(LANGUAGE)(f"applications.word.{said}"))
            case "j" if view.field == "basis" and (known := _named(view.outcomes, said)) is not None:
                basis = short(basis_of(known, view.rubrics, ask.words), BASIS)
                return self._to(
                    view, details={**state.details, "basis": basis, "outcome": known.id}, asked=""
                )
            case "e" if not view.field and said in state.details:
                return self._to(view, asked=said)
            case "y" if view.studio is not None and not view.field and matter_named(state.matter):
                return self._begun(view, ask)
        raise Stale

    def _said(self, view: Beginning, value: str, *, fresh: bool = False) -> Step:
        details = {**view.state.details, view.field: value}
        if view.field == "basis":
            details.pop("outcome", None)
        return self._to(view, fresh=fresh, details=details, asked="")

    def _to(self, view: Beginning, *, fresh: bool = False, **update: object) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update=update)), fresh=fresh)

    def _begun(self, view: Beginning, ask: Ask) -> Step:
        state, matter = view.state, matter_named(view.state.matter)
        if view.studio is None or matter is None:
            raise Stale
        change = BeginMatter(
            application=state.id,
            studio=view.studio.id,
            matter=matter,
            details=state.details,
            today=view.today.isoformat(),
        )
        return Step(
            (change,),
            go=Go(ONE_SCREEN, OneState(application=state.id)),
            toast=ask.words("applications.taken"),
            tell=lambda desk, ask: told.begun(desk, ask, state.id),
        )

    def aim(self, tap: Tap, state: MatterState | None) -> MatterState:
        """Return what was said on this card."""
        if state is None or state.id != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Beginning, ask: Ask) -> str:
        """Return what is being begun."""
        return ask.words("applications.matter_title")

    def closing(self, view: Beginning, ask: Ask) -> Face:
        """Return one line with the way back to what was said."""
        button = Button(ask.words("button.open"), pack(MATTER, "z", view.state.id))
        return Face(ask.words("applications.new_matter"), ((button,),))

    def superseded(self, view: Beginning, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        del view, ask
        return None


def _outcomes(desk: Desk, studio: Studio) -> tuple[Judgement, ...]:
    return tuple(each for each in desk.outcomes.judgements_of(studio.id) if each.state in DECIDED)[:OFFERED]


def _named(among: tuple[Judgement, ...], judgement: str) -> Judgement | None:
    return next((each for each in among if each.id == judgement), None)
