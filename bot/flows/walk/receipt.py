"""The answer to quick entry: what was taken, what was not and what would be right.

Where words were meant, a button keeps them as a note (记为备注).
"""

from __future__ import annotations

from typing import ClassVar

from bot.changes import Change, WriteNote
from bot.changes.sign import untouched
from bot.entities.frozen import Frozen
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.lengths import visible_length
from bot.flows.outputs import Button, Face, Receipt
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.entered import Bad, Entered
from bot.flows.walk.gate_face import gate_figure
from bot.flows.walk.marks_text import mark_of, score_of, title_of
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, load_walk
from bot.flows.walk.signs import STATES
from bot.flows.walk.standing import standing
from bot.ports import Desk
from rubrics.entry import Entry

LINES = 30
"""Lines of one text that are answered one by one; more are counted. Those that were refused come first."""
ROOM = 3400
"""Characters for them: the figures and what a photo's caption did stand below in the same message."""
QUOTED = 24
NOTE = 40


class Pending(Frozen):
    """Words that were refused as an entry and can be kept as a note."""

    item: str
    text: str


class ReceiptState(Frozen):
    """The answer as it was given, and what its buttons still can do."""

    assessment: str
    text: str
    pending: tuple[Pending | None, ...] = ()
    complete: bool = False
    """Every item has a score now: the way to the signature is offered."""
    item: str = ""
    """The one item that the answer is about: a reply to it goes there."""


class ReceiptScreen(Screen[ReceiptState, ReceiptState]):
    """A message of its own: it is never the card in view."""

    name: ClassVar[str] = "receipt"
    code: ClassVar[str] = "q"
    aside: ClassVar[bool] = True
    state = ReceiptState

    def load(self, desk: Desk, ask: Ask, state: ReceiptState, given: AnyInput | Tap | None) -> ReceiptState:
        """Check that the assessment is still the person's and open; the answer itself is kept."""
        load_walk(desk, ask, WalkState(assessment=state.assessment), given)
        return state

    def show(self, view: ReceiptState, ask: Ask) -> Face:
        """Return the answer with the buttons that are left."""
        return self.face(view, ask)

    def meant(self, state: ReceiptState) -> Go:
        """Return the card of the one item that was answered; of several none is guessed."""
        return Go("card", WalkState(assessment=state.assessment, item=state.item))

    @staticmethod
    def face(view: ReceiptState, ask: Ask) -> Face:
        """Return the answer with a button for each refused line that could be a note."""
        keys = [
            (
                Button(
                    ask.words("button.as_note", item=each.item, text=short(each.text, 12)),
                    pack("q", "b", index),
                ),
            )
            for index, each in enumerate(view.pending)
            if each is not None
        ]
        if view.complete:
            keys.append((Button(ask.words("button.finish_long"), pack("f", "o", view.assessment, "")),))
        return Face(view.text, tuple(keys))

    def take(self, view: ReceiptState, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep the words of a refused line as a note, once."""
        del ask
        index = int(given.arg(0)) if isinstance(given, Tap) and given.arg(0).isdecimal() else -1
        kept = view.pending[index] if 0 <= index < len(view.pending) else None
        if kept is None:
            raise Stale
        change = WriteNote(assessment=view.assessment, item=kept.item, text=kept.text)
        rest = tuple(None if at == index else each for at, each in enumerate(view.pending))
        return Step((change,), receipt=view.model_copy(update={"pending": rest}))


def answer(
    walk: Walk,
    done: Entered,
    message: int | None,
    ask: Ask,
    *,
    card: bool,
    more: tuple[Change, ...] = (),
    kept: str = "",
) -> Step:
    """Return the step of quick entry: the good lines count, every line is answered, a card's question is closed.

    `kept` says where the photo went whose caption the lines are.
    """
    told = receipt(walk, done, ask, kept)
    said = Receipt(ReceiptScreen.name, told.model_dump(mode="json"), ReceiptScreen.face(told, ask), message)
    go = Go("card", walk.state.plain()) if card and walk.state.item else None
    return Step((*done.changes, *more), go=go, say=(said,))


def receipt(walk: Walk, done: Entered, ask: Ask, kept: str = "") -> ReceiptState:
    """Return the answer to a text of quick entry, or to a caption."""
    words = ask.words
    total = len(done.good) + len(done.bad)
    head = words("entry.all" if not done.bad else "entry.some", good=len(done.good), total=total)
    shown = _fitting(
        [
            *((each.line, _refused(each, ask)) for each in done.bad),
            *((each.line, _good(done.walk, each, ask)) for each in done.good),
        ]
    )
    if len(shown) < total:
        shown.append(words("entry.more", count=total - len(shown)))
    text = "\n".join([head, *shown, *([kept] if kept else []), standing(done.walk.sheet, words)])
    items = {each.item for each in done.good} | {each.item for each in done.bad if each.item}
    pending = tuple(
        Pending(item=item, text=each.as_note)
        for each in done.bad
        if each.as_note and (item := each.item or walk.state.item)
    )
    return ReceiptState(
        assessment=walk.assessment.id,
        text=text,
        pending=pending[:8],
        complete=not untouched(done.walk.sheet),
        item=items.pop() if len(items) == 1 else "",
    )


def _fitting(lines: list[tuple[int, str]]) -> list[str]:
    """Return as many lines as one message holds, in their order; the first of the list are the last to go."""
    chosen: list[tuple[int, str]] = []
    room = ROOM
    for line in lines[:LINES]:
        room -= visible_length(line[1]) + 1
        if room < 0:
            break
        chosen.append(line)
    return [text for _, text in sorted(chosen)]


def _good(walk: Walk, line: Entry, ask: Ask) -> str:
    item = walk.rubric.item(line.item)
    if item is None:
        return ""
    text = f"{item.no} {title_of(item.title, item.title_en, ask.words)}"
    gate, row = walk.gates.get(item.no), walk.sheet.item(item.no)
    if gate is not None:
        text = f"{STATES[gate.state]} {text} {gate_figure(gate, ask.words)}"
    elif row is not None:
        blank = ask.words("gate.na" if row.state == "na" else "entry.blank")
        points = blank if row.score is None else score_of(row)
        text = f"{'✓' if row.state != 'untouched' else mark_of(row)} {text} {points}"
    return text + (" · " + ask.words("entry.note", note=escape(short(line.note, NOTE))) if line.note else "")


def _refused(bad: Bad, ask: Ask) -> str:
    why = spoken(ask.words, bad.code, bad.params, html=True)
    return ask.words("entry.refused", line=bad.line, text=escape(short(bad.text, QUOTED)), why=why)
