"""/outcomes: the results of a period as a list, and what is done with all of them at once."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from bot.changes import ApproveOutcomes, CarryOutOutcomes, Change, ProposeOutcomes, SendBackOutcomes
from bot.changes.outcomes.steps import mark_of
from bot.flows.export.states import CHOOSE_SCREEN as EXPORT_SCREEN
from bot.flows.export.states import ExportState
from bot.flows.html import short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import REASON_LIMIT
from bot.flows.outcomes import told
from bot.flows.outcomes.list_face import asked_of, list_face, papers
from bot.flows.outcomes.pressed import below
from bot.flows.outcomes.reading import Listed, period_of, read_listed
from bot.flows.outcomes.states import LIST, LIST_SCREEN, STEPS, WHICH, OutcomesState
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_log_days import day
from rubrics.numbering import canonical
from rubrics.problems import Refused

_LIGHT: Final = frozenset({"v", "w", "r", "p", "x"})
"""Presses that lead somewhere else: what was listed is not read for them."""
QUOTED = 24


class OutcomesScreen(Screen[OutcomesState, Listed]):
    """One period of one rubric."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    recalls: ClassVar[bool] = True
    state = OutcomesState

    def load(self, desk: Desk, ask: Ask, state: OutcomesState, given: AnyInput | Tap | None) -> Listed:
        """Read for coordinators, readers and approvers, each within the scope of their grants."""
        light = isinstance(given, Tap) and given.verb in _LIGHT
        if isinstance(given, Said) and state.period and not state.step:
            state = OutcomesState(rubric=state.rubric, period=state.period, text=given.text.strip())
        view = read_listed(desk, ask, state, light=light)
        if view.rubric is not None and state.period:
            period_of(state.period, view.rubric)
        return view

    def show(self, view: Listed, ask: Ask) -> Face:
        """Return the list, or the question that is open."""
        return list_face(view, ask)

    def take(self, view: Listed, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf and filter; propose, approve, send back or mark as carried out all that can be; find by typing."""
        if isinstance(given, Tap):
            return below(self._tap(view, given, ask), given)
        if isinstance(given, Said):
            return self._text(view, given.text.strip(), ask)
        raise Refusal("outcome_press")

    def _tap(self, view: Listed, tap: Tap, ask: Ask) -> Step:
        state = view.state
        if tap.verb == "x":
            return _paper(view, tap.arg(2), ask)
        if tap.verb in _LIGHT:
            return Step(go=Go(self.name, state))
        if tap.verb == "q" and state.step:
            found = asked_of(view, ask)
            if not found:
                raise Stale
            return Step(go=Go(self.name, state.model_copy(update={"mark": mark_of(*found)})))
        if tap.verb == "y" and state.step in {"propose", "approve"}:
            return _done(view, ask)
        if tap.verb == "y" and state.step == "carry":
            return _done(view, ask, on=view.today)
        raise Stale

    def _text(self, view: Listed, text: str, ask: Ask) -> Step:
        """Take the period, the remark, the day, or a name to look for."""
        state = view.state
        if view.rubric is None or state.step == "rubric":
            raise Refusal("outcome_press")
        if not state.period or state.step == "period":
            period = period_typed(view, text)
            return Step(go=Go(self.name, OutcomesState(rubric=state.rubric, period=period)), fresh=True)
        if state.step == "back":
            if len(text) > REASON_LIMIT:
                raise Refusal("text_long", count=len(text), limit=REASON_LIMIT)
            return _done(view, ask, remark=text)
        if state.step == "carry":
            on = day(text, view.today)
            if not isinstance(on, date):
                raise Refused(on)
            return _done(view, ask, on=on)
        if state.step:
            raise Refusal("outcome_press")
        if not view.results:
            raise Refusal("outcome_find", text=short(text, QUOTED))
        return Step(go=Go(self.name, state), fresh=True)

    def aim(self, tap: Tap, state: OutcomesState | None) -> OutcomesState:
        """Return the list that the button names; what was typed stays with it."""
        if tap.verb == "r":
            return OutcomesState(step="rubric")
        if not tap.arg(0):
            raise Stale
        if tap.verb == "p":
            return OutcomesState(rubric=tap.arg(0), step="period")
        here = OutcomesState(rubric=tap.arg(0), period=tap.arg(1))
        if state is not None and state.place == here.place:
            here = state
        if tap.verb in {"w", "x"}:
            return OutcomesState(rubric=tap.arg(0), period=tap.arg(1))
        if tap.verb == "v" and tap.arg(2) in WHICH:
            leaf = tap.arg(3)
            at = int(leaf) if leaf.isascii() and leaf.isdecimal() else 0
            return here.model_copy(update={"which": WHICH[tap.arg(2)], "leaf": at, "step": "", "mark": ""})
        if tap.verb == "q" and tap.arg(2) in STEPS:
            return here.model_copy(update={"step": STEPS[tap.arg(2)], "mark": ""})
        if tap.verb == "y" and here.step == tap.arg(2) and here.mark:
            return here
        raise Stale

    def title(self, view: Listed, ask: Ask) -> str:
        """Return what is listed."""
        del view
        return ask.words("command.outcomes")

    def closing(self, view: Listed, ask: Ask) -> Face | None:
        """Return one line with the way back."""
        state = view.state
        if not state.period:
            return None
        data = pack(LIST, "v", state.rubric, state.period, state.which, 0)
        text = ask.words("outcomes.closed", period=state.period)
        return Face(text, ((Button(ask.words("button.open"), data),),))


def _paper(view: Listed, kind: str, ask: Ask) -> Step:
    """Go to the export of this period on paper."""
    if view.rubric is None or kind not in {one.id for one in papers(view, ask)}:
        raise Stale
    state = ExportState(kind=kind, rubric=view.rubric.id, period=view.state.period)
    return Step(go=Go(EXPORT_SCREEN, state))


def period_typed(view: Listed, text: str) -> str:
    """Return a period as it was typed, or refuse with what the rubric judges."""
    if view.rubric is None:
        raise Stale
    try:
        return period_of(canonical(text).strip(), view.rubric)
    except Stale as stale:
        sample = str(view.periods[0][-1]) if view.periods else str(view.today.year)
        raise Refusal("outcome_period", text=short(text, QUOTED), sample=sample) from stale


def _done(view: Listed, ask: Ask, *, remark: str = "", on: date | None = None) -> Step:
    """Do what the card asks about, with what was on it."""
    state, found = view.state, asked_of(view, ask)
    if view.rubric is None or not found:
        raise Refusal("outcome_changed")
    rubric, period, mark = view.rubric.id, state.period, state.mark
    studios = tuple(one.studio.id for one in found)
    change: Change
    tell = told.sent_back
    match state.step:
        case "propose":
            change = ProposeOutcomes(rubric=rubric, period=period, studios=studios, mark=mark)
            toast = "proposed"
        case "approve":
            change = ApproveOutcomes(rubric=rubric, period=period, studios=studios, mark=mark)
            toast, tell = "approved", told.approved
        case "back":
            change = SendBackOutcomes(rubric=rubric, period=period, studios=studios, mark=mark, remark=remark)
            toast = "sent_back"
        case _:
            today = view.today.isoformat()
            change = CarryOutOutcomes(
                rubric=rubric,
                period=period,
                studios=studios,
                mark=mark,
                day=on.isoformat() if on else today,
                today=today,
            )
            toast, tell = "carried", told.carried
    return Step(
        (change,),
        go=Go(LIST_SCREEN, OutcomesState(rubric=state.rubric, period=period, which=state.which)),
        toast=ask.words(f"outcomes.{toast}"),
        tell=lambda desk, ask: (
            told.proposed(desk, ask, found)
            if state.step == "propose"
            else tell(desk, ask, rubric, period, studios)
        ),
        fresh=bool(remark),
    )
