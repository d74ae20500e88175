"""/export: what, by which rubric, of which period, of whom; the last answer places the order."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.changes import AskExport, DropForm
from bot.changes.cancel_export import called_off
from bot.entities.frozen import Frozen
from bot.flows.export import face
from bot.flows.export.kinds import BY_ID
from bot.flows.export.order import Order
from bot.flows.export.reading import Choice, Question, choice, may_have, typed_period
from bot.flows.export.states import CHOOSE, CHOOSE_SCREEN, RUN_SCREEN, ExportState, RunState
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face, Receipt
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import received
from bot.ports import Desk
from bot.problems import Refusal

SEARCHED = 40
"""Characters of a text that is searched for."""
ORDERED = 50
"""Orders that one card remembers."""


class Asked(Frozen):
    """An order that may be placed, in words."""

    order: Order
    title: str
    placed: bool = False
    """It was placed on this card already, and not called off."""


class ExportScreen(Screen[ExportState, tuple[Choice, Asked | None]]):
    """One question at a time."""

    name: ClassVar[str] = CHOOSE_SCREEN
    code: ClassVar[str] = CHOOSE
    state = ExportState
    replies = False

    def load(
        self, desk: Desk, ask: Ask, state: ExportState, given: AnyInput | Tap | None
    ) -> tuple[Choice, Asked | None]:
        """Read what may be chosen; an order is refused here, with what is missing, if it cannot be made."""
        view = choice(desk, ask, state)
        if not isinstance(given, Tap) or given.verb not in {"s", "a"}:
            return view, None
        order = _order(view, given, ask)
        may_have(desk, ask.who, order)
        again = order.studio in state.ordered and not called_off(desk, order.model_dump(mode="json"))
        return view, Asked(order=order, title=face.about(desk, order, ask.words), placed=again)

    def show(self, view: tuple[Choice, Asked | None], ask: Ask) -> Face:
        """Ask the first question that is open."""
        return face.face(view[0], ask)

    def take(self, view: tuple[Choice, Asked | None], given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer and ask the next question, or place the order."""
        found, asked = view
        if isinstance(given, SentFile):
            if found.kind is None or not found.kind.form:
                raise Refusal("export_press")
            return received(given, ask, "form")
        if isinstance(given, Said):
            return Step(go=Go(self.name, _said(found, given.text)), fresh=True)
        if not isinstance(given, Tap):
            raise Refusal("export_press")
        if asked is not None:
            return _place(found, asked, ask)
        if given.verb == "y" and found.question == "drop" and given.arg(0) == found.state.dropping:
            left = ExportState(kind=found.state.kind)
            dropped = ask.words("export.dropped")
            return Step((DropForm(form=given.arg(0)),), go=Go(self.name, left), toast=dropped)
        return Step(go=Go(self.name, _pressed(found, given)))

    def aim(self, tap: Tap, state: ExportState | None) -> ExportState:
        """Return the list of kinds to whoever opens it; any other button belongs to what was chosen before."""
        if tap.verb == "o":
            return ExportState()
        if state is None:
            raise Stale
        return state

    def title(self, view: tuple[Choice, Asked | None], ask: Ask) -> str:
        """Return the name of this command."""
        return ask.words("command.export")

    def closing(self, view: tuple[Choice, Asked | None], ask: Ask) -> Face:
        """Return one line with the way back."""
        words = ask.words
        return Face(words("command.export"), ((Button(words("button.open"), pack(CHOOSE, "o")),),))


def _order(view: Choice, tap: Tap, ask: Ask) -> Order:
    """Return the order that a press on a studio, or on all of them, places."""
    kind, rubric = view.kind, view.rubric
    if view.question != "studio" or kind is None or rubric is None:
        raise Stale
    if (tap.arg(1), tap.arg(2)) != (kind.id, view.state.period):
        raise Stale  # a button of another list
    if kind.extent == ("all" if tap.verb == "s" else "one"):
        raise Stale
    return Order(
        kind=kind.id,
        rubric=rubric.id,
        period=view.state.period,
        studio=tap.arg(0) if tap.verb == "s" else "",
        form=view.form.id if view.form else "",
        application=view.things.get(tap.arg(0), "") if tap.verb == "s" else "",
        language=ask.who.language,
    )


def placed(order: Order, title: str, ask: Ask) -> tuple[AskExport, Receipt]:
    """Return the change that asks for an export, and the message that says how far it is."""
    card = ask.mint()
    change = AskExport(
        act=BY_ID[order.kind].act,
        order=order.model_dump(mode="json"),
        studio=order.studio,
        rubric=order.rubric,
        chat=ask.chat,
        card=card,
    )
    state = RunState(order=order, card=card).model_dump(mode="json")
    return change, Receipt(RUN_SCREEN, state, face.progress(title, ask.words, card=card), card=card)


def _place(view: Choice, asked: Asked, ask: Ask) -> Step:
    """Ask for the export; a message of its own says how far it is, and the next one can be chosen at once."""
    if view.kind is None:
        raise Stale
    if asked.placed:
        return Step(toast=ask.words("export.twice"), quiet=True)
    change, said = placed(asked.order, asked.title, ask)
    ordered = (*view.state.ordered, asked.order.studio)[-ORDERED:]
    return Step(
        (change,), go=Go(CHOOSE_SCREEN, view.state.model_copy(update={"ordered": ordered})), say=(said,)
    )


def _said(view: Choice, text: str) -> ExportState:
    """Return where a written period or the name of a studio leads to."""
    words = " ".join(text.split())[:SEARCHED]
    if view.question == "studio" and words:
        return view.state.model_copy(update={"text": words, "page": 0})
    if view.question == "period" and view.kind and view.rubric:
        period = typed_period(words, view.kind, view.rubric)
        if period is None:
            raise Refusal("export_no_place", text=words)
        return _at(view, str(period))
    raise Refusal("export_press")


def _at(view: Choice, period: str) -> ExportState:
    rubric = view.rubric.id if view.rubric and view.kind and view.kind.by_rubric else ""
    return view.state.model_copy(update={"rubric": rubric, "period": period, "page": 0})


def _pressed(view: Choice, tap: Tap) -> ExportState:
    """Return what is chosen after a press; a press on what is not offered is stale."""
    state, arg = view.state, tap.arg(0)
    if tap.verb == "o":
        return ExportState()
    if tap.verb == "b":
        return _back(view)
    if tap.verb == "g" and arg.isascii() and arg.isdecimal():
        return state.model_copy(update={"page": int(arg[:4])})
    question, field = ANSWERS.get(tap.verb, ("", ""))
    if question != view.question or arg not in _offered(view):
        raise Stale
    if field == "period":
        return _at(view, arg)
    return state.model_copy(update={field: arg, "page": 0})


ANSWERS: Final[dict[str, tuple[Question, str]]] = {
    "k": ("kind", "kind"),
    "r": ("rubric", "rubric"),
    "p": ("period", "period"),
    "f": ("form", "form"),
    "x": ("form", "dropping"),
}
"""Verb of a button -> the question that it answers, and what of the state it sets."""


def _offered(view: Choice) -> frozenset[str]:
    """Return the ids that a button of the open question can name."""
    if view.question == "kind":
        return frozenset(each.id for each in view.kinds)
    known = [each.id for each in view.rubrics] + [each.id for each in view.forms]
    return frozenset([*known, *map(str, view.periods)])


def _back(view: Choice) -> ExportState:
    """Return the question before; what was searched for goes first."""
    state = view.state
    if state.text:
        return state.model_copy(update={"text": "", "page": 0})
    if state.dropping:
        return state.model_copy(update={"dropping": ""})
    if state.period:
        return state.model_copy(update={"period": "", "page": 0})
    if state.rubric:
        return state.model_copy(update={"rubric": "", "page": 0})
    return ExportState(kind=state.kind) if state.form else ExportState()
