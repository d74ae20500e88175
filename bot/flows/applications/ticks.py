"""Ticking who takes a step with others: names with boxes a leaf at a time, and who is left out as one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot import access
from bot.entities import Person
from bot.flows.applications.matters import title_of
from bot.flows.applications.reading import Row
from bot.flows.html import escape, short
from bot.flows.outputs import Button
from bot.texts import Words

LEAF = 8
NAME = 22
NAMED = 5
_Keys = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """What can be ticked, and what a press of a button comes to."""

    ready: Sequence[Row]
    without: Sequence[str]
    """Those that were ticked off."""
    leaf: int
    data: Callable[..., str]
    """The data of a button by its verb and what it is about."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those that are ticked."""
        return tuple(each.found.id for each in self.ready if each.found.id not in self.without)

    def pressed(self, verb: str, said: str) -> dict[str, object] | None:
        """Return what a press of a box, of all boxes or of another leaf changes, None for any other button."""
        ready = tuple(each.found.id for each in self.ready)
        match verb:
            case "t" if said in ready:
                without = set(self.without) ^ {said}
                return {"without": tuple(each for each in ready if each in without)}
            case "e":
                return {"without": () if self.without else ready}
            case "l" if said.isascii() and said.isdecimal():
                return {"leaf": int(said[:4])}
        return None


def left_out(rows: Sequence[Row], step: str, who: Person, words: Words) -> Iterator[str]:
    """Say which studios may take the step too, but not by somebody who leads them."""
    own = [
        each.studio.name
        for each in rows
        if step in each.nexts and access.leads(who, each.studio.id, each.studio.unit)
    ]
    if own:
        names = tuple(escape(short(each, NAME)) for each in dict.fromkeys(own))[:NAMED]
        yield words("applications.own_left", names=names)


def tick_keys(ticks: Ticks, back: _Keys, words: Words) -> tuple[_Keys, ...]:
    """Return a button for each with its box, the leaves, and the way on."""
    at = min(ticks.leaf, max(0, len(ticks.ready) - 1) // LEAF)
    keys: list[_Keys] = []
    for each in ticks.ready[at * LEAF : (at + 1) * LEAF]:
        sign = "□" if each.found.id in ticks.without else "☑"
        label = f"{sign} {short(title_of(each.found, words), NAME)}"
        keys.append((Button(label, ticks.data("t", each.found.id)),))
    turns = [("page_back", at - 1)] if at else []
    turns += [("page_on", at + 1)] if (at + 1) * LEAF < len(ticks.ready) else []
    keys.append(tuple(Button(words(f"button.{name}"), ticks.data("l", to)) for name, to in turns))
    if ticks.chosen:
        keys.append((Button(words("applications.button.go_on"), ticks.data("y")),))
    every = "untick" if not ticks.without else "tick"
    keys.append((Button(words(f"applications.button.{every}"), ticks.data("e")), *back))
    return tuple(row for row in keys if row)
