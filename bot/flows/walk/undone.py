"""What /undo took back, in words."""

from __future__ import annotations

from bot.entities import Assessment, Event
from bot.flows.screen import Ask
from bot.flows.walk.marks_text import standing, sum_of
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import load_walk
from bot.ports import Desk


def undone_text(desk: Desk, ask: Ask, found: Assessment, event: Event) -> str:
    """Return which entry was taken back and how the item stands now."""
    item = str(event.payload["item"])
    walk = load_walk(desk, ask, WalkState(assessment=found.id, item=item), None)
    what = ask.words(f"undo.{event.name}", item=item)
    return f"{what}\n{ask.words('card.item', sum=sum_of(walk.row, ask.words))}\n{standing(walk.sheet, ask.words)}"
