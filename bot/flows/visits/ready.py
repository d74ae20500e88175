"""Evidence that an item asks for, with a mark on what the studio handed in before (ready, 已备).

It must not know screens: cards, lists and notices all use it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Protocol

from bot.entities import Assessment
from bot.flows.html import escape
from bot.ports import Desk
from bot.texts import Words
from rubrics.model import Item


class Named(Protocol):
    """Something that was handed in."""

    @property
    def name(self) -> str:
        """What it is, as the rubric asks for it."""
        ...


def marked(item: Item, handed: Iterable[Named], words: Words) -> str:
    """Return the evidence that an item asks for in one line, with a mark on what was handed in; it asks for some."""
    names = {each.name for each in handed}
    said = (
        words("material.ready", name=escape(name)) if name in names else escape(name)
        for name in item.evidence
    )
    return reduce(lambda first, more: words("material.two", first=first, more=more), said)


def ready_items(desk: Desk, found: Assessment) -> frozenset[str]:
    """Return the items of an official visit for which something was handed in."""
    visit = found.visit
    if visit.own:
        return frozenset()
    return frozenset(each.item for each in desk.materials.of_period(found.studio, visit.rubric, visit.period))
