"""The card on which a matter is begun: what was said so far, the question that is open, its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.entities import Judgement
from bot.flows.applications.matters import WORDS, field_words
from bot.flows.applications.saying import capital
from bot.flows.applications.states import MATTER
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Face
from bot.flows.rubric_names import rubric_name
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.model import Rubric

if TYPE_CHECKING:
    from bot.flows.applications.matter import Beginning

LEAF = 8
LABEL = 28
SHOWN = 200
_Row = tuple[Button, ...]


def matter_face(view: Beginning, words: Words) -> Face:
    """Return text and buttons."""
    state = view.state
    lines = [words("applications.new_matter")]
    if state.matter:
        lines.append(f"<b>{capital(words(f'way.matter.{state.matter}'))}</b>")
    if view.studio is not None and state.matter:
        lines.append(escape(view.studio.name))
        if state.matter == "leader":
            lines.append(words("applications.leader_now", name=escape(view.studio.leader) or "—"))
    for field, value in state.details.items():
        if field == "outcome":
            continue
        shown = escape(short(value, SHOWN))
        lines.append(words("applications.detail", label=capital(words(f"way.detail.{field}")), value=shown))
    lines += ["", _question(view, words)]
    return Face("\n".join(lines), tuple(row for row in _keys(view, words) if row))


def _question(view: Beginning, words: Words) -> str:
    if view.begun:
        return words("applications.begun")
    if not view.state.matter:
        return words("applications.which_matter")
    if view.studio is None:
        if view.state.find and not view.studios:
            return "✎ " + words("applications.no_such_studio", text=escape(view.state.find))
        return "✎ " + words("applications.which_studio")
    if view.field:
        return "✎ " + words(field_words(view.state.matter, view.field))
    return words("applications.check_matter")


def basis_of(outcome: Judgement, rubrics: tuple[Rubric, ...], words: Words) -> str:
    """Return an outcome as the basis of a withdrawal, in words."""
    rubric = next((each for each in rubrics if each.id == outcome.rubric), None)
    name = rubric_name(rubric, words) if rubric is not None else outcome.rubric
    return words("applications.basis", rubric=name, period=outcome.period)


def _key(view: Beginning, label: str, verb: str, *args: object) -> Button:
    return Button(label, pack(MATTER, verb, view.state.id, *args))


def _keys(view: Beginning, words: Words) -> list[_Row]:
    state = view.state
    if view.begun:
        return [(_key(view, words("button.open"), "z"),)]
    keys: list[_Row] = []
    if not state.matter:
        keys += [(_key(view, capital(words(f"way.matter.{each}")), "k", each),) for each in view.kinds]
    elif view.studio is None:
        keys += _studios(view, words)
    elif view.field == "word":
        keys += [(_key(view, words(f"applications.word.{each}"), "w", each),) for each in WORDS]
    elif view.field == "basis":
        for each in view.outcomes:
            label = short(basis_of(each, view.rubrics, words), LABEL)
            keys.append((_key(view, label, "j", each.id),))
    elif not view.field:
        keys.append((_key(view, words("applications.button.hand_in"), "y"),))
        again = [
            _key(view, words("applications.button.again", label=words(f"way.detail.{field}")), "e", field)
            for field in state.details
            if field != "outcome"
        ]
        keys += [tuple(again[start : start + 2]) for start in range(0, len(again), 2)]
    return [*keys, (_key(view, words("applications.button.leave"), "q"),)]


def _studios(view: Beginning, words: Words) -> list[_Row]:
    at = min(view.state.leaf, max(0, len(view.studios) - 1) // LEAF)
    shown = view.studios[at * LEAF : (at + 1) * LEAF]
    keys: list[_Row] = [(_key(view, short(each.name, LABEL), "s", each.id),) for each in shown]
    turns = [("page_back", at - 1)] if at else []
    turns += [("page_on", at + 1)] if (at + 1) * LEAF < len(view.studios) else []
    return [*keys, tuple(_key(view, words(f"button.{name}"), "g", to) for name, to in turns)]
