"""Messages during a walk: quick entry first, then the open question, then notes and evidence of the item in view."""

from __future__ import annotations

from bot.changes import AttachEvidence, WriteNote
from bot.flows.inputs import AnyInput, Said, SentFile, SentPlace
from bot.flows.outputs import Say
from bot.flows.screen import Ask, Go, Step
from bot.flows.taps import Tap
from bot.flows.walk.entered import enter, take
from bot.flows.walk.evidence import attach, kept
from bot.flows.walk.reading import Walk
from bot.flows.walk.receipt import answer
from bot.problems import Refusal
from rubrics import entry
from rubrics.ops import ByHand, Zero
from rubrics.points import show
from rubrics.problems import Problem, Refused

NOTE_LIMIT = 4000
"""Characters of one note; the sheet prints them all."""
_NO_SUCH_SCORE = frozenset({"hand_out_of_range", "hand_off_step"})
"""What can be wrong with a number that was meant as a score."""


def take_message(walk: Walk, given: AnyInput | Tap, ask: Ask, *, card: bool = False) -> Step:
    """Say what a message means while an assessment is open; `card`: the item's card is in view and will show it."""
    if isinstance(given, Said):
        if entry.is_entry(given.text) and _score_of(walk, given.text) is None:
            return _quick(walk, given, ask, card=card)
        return _text(walk, given, ask)
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


def _score_of(walk: Walk, text: str) -> ByHand | Zero | Problem | None:
    """Return the score that answers the open question, or why it cannot be one.

    Where a score is asked for, `3.5` is no item. The answer is read as the value of a line of quick entry, so both
    take the same forms.
    """
    if walk.state.asks != "score":
        return None
    read = entry.parse(
        f"{walk.item.no} {text}", walk.rubric, period=walk.period, rulings=walk.assessment.rulings
    )
    if read.problems:
        found = read.problems[0].problem
        return found if found.code in _NO_SUCH_SCORE else None
    op = read.entries[0].op if len(read.entries) == 1 and not read.entries[0].note else None
    return op if isinstance(op, ByHand | Zero) else None


def _quick(walk: Walk, given: Said, ask: Ask, *, card: bool) -> Step:
    return answer(walk, enter(walk, given.text, ask), given.message, ask, card=card)


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
    """Enter the typed score; anything else is answered with what to send."""
    op = _score_of(walk, text)
    if isinstance(op, Problem):
        raise Refused(op)
    if op is None:
        raise Refusal("score_unreadable", text=text[:40], points=show(walk.item.points))
    changes = walk.marked(walk.item, op, ask)
    state = walk.state.plain()
    if changes and not walk.item.judged and isinstance(op, ByHand):
        state = state.model_copy(update={"asks": "why", "focus": "", "letter": ""})
    return Step(changes, go=Go("card", state), fresh=True)


def _amount(walk: Walk, text: str, ask: Ask) -> Step:
    """Enter `3 省赛三等奖`: a bonus at the assessor's discretion needs its reason."""
    line = f"{walk.item.no} {walk.state.letter}={text}"
    read = entry.parse(line, walk.rubric, period=walk.period, rulings=walk.assessment.rulings)
    if len(read.entries) != 1:
        raise Refusal("amount_unreadable", text=text[:40])
    if not read.entries[0].note:
        raise Refusal("amount_reason", text=text[:40])
    done = take(walk, read.entries, (), ask)
    if done.bad:
        raise Refused(Problem(done.bad[0].code, done.bad[0].params))
    return Step(done.changes, go=Go("card", walk.state.plain()), fresh=True)
