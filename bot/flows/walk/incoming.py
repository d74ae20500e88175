"""Messages during a walk: quick entry first, then the open question, then notes and evidence of the item in view."""

from __future__ import annotations

from bot.changes import AttachEvidence, Change, WriteNote
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.outputs import Receipt
from bot.flows.screen import Ask, Go, Step
from bot.flows.taps import Tap
from bot.flows.walk.entered import Entered, enter
from bot.flows.walk.evidence import attach
from bot.flows.walk.reading import Walk
from bot.flows.walk.receipt import ReceiptScreen, receipt
from bot.problems import Refusal
from rubrics import entry
from rubrics.numbering import canonical
from rubrics.ops import ByHand, Count, Exactly
from rubrics.points import points
from rubrics.problems import Refused

NOTE_LIMIT = 1000
"""Characters of one note; the sheet prints them all."""


def take_message(walk: Walk, given: AnyInput | Tap, ask: Ask) -> Step:
    """Say what a message means while an assessment is open."""
    if isinstance(given, Said):
        if entry.is_entry(given.text) and not (walk.state.asks == "score" and _lone_number(given.text)):
            return _quick(walk, given, ask)
        return _text(walk, given, ask)
    if isinstance(given, SentFile):
        return attach(walk, given, ask)
    if isinstance(given, SentPlace):
        change = AttachEvidence(
            assessment=walk.assessment.id,
            item=_item(walk),
            occurrence=walk.state.focus or None,
            kind="location",
            place=given.place,
            chat=given.chat,
            received=given.at,
        )
        return Step((change,))
    return Step(quiet=True)


def _lone_number(text: str) -> bool:
    """Say whether a text is one number and nothing else: where a score is asked for, `3.5` is no item."""
    return canonical(text).strip().removesuffix("分").replace(".", "", 1).isdecimal()


def _quick(walk: Walk, given: Said, ask: Ask) -> Step:
    done = enter(walk, given.text, ask)
    return answer(walk, done, given.message, ask)


def answer(walk: Walk, done: Entered, message: int | None, ask: Ask, more: tuple[Change, ...] = ()) -> Step:
    """Return the step of quick entry: the good lines count, every line is answered."""
    told = receipt(walk, done, ask)
    said = Receipt(ReceiptScreen.name, told.model_dump(mode="json"), ReceiptScreen.face(told, ask), message)
    return Step(
        (*done.changes, *more), go=Go("card", walk.state.plain()) if walk.state.item else None, say=(said,)
    )


def _text(walk: Walk, given: Said, ask: Ask) -> Step:
    text = given.text.strip()
    if len(text) > NOTE_LIMIT:
        raise Refusal("text_long", count=len(text), limit=NOTE_LIMIT)
    if walk.state.asks == "score":
        return _score(walk, text, ask)
    if walk.state.asks == "amount":
        return _amount(walk, text, ask)
    item = _item(walk)
    change = WriteNote(
        assessment=walk.assessment.id, item=item, occurrence=walk.state.focus or None, text=text
    )
    return Step((change,), go=Go("card", walk.state.plain()), fresh=True)


def _item(walk: Walk) -> str:
    if not walk.state.item or walk.rubric.item(walk.state.item) is None:
        raise Refusal("which_item")
    return walk.state.item


def _score(walk: Walk, text: str, ask: Ask) -> Step:
    """Read the typed score; anything else is answered with what to send."""
    written = canonical(text).strip().removesuffix("分").strip()
    try:
        value = points(written)
    except Refused:
        raise Refusal("score_unreadable", text=text[:40], points=str(walk.item.points)) from None
    changes = walk.marked(walk.item, ByHand(points=value), ask)
    state = walk.state.plain()
    if changes and not walk.item.judged and value:
        state = state.model_copy(update={"asks": "why", "focus": "", "letter": ""})
    return Step(changes, go=Go("card", state), fresh=True)


def _amount(walk: Walk, text: str, ask: Ask) -> Step:
    """Read `3 省赛三等奖`: a bonus at the assessor's discretion needs its reason."""
    figure, _, reason = canonical(text).strip().partition(" ")
    try:
        value = points(figure.removesuffix("分"))
    except Refused:
        raise Refusal("amount_unreadable", text=text[:40]) from None
    if not reason.strip():
        raise Refusal("amount_reason", text=text[:40])
    op = Exactly(counts={walk.state.letter: Count(n=1, amount=value)})
    changes = walk.marked(walk.item, op, ask)
    taken = (changes[0].after if changes else walk.marks(walk.item.no)).taken.get(walk.state.letter, ())
    said = text.strip().partition(" ")[2].strip() or reason.strip()
    note = WriteNote(
        assessment=walk.assessment.id,
        item=walk.item.no,
        occurrence=taken[-1].id if taken else None,
        text=said,
    )
    return Step((*changes, note), go=Go("card", walk.state.plain()), fresh=True)
