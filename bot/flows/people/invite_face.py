"""The card of an invitation: what was said so far, the question that is open, its buttons."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.entities import ROLES
from bot.flows.html import bold, escape, short
from bot.flows.outputs import Button, Face, Rows
from bot.flows.people.paging import LABEL, leaf, paged
from bot.flows.people.reach import unit_code
from bot.flows.people.states import DAYS, INVITE, USUAL
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words

if TYPE_CHECKING:
    from bot.flows.people.invite import Inviting

HALF_YEAR = 183
OWN = 3
"""Studios of one's own that a warning names."""


def invite_face(view: Inviting, ask: Ask) -> Face:
    """Return text and buttons."""
    words, state = ask.words, view.state
    lines = [words("people.give_head" if view.person else "people.invite_head")]
    lines += _said(view, words)
    if state.find:
        lines.append(words("people.found", find=escape(state.find), count=len(_choices(view))))
    lines += ["", words(f"people.ask_{state.step}" if state.step != "check" else _check(view))]
    leave = (Button(words("button.back" if view.person else "people.button.leave"), _data(view, "q")),)
    return Face("\n".join(lines), (*_keys(view, words), leave))


def _check(view: Inviting) -> str:
    return "people.check_give" if view.person else "people.check"


def _data(view: Inviting, verb: str, *args: object) -> str:
    return pack(INVITE, verb, view.state.id, *args)


def _said(view: Inviting, words: Words) -> list[str]:
    state, scope = view.state, view.scope
    lines = [words("people.said_name", name=bold(state.name))] if state.name else []
    if state.role:
        role = words(f"role.{state.role}")
        place = f" · {view.reach.place(scope, words)}" if scope else ""
        lines.append(words("people.said_role", role=bold(f"{role}{place}")))
    if state.step in {"until", "check"} and not view.person:
        lines.append(words("people.said_days", days=state.days))
    if state.step == "check":
        day = words("people.until", day=state.until) if state.until else words("people.endless")
        lines.append(words("people.said_until", day=day))
    if view.own:
        names = tuple(escape(each.name) for each in view.own[:OWN])
        lines.append(words("people.own_studio", name=escape(state.name), studios=names))
    return lines


def _keys(view: Inviting, words: Words) -> Rows:
    state = view.state
    if state.step in {"unit", "studio"}:
        return _choice_keys(view, words)
    match state.step:
        case "role":
            return _rows([Button(words(f"role.{role}"), _data(view, "r", role)) for role in ROLES])
        case "scope":
            return tuple((each,) for each in _kinds(view, words))
        case "days":
            days = sorted(DAYS, key=lambda each: each != USUAL)
            return (tuple(Button(words("people.days", days=each), _data(view, "d", each)) for each in days),)
        case "until":
            return _until_keys(view, words)
    return _check_keys(view, words) if state.step == "check" else ()


def _check_keys(view: Inviting, words: Words) -> Rows:
    label = words("people.button.give" if view.person else "people.button.make")
    edits = ("role", "scope", "until") if view.person else ("role", "scope", "days", "until")
    changes = [Button(words(f"people.button.edit_{each}"), _data(view, "e", each)) for each in edits]
    return ((Button(label, _data(view, "y")),), *_rows(changes))


def _rows(keys: list[Button], width: int = 2) -> Rows:
    return tuple(tuple(keys[at : at + width]) for at in range(0, len(keys), width))


def _kinds(view: Inviting, words: Words) -> list[Button]:
    mine = view.reach
    kinds = ["all"] if mine.everywhere else []
    kinds += ["unit"] if mine.own_units else []
    kinds += ["studio"] if mine.own_studios else []
    return [Button(words(f"people.button.kind_{kind}"), _data(view, "k", kind)) for kind in kinds]


def _choices(view: Inviting) -> tuple[tuple[str, str], ...]:
    """Return what can be chosen: a label and the button's data."""
    if view.state.step == "unit":
        return tuple((each, _data(view, "u", unit_code(each))) for each in view.units)
    return tuple((each.name, _data(view, "s", each.id)) for each in view.studios)


def _choice_keys(view: Inviting, words: Words) -> Rows:
    every, state = _choices(view), view.state
    keys: Rows = tuple((Button(short(label, LABEL), data),) for label, data in paged(every, state.page))
    keys += leaf(every, state.page, words, INVITE, state.id)
    if state.find:
        keys += ((Button(words("people.button.all_again"), _data(view, "f")),),)
    return keys


def _until_keys(view: Inviting, words: Words) -> Rows:
    limit = view.limit
    endless = words("people.until", day=limit) if limit else words("people.endless")
    days = [
        day.isoformat()
        for day in sorted((view.today + timedelta(days=HALF_YEAR), view.today.replace(month=12, day=31)))
        if not limit or day.isoformat() < limit
    ]
    dated = tuple(Button(words("people.until", day=day), _data(view, "t", day)) for day in days)
    return ((Button(endless, _data(view, "t")),), *((dated,) if dated else ()))
