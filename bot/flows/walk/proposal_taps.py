"""What the buttons of a proposal do: accept enters the mark with a note, not keeps the decision; nothing else does."""

from __future__ import annotations

from typing import Final

from bot.changes import Change, DecideProposal, MarkItem, WriteNote
from bot.flows.html import short
from bot.flows.screen import Ask, Stale, Step
from bot.flows.taps import Tap
from bot.flows.walk.card_steps import nothing, stay
from bot.flows.walk.proposal_face import done, reason, said
from bot.flows.walk.reading import Walk
from bot.problems import Refusal
from bot.texts import words as texts
from rubrics.logbook import Proposal
from rubrics.ops import Adjust, Op, Set

NOTE: Final = 1000
"""Characters of the note that names the entries."""


def accept(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Enter what is proposed, as it was drawn, with a note that names the entries behind it."""
    one = _open(walk, tap)
    if one is None:
        return nothing(walk)
    marks = walk.marks(walk.item.no)
    if said(one) != tap.arg(3) or str(walk.revision(walk.item.no)) != tap.arg(4):
        raise Refusal("changed_meanwhile", item=walk.item.no)
    changes = walk.marked(walk.item, _op(one, len(marks.taken.get(one.letter, ()))), ask)
    notes = tuple(note for change in changes for note in _notes(walk, one, change))
    return Step((*changes, *notes, _decision(walk, one, accepted=True)), go=stay(walk))


def reject(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Remember that the proposal is not wanted in this assessment."""
    del ask
    one = _open(walk, tap)
    if one is None:
        return nothing(walk)
    if said(one) != tap.arg(3):
        raise Refusal("changed_meanwhile", item=walk.item.no)
    return Step((_decision(walk, one, accepted=False),), go=stay(walk))


def _open(walk: Walk, tap: Tap) -> Proposal | None:
    """Return the open proposal that a button names, None if it is settled; one that was never made is dead."""
    found = walk.proposed.of(tap.arg(2)) if walk.proposed else None
    if found is None:
        raise Stale
    return found.proposal if found.became == "open" else None


def _op(one: Proposal, standing: int) -> Op:
    """Return the operation that makes the marks say what is proposed, and leaves other letters alone."""
    if one.figure is not None:
        return Adjust(changes={one.letter: 1}, amounts={one.letter: one.figure})
    return (
        Adjust(changes={one.letter: one.count - standing})
        if one.count > 1 or standing
        else Set(letter=one.letter, on=True)
    )


def _notes(walk: Walk, one: Proposal, change: MarkItem) -> list[WriteNote]:
    """Return a note for every new occurrence; the first names the entries, in the language of the rubric."""
    words = texts(walk.rubric.language)
    known = {each.id for each in change.before.taken.get(one.letter, ())}
    new = [each.id for each in change.after.taken.get(one.letter, ()) if each.id not in known]
    whole = short(reason(walk, one, words), NOTE)
    brief = words("proposal.note", done=done(walk.rubric, one.standings, words))
    return [
        WriteNote(
            assessment=walk.assessment.id,
            item=walk.item.no,
            occurrence=occurrence,
            text=brief if number else whole,
        )
        for number, occurrence in enumerate(new)
    ]


def _decision(walk: Walk, one: Proposal, *, accepted: bool) -> Change:
    return DecideProposal(
        assessment=walk.assessment.id,
        item=one.item,
        letter=one.letter,
        accepted=accepted,
        count=said(one),
        entries=tuple(entry.id for entry in one.entries),
    )
