"""One studio in one period: decide what is open, propose, approve, send back, mark as carried out; facts with proof."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, Final, get_args

from bot.changes import (
    ApproveOutcomes,
    CarryOutOutcomes,
    ChooseAlternative,
    DecidePeriod,
    DropFact,
    ProposeOutcomes,
    SendBackOutcomes,
)
from bot.changes.outcomes.of import cases
from bot.changes.outcomes.steps import mark_of
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import REASON_LIMIT
from bot.flows.outcomes import told
from bot.flows.outcomes.one_face import one_face
from bot.flows.outcomes.pressed import below
from bot.flows.outcomes.reading import One, read_one
from bot.flows.outcomes.saying import Saying
from bot.flows.outcomes.states import (
    FACT_SCREEN,
    LIST_SCREEN,
    ONE,
    ONE_SCREEN,
    WHICH,
    FactState,
    How,
    OneState,
    OutcomesState,
)
from bot.flows.outputs import Button, Face, Output
from bot.flows.proof_files import sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.numbering import canonical
from rubrics.outcomes import rules_of
from rubrics.points import points, show

HOWS: Final[dict[str, How]] = {each: each for each in get_args(How) if each}
QUOTED = 24
_POINTS: Final = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)\s*[^\W\d]{0,7}")
"""A total with or without a unit behind it."""


class OutcomeScreen(Screen[OneState, One]):
    """One card."""

    name: ClassVar[str] = ONE_SCREEN
    code: ClassVar[str] = ONE
    recalls: ClassVar[bool] = True
    state = OneState

    def load(self, desk: Desk, ask: Ask, state: OneState, given: AnyInput | Tap | None) -> One:
        """Read it for those who may see the results of the studio."""
        del given
        return read_one(desk, ask, state)

    def show(self, view: One, ask: Ask) -> Face:
        """Return the card."""
        return one_face(view, ask)

    def take(self, view: One, given: AnyInput | Tap, ask: Ask) -> Step:
        """Do what a button says, or take what was asked for."""
        if isinstance(given, Tap):
            act = _ACTS.get(given.verb)
            if act is None:
                raise Stale
            return below(act(view, given, ask), given)
        if isinstance(given, Said) and view.state.step in {"total", "reason", "drop", "back"}:
            return _text(view, given.text.strip(), ask)
        raise Refusal("outcome_press")

    def aim(self, tap: Tap, state: OneState | None) -> OneState:
        """Return the studio that the button names, and the list from which it was opened."""
        if not (tap.arg(0) and tap.arg(1) and tap.arg(2)):
            raise Stale
        here = OneState(rubric=tap.arg(0), period=tap.arg(1), studio=tap.arg(2))
        if state is not None and state.place == here.place:
            here = here.model_copy(update={"which": state.which})
        if tap.verb in {"o", "l"} and tap.arg(3) in WHICH:
            here = here.model_copy(update={"which": WHICH[tap.arg(3)]})
        return here

    def title(self, view: One, ask: Ask) -> str:
        """Return whose result it is."""
        del ask
        return f"{view.found.studio.name} {view.found.period}"

    def closing(self, view: One, ask: Ask) -> Face:
        """Return one line with the way back."""
        state = view.state
        button = Button(ask.words("button.open"), pack(ONE, "o", state.rubric, state.period, state.studio))
        return Face(f"{escape(view.found.studio.name)} · {state.period}", ((button,),))


def _to(view: One, **update: str) -> Go:
    state = view.state.model_copy(update={"step": "", "how": "", "total": "", "fact": "", **update})
    return Go(ONE_SCREEN, state)


def _place(view: One) -> dict[str, str]:
    found = view.found
    return {"studio": found.studio.id, "rubric": found.rubric.id, "period": str(found.period)}


def _desk(view: One) -> None:
    """Refuse whoever is not the coordinator of the studio, or leads it."""
    if not view.manages:
        raise Refusal("not_yours")


def _open(view: One, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    return Step(go=_to(view))


def _list(view: One, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    state = view.state
    return Step(
        go=Go(LIST_SCREEN, OutcomesState(rubric=state.rubric, period=state.period, which=state.which))
    )


def _clauses(view: One, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    return Step(go=_to(view, step="clauses"))


def _proofs(view: One, tap: Tap, ask: Ask) -> Step:
    del tap
    pieces = [each for every in view.proofs.values() for each in every]
    return Step(say=sent(pieces, ask.words), stay=True)


def _how(view: One, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    _desk(view)
    return Step(go=_to(view, step="how"))


def _chosen_how(view: One, tap: Tap, ask: Ask) -> Step:
    del ask
    _desk(view)
    how = HOWS.get(tap.arg(3))
    if how is None:
        raise Stale
    return Step(go=_to(view, step="total" if how == "total" else "reason", how=how))


def _undecide(view: One, tap: Tap, ask: Ask) -> Step:
    del tap
    _desk(view)
    change = DecidePeriod(**_place(view), how="")
    return Step((change,), go=_to(view), toast=ask.words("outcomes.undecided_toast"))


def _take(view: One, tap: Tap, ask: Ask) -> Step:
    _desk(view)
    among, place = rules_of(view.found.rubric).alternatives, tap.arg(3)
    if not (place.isascii() and place.isdecimal()) or int(place) >= len(among):
        raise Stale
    one = among[int(place)]
    what = Saying(view.found.rubric, ask.words).plain(one.what)
    change = ChooseAlternative(**_place(view), chosen=one.name)
    return Step((change,), go=_to(view), toast=ask.words("outcomes.chosen_toast", what=what))


def _case(view: One, tap: Tap, ask: Ask) -> Step:
    """Take one of the verdicts that the rulings leave to be decided case by case."""
    _desk(view)
    among, place = cases(view.found), tap.arg(3)
    if not (place.isascii() and place.isdecimal()) or int(place) >= len(among):
        raise Stale
    chosen, band = among[int(place)]
    what = Saying(view.found.rubric, ask.words).plain(band.verdict)
    change = ChooseAlternative(**_place(view), chosen=chosen)
    return Step((change,), go=_to(view), toast=ask.words("outcomes.chosen_toast", what=what))


def _judged(view: One) -> dict[str, object]:
    found = view.found
    return {"rubric": found.rubric.id, "period": str(found.period), "studios": (found.studio.id,)}


def _propose(view: One, tap: Tap, ask: Ask) -> Step:
    _desk(view)
    change = ProposeOutcomes.model_validate({**_judged(view), "mark": tap.arg(3)})
    found = (view.found,)
    return Step(
        (change,),
        go=_to(view),
        toast=ask.words("outcomes.proposed"),
        tell=lambda desk, ask: told.proposed(desk, ask, found),
    )


def _approve(view: One, tap: Tap, ask: Ask) -> Step:
    change = ApproveOutcomes.model_validate({**_judged(view), "mark": tap.arg(3)})
    return Step(
        (change,), go=_to(view), toast=ask.words("outcomes.approved"), tell=_tell(view, told.approved)
    )


def _back(view: One, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    if not view.approves:
        raise Refusal("not_yours")
    return Step(go=_to(view, step="back"))


def _carry(view: One, tap: Tap, ask: Ask) -> Step:
    _desk(view)
    today = view.today.isoformat()
    change = CarryOutOutcomes.model_validate(
        {**_judged(view), "mark": tap.arg(3), "day": today, "today": today}
    )
    return Step((change,), go=_to(view), toast=ask.words("outcomes.carried"), tell=_tell(view, told.carried))


def _drop(view: One, tap: Tap, ask: Ask) -> Step:
    del ask
    _desk(view)
    if all(one.id != tap.arg(3) for one in view.found.facts):
        raise Refusal("fact_gone")
    return Step(go=_to(view, step="drop", fact=tap.arg(3)))


def _fact(view: One, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    _desk(view)
    state = view.state
    return Step(go=Go(FACT_SCREEN, FactState(rubric=state.rubric, period=state.period, studio=state.studio)))


def _tell(
    view: One, tell: Callable[[Desk, Ask, str, str, tuple[str, ...]], tuple[Output, ...]]
) -> Callable[[Desk, Ask], tuple[Output, ...]]:
    found = view.found

    def tells(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        return tell(desk, ask, found.rubric.id, str(found.period), (found.studio.id,))

    return tells


def _text(view: One, text: str, ask: Ask) -> Step:
    """Take a total, or the words that were asked for."""
    state = view.state
    if state.step == "total":
        return Step(go=_to(view, step="reason", how="total", total=_points(view, text)), fresh=True)
    if len(text) > REASON_LIMIT:
        raise Refusal("text_long", count=len(text), limit=REASON_LIMIT)
    if state.step == "reason":
        decide = DecidePeriod(**_place(view), how=state.how, total=state.total, reason=text)
        return Step((decide,), go=_to(view), fresh=True)
    if state.step == "drop":
        return Step((DropFact(entry=state.fact, reason=text),), go=_to(view), fresh=True)
    mark = mark_of(view.found)
    back = SendBackOutcomes.model_validate({**_judged(view), "mark": mark, "remark": text})
    return Step((back,), go=_to(view), fresh=True, tell=_tell(view, told.sent_back))


def _points(view: One, text: str) -> str:
    most = view.found.rubric.most
    match = _POINTS.fullmatch(canonical(text).strip())
    found = points(match[1]) if match else None
    if found is None or found > most:
        raise Refusal("outcome_total", text=short(text, QUOTED), most=show(most))
    return show(found)


_ACTS: Final[dict[str, Callable[[One, Tap, Ask], Step]]] = {
    "o": _open,
    "l": _list,
    "c": _clauses,
    "f": _proofs,
    "d": _how,
    "m": _chosen_how,
    "u": _undecide,
    "t": _take,
    "e": _case,
    "p": _propose,
    "a": _approve,
    "b": _back,
    "k": _carry,
    "x": _drop,
    "n": _fact,
}
