"""What /undo took back, in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.entities import Assessment, Event
from bot.flows.screen import Ask
from bot.flows.walk.card_face import stands
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import load_walk
from bot.flows.walk.standing import standing
from bot.ports import Desk


def undone_text(desk: Desk, ask: Ask, found: Assessment, entry: Sequence[Event]) -> str:
    """Return what was taken back, newest last, and how the item stands now."""
    item = str(entry[0].payload["item"])
    walk = load_walk(desk, ask, WalkState(assessment=found.id, item=item), None)
    what = "\n".join(dict.fromkeys(ask.words(f"undo.{event.name}", item=item) for event in reversed(entry)))
    return f"{what}\n{stands(walk, ask)}\n{standing(walk.sheet, ask.words)}"
