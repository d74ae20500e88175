"""Messages during a walk: a figure that answers the open question, quick entry, then notes and evidence.

Quick entry wins over a question, but a number that answers it is no item.
"""

from __future__ import annotations

from bot.changes import AttachEvidence, WriteNote
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.outputs import Say
from bot.flows.screen import Ask, Go, Step
from bot.flows.taps import Tap
from bot.flows.walk.answers import answer_of, take_answer
from bot.flows.walk.entered import enter
from bot.flows.walk.evidence import attach, kept
from bot.flows.walk.reading import Walk
from bot.flows.walk.receipt import answer
from bot.problems import Refusal
from rubrics import entry

NOTE_LIMIT = 4000
"""Characters of one note; the sheet prints them all."""


def take_message(walk: Walk, given: AnyInput | Tap, ask: Ask, *, card: bool = False) -> Step:
    """Say what a message means while an assessment is open; `card`: the item's card is in view and will show it."""
    if isinstance(given, Said):
        if answered := answer_of(walk, given.text, card=card):
            return take_answer(walk, answered, ask)
        if entry.is_entry(given.text, walk.rubric):
            return _quick(walk, given, ask, card=card)
        return _text(walk, given)
    if isinstance(given, SentFile):
        return attach(walk, given, ask, card=card)
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
        said = Say(kept(walk, change.item, ask), reply_to=given.message)
        return Step((change,), say=() if card else (said,))
    return Step(quiet=True)


def _quick(walk: Walk, given: Said, ask: Ask, *, card: bool) -> Step:
    return answer(walk, enter(walk, given.text, ask), given.message, ask, card=card)


def _text(walk: Walk, given: Said) -> Step:
    text = given.text.strip()
    if len(text) > NOTE_LIMIT:
        raise Refusal("text_long", count=len(text), limit=NOTE_LIMIT)
    change = WriteNote(
        assessment=walk.assessment.id, item=_item(walk), occurrence=walk.state.focus or None, text=text
    )
    return Step((change,), go=Go("card", walk.state.plain()), fresh=True)


def _item(walk: Walk) -> str:
    if not walk.state.item or walk.rubric.item(walk.state.item) is None:
        raise Refusal("which_item")
    return walk.state.item
