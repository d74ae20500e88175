"""One round: the list by track and state, a step for many at once, the last day and the quotas of the year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar, Final

from bot.changes.applications.of import mark_of
from bot.changes.applications.round import SetRound
from bot.flows.applications.days import day_typed
from bot.flows.applications.reading import Rounded, read_round
from bot.flows.applications.round_face import MANY, on_leaf, papers, round_face, ticked
from bot.flows.applications.saying import round_title, value_word
from bot.flows.applications.states import (
    MATTERS_SCREEN,
    ROUND,
    ROUND_SCREEN,
    STEP_SCREEN,
    MattersState,
    RoundState,
    StepState,
)
from bot.flows.export.states import CHOOSE_SCREEN as EXPORT_SCREEN
from bot.flows.export.states import ExportState
from bot.flows.html import short
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.numbering import canonical

QUOTED: Final = 24
RANKED: Final = frozenset(
    {"visited", "selected", "not_selected", "approved", "published", "named", "reported"}
)
_COUNT: Final = re.compile(r"[0-9]{1,4}")


class RoundScreen(Screen[RoundState, Rounded]):
    """The page of one round."""

    name: ClassVar[str] = ROUND_SCREEN
    code: ClassVar[str] = ROUND
    recalls: ClassVar[bool] = True
    state = RoundState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: RoundState, given: AnyInput | Tap | None) -> Rounded:
        """Read for coordinators, readers, approvers and units, each within the scope of their grants."""
        view = read_round(desk, ask, state)
        if not view.rows and not view.sets:
            raise Refusal("applications_gone")
        return replace(view, ranks=_ranks(desk, view, ask))

    def show(self, view: Rounded, ask: Ask) -> Face:
        """Return the list, or the question that is open."""
        return round_face(view, ask)

    def take(self, view: Rounded, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf and filter, tick who takes a step, set deadline and quota."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, Said) and view.state.step in {"deadline", "quotas"} and view.sets:
            return self._set(view, given.text.strip(), ask)
        raise Refusal("applications_press")

    def _tap(self, view: Rounded, tap: Tap, ask: Ask) -> Step:
        state, said = view.state, tap.arg(3)
        match tap.verb:
            case "v" | "a":
                return Step(go=Go(self.name, state))
            case "d" | "n" if view.sets:
                asked = "deadline" if tap.verb == "d" else "quotas"
                return self._to(view, step=asked)
            case "m" if said in MANY and (ready := view.ready(said)):
                chosen = view.state.model_copy(update={"what": said})
                if len(ready) == 1:
                    one = (ready[0].found.id,)
                    return Step(go=Go(STEP_SCREEN, self._step(replace(view, state=chosen), one, ask)))
                return self._to(view, step="tick", what=said, without=(), leaf=0)
            case "x" if said in {each.id for each in papers(view)}:
                exports = ExportState(kind=said, rubric=view.rubric.id, period=str(state.year))
                return Step(go=Go(EXPORT_SCREEN, exports), fresh=True)
        if state.step == "tick":
            return self._ticks(view, tap, said, ask)
        raise Stale

    def _ticks(self, view: Rounded, tap: Tap, said: str, ask: Ask) -> Step:
        ticks = ticked(view)
        if (update := ticks.pressed(tap.verb, said)) is not None:
            return self._to(view, **update)
        if tap.verb != "y":
            raise Stale
        if not ticks.chosen:
            raise Refusal("applications_nobody")
        return Step(go=Go(STEP_SCREEN, self._step(view, ticks.chosen, ask)))

    def _step(self, view: Rounded, chosen: tuple[str, ...], ask: Ask) -> StepState:
        state = view.state
        return StepState(
            id=ask.mint(),
            what=state.what,
            applications=chosen,
            mark=mark_of(each.found for each in view.rows if each.found.id in chosen),
            many=True,
            rubric=state.rubric,
            year=state.year,
            track=state.track,
            on=view.today.isoformat(),
            asked="until" if state.what == "published" else "check",
        )

    def _to(self, view: Rounded, **update: object) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update=update)))

    def _set(self, view: Rounded, text: str, ask: Ask) -> Step:
        """Set the last day, or how many of a track may be put forward."""
        if view.state.step == "deadline":
            last = day_typed(text, view.today)
            change = SetRound(rubric=view.rubric.id, year=view.state.year, deadline=last)
        else:
            said = canonical(text).strip()
            if not _COUNT.fullmatch(said):
                raise Refusal("applications_count", text=short(text, QUOTED))
            change = SetRound(rubric=view.rubric.id, year=view.state.year, quotas=_quotas(view, int(said)))
        plain_state = view.state.model_copy(update={"step": ""})
        return Step((change,), go=Go(self.name, plain_state), fresh=True)

    def aim(self, tap: Tap, state: RoundState | None) -> RoundState:
        """Return the list that the button names; who was ticked off stays with it."""
        rubric, year, track = tap.arg(0), tap.arg(1), tap.arg(2)
        if not rubric or not (year.isascii() and year.isdecimal()):
            raise Stale
        here = RoundState(rubric=rubric, year=int(year[:4]), track=track)
        if tap.verb == "v":
            leaf = tap.arg(4)
            at = int(leaf[:4]) if leaf.isascii() and leaf.isdecimal() else 0
            return here.model_copy(update={"which": tap.arg(3), "leaf": at})
        if state is not None and (state.place, state.track) == (here.place, track):
            here = state
        if tap.verb == "a":
            return here.model_copy(update={"step": "many"})
        return here

    def title(self, view: Rounded, ask: Ask) -> str:
        """Return what the round is called."""
        del view
        return ask.words("command.applications")

    def closing(self, view: Rounded, ask: Ask) -> Face:
        """Return one line with the way back."""
        state = view.state
        data = pack(ROUND, "v", state.rubric, state.year, state.track, "", 0)
        text = round_title(view.rubric, state.year, ask.words)
        return Face(text, ((Button(ask.words("button.open"), data),),))


def _quotas(view: Rounded, count: int) -> tuple[str, ...]:
    """Return the quotas of the year with another number for the track in view."""
    track = view.track.id if view.track else ""
    others = [each for each in (view.given.quotas if view.given else ()) if not each.startswith(f"{track}=")]
    return (*others, f"{track}={count}")


def _ranks(desk: Desk, view: Rounded, ask: Ask) -> dict[str, str]:
    found = {}
    for _, row in on_leaf(view):
        if row.stands not in RANKED:
            continue
        names = {"visited"} if row.stands == "visited" else {"selected", "not_selected"}
        steps = desk.applications.steps(row.found.id)
        rank = next((each for each in reversed(steps) if each.name in names), None)
        if rank is not None and rank.value:
            found[row.found.id] = value_word(rank, ask.words)
    return found


def to_list(state: StepState) -> Go:
    """Return the list from which a step was taken for many."""
    if not state.rubric:
        return Go(MATTERS_SCREEN, MattersState())
    return Go(ROUND_SCREEN, RoundState(rubric=state.rubric, year=state.year, track=state.track))
