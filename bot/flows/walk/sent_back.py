"""What the walk says of a sheet that is open again: which items were sent back, why, that the others stay closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.changes.reopened import changeable
from bot.flows.html import escape, short
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from bot.ports import Desk

REASON = 400


def with_reasons(desk: Desk, walk: Walk) -> Walk:
    """Read why items were sent back; nothing is asked for a sheet that never was."""
    if walk.assessment.round == 1:
        return walk
    return replace(walk, returned=desk.reviews.returned(walk.assessment.id))


def card_lines(walk: Walk, ask: Ask) -> list[str]:
    """Return why the item in view is open again, or that it is not."""
    found, item, words = walk.assessment, walk.item.no, ask.words
    if found.round == 1:
        return []
    if not changeable(found, item):
        return [words("review.card_closed", items=found.reopened)]
    return [
        words("review.card_reason", reason=escape(short(each.reason, REASON)), due=each.due)
        for each in walk.returned
        if each.item == item and each.round == found.round - 1
    ]


def sheet_lines(walk: Walk, ask: Ask) -> Iterator[str]:
    """Yield one line above a list of items: what is open."""
    found = walk.assessment
    if found.round > 1 and found.reopened:
        yield ask.words("review.open_items", count=len(found.reopened), items=found.reopened)
