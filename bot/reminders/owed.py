"""Which months a studio still owes: those that a rubric of its own asks for and that were not handed in.

A rubric is a studio's own if it was visited by it, has logged in it, or is listed with a type in it. A studio without
any owes one month under whichever rubric its leader chooses, and nothing more is said about what is missing. A month
is asked for where the rubric wants something firm by its end, or where something was logged in it: a rubric that counts
by the year asks for December, and for the months in which it was used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.changes.studio_log import books, ruled
from bot.entities import Studio
from bot.flows.month.mine import span_of
from bot.flows.month.reading import Page, read
from bot.flows.month.states import MonthState
from bot.flows.screen import Ask
from bot.ports import Desk
from rubrics.logbook import Standing, standing
from rubrics.model import Rubric
from rubrics.periods import Period


@dataclass(frozen=True, slots=True)
class Owed:
    """A month of a studio that is not handed in, under each rubric that asks for it."""

    studio: Studio
    pages: tuple[Page, ...]
    """At least one."""
    own: bool
    """Whether the rubrics are the studio's own, so that it can be said what is missing."""

    def where(self, wanted: Callable[[Page], bool]) -> Owed | None:
        """Return it with only the pages that are wanted; None if there are none."""
        pages = tuple(page for page in self.pages if wanted(page))
        return Owed(self.studio, pages, self.own) if pages else None


def owed(desk: Desk, ask: Ask, studio: str, month: str) -> Owed | None:
    """Return what of a month a leader of the studio owes; None if nothing."""
    found = desk.studios.get(studio)
    if found is None:
        return None
    own, rubrics = _rubrics(desk, found)
    states = [MonthState(studio=studio, rubric=each.id, month=month) for each in rubrics]
    pages = [page for state in states if isinstance(page := read(desk, ask, state), Page)]
    if not own and any(page.closed for page in pages):
        return None
    asked = tuple(page for page in pages if not page.closed and (_firm(page.standings) or page.entries))
    return Owed(found, asked, own) if asked else None


def owes(desk: Desk, studio: Studio, month: str) -> bool:
    """Say whether a studio owes a month, where there is no leader with whose eyes it could be read."""
    own, rubrics = _rubrics(desk, studio)
    rows = {each.id: desk.logs.month_of(studio.id, each.id, month) for each in rubrics}
    closed = {rubric for rubric, row in rows.items() if row is not None and row.state == "submitted"}
    if closed and not own:
        return False
    return any(each.id not in closed and _wants(desk, each, studio, month) for each in rubrics)


def _wants(desk: Desk, rubric: Rubric, studio: Studio, month: str) -> bool:
    period = Period.parse(month)
    asking = ruled(desk, rubric, period.start.year)
    standings = standing(asking, (), period, today=period.end)
    return _firm(standings) or bool(desk.logs.between(studio.id, *span_of(month), rubric.id))


def _rubrics(desk: Desk, studio: Studio) -> tuple[bool, tuple[Rubric, ...]]:
    known = books(desk, studio.id)
    ties = {*desk.visits.rubrics_at(studio.id), *desk.logs.rubrics(studio.id), *studio.types}
    return (True, tuple(each for each in known if each.id in ties)) if ties else (False, known)


def _firm(standings: Iterable[Standing]) -> bool:
    return any(each.due and not each.requirement.soft for each in standings)
