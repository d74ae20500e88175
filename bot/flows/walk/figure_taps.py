"""What the buttons of figures, picks, conditions and vetoes do; each carries its target and what it was drawn with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.changes import MarkItem
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap
from bot.flows.walk.amounts import given, stands
from bot.flows.walk.card_steps import asking, mark, nothing, rule_of, stay, verdict
from bot.flows.walk.gaps import explained
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_keys import drastic, picked, tick_of
from bot.problems import Refusal
from rubrics.ops import Judge, NotApplicable, Pick
from rubrics.points import points
from rubrics.problems import Refused

Handler = Callable[[Walk, Tap, Ask], Step]


def _amount(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Enter the figure on the button: a new occurrence once, or the one figure of the rule as it was drawn."""
    rule, occurrence = rule_of(walk, tap), tap.arg(4)
    marks = walk.marks(walk.item.no)
    if not occurrence or not rule.wants_amount:
        raise Stale
    try:
        amount = points(tap.arg(3))
    except Refused:
        raise Stale from None
    after = given(walk, rule, amount, occurrence, ask)
    if after == marks:
        return nothing(walk)
    if not rule.repeats and (
        stands(marks, rule.letter) != tap.arg(5) or _other(walk, rule.letter, occurrence)
    ):
        raise Refusal("changed_meanwhile", item=walk.item.no)
    change = MarkItem(assessment=walk.assessment.id, item=walk.item.no, before=marks, after=after)
    entered = after.taken[rule.letter][-1]
    if explained(rule, entered):
        return Step((change,), go=stay(walk, focus="", letter=""))
    return asking(walk, Step((change,)), rule.letter, entered.id)


def _other(walk: Walk, letter: str, occurrence: str) -> bool:
    """Say whether a rule holds another occurrence than the button was drawn with."""
    held = tick_of(walk.marks(walk.item.no), letter)
    return bool(held) and held != occurrence


def _pick(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Pick a tier or level; what else was picked in its part goes."""
    rule, marks = rule_of(walk, tap), walk.marks(walk.item.no)
    if not rule.pick_one or rule.wants_amount:
        raise Stale
    fresh = picked(walk, rule) == tap.arg(4) and not verdict(marks)
    drawn = str(walk.revision(walk.item.no)) if fresh else tap.arg(3)
    return mark(walk, Pick(letter=rule.letter), drawn, ask)


def _sure(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Ask once before a fact is entered that undoes more than its row."""
    del ask
    rule = rule_of(walk, tap)
    if not drastic(rule):
        raise Stale
    if walk.marks(walk.item.no).count(rule.letter):
        return nothing(walk)
    return Step(go=stay(walk, asks="veto", letter=rule.letter, focus=""))


def _judge(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Say that a condition is met and go on, or that it is not; what is only usual needs a reason at once."""
    gate = tap.arg(2)
    if walk.item.role != "gate" or gate not in {"met", "unmet"}:
        raise Stale
    drawn, current = tap.arg(3), str(walk.revision(walk.item.no))
    if walk.gate.state == gate:
        step = nothing(walk)
    else:
        measured = walk.marks(walk.item.no).measured
        said = Judge(gate="met" if gate == "met" else "unmet", measured=measured)
        step = mark(walk, said, drawn, ask)
    if gate == "unmet":
        again = stay(walk, asks="why", focus="", letter="")
        return Step(step.changes, go=again) if step.changes or drawn == current else step
    return Step(step.changes, go=onward(walk)) if step.changes or drawn == current else step


def onward(walk: Walk) -> Go:
    """Return the next card, or the check after the last."""
    after = walk.following(walk.item.no)
    return Go("card", walk.state.at(after)) if after else Go("finish", walk.state.at(walk.item.no))


def _not_applicable(walk: Walk, tap: Tap, ask: Ask) -> Step:
    """Say that the item does not apply, and go on."""
    if walk.item.not_applicable is None:
        raise Stale
    step = mark(walk, NotApplicable(), tap.arg(2), ask)
    return Step(step.changes, go=onward(walk)) if step.changes else step


FIGURES: Final[dict[str, Handler]] = {
    "a": _amount,
    "P": _pick,
    "V": _sure,
    "G": _judge,
    "N": _not_applicable,
}
"""Verb -> what it does."""
