"""The card of a person: what they may do, since when and until when, and what a coordinator can change of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.entities import Assessment, Grant
from bot.flows.html import bold, escape, short
from bot.flows.month.mine import day_of
from bot.flows.outputs import Button, Face, Rows
from bot.flows.people.paging import LABEL, PAGE, at_most, leaf, paged
from bot.flows.people.reach import last_day
from bot.flows.people.states import DAYS, PERSON
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words

if TYPE_CHECKING:
    from bot.flows.people.person import Known

MOST = 5
"""Past roles and open visits that a card lists."""


def person_face(view: Known, ask: Ask) -> Face:
    """Return text and buttons: the card, or the question that is open on it."""
    words, person = ask.words, view.person
    unit = f" · {escape(person.unit)}" if person.unit else ""
    lines = [bold(person.name) + unit]
    if view.ending is not None:
        return Face("\n".join([*lines, *_ending(view, view.ending, ask)]), _ending_keys(view, words))
    lines.append(words("people.account" if view.accounts else "people.account_none"))
    lines += [_held(number, each, view, ask) for number, each in _page(view)]
    if not view.grants:
        lines.append(words("people.no_role"))
    lines += [_past(each, view, ask) for each in view.past[:MOST]]
    lines += visits(view.open, words)
    if view.state.link:
        lines += ["", words("people.ask_days_again")]
        keys = tuple(Button(words("people.days", days=days), _data(view, "k", days)) for days in DAYS)
        return Face("\n".join(lines), (keys, _back(view, words)))
    return Face("\n".join(lines), _keys(view, words))


def _page(view: Known) -> Iterator[tuple[int, Grant]]:
    """Yield the roles of the page in view with their numbers."""
    first = at_most(view.grants, view.state.page) * PAGE
    yield from enumerate(paged(view.grants, view.state.page), first + 1)


def visits(sheets: tuple[Assessment, ...], words: Words) -> list[str]:
    """Return a line for each open visit, as many as a card holds."""
    lines = [
        words("people.visit", studio=escape(each.studio_name), period=each.visit.period)
        for each in sheets[:MOST]
    ]
    if len(sheets) > MOST:
        lines.append(words("people.more", count=len(sheets) - MOST))
    return [words("people.visits", count=len(sheets)), *lines] if lines else []


def _data(view: Known, verb: str, *args: object) -> str:
    return pack(PERSON, verb, view.person.id, *args)


def _held(number: int, grant: Grant, view: Known, ask: Ask) -> str:
    words = ask.words
    parts = [words("people.since", day=day_of(grant.since, ask))] if grant.since else []
    parts += [words("people.until", day=last_day(grant.until, ask))] if grant.until is not None else []
    return " · ".join([f"{number} {escape(view.reach.role(grant, words))}", *parts])


def _past(grant: Grant, view: Known, ask: Ask) -> str:
    day = day_of(grant.until, ask) if grant.until is not None else ""
    return ask.words("people.past", role=escape(view.reach.role(grant, ask.words)), day=day)


def _ending(view: Known, grant: Grant, ask: Ask) -> list[str]:
    words = ask.words
    lines = [words("people.ask_end", role=bold(view.reach.role(grant, words)))]
    left = view.left(grant)
    return [*lines, *visits(left, words), *([words("people.left")] if left else [])]


def _ending_keys(view: Known, words: Words) -> Rows:
    sure = Button(words("people.button.end_sure"), _data(view, "y", view.state.ending))
    return ((sure,), _back(view, words))


def _back(view: Known, words: Words) -> tuple[Button, ...]:
    return (Button(words("button.back"), _data(view, "z")),)


def _keys(view: Known, words: Words) -> Rows:
    keys: list[tuple[Button, ...]] = []
    for number, grant in _page(view):
        role = view.reach.role(grant, words)
        label = words("people.button.end", number=number, role=role)
        keys.append((Button(short(label, LABEL), _data(view, "e", grant.id)),))
    keys += leaf(view.grants, view.state.page, words, PERSON, view.person.id)
    keys.append((Button(words("people.button.add"), _data(view, "a")),))
    if view.whole:
        keys.append((Button(words("people.button.link"), _data(view, "n")),))
    keys.append((Button(words("people.button.list"), _data(view, "l")),))
    return tuple(keys)
