"""The buttons of a card: every one says what it means, with ids and the item's revision as drawn."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from bot.flows.html import short
from bot.flows.outputs import Button, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk import doubts
from bot.flows.walk.marks_text import signed, worth
from bot.flows.walk.places import following, neighbours
from bot.flows.walk.reading import Walk
from rubrics.marks import ItemMarks
from rubrics.points import show
from rubrics.sheet import RuleResult

PER_ROW = 3
NUMBERS = 6
MOST_NUMBERS = 16
REASON = 24
"""Characters of a reason on its button."""


def rows(walk: Walk, ask: Ask) -> Rows:
    """Return the keyboard of the item in view."""
    if walk.state.asks == "full":
        return ((_key(walk, ask, "sure", "F", walk.revision(walk.item.no)),), (_back(walk, ask),))
    if walk.state.asks == "score":
        return (*_numbers(walk), (_back(walk, ask),))
    if walk.state.asks in {"amount", "note"}:
        return ((_back(walk, ask),),)
    made = [
        *_reasons(walk, ask),
        *_rules(walk, ask),
        *_verdicts(walk, ask),
        _doubts(walk, ask),
        _moves(walk, ask),
    ]
    return tuple(tuple(row) for row in made if row)


def reason_key(text: str) -> str:
    """Return the few letters that stand for a reason in a button."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def _data(walk: Walk, verb: str, *args: object) -> str:
    return pack("k", verb, walk.assessment.id, walk.item.no, *args)


def _key(walk: Walk, ask: Ask, label: str, verb: str, *args: object) -> Button:
    return Button(ask.words(f"button.{label}"), _data(walk, verb, *args))


def _back(walk: Walk, ask: Ask) -> Button:
    return _key(walk, ask, "back", "x")


def _reasons(walk: Walk, ask: Ask) -> list[list[Button]]:
    state = walk.state
    if state.asks == "why":
        return [[_key(walk, ask, "skip", "x")]]
    if not state.focus or state.asks != "reason":
        return []
    made = [
        [Button(short(text, REASON), _data(walk, "r", state.focus, reason_key(text)))]
        for text in walk.reasons
    ]
    return [*made, [_key(walk, ask, "write", "w", state.focus), _key(walk, ask, "skip", "s")]]


def _rules(walk: Walk, ask: Ask) -> list[list[Button]]:
    """Return the rules in the order of their letters, ticks that follow each other side by side."""
    made: list[list[Button]] = []
    ticks: list[Button] = []
    for result in walk.row.rules:
        if not result.counts or result.ruled:
            continue
        if not (result.rule.wants_amount or result.rule.repeats):
            if not ticks or len(ticks) == PER_ROW:
                ticks = []
                made.append(ticks)
            ticks.append(_tick(walk, result))
            continue
        ticks = []
        made.append(_amount(walk, result, ask) if result.rule.wants_amount else _counter(walk, result, ask))
    return made


def _tick(walk: Walk, result: RuleResult) -> Button:
    drawn = tick_of(walk.marks(walk.item.no), result.letter)
    label = f"{result.letter} {'☑' if drawn else '☐'} {worth(result.rule)}"
    revision = walk.revision(walk.item.no)
    return Button(label, _data(walk, "t", result.letter, 0 if drawn else 1, revision, drawn))


def tick_of(marks: ItemMarks, letter: str) -> str:
    """Return the occurrence that a tick stands for, nothing where it is not set."""
    return next((one.id for one in marks.taken.get(letter, ())), "")


def _counter(walk: Walk, result: RuleResult, ask: Ask) -> list[Button]:
    taken = walk.marks(walk.item.no).taken.get(result.letter, ())
    letter = result.letter
    meant = next((one.id for one in taken if one.id == walk.state.focus), taken[-1].id if taken else "")
    less = [Button(f"− {letter}", _data(walk, "m", letter, meant))] if taken else []
    state = Button(f"{letter} ×{len(taken)}", _data(walk, "i", letter))
    most = result.rule.most
    more = (
        []
        if most is not None and len(taken) >= most
        else [Button(f"＋ {letter}", _data(walk, "p", letter, ask.mint()))]
    )
    return [*less, state, *more]


def _doubts(walk: Walk, ask: Ask) -> list[Button]:
    """Return the way to what the source leaves open about this item, where it does."""
    return [_key(walk, ask, "doubts", "d")] if doubts.about(walk.rubric, walk.item.no) else []


def _amount(walk: Walk, result: RuleResult, ask: Ask) -> list[Button]:
    taken = walk.marks(walk.item.no).taken.get(result.letter, ())
    less = [Button(f"− {result.letter}", _data(walk, "m", result.letter, taken[-1].id))] if taken else []
    return [*less, _key(walk, ask, "amount", "y", result.letter)]


def _verdicts(walk: Walk, ask: Ask) -> list[list[Button]]:
    item, revision = walk.item, walk.revision(walk.item.no)
    note = _key(walk, ask, "note", "n")
    if walk.rubric.item(item.no) in walk.rubric.bonus_items:
        return [[note]]
    if not walk.row.counted:
        return [[note]]
    onward = "next" if following(walk.sheet, item.no) else "check"
    kind = "full" if len(item.rules) == 1 and item.start == "award" else item.start
    first = [Button(ask.words(f"button.{kind}.{onward}"), _data(walk, "f", revision))]
    zero = "zero" if item.start == "award" else "zero_item"
    return [first, [_key(walk, ask, zero, "z", revision), _key(walk, ask, "other", "o"), note]]


def _moves(walk: Walk, ask: Ask) -> list[Button]:
    before, after = neighbours(walk.rubric, walk.item.no)
    made = []
    if before:
        made.append(Button(f"‹ {before}", pack("k", "g", walk.assessment.id, before)))
    made.append(Button(ask.words("button.contents"), pack("l", "o", walk.assessment.id, walk.item.no)))
    if walk.sheet.items[-1].no == walk.item.no or after is None or not walk.sheet.provisional:
        made.append(Button(ask.words("button.finish"), pack("f", "o", walk.assessment.id, walk.item.no)))
    if after:
        made.append(Button(f"{after} ›", pack("k", "g", walk.assessment.id, after)))
    return made


def _numbers(walk: Walk) -> list[tuple[Button, ...]]:
    """Return whole points as buttons; finer ones are typed."""
    points = walk.item.points
    whole = [Decimal(value) for value in range(int(points) + 1)]
    if len(whole) > MOST_NUMBERS:
        whole = whole[:: len(whole) // MOST_NUMBERS + 1]
    revision = walk.revision(walk.item.no)
    keys = [Button(signed(value), _data(walk, "v", show(value), revision)) for value in whole]
    return [tuple(keys[at : at + NUMBERS]) for at in range(0, len(keys), NUMBERS)]
