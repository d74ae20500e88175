"""Something that was booked: its vouchers, the check by the unit, a fixed asset or not, taken out as a mistake."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from bot.changes.fund.moves import CheckFundMove, DropFundMove, MarkFundAsset
from bot.changes.registers.checks import retired
from bot.flows.file.batch import said_in
from bot.flows.fund.faces import card_text
from bot.flows.fund.keeping import kept
from bot.flows.fund.reading import Card, card
from bot.flows.fund.several import Typed, booked, typed
from bot.flows.fund.states import LIST, LIST_SCREEN, MOVE, MOVE_SCREEN, FundState, MoveState
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face, Rows, Say
from bot.flows.proof_files import counted, sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

View: TypeAlias = tuple[MoveState, Card, Typed]
"""What the screen knows: its state, the card, what was typed."""


class MoveScreen(Screen[MoveState, View]):
    """The card."""

    name: ClassVar[str] = MOVE_SCREEN
    code: ClassVar[str] = MOVE
    state = MoveState

    def load(self, desk: Desk, ask: Ask, state: MoveState, given: AnyInput | Tap | None) -> View:
        """Read for whoever may see the studio's fund."""
        found = desk.fund.get(state.move)
        if found is None:
            raise Refusal("fund_gone")
        one = card(desk, ask, found, given)
        return state, one, typed(desk, one.studio, said_in(given), today(ask))

    def show(self, view: View, ask: Ask) -> Face:
        """Return the card, with the question that is open."""
        state, one, _ = view
        lines = [card_text(one, ask.words)]
        if state.out:
            lines += ["", ask.words("fund.ask.out")]
        return Face("\n".join(lines), _keys(state, one, ask.words))

    def take(self, view: View, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press does, a text is the reason, a file is a voucher."""
        state, one, said = view
        if isinstance(given, Tap):
            return self._tap(one, given, ask)
        retired(one.studio)
        if one.spends and not state.out and one.album is None and isinstance(given, Said | SentFile):
            voucher = given if isinstance(given, SentFile) else None
            if said.another(caption=voucher is not None):
                return booked(said, one.studio.id, one.move.year, ask, voucher)
        if isinstance(given, SentFile):
            change = kept(one.move.id, one.studio.id, one.move.kind, given, ask, one.album)
            elsewhere = one.album is not None and one.album.of != one.move.id
            told = (Say(ask.words("fund.album"), reply_to=given.message),) if elsewhere else ()
            return Step((change,), say=told)
        if not isinstance(given, Said) or not state.out:
            raise Refusal("fund_press")
        back = Go(LIST_SCREEN, FundState(studio=one.studio.id, year=one.move.year))
        return Step((DropFundMove(move=one.move.id, reason=given.text),), go=back, fresh=True)

    def _tap(self, one: Card, tap: Tap, ask: Ask) -> Step:
        here = Go(self.name, MoveState(move=one.move.id))
        match tap.verb:
            case "o":
                return Step(go=here)
            case "f":
                return Step(say=sent(one.pieces, ask.words), quiet=True)
            case "y":
                return Step((CheckFundMove(move=one.move.id),), go=here, toast=ask.words("fund.saved"))
            case "t" if tap.arg(1) in {"0", "1"}:
                mark = MarkFundAsset(move=one.move.id, asset=tap.arg(1) == "1")
                return Step((mark,), go=here, toast=ask.words("fund.saved"))
            case "x" if one.writes:
                return Step(go=Go(self.name, MoveState(move=one.move.id, out=True)))
        raise Stale

    def aim(self, tap: Tap, state: MoveState | None) -> MoveState:
        """Return what the button names."""
        return state if state is not None and state.move == tap.arg(0) else MoveState(move=tap.arg(0))

    def meant(self, state: MoveState) -> Go:
        """A reply to an older card is about the same entry; what was asked there is over."""
        return Go(self.name, MoveState(move=state.move))

    def title(self, view: View, ask: Ask) -> str:
        """Return the kind and the amount."""
        return f"{ask.words(f'fund.kind.{view[1].move.kind}')} {view[1].move.amount}"

    def closing(self, view: View, ask: Ask) -> Face:
        """Return one line with the way back."""
        one = view[1]
        rows = (
            (
                Button(ask.words("button.open"), pack(MOVE, "o", one.move.id)),
                Button(ask.words("command.fund"), pack(LIST, "o", one.studio.id, one.move.year)),
            ),
        )
        return Face(self.title(view, ask), rows)


def _keys(state: MoveState, one: Card, words: Words) -> Rows:
    move, own = one.move, []
    unchecked = move.checked is None
    if state.out:
        return ((Button(words("button.back"), pack(MOVE, "o", move.id)),),)
    if one.keeps and unchecked and not one.mine:
        own.append(Button(words("fund.button.check"), pack(MOVE, "y", move.id)))
    if one.writes and unchecked and move.kind == "spending":
        label = words("fund.button.no_asset") if move.asset else words("fund.button.asset")
        own.append(Button(label, pack(MOVE, "t", move.id, int(not move.asset))))
    if one.writes and (unchecked or one.keeps):
        own.append(Button(words("fund.button.out"), pack(MOVE, "x", move.id)))
    last = []
    if one.pieces:
        last.append(Button(words("fund.button.files", files=counted(one.pieces)), pack(MOVE, "f", move.id)))
    last.append(Button(words("button.back"), pack(LIST, "o", one.studio.id, move.year)))
    return (tuple(own), tuple(last)) if own else (tuple(last),)
