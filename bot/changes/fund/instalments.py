"""How often a studio's fund may be paid out: what its scheme says of instalments, counted over a cycle of its own.

003 第九条 pays twice in a cycle, after naming and after the mid-term check. A studio of a scheme that says nothing of
instalments has no limit. A cycle runs from the day of naming; of a studio without that day the years count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.entities import FundMove, Studio
from bot.ports import Desk
from bot.problems import Named, Refusal
from rubrics.duties import Instalment
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True)
class Instalments:
    """The instalments of the cycle in which a day lies."""

    since: date
    until: date
    limit: int
    after: tuple[Named, ...]
    """After what each is paid."""
    paid: int
    """Booked so far."""


def instalments_of(desk: Desk, studio: Studio, on: date) -> Instalments | None:
    """Return what a studio's scheme says of instalments, None where none of its schemes says anything."""
    rubric = next(
        (each for each in desk.library.current() if len(_paid(each)) > 1 and _is_of(desk, studio, each)), None
    )
    if rubric is None:
        return None
    since, until = _cycle(studio, rubric.cycle or 1, on)
    paid = [
        each
        for each in desk.fund.of_studio(studio.id)
        if each.kind == "instalment" and _in(each, since, until)
    ]
    after = tuple(Named(each.after, each.after_en or each.after) for each in _paid(rubric))
    return Instalments(since, until, len(after), after, len(paid))


def instalment_due(desk: Desk, move: FundMove) -> None:
    """Refuse an instalment more than the cycle has."""
    studio = desk.studios.get(move.studio)
    found = instalments_of(desk, studio, date.fromisoformat(move.on)) if studio is not None else None
    if found is not None and found.paid >= found.limit:
        raise Refusal(
            "fund_instalments",
            since=found.since.isoformat(),
            until=found.until.isoformat(),
            count=found.paid,
            after=found.after,
        )


def _paid(rubric: Rubric) -> tuple[Instalment, ...]:
    """Return the parts in which one sum is paid; an amount of its own, such as one a year, is no part of any."""
    return tuple(each for each in rubric.funding if each.together is not None)


def _is_of(desk: Desk, studio: Studio, rubric: Rubric) -> bool:
    """Say whether a scheme is a studio's own: assessed by it, of a variant of it, or applied for under it."""
    ties = {*desk.visits.rubrics_at(studio.id), *desk.logs.rubrics(studio.id), *studio.types}
    return rubric.id in ties


def _in(move: FundMove, since: date, until: date) -> bool:
    return since.isoformat() <= move.on <= until.isoformat()


def _cycle(studio: Studio, years: int, on: date) -> tuple[date, date]:
    """Return the first and the last day of the cycle in which a day lies."""
    named = date.fromisoformat(studio.named_on) if studio.named_on else None
    if named is None or on < named:
        return date(on.year - years + 1, 1, 1), date(on.year, 12, 31)
    gone = on.year - named.year - (0 if (on.month, on.day) >= (named.month, named.day) else 1)
    since = _later(named, gone // years * years)
    return since, _later(since, years) - timedelta(days=1)


def _later(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
