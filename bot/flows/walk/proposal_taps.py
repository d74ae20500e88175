"""What the buttons of a proposal do: accept enters the mark with a note, not is kept until it is taken back."""

from __future__ import annotations

from typing import Final, Literal

from bot.changes import Change, DecideProposal, MarkItem, WriteNote
from bot.flows.html import short
from bot.flows.screen import Ask, Stale, Step
from bot.flows.taps import Tap
from bot.flows.walk.card_steps import nothing, stay
from bot.flows.walk.proposal_face import brief, measuring, reason
from bot.flows.walk.proposed import Became, Suggested, said
from bot.flows.walk.reading import Walk
from bot.problems import Refusal
from bot.texts import words as texts
from rubrics.logbook import Proposal
from rubrics.ops import Adjust, Judge, Op, Set
from rubrics.rules import Gate

State = Literal["open", "accepted", "rejected"]

NOTE: Final = 1000
"""Characters of the note that names the entries."""


def accept(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Enter what is proposed, as it was drawn, with a note that names the entries behind it."""
    found = _found(walk, tap)
    if found.became != "open":
        return nothing(walk)
    one = found.proposal
    marks = walk.marks(walk.item.no)
    if said(one) != tap.arg(3) or str(walk.revision(walk.item.no)) != tap.arg(4):
        raise Refusal("changed_meanwhile", item=walk.item.no)
    gate = measuring(walk, one)
    op = Judge(measured=one.figure) if gate is not None else _op(one, len(marks.taken.get(one.letter, ())))
    changes = walk.marked(walk.item, op, ask)
    notes = (
        _on_item(walk, one, gate)
        if gate is not None
        else tuple(note for change in changes for note in _notes(walk, one, change))
    )
    return Step((*changes, *notes, _decision(walk, one, "accepted")), go=stay(walk))


def reject(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Remember that the proposal is not wanted in this assessment."""
    del ask
    return _decided(walk, tap, "open", "rejected")


def reopen(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Take back that a proposal was not wanted."""
    del ask
    return _decided(walk, tap, "rejected", "open")


def show(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Show the entries behind what the log says."""
    del tap, ask
    return Step(go=stay(walk, asks="log"))


def hide(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Show them no longer."""
    del tap, ask
    return Step(go=stay(walk))


def _decided(walk: Walk, tap: Tap, before: Became, after: State) -> Step:
    one = _found(walk, tap)
    if one.became != before:
        return nothing(walk)
    if said(one.proposal) != tap.arg(3):
        raise Refusal("changed_meanwhile", item=walk.item.no)
    return Step((_decision(walk, one.proposal, after),), go=stay(walk))


def _found(walk: Walk, tap: Tap) -> Suggested:
    """Return the proposal that a button names; one that was never made is dead."""
    found = walk.proposed.of(tap.arg(2)) if walk.proposed else None
    if found is None:
        raise Stale
    return found


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
    rest = brief(walk, one, words)
    return [
        WriteNote(
            assessment=walk.assessment.id,
            item=walk.item.no,
            occurrence=occurrence,
            text=rest if number else whole,
        )
        for number, occurrence in enumerate(new)
    ]


def _on_item(walk: Walk, one: Proposal, gate: Gate) -> tuple[WriteNote, ...]:
    """Return the note of a measured condition; a figure is no reason for one that may be unmet with a reason."""
    if gate.strength == "soft" and not gate.passes(None, one.figure):
        return ()
    text = short(reason(walk, one, texts(walk.rubric.language)), NOTE)
    return (WriteNote(assessment=walk.assessment.id, item=walk.item.no, occurrence=None, text=text),)


def _decision(walk: Walk, one: Proposal, state: State) -> Change:
    return DecideProposal(
        assessment=walk.assessment.id,
        item=one.item,
        letter=one.letter,
        accepted=state == "accepted",
        again=state == "open",
        count=said(one),
        entries=tuple(entry.id for entry in one.entries),
    )
