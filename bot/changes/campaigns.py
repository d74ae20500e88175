"""The campaign of a rubric version in a year: found or made, what of it is decided, what is wanted before a visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.entities import Campaign, Event
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.common import needed
from rubrics.model import Rubric
from rubrics.periods import Period

DECIDING: Final = frozenset({"rule", "decide_ruling"})
"""Names of the changes by which a ruling is decided."""


def year_of(period: str) -> int:
    """Return the year to whose campaign a period belongs: the one in which it ends."""
    return Period.parse(period).end.year


def found_or_made(desk: Desk, rubric: Rubric, year: int, mint: Callable[[], str]) -> Campaign:
    """Return the campaign of a year; it is made, with everything as shipped, when it is first wanted."""
    found = desk.visits.campaign(rubric.id, rubric.version, year, "")
    if found is not None:
        return found
    shipped = {ruling.id: ruling.shipped for ruling in rubric.rulings if ruling.shipped}
    made = Campaign(
        id=mint(),
        rubric=rubric.id,
        version=rubric.version,
        year=year,
        rulings=shipped,
        assumed=tuple(shipped),
    )
    desk.visits.add_campaign(made)
    return made


def decisions(desk: Desk, campaign: str) -> Mapping[str, Event]:
    """Return the newest decision of each ruling, by its id."""
    return {
        str(event.payload["ruling"]): event
        for event in desk.history.of(campaign)
        if event.name in DECIDING and "ruling" in event.payload
    }


def require_settled(desk: Desk, rubric: str, version: int, period: str) -> None:
    """Refuse a visit by a rubric whose points wait for an answer that nobody has given yet."""
    tree, year = desk.library.get(rubric, version), year_of(period)
    if not tree.rulings:
        return
    campaign = desk.visits.campaign(rubric, version, year, "")
    if missing := needed(tree, campaign.rulings if campaign else {}):
        raise Refusal("campaign_open", rubric=tree.short, year=year, count=len(missing))
