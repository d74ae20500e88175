"""What the buttons of a card have in common: staying on it, acting as drawn, asking for the reason."""

from __future__ import annotations

from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk
from bot.problems import Refusal
from rubrics.marks import ItemMarks
from rubrics.ops import Op
from rubrics.rules import Rule


def stay(walk: Walk, **changes: object) -> Go:
    """Return the card in view without its question, or with what changes of it."""
    plain = walk.state.plain()
    return Go("card", plain.model_copy(update=changes) if changes else plain)


def mark(walk: Walk, op: Op, drawn: str, ask: Ask) -> Step:
    """Make a change that was offered at a revision: it acts if nothing moved or the target stands already."""
    changes = walk.marked(walk.item, op, ask)
    if changes and drawn != str(walk.revision(walk.item.no)):
        raise Refusal("changed_meanwhile", item=walk.item.no)
    return Step(changes, go=stay(walk)) if changes else nothing(walk)


def nothing(walk: Walk) -> Step:
    """Return what a press does that changes nothing: it answers an open question, it never moves the chat.

    The card in view is drawn anew: a colleague may have entered what the person wanted to.
    """
    if walk.state.asks in {"score", "amount", "full"}:
        return Step(go=stay(walk))
    return Step(stay=True, redraw=True)


def asking(walk: Walk, step: Step, letter: str, occurrence: str) -> Step:
    """Go on to the reason of an occurrence that was just entered."""
    asks = WalkState(
        assessment=walk.assessment.id, item=walk.item.no, asks="reason", letter=letter, focus=occurrence
    )
    return Step(step.changes, go=Go("card", asks))


def rule_of(walk: Walk, tap: Tap) -> Rule:
    """Return the rule that a button names; one that the item does not have is a dead button."""
    rule = walk.item.rule(tap.arg(2))
    if rule is None:
        raise Stale
    return rule


def verdict(marks: ItemMarks) -> bool:
    """Say whether something was said about the whole item, which a tick would take away."""
    return marks.hand is not None or marks.full or marks.zero or marks.na
