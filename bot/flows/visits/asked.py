"""What a visit asks a studio to have ready: the evidence that the rubric names, by item, and what is there of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.changes.sign import rubric_of
from bot.changes.visit_forms import form_of
from bot.entities import Assessment, Material
from bot.flows.html import short
from bot.flows.lengths import visible_length
from bot.flows.visits.ready import marked
from bot.flows.walk.places import walked
from bot.ports import Desk
from bot.texts import Words
from rubrics.model import Item
from rubrics.periods import Period

ROOM = 3000
"""Characters of a message that the list may take."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item that asks for evidence, and what was handed in for it."""

    item: Item
    handed: tuple[Material, ...] = ()

    def of(self, name: str) -> tuple[Material, ...]:
        """Return what was handed in for one of the things asked for."""
        return tuple(each for each in self.handed if each.name == name)

    @property
    def complete(self) -> bool:
        """Whether there is something for everything that is asked for."""
        return all(self.of(name) for name in self.item.evidence)


def asked(desk: Desk, found: Assessment) -> tuple[Asked, ...]:
    """Return the items of a visit that ask for evidence and have a say in its period."""
    rubric, visit = rubric_of(desk, found), found.visit
    period = Period.parse(visit.period)
    handed = desk.materials.of_period(found.studio, visit.rubric, visit.period)
    sections = walked(rubric, form_of(rubric, found), found.variant)
    items = (item for section in sections for item in section.items)
    return tuple(
        Asked(item, tuple(each for each in handed if each.item == item.no))
        for item in items
        if item.evidence and (not item.rules or any(rule.counts_in(period) for rule in item.rules))
    )


def listed(every: Iterable[Asked], words: Words) -> list[str]:
    """Return a line for each item, as many as a message holds; what is left out is counted."""
    lines = [f"{each.item.no} {marked(each.item, each.handed, words)}" for each in every]
    kept: list[str] = []
    room = ROOM
    for number, line in enumerate(lines):
        room -= visible_length(line) + 1
        if room < 0:
            return [*kept, words("visit.more_items", count=len(lines) - number)]
        kept.append(line)
    return kept


def label(item: Item, limit: int, words: Words) -> str:
    """Return an item on a button."""
    return short(f"{item.no} {(words('language.code') == 'en' and item.title_en) or item.title}", limit)
