"""What is under way about named studios: by kind and state in leaves, and a step for many by one decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot import access
from bot.changes.applications.of import mark_of
from bot.entities import Person
from bot.flows.applications.matters import matter_named
from bot.flows.applications.matters_list_face import MANY, face, ticked
from bot.flows.applications.reading import Row, matters_open, takes, visible
from bot.flows.applications.states import MATTERS, MATTERS_SCREEN, STEP_SCREEN, MattersState, StepState
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal


@dataclass(frozen=True, slots=True)
class Listed:
    """Matters under way, as one person sees them."""

    state: MattersState
    rows: tuple[Row, ...]
    """Of the kind in view."""
    kinds: tuple[str, ...]
    """Kinds that there are."""
    who: Person
    today: date

    @property
    def shown(self) -> tuple[Row, ...]:
        """Those in the state in view."""
        return tuple(each for each in self.rows if self.state.which in {"", each.stands})

    def ready(self, step: str) -> tuple[Row, ...]:
        """Return what can take a step by the person's decision."""
        return tuple(each for each in self.rows if step in each.nexts and takes(self.who, step, each.studio))


class MattersScreen(Screen[MattersState, Listed]):
    """The list, and who is ticked on it."""

    name: ClassVar[str] = MATTERS_SCREEN
    code: ClassVar[str] = MATTERS
    state = MattersState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: MattersState, given: AnyInput | Tap | None) -> Listed:
        """Read for whoever sees the list of applications, within the scope of their grants."""
        del given
        if not access.may(ask.who, "read_notices"):
            raise Refusal("no_role")
        studios = visible(desk, ask.who)
        rows = matters_open(desk, ask.who, studios, desk.applications.steps_undecided())
        of_kind = tuple(each for each in rows if state.kind in {"", each.found.matter})
        kinds = tuple(dict.fromkeys(each.found.matter for each in rows))
        return Listed(state, of_kind, kinds, ask.who, today(ask))

    def show(self, view: Listed, ask: Ask) -> Face:
        """Return the list, or what is ticked."""
        return face(view, ask.words)

    def take(self, view: Listed, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf and filter, tick who takes a step; then day, decider and paper are said once for all."""
        if not isinstance(given, Tap):
            raise Refusal("applications_press")
        state, said = view.state, given.arg(2)
        match given.verb:
            case "o" | "v" | "a":
                return Step(go=Go(self.name, state))
            case "m" if said in MANY and view.ready(said):
                return self._to(view, step="tick", what=said, without=(), leaf=0)
        if state.step != "tick":
            raise Stale
        ticks = ticked(view)
        if (update := ticks.pressed(given.verb, said)) is not None:
            return self._to(view, **update)
        if given.verb == "y" and ticks.chosen:
            return Step(go=Go(STEP_SCREEN, self._step(view, ticks.chosen, ask)))
        raise Stale

    def _to(self, view: Listed, **update: object) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update=update)))

    def _step(self, view: Listed, chosen: tuple[str, ...], ask: Ask) -> StepState:
        return StepState(
            id=ask.mint(),
            what=view.state.what,
            applications=chosen,
            mark=mark_of(each.found for each in view.rows if each.found.id in chosen),
            many=True,
            on=view.today.isoformat(),
            asked="until" if view.state.what == "published" else "check",
        )

    def aim(self, tap: Tap, state: MattersState | None) -> MattersState:
        """Return the list that the button names; who was ticked off stays with it."""
        kind, which = tap.arg(0), tap.arg(1)
        if kind and matter_named(kind) is None:
            raise Stale
        if tap.verb == "v":
            leaf = tap.arg(2)
            at = int(leaf[:4]) if leaf.isascii() and leaf.isdecimal() else 0
            return MattersState(kind=kind, which=which, leaf=at)
        here = MattersState(kind=kind)
        if tap.verb == "a":
            return here.model_copy(update={"step": "many"})
        return state if state is not None and state.kind == kind and tap.verb != "o" else here

    def title(self, view: Listed, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("applications.matters_title")

    def closing(self, view: Listed, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(MATTERS, "v", view.state.kind, view.state.which, 0))
        return Face(ask.words("applications.matters_title"), ((button,),))
