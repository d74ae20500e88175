"""The campaign of a rubric version in a year: found or made, what of it is decided, what is wanted before a visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.entities import Campaign, Event
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.names import named
from rubrics.common import asked, decide, needed
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.problems import Refused

DECIDING: Final = frozenset({"rule", "decide_ruling"})
"""Names of the changes by which a ruling is decided."""


def year_of(period: str) -> int:
    """Return the year to whose campaign a period belongs: the one in which it ends."""
    return Period.parse(period).end.year


def found_or_made(desk: Desk, rubric: Rubric, year: int, mint: Callable[[], str]) -> Campaign:
    """Return the campaign of a year; it is made when it is first wanted."""
    found = desk.visits.campaign(rubric.id, rubric.version, year, "")
    if found is not None:
        return found
    made = as_it_would_be(desk, rubric, year).model_copy(update={"id": mint()})
    desk.visits.add_campaign(made)
    return made


def standing(desk: Desk, rubric: Rubric, year: int) -> Campaign:
    """Return the campaign of a year, or how it would be made; that one has no id."""
    return desk.visits.campaign(rubric.id, rubric.version, year, "") or as_it_would_be(desk, rubric, year)


def as_it_would_be(desk: Desk, rubric: Rubric, year: int) -> Campaign:
    """Return a campaign with everything as shipped, but for what was decided of an earlier version in the same year."""
    earlier = [
        each
        for each in desk.visits.campaigns(rubric.id)
        if (each.year, each.scope) == (year, "") and each.version < rubric.version
    ]
    rulings = {ruling.id: ruling.shipped for ruling in rubric.rulings if ruling.shipped}
    decided = set()
    if earlier:
        before = max(earlier, key=lambda each: each.version)
        for ruling in asked(rubric):
            answer = before.rulings.get(ruling.id)
            if answer is None or ruling.id in before.assumed:
                continue
            try:
                rulings = decide(rubric, rulings, ruling.id, answer)
            except Refused:
                # The new version asks otherwise, or what is around it has changed: it is to be decided anew.
                continue
            decided.add(ruling.id)
    assumed = tuple(each for each in rulings if each not in decided)
    return Campaign(
        id="", rubric=rubric.id, version=rubric.version, year=year, rulings=rulings, assumed=assumed
    )


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
    if missing := needed(tree, standing(desk, tree, year).rulings):
        raise Refusal("campaign_open", rubric=named(tree), year=year, count=len(missing))
