"""What approved outcomes take from a studio's fund and nobody has booked yet: proposed, never booked by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.changes.fund.sums import moves_of, yuan
from bot.entities import Judgement
from bot.ports import Desk
from rubrics.bands import Band
from rubrics.consequences import PERCENT
from rubrics.outcome_rules import Occasion
from rubrics.outcomes import rules_of
from rubrics.periods import Period
from rubrics.points import ZERO


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut that follows from an approved outcome."""

    period: str
    amount: str
    """Yuan."""
    clause: str
    """The period and its verdict, as the cut names what it follows from."""


def cuts_due(desk: Desk, studio: str, year: int) -> tuple[Cut, ...]:
    """Return the cuts of a year's fund that no booked cut names, the earliest first."""
    booked = [each.paper for each in moves_of(desk, studio, year) if each.kind == "cut"]
    found = (
        cut
        for one in desk.outcomes.judgements_of(studio)
        if one.state in {"approved", "carried_out"} and one.figures
        for cut in _cuts(desk, one, year)
    )
    return tuple(sorted((each for each in found if each.clause not in booked), key=lambda each: each.period))


def _cuts(desk: Desk, one: Judgement, year: int) -> Iterator[Cut]:
    if Period.parse(one.period).end.year != year:
        return
    outcome: dict[str, Any] = json.loads(one.figures)["outcome"]
    rules = rules_of(desk.library.get(one.rubric, one.version))
    sources: tuple[Band | Occasion, ...] = (*rules.bands, *rules.occasions)
    shares = {(each.who, each.what) for source in sources for each in source.consequences if each.of}
    for each in outcome["consequences"]:
        amount = Decimal(each["amount"] or 0)
        if (each["who"], each["what"]) in shares and each["unit"] != PERCENT and amount < ZERO:
            yield Cut(one.period, yuan(-amount), f"{one.period} {outcome['verdict'] or ''}".strip())
