"""The keyboard of a card: rules, verdict, the way on; or the answers to the question that is open.

Every button says what it means, with ids and the item's revision as drawn.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal

from bot.changes.reopened import changeable
from bot.flows.html import short
from bot.flows.outputs import Button, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.visits.states import MATERIALS
from bot.flows.walk import doubts, gate_keys, proposal_face, register_face
from bot.flows.walk.places import neighbours
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_keys import NUMBERS, data, drastic, figure_rows, rule_rows
from bot.flows.walk.signs import signed
from rubrics.points import show

MOST_NUMBERS = 16
REASON = 24
"""Characters of a reason on its button."""
PROMPTS = frozenset({"full", "score", "amount", "note", "veto"})
"""Questions that are answered before anything else of the card."""


def rows(walk: Walk, ask: Ask) -> Rows:
    """Return the keyboard of the item in view; of one that is closed only the way on."""
    if not changeable(walk.assessment, walk.item.no):
        return (tuple(_moves(walk, ask)),)
    if walk.state.asks in PROMPTS:
        return (*(tuple(row) for row in _answers(walk, ask)), (_back(walk, ask),))
    middle = (
        gate_keys.gate_rows(walk, ask)
        if walk.item.role == "gate"
        else [*rule_rows(walk, ask), *_verdicts(walk, ask)]
    )
    made = [
        *_reasons(walk, ask),
        *proposal_face.keys(walk, ask.words),
        *middle,
        *_looks(walk, ask),
        _moves(walk, ask),
    ]
    return tuple(tuple(row) for row in made if row)


def _answers(walk: Walk, ask: Ask) -> list[list[Button]]:
    """Return what can be tapped to answer the open question."""
    asks, revision = walk.state.asks, walk.revision(walk.item.no)
    rule = walk.item.rule(walk.state.letter) if walk.state.letter else None
    if asks == "full":
        return [[_key(walk, ask, "sure", "F", revision)]]
    if asks == "score":
        return _numbers(walk)
    if asks == "amount" and rule is not None:
        return figure_rows(walk, rule, ask)
    if asks == "veto" and rule is not None and drastic(rule):
        label = "veto.sure" if rule.kind == "veto" else "zero.sure"
        return [[_key(walk, ask, label, "T", rule.letter, 1, revision, "")]]
    return []


def reason_key(text: str) -> str:
    """Return the few letters that stand for a reason in a button."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def _key(walk: Walk, ask: Ask, label: str, verb: str, *args: object) -> Button:
    return Button(ask.words(f"button.{label}"), data(walk, verb, *args))


def _back(walk: Walk, ask: Ask) -> Button:
    return _key(walk, ask, "back", "x")


def _reasons(walk: Walk, ask: Ask) -> list[list[Button]]:
    state = walk.state
    if state.asks == "why":
        return [[_key(walk, ask, "skip", "x")]]
    if not state.focus or state.asks != "reason":
        return []
    made = [
        [Button(short(text, REASON), data(walk, "r", state.focus, reason_key(text)))] for text in walk.reasons
    ]
    return [*made, [_key(walk, ask, "write", "w", state.focus), _key(walk, ask, "skip", "s")]]


def _looks(walk: Walk, ask: Ask) -> list[list[Button]]:
    """Return the ways to what stands behind the item: log, file, doubts, materials; two fit a row of a phone."""
    keys = [
        *proposal_face.fold(walk, ask.words),
        *register_face.button(walk, ask.words),
        *_doubts(walk, ask),
        *_ready(walk, ask),
    ]
    return [keys[at : at + 2] for at in range(0, len(keys), 2)]


def _doubts(walk: Walk, ask: Ask) -> list[Button]:
    """Return the way to what the source leaves open about this item, where it does."""
    return [_key(walk, ask, "doubts", "d")] if doubts.about(walk.rubric, walk.item.no) else []


def _ready(walk: Walk, ask: Ask) -> list[Button]:
    """Return the way to what the studio handed in before for this item, where it did."""
    if not walk.ready:
        return []
    label = ask.words("material.button.ready", count=len(walk.ready))
    return [Button(label, pack(MATERIALS, "f", walk.assessment.id, walk.item.no))]


def _verdicts(walk: Walk, ask: Ask) -> list[list[Button]]:
    item, revision = walk.item, walk.revision(walk.item.no)
    note = _key(walk, ask, "note", "n")
    if item.role != "row" or not walk.row.counted:
        return [[note]]
    onward = "next" if walk.following(item.no) else "check"
    kind = "full" if len(item.rules) == 1 and item.start == "award" else item.start
    first = [Button(ask.words(f"button.{kind}.{onward}"), data(walk, "f", revision))]
    zero = "zero" if item.start == "award" else "zero_item"
    second = [_key(walk, ask, zero, "z", revision), _key(walk, ask, "other", "o")]
    if item.not_applicable is None:
        return [first, [*second, note]]
    return [first, second, [gate_keys.not_applicable(walk, ask), note]]


def _moves(walk: Walk, ask: Ask) -> list[Button]:
    before, after = neighbours(walk.order, walk.item.no)
    made = []
    if before:
        made.append(Button(f"‹ {before}", pack("k", "g", walk.assessment.id, before)))
    made.append(Button(ask.words("button.contents"), pack("l", "o", walk.assessment.id, walk.item.no)))
    if walk.following(walk.item.no) is None or not walk.sheet.provisional:
        made.append(Button(ask.words("button.finish"), pack("f", "o", walk.assessment.id, walk.item.no)))
    if after:
        made.append(Button(f"{after} ›", pack("k", "g", walk.assessment.id, after)))
    return made


def _numbers(walk: Walk) -> list[list[Button]]:
    """Return whole points as buttons; finer ones are typed."""
    points = walk.item.points
    whole = [Decimal(value) for value in range(int(points) + 1)]
    if len(whole) > MOST_NUMBERS:
        whole = whole[:: len(whole) // MOST_NUMBERS + 1]
    revision = walk.revision(walk.item.no)
    keys = [Button(signed(value), data(walk, "v", show(value), revision)) for value in whole]
    return [keys[at : at + NUMBERS] for at in range(0, len(keys), NUMBERS)]
