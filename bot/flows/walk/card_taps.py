"""What each button of a card does. Ticks, full, 0 and scores carry the target and the revision as drawn."""

from __future__ import annotations

from typing import Final

from bot.changes import WriteNote
from bot.flows.html import short
from bot.flows.outputs import Say
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap
from bot.flows.walk import doubts
from bot.flows.walk.card_keys import reason_key
from bot.flows.walk.card_steps import asking, mark, nothing, rule_of, stay, verdict
from bot.flows.walk.figure_taps import FIGURES, Handler
from bot.flows.walk.gaps import explained
from bot.flows.walk.proposal_taps import accept, hide, reject, reopen, show
from bot.flows.walk.reading import Walk
from bot.flows.walk.register_face import look
from bot.flows.walk.rule_keys import drastic, tick_of
from bot.flows.walk.rule_text import worth
from rubrics.ops import Add, ByHand, Full, Remove, Set, Zero
from rubrics.points import points
from rubrics.problems import Refused

TOAST: Final = 190


def take_tap(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Do what a button of the card says; an unknown verb is a dead button."""
    handler = _HANDLERS.get(tap.verb)
    if handler is None:
        raise Stale
    return handler(walk, tap, ask)


def _tick(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Tick one rule; what was done to other rules since the card was drawn does not stand in its way.

    A verdict over the whole item does, and so does another occurrence than the one that was drawn.
    """
    rule = rule_of(walk, tap)
    if drastic(rule) and tap.arg(3) == "1" and tap.verb != "T":
        raise Stale
    on, marks = tap.arg(3) == "1", walk.marks(walk.item.no)
    stands = tick_of(marks, rule.letter) == tap.arg(5) and not verdict(marks)
    drawn = str(walk.revision(walk.item.no)) if stands else tap.arg(4)
    step = mark(walk, Set(letter=rule.letter, on=on), drawn, ask)
    after = step.changes[0].after if step.changes else walk.marks(walk.item.no)  # type: ignore[attr-defined]
    taken = after.taken.get(rule.letter, ())
    if step.changes and on and taken and not explained(rule, taken[-1]):
        return asking(walk, step, rule.letter, taken[-1].id)
    return step


def _add(walk: Walk, tap: Tap, ask: Ask) -> Step:
    rule = rule_of(walk, tap)
    occurrence = tap.arg(3)
    if not occurrence:
        raise Stale
    changes = walk.marked(walk.item, Add(letter=rule.letter, id=occurrence), ask)
    return asking(walk, Step(changes), rule.letter, occurrence) if changes else Step(stay=True)


def _remove(walk: Walk, tap: Tap, ask: Ask) -> Step:
    rule, occurrence = rule_of(walk, tap), tap.arg(3)
    if not any(one.id == occurrence for one in walk.marks(walk.item.no).taken.get(rule.letter, ())):
        return nothing(walk)
    changes = walk.marked(walk.item, Remove(letter=rule.letter, id=occurrence), ask)
    focus = "" if walk.state.focus == occurrence else walk.state.focus
    return Step(changes, go=stay(walk, focus=focus))


def _full(walk: Walk, tap: Tap, ask: Ask) -> Step:
    marks = walk.marks(walk.item.no)
    deducted = walk.item.start == "deduct" and (marks.taken or marks.hand is not None)
    if deducted and tap.verb == "f" and tap.arg(2) == str(walk.revision(walk.item.no)):
        return Step(go=Go("card", walk.state.model_copy(update={"asks": "full"})))
    step = mark(walk, Full(), tap.arg(2), ask)
    if not step.changes and tap.arg(2) != str(walk.revision(walk.item.no)):
        return nothing(walk)
    after = walk.following(walk.item.no)
    go = Go("card", walk.state.at(after)) if after else Go("finish", walk.state.at(walk.item.no))
    return Step(step.changes, go=go)


def _zero(walk: Walk, tap: Tap, ask: Ask) -> Step:
    step = mark(walk, Zero(), tap.arg(2), ask)
    return _why(walk, step) if walk.item.start == "deduct" else step


def _value(walk: Walk, tap: Tap, ask: Ask) -> Step:
    try:
        value = points(tap.arg(2))
    except Refused:
        raise Stale from None
    return _why(walk, mark(walk, ByHand(points=value), tap.arg(3), ask))


def _why(walk: Walk, step: Step) -> Step:
    """A score past the rules asks for a word; on judged text by hand is the normal way."""
    if not step.changes or walk.item.judged:
        return step
    return Step(step.changes, go=stay(walk, asks="why", focus="", letter=""))


def _prompt(asks: str) -> Handler:
    def ask_for(walk: Walk, tap: Tap, ask: Ask) -> Step:
        del ask
        return Step(go=stay(walk, asks=asks, letter=tap.arg(2) or walk.state.letter))

    return ask_for


def _note(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Ask for a note on the item itself."""
    del tap, ask
    return Step(go=stay(walk, asks="note", focus="", letter=""))


def _write(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Ask for the reason of an occurrence in the person's own words."""
    del ask
    letter = next(
        (
            each
            for each, taken in walk.marks(walk.item.no).taken.items()
            if any(one.id == tap.arg(2) for one in taken)
        ),
        None,
    )
    if letter is None:
        raise Stale
    return Step(go=stay(walk, asks="note", focus=tap.arg(2), letter=letter))


def _reason(walk: Walk, tap: Tap, ask: Ask) -> Step:
    del ask
    occurrence = tap.arg(2)
    ids = {one.id for taken in walk.marks(walk.item.no).taken.values() for one in taken}
    text = next((each for each in walk.reasons if reason_key(each) == tap.arg(3)), None)
    if text is None or occurrence not in ids:
        raise Stale
    change = WriteNote(assessment=walk.assessment.id, item=walk.item.no, occurrence=occurrence, text=text)
    return Step((change,), go=stay(walk))


def _skip(walk: Walk, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    return Step(go=stay(walk, focus="", letter=""))


def _back(walk: Walk, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    return Step(go=stay(walk))


def _go(walk: Walk, tap: Tap, ask: Ask) -> Step:
    del tap, ask
    return Step(go=Go("card", walk.state.at(walk.item.no)))


def _info(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Say the rule's own words; of several occurrences, mean the next one for what is sent now."""
    rule = rule_of(walk, tap)
    count = walk.marks(walk.item.no).count(rule.letter)
    text = ask.words(
        "card.info",
        letter=rule.letter,
        text=rule.quote or rule.text,
        worth=worth(rule, ask.words),
        count=count,
    )
    taken = [one.id for one in walk.marks(walk.item.no).taken.get(rule.letter, ())]
    if not taken:
        return Step(toast=short(text, TOAST), box=True, stay=True)
    at = taken.index(walk.state.focus) + 1 if walk.state.focus in taken else 0
    go = stay(walk, asks="reason", letter=rule.letter, focus=taken[at % len(taken)])
    return Step(go=go, toast=short(text, TOAST))


def _explain(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Show what the source leaves open about this item, and how it is read."""
    del tap
    return Step(say=(Say(doubts.text(walk, ask)),), stay=True)


_HANDLERS: Final[dict[str, Handler]] = {
    "t": _tick,
    "T": _tick,
    "p": _add,
    "m": _remove,
    "f": _full,
    "F": _full,
    "z": _zero,
    "v": _value,
    "o": _prompt("score"),
    "y": _prompt("amount"),
    "n": _note,
    "w": _write,
    "r": _reason,
    "s": _skip,
    "x": _back,
    "g": _go,
    "i": _info,
    "d": _explain,
    "A": accept,
    "R": reject,
    "B": reopen,
    "K": look,
    "L": show,
    "H": hide,
    **FIGURES,
}
"""Verb -> what it does."""
