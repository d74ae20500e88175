"""The list of what is under way about named studios as a card: kinds, states, leaves, what can be done with many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.flows.applications.reading import Row
from bot.flows.applications.saying import about, capital, sign_of, state_word, step_word
from bot.flows.applications.states import LIST, MATTERS, ONE
from bot.flows.applications.ticks import Ticks, left_out, tick_keys
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Face, Rows
from bot.flows.taps import pack
from bot.texts import Words

if TYPE_CHECKING:
    from bot.flows.applications.matters_list import Listed

LEAF = 8
PER_ROW = 4
NAME = 24
MANY: Final = ("examined", "approved", "published", "carried_out")
"""Steps that are taken for many at once."""
ORDER: Final = ("submitted", "examined", "approved", "published")
_Row = tuple[Button, ...]


def face(view: Listed, words: Words) -> Face:
    """Return text and buttons."""
    lines = [words("applications.matters", count=len(view.rows))]
    if view.state.kind:
        lines[0] += f"　{capital(words(f'way.matter.{view.state.kind}'))}"
    match view.state.step:
        case "many":
            return Face("\n".join([*lines, "", words("applications.ask_many")]), _which(view, words))
        case "tick":
            ticks, step = ticked(view), step_word(view.state.what, words)
            said = {"step": capital(step), "count": len(ticks.chosen), "all": len(ticks.ready)}
            lines += ["", words("applications.tick", **said)]
            lines += left_out(view.rows, view.state.what, view.who, words)
            return Face("\n".join(lines), tick_keys(ticks, _back(view, words), words))
    return Face("\n".join([*lines, "", *_leaf(view, words)]), tuple(row for row in _keys(view, words) if row))


def ticked(view: Listed) -> Ticks:
    """Return what can be ticked for the step that was chosen."""
    state = view.state
    return Ticks(view.ready(state.what), state.without, state.leaf, partial(_act, view))


def matter_line(number: int, each: Row, words: Words) -> str:
    """Return one of them in a line."""
    return words(
        "applications.matter_line",
        number=number,
        sign=sign_of(each.stands),
        matter=about(each.found, words),
        studio=escape(short(each.studio.name, NAME)),
        state=state_word(each.stands, words),
    )


def _at(view: Listed) -> int:
    return min(view.state.leaf, max(0, len(view.shown) - 1) // LEAF)


def _on_leaf(view: Listed) -> list[tuple[int, Row]]:
    first = _at(view) * LEAF
    return list(enumerate(view.shown[first : first + LEAF], first + 1))


def _leaf(view: Listed, words: Words) -> Iterator[str]:
    if not view.shown:
        yield words("applications.no_matters")
    for number, each in _on_leaf(view):
        yield matter_line(number, each, words)
    if len(view.shown) > LEAF:
        yield words("applications.leaf", leaf=_at(view) + 1, leaves=-(-len(view.shown) // LEAF))


def _act(view: Listed, verb: str, *args: object) -> str:
    return pack(MATTERS, verb, view.state.kind, view.state.which, *args)


def _to(view: Listed, *, kind: str | None = None, which: str = "", leaf: int = 0) -> str:
    return pack(MATTERS, "v", view.state.kind if kind is None else kind, which, leaf)


def _back(view: Listed, words: Words) -> _Row:
    return (Button(words("button.back"), _to(view)),)


def _keys(view: Listed, words: Words) -> Iterator[_Row]:
    ones = [Button(str(number), pack(ONE, "o", each.found.id)) for number, each in _on_leaf(view)]
    yield from (tuple(ones[start : start + PER_ROW]) for start in range(0, len(ones), PER_ROW))
    at, which = _at(view), view.state.which
    turns = [("page_back", at - 1)] if at else []
    turns += [("page_on", at + 1)] if (at + 1) * LEAF < len(view.shown) else []
    yield tuple(Button(words(f"button.{name}"), _to(view, which=which, leaf=to)) for name, to in turns)
    if any(view.ready(step) for step in MANY):
        yield (Button(words("applications.button.many"), _act(view, "a")),)
    kinds = [
        Button(capital(words(f"way.matter.{each}")), _to(view, kind=each))
        for each in view.kinds
        if each != view.state.kind and len(view.kinds) > 1
    ]
    if view.state.kind:
        kinds.append(Button(words("applications.button.every_kind"), _to(view, kind="")))
    yield tuple(kinds)
    yield _states(view, words)
    yield (Button(words("applications.button.list"), pack(LIST, "o")),)


def _states(view: Listed, words: Words) -> _Row:
    states = Counter(each.stands for each in view.rows)
    if len(states) <= 1 and not view.state.which:
        return ()
    shown = [each for each in ORDER if states[each] and each != view.state.which]
    keys = [Button(f"{state_word(each, words)} {states[each]}", _to(view, which=each)) for each in shown]
    if view.state.which:
        keys.append(Button(words("applications.button.all"), _to(view)))
    return tuple(keys)


def _which(view: Listed, words: Words) -> Rows:
    keys = []
    for step in MANY:
        if count := len(view.ready(step)):
            label = words("applications.button.ready_matters", step=step_word(step, words), count=count)
            keys.append((Button(capital(label), _act(view, "m", step)),))
    return (*keys, _back(view, words))
