"""A new entry, one question after the other: what must be said first, the rest if it is known; then the press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes.registers.checks import retired
from bot.changes.registers.entries import AddFileEntry
from bot.changes.registers.values import value_of
from bot.entities import Proof, Studio
from bot.flows.file.batch import Batch, batch_of, clash_of, said_in, several
from bot.flows.file.faces import value
from bot.flows.file.keeping import entered, kept
from bot.flows.file.line import line_of
from bot.flows.file.mine import seen, writes
from bot.flows.file.reading import album_of
from bot.flows.file.states import (
    ADD,
    ADD_SCREEN,
    ENTRY_SCREEN,
    LIST_SCREEN,
    AddState,
    EntryState,
    FileState,
)
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.proof_files import counted
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from bot.texts.registers import BY_ID, CHOICES, Register

CHECK = "check"
ACROSS = 3


@dataclass(frozen=True, slots=True)
class Adding:
    """An entry that is being added."""

    state: AddState
    studio: Studio
    kind: Register
    saved: bool
    pieces: tuple[Proof, ...]
    album: Proof | None
    batch: Batch | None = None
    """Several entries in one message."""
    clash: Refusal | None = None
    """Why the one entry of a message cannot stand beside the others."""

    @property
    def step(self) -> str:
        """Return the field that is asked for, or `check`."""
        if self.state.step == CHECK or self.kind.field(self.state.step):
            return self.state.step
        return following(self.kind, self.state.said)


def following(kind: Register, said: dict[str, str]) -> str:
    """Return the field that must be said next, or `check`."""
    return next((each.id for each in kind.fields if each.must and not said.get(each.id)), CHECK)


class AddEntryScreen(Screen[AddState, Adding]):
    """The questions."""

    name: ClassVar[str] = ADD_SCREEN
    code: ClassVar[str] = ADD
    recalls: ClassVar[bool] = True
    state = AddState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: AddState, given: AnyInput | Tap | None) -> Adding:
        """Read for leaders of the studio only."""
        studio = seen(desk, ask, state.studio)
        kind = BY_ID.get(state.kind)
        if kind is None:
            raise Stale
        if not writes(ask, studio):
            raise Refusal("not_yours")
        saved = desk.registers.get(state.entry) is not None
        pieces, text, day = desk.proofs.of(state.entry), said_in(given), today(ask)
        return Adding(
            state,
            studio,
            kind,
            saved,
            pieces,
            album_of(desk, given),
            batch_of(desk, studio, text, kind, day) if isinstance(given, Said) else None,
            clash_of(desk, studio, text, kind, day) if text else None,
        )

    def show(self, view: Adding, ask: Ask) -> Face:
        """Return what was said, the question that is open, and its buttons."""
        words, kind, step = ask.words, view.kind, view.step
        lines = [words("file.new", kind=words(f"file.kind.{kind.id}"))]
        for field in kind.fields:
            if text := view.state.said.get(field.id):
                shown = escape(value(field, text, words))
                lines.append(words("file.field", name=words(f"file.field.{kind.id}.{field.id}"), value=shown))
        if view.pieces:
            lines.append(words("file.attached", files=counted(view.pieces)))
        field_asked = kind.field(step)
        if field_asked is None:
            lines += ["", words("file.check")]
        else:
            what = words(f"file.field.{kind.id}.{step}")
            asked = words(f"file.ask.{field_asked.type}", what=what, today=today(ask).isoformat())
            lines += ["", asked]
        if not view.state.said:
            lines.append(words(f"file.hint.{kind.id}"))
        return Face("\n".join(lines), tuple(_keys(view, words)))

    def take(self, view: Adding, given: AnyInput | Tap, ask: Ask) -> Step:
        """Take an answer, a file, or save."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        retired(view.studio)
        if isinstance(given, SentFile):
            return Step((kept(view.state.entry, view.studio.id, given, ask, view.album),))
        if not isinstance(given, Said):
            raise Refusal("register_press")
        if view.step == CHECK or view.saved:
            return _another(view, given.text, ask)
        line = line_of(given.text, view.kind, today(ask)) if not view.state.said else None
        if line is not None and line.whole:
            return entered(line, view.studio.id, ask, entry=view.state.entry)
        return self._answered(view, view.step, given.text, ask, fresh=True)

    def _answered(self, view: Adding, name: str, text: str, ask: Ask, *, fresh: bool = False) -> Step:
        field = view.kind.field(name)
        if field is None:
            raise Stale
        said = dict(view.state.said)
        said[name] = value_of(view.kind, field, text, today(ask))
        said = {key: kept_value for key, kept_value in said.items() if kept_value}
        return Step(
            go=Go(
                self.name, view.state.model_copy(update={"said": said, "step": following(view.kind, said)})
            ),
            fresh=fresh,
        )

    def _tap(self, view: Adding, tap: Tap, ask: Ask) -> Step:
        state = view.state
        match tap.verb:
            case "x":
                return Step(go=Go(LIST_SCREEN, FileState(studio=view.studio.id, kind=view.kind.id)))
            case "o":
                return Step(go=Go(self.name, state))
            case "y" if following(view.kind, state.said) == CHECK:
                add = AddFileEntry(
                    entry=state.entry,
                    studio=view.studio.id,
                    kind=view.kind.id,
                    said=state.said,
                    today=today(ask).isoformat(),
                )
                toast = ask.words("file.saved")
                return Step((add,), go=Go(ENTRY_SCREEN, EntryState(entry=state.entry)), toast=toast)
            case "q" if view.kind.field(tap.arg(1)) and not view.saved:
                return Step(go=Go(self.name, state.model_copy(update={"step": tap.arg(1)})))
            case "c" if not view.saved:
                return self._answered(view, tap.arg(1), tap.arg(2), ask)
        raise Stale

    def aim(self, tap: Tap, state: AddState | None) -> AddState:
        """Return what was said on this card."""
        if state is None or state.entry != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Adding, ask: Ask) -> str:
        """Return the name of this step."""
        return ask.words("file.new_title", kind=ask.words(f"file.kind.{view.kind.id}"))

    def closing(self, view: Adding, ask: Ask) -> Face | None:
        """Return one line with the way back to what was said; once it is saved there is nothing left to do here."""
        kind = ask.words(f"file.kind.{view.kind.id}")
        if view.saved:
            return Face(ask.words("file.new_saved", kind=kind))
        button = Button(ask.words("button.open"), pack(ADD, "o", view.state.entry))
        return Face(ask.words("file.new_closed", kind=kind), ((button,),))

    def superseded(self, view: Adding, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        return None


def _another(view: Adding, text: str, ask: Ask) -> Step:
    """Enter what another line says, or several; what waits to be saved stays behind its button."""
    if view.batch is not None:
        return several(view.batch, view.studio, view.kind, ask)
    line = line_of(text, view.kind, today(ask))
    if line is None or not line.whole:
        raise Refusal("register_press")
    line.wrong = line.wrong or view.clash
    return entered(line, view.studio.id, ask)


def _keys(view: Adding, words: Words) -> list[tuple[Button, ...]]:
    kind, state, step = view.kind, view.state, view.step
    buttons: list[Button] = []
    field = kind.field(step)
    leave = Button(words("file.button.leave"), pack(ADD, "x", state.entry))
    if field is None:
        buttons = [
            Button(words(f"file.field.{kind.id}.{each.id}"), pack(ADD, "q", state.entry, each.id))
            for each in kind.fields
        ]
        rows = [tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS)]
        return [(Button(words("file.button.save"), pack(ADD, "y", state.entry)), leave), *rows]
    for code, _, _ in CHOICES.get(field.choices, ()):
        label = words(f"file.choice.{field.choices}.{code}")
        buttons.append(Button(label, pack(ADD, "c", state.entry, field.id, code)))
    if not field.must:
        buttons.append(Button(words("studio.button.skip"), pack(ADD, "c", state.entry, field.id, "")))
    rows = [tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS)]
    return [*rows, (leave,)]
