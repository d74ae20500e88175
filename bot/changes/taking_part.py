"""Which studios a rubric is for in a period: those of one of its types, and those that were given a visit by it.

A rubric with types is for the studios that have one. A rubric without types says nothing of whom it is for; the visits
of the campaign do: a studio takes part in a year when a visit by it is planned, open or signed in any period of that
year. Before the first visit of a year those of the year before take part, and before the first visit of all everybody
who is not retired does, as nobody has been left out yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.entities import Studio
from bot.ports import Desk
from rubrics.model import Rubric
from rubrics.periods import Period


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Who takes part in a rubric's period."""

    rubric: Rubric
    visited: frozenset[str]
    """Studios with a visit in the year."""
    before: frozenset[str]
    """Studios with a visit in the year before; read only where the year has none."""

    def awaited(self, studio: Studio) -> bool:
        """Say whether a visit to a studio is to come in every period, also where none is planned yet."""
        if studio.retired is not None:
            return False
        if self.rubric.variants:
            return self.rubric.id in studio.types
        there = self.visited or self.before
        return not there or studio.id in there


def taking_part(desk: Desk, rubric: Rubric, period: Period) -> TakingPart:
    """Read who takes part in the year (for a cycle: the years) of a period."""
    years = _whole(period)
    visited = _visited(desk, rubric, years)
    before = frozenset() if visited or rubric.variants else _visited(desk, rubric, years.previous())
    return TakingPart(rubric, visited, before)


def concerned(desk: Desk, rubric: Rubric, period: Period, studios: Iterable[Studio]) -> Iterator[Studio]:
    """Yield the studios that a paper about a period tells of: who takes part, was visited, or has a fact then."""
    part, whole = taking_part(desk, rubric, period), _whole(period)
    told = {
        fact.studio
        for fact in desk.outcomes.facts(rubric.id)
        if (of := Period.parse(fact.period)).within(whole) or whole.within(of)
    }
    for studio in studios:
        if part.awaited(studio) or studio.id in part.visited or studio.id in told:
            yield studio


def _whole(period: Period) -> Period:
    return period if period.kind == "cycle" else Period.holding("year", period.end)


def _visited(desk: Desk, rubric: Rubric, years: Period) -> frozenset[str]:
    names = [str(years)]
    for kind in rubric.periods:
        if kind != "cycle":
            names += [str(each) for each in years.split(kind)]
    signed = {each.studio for each in desk.visits.signed_in(rubric.id, names)}
    return frozenset(signed | {each.studio for each in desk.visits.open_in(rubric.id, names)})
