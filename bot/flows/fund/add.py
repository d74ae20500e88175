"""Something new for the book, one question after the other, then the press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes.fund.cuts import Cut, cuts_due
from bot.changes.fund.moves import BookFundMove, enters
from bot.changes.fund.purposes import FIELDS, value_of
from bot.changes.registers.checks import retired
from bot.entities import Proof, Studio
from bot.flows.file.mine import kept_studio
from bot.flows.file.reading import album_of
from bot.flows.fund.faces import value
from bot.flows.fund.keeping import kept
from bot.flows.fund.several import Typed, booked, typed
from bot.flows.fund.states import (
    ADD,
    ADD_SCREEN,
    LIST_SCREEN,
    MOVE_SCREEN,
    AddState,
    FundState,
    MoveState,
)
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face, Rows
from bot.flows.proof_files import counted
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from bot.texts.fund import PURPOSES

ACROSS = 2


@dataclass(frozen=True, slots=True)
class Adding:
    """What is being booked."""

    state: AddState
    studio: Studio
    saved: bool
    pieces: tuple[Proof, ...]
    album: Proof | None
    due: tuple[Cut, ...] = ()
    """Of a cut: what follows from approved outcomes."""
    typed: Typed | None = None
    """What was typed about spending, where the person may book it."""

    @property
    def step(self) -> str:
        """Return the field that is asked for, empty once everything is said."""
        fields = FIELDS[self.state.kind]
        asked = self.state.step if self.state.step in fields else ""
        return asked or next((each for each in fields if not self.state.said.get(each)), "")


class AddMoveScreen(Screen[AddState, Adding]):
    """The questions."""

    name: ClassVar[str] = ADD_SCREEN
    code: ClassVar[str] = ADD
    recalls: ClassVar[bool] = True
    state = AddState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: AddState, given: AnyInput | Tap | None) -> Adding:
        """Read for whoever may enter it."""
        studio = kept_studio(desk, ask, state.studio)
        if not enters(ask.who, studio, state.kind):
            raise Refusal("fund_keeper")
        saved = desk.fund.get(state.move) is not None
        due = cuts_due(desk, studio.id, state.year) if state.kind == "cut" else ()
        pieces, said = desk.proofs.of(state.move), None
        if isinstance(given, Said) and enters(ask.who, studio, "spending"):
            said = typed(desk, studio, given.text, today(ask))
        return Adding(state, studio, saved, pieces, album_of(desk, given), due, said)

    def show(self, view: Adding, ask: Ask) -> Face:
        """Return what was said, the question that is open, and its buttons."""
        words, state = ask.words, view.state
        lines = [words("fund.new", kind=words(f"fund.kind.{state.kind}"), year=str(state.year))]
        for field in FIELDS[state.kind]:
            if text := state.said.get(field):
                name = words(f"fund.field.{field}")
                lines.append(words("fund.field_line", name=name, value=value(field, text, words)))
        if state.asset:
            lines.append(words("fund.field_line", name=words("fund.field.asset"), value=words("fund.yes")))
        if view.pieces:
            lines.append(words("fund.attached", files=counted(view.pieces)))
        question = words(f"fund.ask.{view.step}", today=today(ask).isoformat()) if view.step else ""
        lines += ["", question or words("fund.check")]
        return Face("\n".join(lines), _keys(view, words))

    def take(self, view: Adding, given: AnyInput | Tap, ask: Ask) -> Step:
        """Take an answer, a voucher, or save."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        retired(view.studio)
        if isinstance(given, SentFile):
            return Step((kept(view.state.move, view.studio.id, view.state.kind, given, ask, view.album),))
        if not isinstance(given, Said):
            raise Refusal("fund_press")
        if not view.step or view.saved:
            # What waits to be saved stays behind its button.
            if view.typed is None or not view.typed.another(caption=False):
                raise Refusal("fund_press")
            return booked(view.typed, view.studio.id, view.state.year, ask)
        return self._answered(view, view.step, given.text, ask, fresh=True)

    def _answered(self, view: Adding, field: str, text: str, ask: Ask, *, fresh: bool = False) -> Step:
        said = {**view.state.said, field: value_of(field, text, today(ask))}
        after = view.state.model_copy(update={"said": said, "step": ""})
        return Step(go=Go(self.name, after), fresh=fresh)

    def _chosen(self, view: Adding, what: str, ask: Ask) -> Step:
        """Take what a button offers for the question that is open."""
        if view.step == "purpose" and what in PURPOSES:
            return self._answered(view, "purpose", what, ask)
        if view.step == "on" and what == "today":
            return self._answered(view, "on", today(ask).isoformat(), ask)
        cut = next((each for each in view.due if each.period == what), None)
        if view.step != "amount" or cut is None:
            raise Stale
        said = {**view.state.said, "amount": cut.amount, "clause": cut.clause}
        return Step(go=Go(self.name, view.state.model_copy(update={"said": said, "step": ""})))

    def _tap(self, view: Adding, tap: Tap, ask: Ask) -> Step:
        state = view.state
        match tap.verb:
            case "x":
                return Step(go=Go(LIST_SCREEN, FundState(studio=view.studio.id, year=state.year)))
            case "o":
                return Step(go=Go(self.name, state))
            case "y" if not view.step:
                book = BookFundMove(
                    move=state.move,
                    studio=state.studio,
                    year=state.year,
                    kind=state.kind,
                    said=state.said,
                    asset=state.asset,
                    today=today(ask).isoformat(),
                )
                there = Go(MOVE_SCREEN, MoveState(move=state.move))
                return Step((book,), go=there, toast=ask.words("fund.saved"))
            case "q" if tap.arg(1) in FIELDS[state.kind] and not view.saved:
                return Step(go=Go(self.name, state.model_copy(update={"step": tap.arg(1)})))
            case "c" if not view.saved:
                return self._chosen(view, tap.arg(1), ask)
        raise Stale

    def aim(self, tap: Tap, state: AddState | None) -> AddState:
        """Return what was said on this card."""
        if state is None or state.move != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Adding, ask: Ask) -> str:
        """Return the name of this step."""
        return ask.words(f"fund.kind.{view.state.kind}")

    def closing(self, view: Adding, ask: Ask) -> Face | None:
        """Return one line with the way back to what was said; once it is saved there is nothing left to do here."""
        kind = ask.words(f"fund.kind.{view.state.kind}")
        if view.saved:
            return Face(kind)
        button = Button(ask.words("button.open"), pack(ADD, "o", view.state.move))
        return Face(ask.words("fund.new_closed", kind=kind), ((button,),))

    def superseded(self, view: Adding, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        return None


def _keys(view: Adding, words: Words) -> Rows:
    state, step = view.state, view.step
    leave = Button(words("fund.button.leave"), pack(ADD, "x", state.move))
    if not step:
        buttons = [
            Button(words(f"fund.field.{each}"), pack(ADD, "q", state.move, each))
            for each in FIELDS[state.kind]
        ]
        save = Button(words("fund.button.save"), pack(ADD, "y", state.move))
        return ((save, leave), *_rows(buttons))
    if step == "purpose":
        buttons = [
            Button(words(f"fund.purpose.{code}"), pack(ADD, "c", state.move, code)) for code in PURPOSES
        ]
        return (*_rows(buttons), (leave,))
    if step == "on":
        return ((Button(words("fund.button.today"), pack(ADD, "c", state.move, "today")), leave),)
    if step == "amount" and view.due:
        cuts = [
            Button(f"{each.period} {each.amount}", pack(ADD, "c", state.move, each.period))
            for each in view.due
        ]
        return (*_rows(cuts), (leave,))
    return ((leave,),)


def _rows(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))
