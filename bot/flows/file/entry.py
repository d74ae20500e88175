"""One entry of a register: set right, what happened to it, its files, ended, taken out as a mistake."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change
from bot.changes.file_void_step import VoidFileStep
from bot.changes.registers.checks import retired
from bot.changes.registers.entries import DropFileEntry, EditFileEntry
from bot.changes.registers.step_checks import without
from bot.changes.registers.steps import StepFileEntry
from bot.changes.registers.values import kind_of, month_said, said_of
from bot.flows.file import entry_keys
from bot.flows.file.batch import several
from bot.flows.file.days import day_and_words
from bot.flows.file.faces import card_text
from bot.flows.file.keeping import entered, kept
from bot.flows.file.line import line_of
from bot.flows.file.months import result_of, results_of
from bot.flows.file.reading import Card, card
from bot.flows.file.states import ENTRY, ENTRY_SCREEN, LIST, LIST_SCREEN, EntryState, FileState
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face, Say
from bot.flows.proof_files import sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.registers import StepKind

EDIT = "edit"
OUT = "out"


class EntryScreen(Screen[EntryState, tuple[EntryState, Card]]):
    """The card."""

    name: ClassVar[str] = ENTRY_SCREEN
    code: ClassVar[str] = ENTRY
    state = EntryState

    def load(
        self, desk: Desk, ask: Ask, state: EntryState, given: AnyInput | Tap | None
    ) -> tuple[EntryState, Card]:
        """Read for whoever may see the studio's file."""
        found = desk.registers.get(state.entry)
        if found is None:
            raise Refusal("register_gone")
        return state, card(desk, ask, kind_of(found.kind), found, given)

    def show(self, view: tuple[EntryState, Card], ask: Ask) -> Face:
        """Return the card, with the question that is open."""
        state, one = view
        lines = [card_text(one, ask.words)]
        if asked := entry_keys.question(state, one, ask.words):
            lines += ["", asked]
        return Face("\n".join(lines), entry_keys.keys(state, one, ask.words))

    def take(self, view: tuple[EntryState, Card], given: AnyInput | Tap, ask: Ask) -> Step:
        """A press asks, a text answers, a file is kept."""
        state, one = view
        if isinstance(given, Tap):
            return self._tap(state, one, given, ask)
        if not one.writes:
            raise Refusal("register_look_only")
        if isinstance(given, SentFile):
            retired(one.studio)
            line = line_of(given.caption, None, one.today) if one.album is None else None
            if line is not None and line.whole:
                line.wrong = line.wrong or one.clash
                return entered(line, one.studio.id, ask, given)
            change = kept(one.entry.id, one.studio.id, given, ask, one.album)
            elsewhere = one.album is not None and one.album.of != one.entry.id
            return Step(
                (change,), say=(Say(ask.words("file.album"), reply_to=given.message),) if elsewhere else ()
            )
        if isinstance(given, Said) and not state.ask:
            return self._another(one, given.text, ask)
        if not isinstance(given, Said) or state.ask in {EDIT, entry_keys.UNDO}:
            raise Refusal("register_press")
        if _asks_month(state, one) and (results := self._months(one, given.text, state.revision)):
            return Step(results, go=self._go(one, ask, state), fresh=True)
        change = self._said(state, one, given.text)
        said = (
            (Say(told),)
            if isinstance(change, VoidFileStep) and (told := _emptied(one, change.place, ask))
            else ()
        )
        return Step((change,), go=self._go(one, ask, state), say=said, fresh=True)

    def _another(self, one: Card, text: str, ask: Ask) -> Step:
        """Enter one more, or several: whoever keeps a book writes line after line."""
        retired(one.studio)
        if one.batch is not None:
            return several(one.batch, one.studio, one.kind, ask)
        if results := self._months(one, text, one.entry.revision):
            return Step(results, go=Go(self.name, EntryState(entry=one.entry.id)), fresh=True)
        line = line_of(text, one.kind, one.today)
        if line is None or not line.whole:
            raise Refusal("register_card_press")
        line.wrong = line.wrong or one.clash
        return entered(line, one.studio.id, ask)

    def _months(self, one: Card, text: str, revision: int) -> tuple[Change, ...]:
        """Return the results of months that a text says, a line each; nothing where it says none."""
        step = next((each for each in one.kind.steps if each.type == "month"), None)
        if step is None:
            return ()
        today = one.today.isoformat()
        return tuple(
            self._step(number, one, step, today, period=month, value=value)
            for number, (month, value) in enumerate(results_of(text, one), revision)
        )

    def _go(self, one: Card, ask: Ask, state: EntryState) -> Go:
        if state.ask == OUT:
            return Go(LIST_SCREEN, FileState(studio=one.studio.id, kind=one.kind.id))
        return Go(self.name, EntryState(entry=one.entry.id))

    # -- texts ------------------------------------------------------------------------------------

    def _said(self, state: EntryState, one: Card, text: str) -> Change:
        """Return the change that an answer means."""
        entry, today = one.entry.id, one.today.isoformat()
        if state.ask == OUT:
            return DropFileEntry(entry=entry, revision=state.revision, reason=text, today=today)
        about, _, name = state.ask.partition(".")
        if about == "f":
            return EditFileEntry(entry=entry, revision=state.revision, field=name, text=text, today=today)
        if about == "v" and name.isdecimal():
            return VoidFileStep(
                entry=entry, revision=state.revision, place=int(name), reason=text, today=today
            )
        step = one.kind.step(name)
        if step is None:
            raise Stale
        if step.type == "month":
            month, value = result_of(text, one)
            return self._step(state.revision, one, step, today, period=month, value=value)
        on, words = day_and_words(text, f"{one.kind.id}.{step.id}", one.today)
        return self._step(state.revision, one, step, on, text=words)

    def _step(
        self,
        revision: int,
        one: Card,
        step: StepKind,
        on: str,
        *,
        text: str = "",
        period: str = "",
        value: str = "",
    ) -> Change:
        return StepFileEntry(
            entry=one.entry.id,
            revision=revision,
            step=step.id,
            on=on,
            period=period,
            value=value,
            text=text,
            today=one.today.isoformat(),
        )

    # -- presses ----------------------------------------------------------------------------------

    def _tap(self, state: EntryState, one: Card, tap: Tap, ask: Ask) -> Step:
        if tap.verb == "o":
            return Step(go=Go(self.name, EntryState(entry=one.entry.id)))
        if tap.verb == "f":
            return Step(say=sent(one.pieces, ask.words), quiet=True)
        if tap.verb == "l":
            return Step(go=Go(LIST_SCREEN, FileState(studio=one.studio.id, kind=one.kind.id)))
        if not one.writes:
            raise Refusal("register_look_only")
        retired(one.studio)
        if tap.verb == "q" and entry_keys.asks(one, tap.arg(1)):
            return Step(
                go=Go(self.name, EntryState(entry=one.entry.id, ask=tap.arg(1), revision=one.entry.revision))
            )
        change = self._pressed(one, tap)
        return Step(
            (change,), go=Go(self.name, EntryState(entry=one.entry.id)), toast=ask.words("file.saved")
        )

    def _pressed(self, one: Card, tap: Tap) -> Change:
        """Return the change that a button with a value means."""
        revision = int(tap.arg(3)) if tap.arg(3).isdecimal() else -1
        step = one.kind.step(tap.arg(1))
        today = one.today.isoformat()
        if tap.verb == "c" and one.kind.field(tap.arg(1)):
            return EditFileEntry(
                entry=one.entry.id, revision=revision, field=tap.arg(1), text=tap.arg(2), today=today
            )
        if tap.verb == "t" and step is not None and step.type == "day":
            return self._step(revision, one, step, today)
        month, _, value = tap.arg(2).partition("=")
        if tap.verb == "m" and step is not None and step.type == "month" and month and value:
            month = month_said(month, one.today)
            return self._step(revision, one, step, today, period=month, value=value)
        raise Stale

    # -- the rest ---------------------------------------------------------------------------------

    def aim(self, tap: Tap, state: EntryState | None) -> EntryState:
        """Return the entry that the button names."""
        if state is not None and state.entry == tap.arg(0):
            return state
        return EntryState(entry=tap.arg(0))

    def meant(self, state: EntryState) -> Go:
        """A reply to an older card is about the same entry; what was asked there is over."""
        return Go(self.name, EntryState(entry=state.entry))

    def title(self, view: tuple[EntryState, Card], ask: Ask) -> str:
        """Return the entry's name."""
        return short(view[1].entry.name, 40)

    def closing(self, view: tuple[EntryState, Card], ask: Ask) -> Face:
        """Return one line with the way back."""
        one = view[1]
        text = f"{ask.words(f'file.kind.{one.kind.id}')} {escape(short(one.entry.name, 40))}"
        rows = (
            (
                Button(ask.words("button.open"), pack(ENTRY, "o", one.entry.id)),
                Button(ask.words("file.button.list"), pack(LIST, "k", one.studio.id, one.kind.id)),
            ),
        )
        return Face(text, rows)


def _asks_month(state: EntryState, one: Card) -> bool:
    """Say whether the question that is open is about the result of a month."""
    about, _, name = state.ask.partition(".")
    step = one.kind.step(name) if about == "s" else None
    return step is not None and step.type == "month"


def _emptied(one: Card, place: int, ask: Ask) -> str:
    """Return what is said where a step that is taken back leaves its field empty, nothing where it does not."""
    step = next((each for each in one.standing if each.place == place), None)
    what = one.kind.step(step.name) if step is not None else None
    if step is None or what is None or not what.sets or not said_of(one.entry).get(what.sets):
        return ""
    left = without(one.entry, step, (each for each in one.standing if each is not step))
    if said_of(left).get(what.sets):
        return ""
    return ask.words("file.emptied", what=ask.words(f"file.field.{one.kind.id}.{what.sets}"))
