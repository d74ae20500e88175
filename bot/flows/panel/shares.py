"""Who looks after which item of a joint sheet, as cards and contents show it; a sheet of one asks nothing."""

from __future__ import annotations

from dataclasses import replace

from bot.changes.group import several
from bot.entities import Person, Portion
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from bot.ports import Desk


def with_shares(desk: Desk, ask: Ask, walk: Walk, *, whole: bool = False) -> Walk:
    """Read who looks after the item in view, or (whole) which items are the reader's."""
    if not several(walk.assessment):
        return walk
    portions = desk.panels.portions(walk.assessment.id)
    mine = frozenset(each.item for each in portions if _mine(each, ask.who))
    shown = () if whole else (each for each in portions if each.item == walk.state.item)
    return replace(
        walk, together=True, mine=mine, shares={each.item: _who(desk, ask, each) for each in shown}
    )


def _mine(portion: Portion, person: Person) -> bool:
    """Say whether an item is somebody's, by name or by the word of the department."""
    if portion.person:
        return portion.person == person.id
    return bool(portion.department) and portion.department in person.unit


def _who(desk: Desk, ask: Ask, portion: Portion) -> str:
    if not portion.person:
        return portion.department
    person = desk.people.get(portion.person, ask.now)
    return person.name if person else ""
