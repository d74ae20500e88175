"""Writing an appeal: the sheet, the item, the reason, photos; and the list of those that wait for a decision.

Nothing typed or sent is lost on the way: a reason stays on the card, a file is kept for the appeal before it is filed.
"""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes import FileAppeal
from bot.changes.contested import contestable, standing_appeal
from bot.changes.sign import sheet_of
from bot.flows.appeal import face, told
from bot.flows.appeal.reading import Appeals, read_appeals
from bot.flows.appeal.states import CASE_SCREEN, LIST, LIST_SCREEN, AppealState, CaseState
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face
from bot.flows.proof_files import kept
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.numbering import item_no

REASON_LIMIT = 1000
"""Characters of a reason."""
NUMBER = 12


class AppealScreen(Screen[AppealState, Appeals]):
    """One question at a time."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    recalls: ClassVar[bool] = True
    state = AppealState

    def load(self, desk: Desk, ask: Ask, state: AppealState, given: AnyInput | Tap | None) -> Appeals:
        """Read the person's own studios, and the appeals that they may decide."""
        if not (
            access.may(ask.who, "answer") or access.may(ask.who, "assess") or access.may(ask.who, "plan")
        ):
            raise Refusal("no_role")
        view = read_appeals(desk, ask, state, given)
        chosen = given.arg(1) if isinstance(given, Tap) and given.verb == "i" else _typed(view, given)
        if chosen and view.sheet is not None:
            # Refused here, where the sheet is read: the answer names what is wrong with this item.
            standing = standing_appeal(view.standing, chosen)
            if standing is not None:
                raise Refusal("appeal_open" if standing.state == "open" else "appeal_settled", item=chosen)
            contestable(sheet_of(desk, view.sheet.found), chosen)
        return view

    def show(self, view: Appeals, ask: Ask) -> Face:
        """Ask the first question that is still open."""
        return face.appeals_face(view, ask)

    def take(self, view: Appeals, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer and ask the next question; the last press files it."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, SentFile):
            return _file(view, given, ask)
        if isinstance(given, Said):
            return _text(view, given.text.strip(), ask)
        raise Refusal("appeal_where")

    def aim(self, tap: Tap, state: AppealState | None) -> AppealState:
        """Return the sheet that the button names, or what was written on its card."""
        if tap.verb == "l":
            return AppealState()
        if tap.verb == "o" and tap.arg(0):
            return AppealState(assessment=tap.arg(0))
        if tap.verb == "i" and tap.arg(0):
            return AppealState(assessment=tap.arg(0))
        if state is None:
            raise Stale
        return state

    def title(self, view: Appeals, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("command.appeal")

    def closing(self, view: Appeals, ask: Ask) -> Face | None:
        """Return one line with the way back to what was written."""
        if not view.state.appeal or view.filed:
            return None
        text = ask.words("appeal.closed", item=view.state.item)
        return Face(text, ((Button(ask.words("button.open"), pack(LIST, "z")),),))

    def superseded(self, view: Appeals, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        del view, ask
        return None


def _typed(view: Appeals, given: AnyInput | Tap | None) -> str:
    """Return the item that a typed number names while one is to be chosen."""
    if not isinstance(given, Said) or view.sheet is None or view.state.item:
        return ""
    return _number(given.text)


def _tap(view: Appeals, tap: Tap, ask: Ask) -> Step:  # noqa: PLR0911 - one line per button is the clearest table
    state = view.state
    if view.filed and tap.verb in {"s", "w", "z"}:
        return Step(go=Go(CASE_SCREEN, CaseState(appeal=state.appeal)))
    match tap.verb:
        case "l":
            return Step(go=Go(LIST_SCREEN, AppealState()))
        case "o":
            _in_time(view)
            return Step(go=Go(LIST_SCREEN, AppealState(assessment=state.assessment)))
        case "i":
            return _begin(view, tap.arg(1), ask)
        case "w":
            return Step(go=Go(LIST_SCREEN, state.model_copy(update={"again": True})))
        case "z" if state.appeal:
            return Step(go=Go(LIST_SCREEN, state))
        case "s" if state.appeal:
            return _submit(view, ask)
    raise Stale


def _in_time(view: Appeals) -> None:
    if view.sheet is not None and view.sheet.late:
        term = view.sheet.term
        raise Refusal("appeal_late", on=term.until.isoformat(), days=term.days)


def _begin(view: Appeals, item: str, ask: Ask) -> Step:
    _in_time(view)
    state = AppealState(assessment=view.state.assessment, item=item, appeal=ask.mint())
    return Step(go=Go(LIST_SCREEN, state))


def _submit(view: Appeals, ask: Ask) -> Step:
    state, sheet = view.state, view.sheet
    if sheet is None:
        raise Stale
    if not state.reason:
        raise Refusal("appeal_reason")
    change = FileAppeal(
        appeal=state.appeal,
        assessment=state.assessment,
        item=state.item,
        reason=state.reason,
        signed=sheet.signed.isoformat(),
        today=sheet.today.isoformat(),
    )
    return Step(
        (change,),
        go=Go(CASE_SCREEN, CaseState(appeal=state.appeal)),
        toast=ask.words("appeal.filed"),
        tell=lambda desk, ask: told.filed(desk, ask, state.appeal),
    )


def _file(view: Appeals, given: SentFile, ask: Ask) -> Step:
    if view.sheet is None or not view.state.appeal or view.filed:
        raise Refusal("appeal_where")
    return Step((kept(view.state.appeal, view.sheet.found.studio, given, ask, view.album),))


def _text(view: Appeals, text: str, ask: Ask) -> Step:
    state = view.state
    if view.sheet is None:
        raise Refusal("appeal_where")
    if not state.item:
        return _begin(view, _number(text), ask)
    if view.filed:
        raise Refusal("appeal_press")
    joined = f"{state.reason}\n{text}" if state.reason and not state.again else text
    if len(joined) > REASON_LIMIT:
        raise Refusal("text_long", count=len(joined), limit=REASON_LIMIT)
    return Step(go=Go(LIST_SCREEN, state.model_copy(update={"reason": joined, "again": False})), fresh=True)


def _number(text: str) -> str:
    """Return what was meant as the number of an item; what is none is cut, so that a refusal can repeat it."""
    return item_no(text) or text.strip()[:NUMBER]
