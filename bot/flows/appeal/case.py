"""One appeal that was filed: its leaders may withdraw it, whoever may decide does so with a reason, others look on."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import ClassVar, Final

from bot.changes import DecideAppeal, WithdrawAppeal
from bot.changes.contested import rescored
from bot.flows.appeal import case_face, told
from bot.flows.appeal.reading import Case, read_case
from bot.flows.appeal.states import CASE, CASE_SCREEN, LIST_SCREEN, AppealState, CaseState
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face
from bot.flows.proof_files import kept, sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.numbering import canonical
from rubrics.points import points, show

RULING_LIMIT = 1000
QUOTED = 40
_POINTS: Final = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)\s*[^\W\d]{0,7}")


class CaseScreen(Screen[CaseState, Case]):
    """What is contested, why, with which files, and what became of it."""

    name: ClassVar[str] = CASE_SCREEN
    code: ClassVar[str] = CASE
    recalls: ClassVar[bool] = True
    state = CaseState

    def load(self, desk: Desk, ask: Ask, state: CaseState, given: AnyInput | Tap | None) -> Case:
        """Read it for the studio, the deciders and those who see the sheet; a new score is checked here."""
        view = read_case(desk, ask, state, given)
        said = given.arg(1) if isinstance(given, Tap) and given.verb == "v" else ""
        if isinstance(given, Said) and state.step == "score":
            said = given.text
        if said and view.decides:
            appeal, new = view.filed.appeal, read_points(view, said)
            rescored(desk, view.filed.found, appeal.item, Decimal(new))
            if new == appeal.old:
                raise Refusal("appeal_same", item=appeal.item, points=new)
        return view

    def show(self, view: Case, ask: Ask) -> Face:
        """Return the card."""
        return case_face.case_face(view, ask)

    def take(self, view: Case, given: AnyInput | Tap, ask: Ask) -> Step:
        """Withdraw, decide, or add a file."""
        if isinstance(given, Tap):
            act = _ACTS.get(given.verb)
            if act is None:
                raise Stale
            return act(view, given, ask)
        if isinstance(given, SentFile) and view.mine and view.filed.appeal.state == "open":
            return Step((kept(view.filed.appeal.id, view.filed.found.studio, given, ask, view.album),))
        if isinstance(given, Said) and view.decides and view.state.step in {"score", "ruling"}:
            return _answered(view, given.text.strip())
        raise Refusal("appeal_press")

    def aim(self, tap: Tap, state: CaseState | None) -> CaseState:
        """Return the appeal that the button names; what the decider has said stays with its card."""
        if not tap.arg(0):
            raise Stale
        return state if state is not None and state.appeal == tap.arg(0) else CaseState(appeal=tap.arg(0))

    def title(self, view: Case, ask: Ask) -> str:
        """Return what is contested."""
        return ask.words("appeal.title", item=view.filed.appeal.item)

    def closing(self, view: Case, ask: Ask) -> Face:
        """Return one line with a way back in."""
        filed = view.filed
        text = case_face.line(filed, ask.words)
        return Face(text, ((Button(ask.words("button.open"), pack(CASE, "o", filed.appeal.id)),),))


def _to(view: Case, **update: str) -> Go:
    return Go(CASE_SCREEN, view.state.model_copy(update=update))


def _open(view: Case, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    return Step(go=Go(CASE_SCREEN, CaseState(appeal=view.state.appeal)))


def _list(view: Case, tap: Tap, ask: Ask) -> Step:
    del view, tap, ask
    return Step(go=Go(LIST_SCREEN, AppealState()))


def _files(view: Case, tap: Tap, ask: Ask) -> Step:
    del tap
    return Step(say=sent(view.pieces, ask.words), stay=True)


def _withdraw(view: Case, tap: Tap, ask: Ask) -> Step:
    appeal = view.filed.appeal
    if not view.mine:
        raise Refusal("not_yours")
    if tap.arg(1) != "1":
        return Step(go=_to(view, step="withdraw"))
    return Step(
        (WithdrawAppeal(appeal=appeal.id),),
        go=Go(CASE_SCREEN, CaseState(appeal=appeal.id)),
        toast=ask.words("appeal.withdrawn"),
        tell=lambda desk, ask: told.withdrawn(desk, ask, appeal.id),
    )


def _deciding(view: Case) -> None:
    """Refuse whoever may not decide, in the words that fit: it was decided, or it is not theirs."""
    appeal = view.filed.appeal
    if appeal.state != "open":
        raise Refusal(
            "appeal_withdrawn" if appeal.state == "withdrawn" else "appeal_decided", item=appeal.item
        )
    if not view.decides:
        raise Refusal("not_yours")


def _change(view: Case, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    _deciding(view)
    return Step(go=_to(view, step="score", new="", ruling=""))


def _keep(view: Case, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    _deciding(view)
    return Step(go=_to(view, step="ruling", new="", ruling=""))


def _score(view: Case, tap: Tap, ask: Ask) -> Step:
    del ask
    _deciding(view)
    return Step(go=_to(view, step="ruling", new=read_points(view, tap.arg(1)), ruling=""))


def _decide(view: Case, tap: Tap, ask: Ask) -> Step:
    del tap
    _deciding(view)
    state = view.state
    if state.step != "check" or not state.ruling:
        raise Stale
    return Step(
        (DecideAppeal(appeal=state.appeal, new=state.new or None, ruling=state.ruling),),
        go=Go(CASE_SCREEN, CaseState(appeal=state.appeal)),
        toast=ask.words("appeal.decided"),
        tell=lambda desk, ask: told.decided(desk, ask, state.appeal),
    )


def _answered(view: Case, text: str) -> Step:
    """Take a typed score, or the reason of the decision."""
    if view.state.step == "score":
        return Step(go=_to(view, step="ruling", new=read_points(view, text)), fresh=True)
    if len(text) > RULING_LIMIT:
        raise Refusal("text_long", count=len(text), limit=RULING_LIMIT)
    return Step(go=_to(view, step="check", ruling=text), fresh=True)


def read_points(view: Case, text: str) -> str:
    """Return points as they are stored, with or without a unit behind them; anything else is refused with the range."""
    found = _POINTS.fullmatch(canonical(text).strip())
    if found is None:
        raise Refusal("score_unreadable", text=text[:QUOTED], points=show(view.row.attainable))
    return show(points(found[1]))


_ACTS: Final[dict[str, Callable[[Case, Tap, Ask], Step]]] = {
    "o": _open,
    "l": _list,
    "f": _files,
    "w": _withdraw,
    "c": _change,
    "k": _keep,
    "v": _score,
    "y": _decide,
}
