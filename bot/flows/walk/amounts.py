"""Amounts that a card asks for: which are offered as buttons, and the marks after one was given."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from rubrics.marks import ItemMarks
from rubrics.ops import Add, Pick, Remove
from rubrics.points import show
from rubrics.rules import Judged, Level, Multiplier, Rule, Shortfall

MOST: Final = 18
"""Amounts that stand on buttons; others are typed."""
AT_ONCE: Final = 3
"""The highest target whose figures stand on the card itself."""
TENTH: Final = Decimal("0.1")
COARSER: Final = tuple(map(Decimal, (1, 2, 5, 10, 20, 50)))
"""Paces of amounts on buttons where finer ones would be too many; those between are typed."""


def offered(rule: Rule, step: Decimal) -> tuple[Decimal, ...]:
    """Return the amounts that an assessor may choose from by tapping; nothing where any figure is possible."""
    found: list[Decimal] = []
    if isinstance(rule, Judged | Level) and rule.high is not None:
        own = rule.step if isinstance(rule, Judged) else None
        for pace in (own or step, *COARSER):
            found = list(_between(rule.low or Decimal(0), rule.high, pace))
            if len(found) <= MOST:
                break
    elif isinstance(rule, Multiplier) and rule.low is not None and rule.high is not None:
        found = list(_between(rule.low, rule.high, TENTH))
    elif isinstance(rule, Shortfall):
        found = list(_between(Decimal(0), rule.target, Decimal(1)))
    return tuple(found) if len(found) <= MOST else ()


def at_once(rule: Rule, step: Decimal) -> tuple[Decimal, ...]:
    """Return the figures of a small target, which need no question before them."""
    small = isinstance(rule, Shortfall) and rule.target <= AT_ONCE and not rule.fractions
    return offered(rule, step) if small else ()


def _between(low: Decimal, high: Decimal, step: Decimal) -> Iterator[Decimal]:
    value = low
    while value <= high:
        yield Decimal(show(value))
        value += step
        if value - low > step * MOST * 4:
            return


def given(walk: Walk, rule: Rule, amount: Decimal, occurrence: str, ask: Ask) -> ItemMarks:
    """Return the marks after an amount was entered: a new occurrence where the rule repeats, else the one it has.

    Evidence and words that belong to the figure stay with it when it is corrected.
    """
    marks = walk.marks(walk.item.no)
    if rule.pick_one:
        return walk.after(walk.item, marks, Pick(letter=rule.letter, amount=amount), ask)
    had = marks.taken.get(rule.letter, ())
    if not rule.repeats and had:
        if had[0].amount == amount and marks.hand is None:
            return marks
        occurrence = had[0].id
        marks = walk.after(walk.item, marks, Remove(letter=rule.letter, id=occurrence), ask)
    return walk.after(walk.item, marks, Add(letter=rule.letter, id=occurrence, amount=amount), ask)


def stands(marks: ItemMarks, letter: str) -> str:
    """Return the figure that a rule holds, as a button was drawn with it; nothing where it holds none."""
    taken = marks.taken.get(letter, ())
    return show(taken[-1].amount) if taken and taken[-1].amount is not None else ""
